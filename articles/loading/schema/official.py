"""What goes with official texts: where a copy is from, and the words by which one is read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from articles import treaty
from articles.loading.schema.fields import Address, Cues, Date, Number, Slug, Table, at_most
from articles.models import OfficialText


class OriginFile(Table):
    """``official/<copy>.toml``: where a published copy comes from, and the hash of its bytes."""

    publisher: Annotated[str, at_most(200)] = ""
    url: Address | Literal[""] = ""
    retrieved: Date | Literal[""] = ""
    wording: OfficialText.Wording = OfficialText.Wording.UNKNOWN
    sha256: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""


class CueTable(Table):
    """The words by which a program knows something in an official text, by language."""

    en: Cues
    ru: Cues
    fa: Cues

    @property
    def lists(self) -> dict[str, list[str]]:
        """The words by language."""
        return {"en": self.en, "ru": self.ru, "fa": self.fa}


class LandmarkTable(CueTable):
    """What the official text of an article must hold: any one of each list."""

    article: Annotated[Number, Field(le=treaty.LAST_ARTICLE)]

    def words(self, language: str) -> list[str]:
        """Return the words in a language; of one that is not among them there are none."""
        return self.lists.get(language, [])


class BodyTable(CueTable):
    """The names by which a text names an organisation, body, agreement or place."""

    mention: Slug


class CuesFile(Table):
    """``cues.toml``: the words by which a program reads an official text."""

    landmark: list[LandmarkTable]
    body: list[BodyTable]
