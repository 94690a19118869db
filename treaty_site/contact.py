"""Reads where whoever runs this copy of the site can be reached."""

from itertools import accumulate, takewhile
from typing import Final
from urllib.parse import quote, unquote

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import URLValidator, validate_email

MAIL: Final = "mailto:"

LONGEST_LETTER: Final = 700
"""Characters of the address of a letter, which each page pays for; mail programs take 2,000."""

CUT: Final = " …"
"""What stands where words were cut, between two of them."""

is_web_address = URLValidator(schemes=["https"])


def contact_address(value: str) -> str:
    """Return a ``mailto:`` or ``https:`` address; empty if none is given.

    A bare mail address is one, too. Raises ``ImproperlyConfigured`` for anything else: RFC 9116
    (2.5.3) wants an address that programs understand, on the web one with encryption.
    """
    text = value.strip()
    if not text:
        return ""
    try:
        if not text.isascii():
            raise ValidationError("An address has none but ASCII characters.")
        if text.lower().startswith("https:"):
            is_web_address(text)
            return text
        is_mail = text.lower().startswith(MAIL)
        mail = unquote(text[len(MAIL) :]) if is_mail else text
        validate_email(mail)
    except ValidationError as error:
        raise ImproperlyConfigured(
            f"CONTACT is {value!r}; it must be a mail address or an https:// address, "
            "for example CONTACT=editor@example.org."
        ) from error
    return MAIL + quote(mail, safe="@+")


def shown(address: str) -> str:
    """Return an address as people read it: a mail address without what programs need."""
    return unquote(address.removeprefix(MAIL)) if address.startswith(MAIL) else address


def letter(address: str, *, subject: str, opening: str, words: str) -> str:
    """Return the address that begins a letter (RFC 6068); one on the web remains as it is.

    Words for which the address of a letter has no room are cut.
    """
    if not address.startswith(MAIL):
        return address
    begun = f"{address}?subject={encoded(subject)}&body={encoded(opening)}"
    return begun + encoded(fitting(words, LONGEST_LETTER - len(begun)))


def encoded(text: str) -> str:
    """Return a text as the address of a letter holds it."""
    return quote(text.replace("\n", "\r\n"), safe="")


def fitting(words: str, room: int) -> str:
    """Return words, or as many of them as take no more than ``room`` once they are encoded."""
    if len(encoded(words)) <= room:
        return words
    lengths = accumulate(len(encoded(letter)) for letter in words + CUT)
    kept = sum(1 for _ in takewhile(lambda length: length <= room - len(encoded(CUT)), lengths))
    return (words[:kept].rpartition(" ")[0] or words[:kept]) + CUT
