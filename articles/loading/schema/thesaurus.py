"""The thesaurus: concepts with the words by which readers look for them."""

from __future__ import annotations

from articles.loading.schema.fields import Line, Name, Names, Provisions, Slug, Slugs, Table


class ConceptTable(Table):
    """An idea that readers look for: the edition's terms, the readers' words, where it leads.

    ``provisions`` stand best first. ``absent`` says, of an idea that the treaty does not deal
    with, that it does not; the provisions are then only the nearest.
    """

    slug: Slug
    name: Name
    terms: Names
    en: Names
    ru: Names
    fa: Names
    provisions: Provisions
    mentions: Slugs
    absent: Line = ""


class ThesaurusFile(Table):
    """A file of ``thesaurus/``."""

    concept: list[ConceptTable]
