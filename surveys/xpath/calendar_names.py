"""Short names of months and days in all shipped languages.

Source: Unicode CLDR, Gregorian calendar, abbreviated names as they stand within a date.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

OTHERWISE = "en"
MONTHS: Mapping[str, str] = {
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "ro": "ian. feb. mar. apr. mai iun. iul. aug. sept. oct. nov. dec.",
    "ru": "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
    "tr": "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    "uk": "січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд.",
}
DAYS: Mapping[str, str] = {
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "de": "Mo. Di. Mi. Do. Fr. Sa. So.",
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "fa": "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه",
    "fr": "lun. mar. mer. jeu. ven. sam. dim.",
    "pl": "pon. wt. śr. czw. pt. sob. niedz.",
    "ro": "lun. mar. mie. joi vin. sâm. dum.",
    "ru": "пн вт ср чт пт сб вс",
    "tr": "Pzt Sal Çar Per Cum Cmt Paz",
    "uk": "пн вт ср чт пт сб нд",
}
"""From Monday on."""


def months_in(language: str) -> list[str]:
    """From January on."""
    return _names(language)[0]


def days_in(language: str) -> list[str]:
    """From Monday on."""
    return _names(language)[1]


@lru_cache(maxsize=64)
def _names(language: str) -> tuple[list[str], list[str]]:
    """ "de-AT" is German too; a language that is not here has the English names."""
    primary = language.replace("_", "-").partition("-")[0].lower()
    known = primary if primary in MONTHS else OTHERWISE
    return MONTHS[known].split(" "), DAYS[known].split(" ")
