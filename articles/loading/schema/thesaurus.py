"""The thesaurus: concepts with the words by which readers look for them."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from articles.loading.schema.fields import Line, Name, Provision, Slug, Table


class ConceptTable(Table):
    """An idea that readers look for: the edition's terms, the readers' words, where it leads.

    ``provisions`` stand best first. ``absent`` says, of an idea that the treaty does not deal
    with, that it does not; the provisions are then only the nearest.
    """

    slug: Slug
    name: Name
    terms: list[Name]
    en: list[Name]
    ru: list[Name]
    fa: list[Name]
    provisions: list[Provision]
    mentions: list[Slug]
    absent: Line = ""

    @model_validator(mode="after")
    def leads_somewhere(self) -> Self:
        """A concept leads to a provision or a mention, or says that the treaty has none."""
        if not (self.provisions or self.mentions or self.absent):
            raise ValueError(
                "leads nowhere: name a provision or a mention, or say in 'absent' that the "
                "treaty does not deal with it"
            )
        return self


class ThesaurusFile(Table):
    """A file of ``thesaurus/``."""

    concept: list[ConceptTable]
