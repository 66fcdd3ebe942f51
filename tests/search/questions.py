"""Questions as people ask them, with the topic that must be among the first three.

Codes are those of ``locales/<language>/topics.toml``. The words stand in forms of their own, not
in the forms of the terms.
"""

from typing import NamedTuple


class Asked(NamedTuple):
    """A question in a language, and the topic it is about."""

    language: str
    text: str
    topic: str


QUESTIONS = (
    Asked("de", "Wo kann ich Deutsch lernen?", "german_course"),
    Asked("de", "Gibt es Deutschkurse am Abend?", "german_course"),
    Asked("de", "Ich suche eine 2-Zimmer-Wohnung für meine Familie", "housing"),
    Asked("de", "Mein Kind braucht einen Platz im Kindergarten", "childcare"),
    Asked("de", "Wer hilft mir mit meinen Schulden?", "debt"),
    Asked("de", "Ich war Krankenschwester, gilt mein Diplom hier?", "recognition"),
    Asked("en", "Where can I learn German?", "german_course"),
    Asked("en", "I am looking for an apartment", "housing"),
    Asked("en", "my son is sick, where is a doctor", "doctor"),
    Asked("en", "How do I find work here?", "jobs"),
    Asked("en", "is my foreign driving licence valid", "driving"),
    Asked("ar", "أين أتعلم الألمانية؟", "german_course"),
    Asked("ar", "أبحث عن شقة صغيرة", "housing"),
    Asked("ar", "أريد أن أجد عملاً", "jobs"),
    Asked("ar", "كيف أعترف بشهادتي الجامعية", "recognition"),
    Asked("ar", "عندي ديون كثيرة", "debt"),
    Asked("fa", "کجا می‌توانم زبان آلمانی یاد بگیرم؟", "german_course"),
    Asked("fa", "دنبال خانه می‌گردم", "housing"),
    Asked("fa", "چطور کار پیدا کنم", "jobs"),
    Asked("fa", "فرزندم مریض است، دکتر می‌خواهم", "doctor"),
    Asked("fa", "برای مهدکودک بچه‌ام کجا ثبت نام کنم", "childcare"),
    Asked("uk", "Де я можу вивчати німецьку мову?", "german_course"),
    Asked("uk", "Шукаю квартиру для родини", "housing"),
    Asked("uk", "Як знайти роботу медсестрою?", "jobs"),
    Asked("uk", "Потрібен перекладач на прийом", "interpreter"),
    Asked("uk", "Як підтвердити мій диплом", "recognition"),
    Asked("ru", "Где выучить немецкий язык?", "german_course"),
    Asked("ru", "Ищу квартиру на двоих", "housing"),
    Asked("ru", "Ребёнку нужен детский сад", "childcare"),
    Asked("ru", "Как поменять водительские права?", "driving"),
    Asked("ru", "У меня много долгов", "debt"),
    Asked("tr", "Nerede Almanca öğrenebilirim?", "german_course"),
    Asked("tr", "Ailem için ev arıyorum", "housing"),
    Asked("tr", "ÇOCUĞUM İÇİN KREŞ ARIYORUM", "childcare"),
    Asked("tr", "İş bulmak istiyorum", "jobs"),
    Asked("tr", "Borçlarımı ödeyemiyorum", "debt"),
    Asked("pl", "Gdzie mogę uczyć się niemieckiego?", "german_course"),
    Asked("pl", "Szukam mieszkania dla rodziny", "housing"),
    Asked("pl", "Szukam pracy jako pielęgniarka", "jobs"),
    Asked("pl", "Potrzebuję tłumacza w urzędzie", "interpreter"),
    Asked("pl", "Jak nostryfikować moje dyplomy?", "recognition"),
    Asked("ro", "Unde pot învăța limba germană?", "german_course"),
    Asked("ro", "Caut un apartament pentru familia mea", "housing"),
    Asked("ro", "Am nevoie de un loc de muncă", "jobs"),
    Asked("ro", "Unde găsesc un medic pentru copilul meu?", "doctor"),
    Asked("ro", "permisul de conducere e valabil?", "driving"),
    Asked("fr", "Où puis-je apprendre l'allemand ?", "german_course"),
    Asked("fr", "Je cherche un appartement", "housing"),
    Asked("fr", "J’ai trop de dettes", "debt"),
    Asked("fr", "Une place en crèche pour ma fille", "childcare"),
    Asked("fr", "Mon titre de séjour expire bientôt", "residence"),
)

# Nobody in a town's offers answers these.
NONSENSE = (
    ("de", "asdf qwer"),
    ("de", "Wie wird das Wetter morgen?"),
    ("de", "Was ist 17 mal 23?"),
    ("en", "capital of Australia"),
    ("en", "price of bitcoin"),
    ("en", "tell me a joke"),
    ("ar", "سعر البيتكوين"),
    ("ar", "عاصمة أستراليا"),
    ("fa", "قیمت بیت‌کوین"),
    ("uk", "столиця Австралії"),
    ("ru", "анекдот про космос"),
    ("tr", "Avustralya'nın başkenti neresi?"),
    ("pl", "przepis na lasagne"),
    ("ro", "horoscopul de mâine"),
    ("fr", "recette de lasagnes"),
    ("de", ""),
    ("de", "?!…"),
    ("de", "und oder aber"),
)
