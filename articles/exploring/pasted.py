"""Says which provision a long text is quoted from that somebody pastes into the search box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles import search
from articles.citations.surroundings import furniture
from articles.edition import Edition
from articles.models import Article, OfficialParagraph, Paragraph, Point
from articles.search.entries import Entry
from articles.treaty.addresses import page_url, query_string
from articles.treaty.places import Place
from articles.words.quotations import check

EXACT: Final = "This is {}."
NEARLY: Final = "This is nearly {}: some words differ."
OURS: Final = "The words are this edition's own, not the treaty's."
SHORTENED: Final = (
    f"Your search was shortened: of so long a text only the {search.MAX_WANTED} longest words that "
    "tell something were looked for. It is in none of the texts loaded here."
)
CHECK: Final = "Check the wording"
CHECK_SAYS: Final = "See where the text comes from, with every differing word marked."


@dataclass(frozen=True)
class Quoted:
    """The provision that a text is quoted from, in the text with a slug, or in ours without one."""

    place: Place
    slug: str
    notice: str

    def rows(self, article: Article) -> Sequence[Paragraph | Point | OfficialParagraph]:
        """Return the passages of the article in that text."""
        if not self.slug:
            return article.passages()
        official = article.official_paragraphs.all()
        return [row for row in official if row.official_text.slug == self.slug]


def quotation_in(text: str, edition: Edition) -> Quoted | None:
    """Return from where a text is quoted, if it is."""
    checked = check(text, edition, furniture(edition), most=1)
    found = next((passage for passage in checked.passages if passage.is_found), None)
    if found is None:
        return None
    match = found.matches[0]
    said = (EXACT if match.is_exact else NEARLY).format(match.label)
    is_official = match.text.is_official
    notice = said if is_official else f"{said} {OURS}"
    return Quoted(match.locations[0].place, match.text.slug if is_official else "", notice)


def check_of(text: str) -> Entry:
    """Return the page on which the wording of a text is checked, with that text."""
    url = page_url("verify") + query_string([("text", text)])
    return Entry("page", "verify", CHECK, url, "", CHECK_SAYS)
