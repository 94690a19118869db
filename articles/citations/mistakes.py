"""How a reader reports a mistake in a provision to whoever runs the site."""

from __future__ import annotations

from django.conf import settings

from articles import treaty
from articles.citations.pinpoint import Pinpoint
from articles.treaty.places import Place
from treaty_site.contact import letter


def letter_about(place: Place, pinpoint: Pinpoint, data_version: str) -> str:
    """Return the address that begins a letter about a provision; empty without a contact.

    It has the address at which the provision is shown with its texts, and the data version, which
    together say what the words are: every paragraph has such a link, and words would weigh.
    """
    if not settings.CONTACT:
        return ""
    return letter(
        settings.CONTACT,
        subject=f"{treaty.SHORT_TITLE}, {place.label}",
        body=f"\n\n{pinpoint.url}\nData version {data_version}\n",
    )
