"""What the articles are found and borne out by: sources, themes, mentions."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from articles.treaty.addresses import page_url
from articles.treaty.phrases import counted, dated, language_name


class Listed(models.Model):
    """A row of a list, in which it has a ``position``."""

    position = models.PositiveIntegerField(unique=True)

    class Meta:
        abstract = True
        ordering: ClassVar = ["position"]


class Source(Listed):
    """A published page on which the edition rests."""

    class Kind(models.TextChoices):
        TEXT_COPY = "text-copy", "Texts of the treaty that we read"
        OFFICIAL_STATEMENT = "official-statement", "Official statements"
        AGENCY = "agency", "News agencies"
        PRESS = "press", "Press"
        ANALYSIS = "analysis", "Analysis"
        REFERENCE = "reference", "Reference works"

    key = models.SlugField(primary_key=True, max_length=80)
    publisher = models.CharField(max_length=200)
    what = models.CharField(max_length=500)
    url = models.URLField(max_length=1000, unique=True)
    language = models.CharField(max_length=10)
    date = models.CharField(max_length=10, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.key

    def get_absolute_url(self) -> str:
        """Return the address of the source's place in the list of sources."""
        return f"{page_url('sources')}#{self.key}"

    def has_words(self, words: str) -> bool:
        """Whether each of some words, or part of one, stands in what a list shows of it."""
        shown = f"{self.publisher} {self.said} {self.note}".casefold()
        return all(word in shown for word in words.casefold().split())

    @property
    def said(self) -> str:
        """What it is, in which language and from when; a full stop is where a note follows."""
        facts = language_name(self.language) + dated(self.date, ", ")
        return f"{self.what} ({facts}){'.' if self.note else ''}"


class Sourced(models.Model):
    """A thing that rests on published pages."""

    sources = models.ManyToManyField(Source, related_name="+")

    class Meta:
        abstract = True

    @property
    def source_label(self) -> str:
        """What stands before its sources."""
        return "Source:" if len(self.sources.all()) == 1 else "Sources:"


class Theme(Listed):
    """A heading for browsing. Themes are ours and no part of the treaty.

    Themes of one ``family``, from 1, are drawn in one colour.
    """

    FAMILIES: ClassVar = 7

    slug = models.SlugField(primary_key=True)
    name = models.CharField(max_length=100, unique=True)
    description = models.TextField()
    family = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the theme's page."""
        return page_url("theme", self.slug)


class Mention(Listed, Sourced):
    """A body, agreement, place or idea that the treaty, or the background to it, names.

    ``cues`` has lists by language of the names by which a text may name it.
    """

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", "Organisations"
        BODY = "body", "Bodies"
        AGREEMENT = "agreement", "Agreements and declarations"
        PLACE = "place", "Places"
        CONCEPT = "concept", "Ideas and terms"

    slug = models.SlugField(primary_key=True, max_length=80)
    name = models.CharField(max_length=150, unique=True)
    kind = models.CharField(max_length=20, choices=Kind)
    description = models.TextField()
    in_treaty = models.TextField()
    aliases = models.JSONField(default=list)
    cues = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the mention's page."""
        return page_url("mention", self.slug)

    @property
    def size(self) -> str:
        """How many articles name it, in words."""
        named = [row for row in self.article_mentions.all() if row.relation == "named"]
        return counted(len(named), "article") if named else "background only"

    @property
    def kind_name(self) -> str:
        """What one of the kind is called: ``organisation``, ``term``."""
        return "term" if self.kind == Mention.Kind.CONCEPT else self.kind
