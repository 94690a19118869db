"""The words by which readers find articles: the thesaurus, and the words of the index."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from django.db import models

from articles.models.apparatus import Listed, Mention
from articles.models.text import Article
from articles.treaty.addresses import page_url
from articles.treaty.places import Place

WRITTEN: Final = (("en", "ltr", ", "), ("ru", "ltr", ", "), ("fa", "rtl", "، "))
"""The languages of readers, in which direction they are written, and what parts two words."""


class Concept(Listed):
    """An idea that readers look for, in the edition's words and in theirs.

    ``terms`` are the edition's own; ``readers_words`` holds lists by language (``en``, ``ru``,
    ``fa``). ``provisions`` are those that it leads to, as addresses write them, the best first. Of
    an idea that the treaty does not deal with, ``absent`` says so in a sentence; the provisions are
    then only the nearest.
    """

    slug = models.SlugField(primary_key=True, max_length=80)
    name = models.CharField(max_length=100)
    terms = models.JSONField(default=list)
    readers_words = models.JSONField(default=dict)
    absent = models.TextField(blank=True)
    provisions = models.JSONField(default=list)
    mentions = models.ManyToManyField(Mention, related_name="concepts")

    def __str__(self) -> str:
        return self.name

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where it leads, the best first."""
        return tuple(map(Place.read, self.provisions))

    @property
    def letter(self) -> str:
        """The letter with which the name begins, as addresses have it."""
        return self.name[0].lower()

    def get_absolute_url(self) -> str:
        """Return the address of its words, on the page of its letter."""
        return f"{page_url('thesaurus_letter', self.letter)}#{self.slug}"

    @property
    def said(self) -> list[tuple[str, str, str]]:
        """The words for it: language, direction and all of them; in English the terms are first."""
        words = {**self.readers_words, "en": [*self.terms, *self.readers_words["en"]]}
        return [
            (code, way, comma.join(words[code])) for code, way, comma in WRITTEN if words.get(code)
        ]


class Phrasing(models.Model):
    """What people type when they look for a provision. Search reads it; no page shows it.

    ``telling`` is derived: a line for each text, with the stems that tell and a word of each.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="phrasings")
    paragraph = models.PositiveSmallIntegerField(null=True)
    point = models.PositiveSmallIntegerField(null=True)
    texts = models.JSONField(default=list)
    telling = models.TextField(default="")

    def __str__(self) -> str:
        return self.place.code

    @property
    def place(self) -> Place:
        """The provision."""
        return Place(self.article_id, self.paragraph, self.point)


class Word(models.Model):
    """A word of the edition or of the thesaurus, and how many articles have it.

    Derived: written with the search index, never edited. ``articles`` is 0 for a word that only
    the thesaurus has.
    """

    word = models.TextField(primary_key=True)
    articles = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.word


class Dictionary(models.Model):
    """The everyday words of all languages of readers, in the form in which search looks them up.

    Derived from a package when the data are loaded, so that no server has to read that.
    """

    words = models.BinaryField()

    def __str__(self) -> str:
        return f"{len(self.words):,} bytes"
