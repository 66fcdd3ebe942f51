"""Which language a message is in: hers where nothing else is clear."""

import pytest

from search.languages import language_of

CLEAR = {
    "de": "Ich suche einen Kurs, in dem ich abends Deutsch lernen kann.",
    "en": "Where can I get help with the letter from the job centre?",
    "fr": "Je cherche un médecin qui parle français dans cette ville.",
    "tr": "Çocuğum için anaokulu yeri arıyorum, nereye gitmeliyim?",
    "vi": "Tôi muốn đăng ký khóa học tiếng Đức buổi tối.",
    "so": "Waxaan raadinayaa guri qoyskayga, yaa i caawin kara?",
    "sq": "Ku mund të mësoj gjermanisht pa pagesë në mbrëmje?",
    "ku": "Ez li kursa almanî digerim, kî dikare alîkariya min bike?",
    "ar": "أين أجد طبيباً يتكلم العربية في هذه المدينة؟",
    "fa": "من دنبال کلاس زبان آلمانی برای همسرم می‌گردم",
    "ps": "زه غواړم چې د جرمني ژبې کورس ته لاړ شم، چېرته دی؟",
    "ckb": "من بەدوای خولی زمانی ئەڵمانیدا دەگەڕێم بۆ هاوسەرەکەم",
    "uk": "Де знайти лікаря, який розмовляє українською?",
    "ru": "Где найти врача, который говорит по-русски? Мы ищем уже месяц.",
    "bg": "Къде мога да науча немски език без да плащам такса?",
    "ti": "ኣብዚ ከተማ ናይ ጀርመን ቋንቋ ኣበይ ክመሃር እኽእል?",
}


@pytest.mark.parametrize("language", CLEAR)
@pytest.mark.parametrize("chosen", ["de", "ar"])
def test_a_whole_sentence_tells_whatever_she_chose(language: str, chosen: str) -> None:
    guess = language_of(CLEAR[language], chosen)
    assert guess.language == language
    assert guess.is_clear == (language != chosen)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("", "uk"),
        ("???", "uk"),
        ("112", "ar"),
        ("你好", "ar"),
        ("Jobcenter", "fa"),
        ("OK", "tr"),
        ("Termin Ausländerbehörde عندي بكرا كيف اروح", "ar"),
        ("Anmeldung nasıl yapılır, Bürgeramt nerede?", "tr"),
        ("сортировка мусора", "ru"),
    ],
)
def test_names_of_offices_and_single_words_change_nothing(text: str, chosen: str) -> None:
    assert not language_of(text, chosen).is_clear


@pytest.mark.parametrize("chosen", ["ar", "fa", "ps"])
def test_letters_of_another_alphabet_are_no_other_language(chosen: str) -> None:
    typed = {
        "ar": "wein fini at3allam almani bala ma edfa3",
        "fa": "salam kelase almani az sefr mikham",
        "ps": "zama zoy ta lambo zda kawal ghwaram",
    }
    assert not language_of(typed[chosen], chosen).is_clear
