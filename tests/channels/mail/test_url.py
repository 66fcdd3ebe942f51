"""What LOTSE_SMTP_URL may say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.channels.mail_url import BadMailUrl, SmtpSettings, sendable, smtp_settings
from bot.settings import Settings

SECRET = "s3cr3t%26"
GOOD = {
    "smtp://mail.town.example?from=lotse@town.example": SmtpSettings(
        "mail.town.example", 587, "lotse@town.example"
    ),
    f"smtp://me%40x:{SECRET}@mail:25?from=lotse@town.example&starttls=1": SmtpSettings(
        "mail", 25, "lotse@town.example", "me@x", "s3cr3t&", "required"
    ),
    f"smtps://me:{SECRET}@mail?from=lotse@town.example": SmtpSettings(
        "mail", 465, "lotse@town.example", "me", "s3cr3t&", "at once"
    ),
    f"smtp://me:{SECRET}@127.0.0.1:2525?from=lotse@town.example&starttls=0": SmtpSettings(
        "127.0.0.1", 2525, "lotse@town.example", "me", "s3cr3t&", "never"
    ),
    "smtp://[::1]:25?from=lotse@münchen.example": SmtpSettings(
        "::1", 25, "lotse@xn--mnchen-3ya.example"
    ),
}
BAD = (
    f"me:{SECRET}@mail?from=lotse@town.example",
    f"http://me:{SECRET}@mail?from=lotse@town.example",
    f"smtp://me:{SECRET}@?from=lotse@town.example",
    f"smtp://me:{SECRET}@mail:port?from=lotse@town.example",
    f"smtps://me:{SECRET}@mail",
    f"smtps://me:{SECRET}@mail?from=lotse",
    f"smtps://me:{SECRET}@mail?from=lotse@town.example%0d%0aBcc:x@y.example",
    f"smtps://me:{SECRET}@mail?from=lotse@town.example&form=x",
    f"smtp://me:{SECRET}@mail?from=lotse@town.example&starttls=yes",
    f"smtp://me:{SECRET}@mail?from=lotse@town.example",
    f"smtp://me:{SECRET}@mail?from=lotse@town.example&starttls=0",
)


@pytest.mark.parametrize(("url", "settings"), GOOD.items(), ids=str)
def test_a_url_in_its_parts(url: str, settings: SmtpSettings) -> None:
    assert smtp_settings(url) == settings


@pytest.mark.parametrize("url", BAD)
def test_what_cannot_be_meant_is_refused_without_quoting_it(url: str) -> None:
    with pytest.raises(BadMailUrl) as refused:
        smtp_settings(url)
    assert "s3cr3t" not in str(refused.value)


def test_a_bad_setting_ends_the_start_with_its_name_and_not_its_password() -> None:
    with pytest.raises(ValidationError) as refused:
        Settings(_env_file=None, smtp_url=BAD[0])
    assert "smtp_url" in str(refused.value)
    assert "s3cr3t" not in str(refused.value)


def test_the_password_is_in_no_representation() -> None:
    settings = smtp_settings(f"smtps://me:{SECRET}@mail?from=lotse@town.example")
    assert "s3cr3t" not in repr(settings)


@given(st.text(max_size=60))
def test_an_address_is_one_of_printable_ascii_or_refused(address: str) -> None:
    try:
        written = sendable(address)
    except BadMailUrl:
        return
    assert written.isascii()
    assert written.isprintable()
    assert "@" in written
