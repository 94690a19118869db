"""Reads where whoever runs this copy of the site can be reached."""

from typing import Final
from urllib.parse import quote, unquote, urlencode

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import URLValidator, validate_email

MAIL: Final = "mailto:"

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


def letter(address: str, *, subject: str, body: str) -> str:
    """Return the address that begins a letter (RFC 6068); one on the web remains as it is."""
    if not address.startswith(MAIL):
        return address
    said = {"subject": subject, "body": body.replace("\n", "\r\n")}
    return f"{address}?{urlencode(said, quote_via=quote, safe='')}"
