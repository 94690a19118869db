"""What is cited: the treaty, or one place in it, and where it can be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from articles import addresses, treaty
from articles.models import Evidence


@dataclass(frozen=True)
class Pinpoint:
    """The treaty (``article`` is None), an article (0 is the preamble), or a paragraph of one.

    ``site`` is the address of this site without a slash at the end. ``is_numbered`` is false of a
    paragraph whose number is not known to be the treaty's: styles then cite the article, since
    the number would state as a fact what nobody has confirmed; the address still leads to the
    paragraph. ``text_name`` names the text that the address shows, as ``English`` or
    ``Russian, Kremlin``; empty means our plain-English edition. ``accessed`` is the day on which
    a reader saw it; without it no style says so. Files say more: ``sha256`` is the content hash,
    ``provenance`` where the words come from and of which data version they are.
    """

    site: str
    accessed: date | None = None
    article: int | None = None
    paragraph: int | None = None
    is_numbered: bool = True
    text_name: str = ""
    text_language: str = "en"
    query: str = ""
    evidence: Evidence = Evidence.REPORTED
    sha256: str = ""
    provenance: str = ""

    @property
    def cited_paragraph(self) -> int | None:
        """The number of the paragraph, if a citation may give it."""
        return self.paragraph if self.is_numbered else None

    @property
    def is_official(self) -> bool:
        """Whether the address shows an official text first, not our own edition."""
        return bool(self.text_name)

    @property
    def path(self) -> str:
        """The address on the site: ``/articles/3/3/``, or ``/treaty/`` for the whole."""
        return (
            "/treaty/"
            if self.article is None
            else addresses.place_url(self.article, self.paragraph)
        )

    @property
    def url(self) -> str:
        """The whole address."""
        return self.site + self.path + self.query

    @property
    def short_url(self) -> str:
        """The shortest whole address."""
        if self.article is None:
            return self.url
        return self.site + addresses.short_url(self.article, self.paragraph) + self.query

    @property
    def label(self) -> str:
        """``Article 3, paragraph 2``, or the treaty's short title."""
        if self.article is None:
            return treaty.SHORT_TITLE
        return addresses.place_label(self.article, self.paragraph)

    @property
    def cited_label(self) -> str:
        """The same, without the number of a paragraph that a citation may not give."""
        if self.article is None:
            return treaty.SHORT_TITLE
        return addresses.place_label(self.article, self.cited_paragraph)

    @property
    def key(self) -> str:
        """What tells this citation from others in a file: ``iran-russia-2025-art3-para2``."""
        if self.article is None:
            return "iran-russia-2025"
        place = "preamble" if self.article == treaty.PREAMBLE else f"art{self.article}"
        kind = "rec" if self.article == treaty.PREAMBLE else "para"
        return f"iran-russia-2025-{place}" + (f"-{kind}{self.paragraph}" if self.paragraph else "")
