"""What is cited: the treaty, or one provision of it, and where it can be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from articles.treaty.places import Place

KEY = "iran-russia-2025"


@dataclass(frozen=True)
class Pinpoint:
    """The treaty (``place`` is None), or a provision of it.

    ``site`` is the address of this site without a slash at the end. ``is_alone`` is true of the
    only paragraph of an article: the treaty does not number it, so the article is cited, while
    the address leads to the paragraph. ``text_name`` names the text that the address shows, as
    ``English`` or ``Russian, Kremlin``; empty means our plain-English edition. ``accessed`` is
    the day on which a reader saw it; without it nothing says so.
    """

    site: str
    accessed: date | None = None
    place: Place | None = None
    is_alone: bool = False
    text_name: str = ""
    text_language: str = "en"
    query: str = ""

    @property
    def cited(self) -> Place | None:
        """The provision that a citation names."""
        if self.place is None or self.place.point or not self.is_alone:
            return self.place
        return Place(self.place.article)

    @property
    def is_official(self) -> bool:
        """Whether the address shows an official text first, not our own edition."""
        return bool(self.text_name)

    @property
    def path(self) -> str:
        """The address on the site: ``/articles/3/3/``, or ``/treaty/`` for the whole."""
        return "/treaty/" if self.place is None else self.place.url

    @property
    def url(self) -> str:
        """The whole address."""
        return self.site + self.path + self.query

    @property
    def short_url(self) -> str:
        """The shortest whole address."""
        return self.url if self.place is None else self.site + self.place.short_url + self.query

    @property
    def after_title(self) -> str:
        """What a citation names, in words, to stand after the title; nothing for the whole."""
        return "" if self.cited is None else f", {self.cited.label}"

    @property
    def key(self) -> str:
        """What tells this citation from others: ``iran-russia-2025-art3-para2``, ``…-ru``."""
        place = self.place and self.place.anchor
        parts = [KEY, place or "", self.text_language if self.is_official else ""]
        return "-".join(filter(None, parts)).replace("__", "-").replace("_", "")
