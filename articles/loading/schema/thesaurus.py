"""The thesaurus: concepts with the words by which readers look for them."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from articles.loading.schema.fields import Name, Number, Slug, Table


class ConceptTable(Table):
    """An idea that readers look for: the edition's terms, the readers' words, where it leads."""

    slug: Slug
    name: Name
    terms: list[Name]
    en: list[Name]
    ru: list[Name]
    fa: list[Name]
    articles: list[Number]
    subjects: list[Slug]
    mentions: list[Slug]

    @model_validator(mode="after")
    def leads_somewhere(self) -> Self:
        """A concept leads to an article, a subject or a mention."""
        if not (self.articles or self.subjects or self.mentions):
            raise ValueError("leads nowhere: name an article, a subject or a mention")
        return self


class ThesaurusFile(Table):
    """A file of ``thesaurus/``."""

    concept: list[ConceptTable]
