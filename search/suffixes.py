"""Endings that carry grammar and little meaning, per language, in normalised letters (data only).

After the light stemmers of Savoy (2006; de, fr), Dolamic & Savoy (2009; ru, and by analogy uk, pl,
ro, and Nakov 2003 for bg), Can et al. (2008; tr) and Larkey et al. (2002, light10; ar): nouns' and
adjectives' endings first, and of verbs only the commonest. Articles of bg, sq and so are endings.
"""

from collections.abc import Mapping

SUFFIXES: Mapping[str, str] = {
    "de": "innen in en ern er em es e n s st t te ten end ende enden",
    "en": "s es ies y ing ings ed er ers e",
    "fr": "s es e x aux al ale ales er ers ez ent ee ees ant ions ons ai ais ait",
    "ro": """ul ului uri urile urilor ile ilor le lor lui ei i ii iile iilor a ea ele elor e u esc
    este eze ez at ata ati ate are eaza easca am easc ind and""",
    "pl": """a e i y o u ie ia iu ii ow owi owie ami ach om em iem mi ego emu ej ych ym ymi im imi
    ich iej iego ac c ic yc am asz esz isz ymy imy emy amy uje uja""",
    "ru": """а и е о у ем ом ам ами ах ои еи ию ия ие ии иях иями иям ого его ому ему им ими их ая
    ое ее ые ую юю я ю ею ет ит ат ят ут ют еш иш л ла ли ов ев иеи ся аю ае""",
    "uk": """а и е о у ем ом ам ами ах ои еи ию ия ие ии иях иями иям ого ому ему им ими их ую юю я
    ю ею ет ит ат ят ут ют еш иш ати ити л ла ли ло в ав ив ов ев ви ови еви ою ям ями ях
    ся аю ае""",
    "tr": """lar ler lari leri larin lerin larina lerine larini lerini larda lerde lardan lerden i u
    a e in un im um nin nun dan den tan ten da de ta te ya ye yi yu yla yle la le si su sina
    sine sini sunu sinda sinde imi imin iniz imiz ima ime ina ine inda inde mak mek maya
    meye yorum yor iyorum uyorum abilir ebilir abilirim ebilirim ebiliriz abiliriz li lu lik
    luk siz suz ci cu""",
    "bg": """ят ия ите а и е о у я ове овете ата ото ета етата иат иа ето ам аш ат им
    иш ит ем еш ет ваме вате ват на не ни ане ения ение ението ски ска ско ските ната ното ните
    т ът""",
    "ku": """an en in a e i o ek eke ekan eki yek ye ya yen yan im ime it ite in e de ne re ve va
    kirin kirine ata eta anan enan inan""",
    "so": """ka ga ha a ta da sha kii gii tii dii sho yo yaal yaasha yada yadda o oyin kayga
    tayda gayga ku gu tu du ey ay aya aha iga isa eeda ooda ahay aan ee teeda kiisa ada""",
    "sq": """i u in un it ut et e a ja jen jes jeve ve es en te ve evet eve esh shme shem im ime
    imi imin imit imet imeve ore or ar are ave oj on uar uara qe""",
    "ps": "ونه ونو و ه ي ان انو ګان گان گانو ګانو تيا توب وال والو ني كي يي ل ول ات اتو",
    "fa": "ها هاي هايي هايم هايت هايش ام ات اش ي م ش ان تر ترين ايم",
    "ar": "ها ان ات ون ين يه ه ي هم نا كم تي ك ا",
}

# Arabic conjunction, prepositions and article, longest first (light10).
ARABIC_PREFIXES = ("وبال", "وال", "فال", "بال", "كال", "هال", "عال", "ولل", "لل", "ال")
