"""The words by which a question tells what it asks for, per language (data only)."""

from collections.abc import Mapping

from search.normalising import words

_KINDS = ("who", "where", "when", "why", "how", "many", "which", "what")

# In the order of the kinds above.
_QUESTION_WORDS: Mapping[str, str] = {
    "de": """wer wen wem wessen | wo wohin woher | wann | warum wieso weshalb wozu | wie |
        wieviel wieviele viel viele vielen hoch lange gross oft | welche welcher welches welchen
        welchem | was""",
    "en": """who whom whose | where | when | why | how | many much long high old often big |
        which | what""",
    "fr": """qui | où d'où | quand | pourquoi | comment | combien | quel quelle quels quelles
        lequel laquelle lesquels lesquelles | que quoi qu""",
    "ar": """من لمن بمن ومن | أين وأين اين | متى ومتى | لماذا لم ليش | كيف وكيف كيفية | كم |
        أي وأي أية | ما ماذا وما بماذا شو""",
    "uk": """хто кого кому ким | де куди звідки | коли | чому навіщо | як | скільки наскільки |
        який яка яке які якого якому якій якої яким якими яких | що чого чим""",
    "ru": """кто кого кому кем | где куда откуда | когда | почему зачем | как | сколько насколько |
        какой какая какое какие какого какому каким какими каких какую | что чего чем""",
    "tr": """kim kime kimin kimler | nerede nereye nereden nerde | zaman | neden niçin niye | nasıl
        | kaç kadar | hangi hangisi | ne neler nedir""",
    "pl": """kto kogo komu kim | gdzie dokąd skąd | kiedy | dlaczego czemu po | jak | ile ilu |
        jaki jaka jakie jakiego jakiej jakich który która które których | co czego czym""",
    "ro": """cine cui pe | unde | când | de | cum | cât câtă câți câte | care ce | ce""",
    "fa": """کی چه کسی | کجا کجاست | وقت زمانی | چرا | چگونه چطور چجوری | چند چقدر | کدام | چیست
        چی""",
    "bg": """кой кого кому | къде откъде | кога | защо | как | колко | кои коя кое какъв каква
        какво какви | що""",
    "ku": """kî kê | ku kuderê li | kengî kengê | çima | çawa | çend çiqas | kîjan | çi""",
    "ti": """መን ንመን | ኣበይ ናበይ | መዓስ | ስለምንታይ ንምንታይ | ብኸመይ ከመይ | ክንደይ | ኣየናይ ኣየነይቲ | እንታይ""",
    "so": """kee kuma yaa | halkee xaggee | goorma | sababta maxaa | sidee | imisa meeqa | kee
        tee | maxay waa""",
    "ps": """څوک چا | چیرته چېرته | کله | ولې | څنګه | څو څومره | کوم کومه | څه""",
    "sq": """kush kujt kë | ku nga | kur | pse përse | si | sa | cili cila cilat cilët | çfarë ç""",
    "vi": """ai | đâu | nào giờ | sao | thế | bao mấy | loại | gì""",
}


def _kinds(text: str) -> Mapping[str, frozenset[str]]:
    parts = text.split("|")
    return {kind: frozenset(words(part)) for kind, part in zip(_KINDS, parts, strict=True)}


KINDS = {language: _kinds(text) for language, text in _QUESTION_WORDS.items()}

# The words of questions for the difference between things, which a page of one thing rarely tells.
_COMPARING: Mapping[str, str] = {
    "de": "unterschied unterschiede unterschieden unterscheidet unterscheiden",
    "en": "difference differences differ differs",
    "fr": "différence différences diffère diffèrent distingue",
    "ar": "فرق الفرق والفرق الفروق الاختلاف يختلف تختلف",
    "uk": "різниця різницю різниці відмінність відрізняється відрізняються",
    "ru": "разница разницу отличие отличия отличается отличаются различие",
    "tr": "fark farkı farkları farklar",
    "pl": "różnica różnice różni różnią",
    "ro": "diferența diferențe diferă deosebirea",
    "fa": "فرق تفاوت تفاوتی فرقی",
    "bg": "разлика разликата различава различават",
    "ku": "cudahî cudahiya ferq ferqa",
    "ti": "ፍልልይ",
    "so": "farqi farqiga faraqa",
    "ps": "توپیر فرق",
    "sq": "dallimi dallimet ndryshimi ndryshon",
    "vi": "khác",
}

COMPARING = {language: frozenset(words(text)) for language, text in _COMPARING.items()}
