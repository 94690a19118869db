"""How a reader reports a mistake in a provision to whoever runs the site."""

from __future__ import annotations

from django.conf import settings

from articles import treaty
from articles.citations import packet
from articles.reading.article_page import ArticlePage
from articles.views.rendering import site_of
from articles.views.requests import Request
from treaty_site.contact import letter


def reported_to(request: Request, page: ArticlePage, query: str) -> str:
    """Return the address that begins a letter about what a page is about; empty without a contact.

    It has the provision's address, with the ``query`` of the texts that are shown, the data version
    and the words that stand there.
    """
    if not settings.CONTACT:
        return ""
    return letter(
        settings.CONTACT,
        subject=f"Mistake in the {treaty.SHORT_TITLE}: {page.place.label}",
        opening=(
            "What is wrong, and what should it say?\n\n\n"
            f"{site_of(request)}{page.place.url}{query}\n"
            f"Data version {request.edition.version.short}\n"
        ),
        words="\n".join(each.piece.words for each in packet.quoted(page, page.place)),
    )
