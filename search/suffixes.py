"""Endings that carry grammar and little meaning, per language, in normalised letters (data only).

After the light stemmers of Savoy (2006; de, fr), Dolamic & Savoy (2009; ru, and by analogy uk, pl,
ro), Can et al. (2008; tr) and Larkey et al. (2002, light10; ar): nouns' and adjectives' endings
first, and of verbs only the commonest. ``(shortest stem that must remain, endings)``.
"""

from collections.abc import Mapping

SUFFIXES: Mapping[str, tuple[int, str]] = {
    "de": (3, "innen in en ern er em es e n s st t te ten end ende enden"),
    "en": (3, "s es ies y ing ings ed er ers e"),
    "fr": (3, "s es e x aux al ale ales er ers ez ent ee ees ant ions ons ai ais ait"),
    "ro": (
        3,
        "ul ului uri urile urilor ile ilor le lor lui ei i ii iile iilor a ea ele elor e u"
        " esc este este eze ez at ata ati ate are eaza easca am ati easc ind and",
    ),
    "pl": (
        3,
        "a e i y o u a ie ia iu ii ow owi owie ami ach om em iem mi ego emu ej ych ym ymi"
        " im imi ich iej iego y ac c ic yc am asz a esz i isz ymy imy emy amy uje uja",
    ),
    "ru": (
        3,
        "а и е о у ем ом ам ам ами ах ои еи ию ия ие ии иях иями иям ого его ому ему им ими"
        " их ои ая ое ее ые ую юю я ю ею ет ит ат ят ут ют ешь ишь ть ти ат еть ит л ла ли"
        " т ов ев еи иеи ся аю ае",
    ),
    "uk": (
        3,
        "а и е о у ем ом ам ами ах ои еи ию ия ие ии иях иями иям ого ого ому ему им ими их"
        " ую юю я ю ею ет ит ат ят ут ют еш иш ти ати ити л ла ли ло в ав ив ов ев ви ови"
        " еви ею ою ям ями ях ся аю ае т",
    ),
    "tr": (
        3,
        "lar ler lari leri larin lerin larina lerine larini lerini larda lerde lardan lerden"
        " i u a e in un im um im nin nun dan den tan ten da de ta te ya ye yi yu yla yle la le"
        " si su sina sine sini sunu sinda sinde imi imin iniz imiz ima ime ina ine inda inde"
        " mak mek maya meye yorum yor iyorum uyorum abilir ebilir abilirim ebilirim abilir"
        " ebiliriz abiliriz li lu lik luk siz suz ci cu",
    ),
    "fa": (3, "ها هاي هايي هايم هايت هايش ام ات اش ي م ت ش ان تر ترين ايم"),
    "ar": (3, "ها ان ات ون ين يه ه ي هم نا كم تي ك"),
}

# Arabic conjunction, prepositions and article, longest first (light10).
ARABIC_PREFIXES = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال")
