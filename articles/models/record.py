"""The treaty's life and afterlife: events, comments, publications, and which data is loaded."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from articles.models.apparatus import Listed, Sourced
from articles.models.text import Article, Passage
from articles.treaty.addresses import page_url
from articles.treaty.solar_hijri import in_solar_hijri


class Event(Listed, Sourced):
    """A dated event before, around or after the treaty.

    ``short`` is what the drawing of the timeline calls it; empty if it does not name it.
    ``other_dates`` are those that some sources give instead, as ``note`` says.
    """

    class Kind(models.TextChoices):
        EARLIER_INSTRUMENT = "earlier-instrument", "Earlier instrument"
        NEGOTIATION = "negotiation", "Negotiation"
        SIGNATURE = "signature", "Signature"
        RATIFICATION = "ratification", "Ratification"
        ENTRY_INTO_FORCE = "entry-into-force", "Entry into force"
        AFTERMATH = "aftermath", "Aftermath"
        CONTEXT = "context", "Context"
        TERM = "term", "Term"

    slug = models.SlugField(primary_key=True, max_length=80)
    date = models.CharField(max_length=10)
    other_dates = models.JSONField(default=list)
    title = models.CharField(max_length=150)
    short = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    note = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    articles = models.ManyToManyField(Article, related_name="events")

    def __str__(self) -> str:
        return f"{self.date} {self.title}"

    def get_absolute_url(self) -> str:
        """Return the address of the event's place on the timeline."""
        return f"{page_url('timeline')}#{self.slug}"

    @property
    def year(self) -> str:
        """The year, as text."""
        return self.date[:4]

    @property
    def solar_hijri(self) -> str:
        """The day in the calendar of Iran (``28 Dey 1403``); empty where no day is known."""
        return in_solar_hijri(self.date)


class Comment(Listed, Sourced):
    """What a commentator or official has said, restated; never part of the text.

    ``gist`` says it in a line, after the author's name and a colon.
    """

    class Question(models.TextChoices):
        DEFENCE = "defence", "Must the two states defend each other?"
        SANCTIONS = "sanctions", "What does it do about sanctions?"
        OTHERS = "others", "What of other states and organisations?"
        RELATIONS = "relations", "What does it change between the two?"
        CONTENTS = "contents", "What is in it?"
        MAKING = "making", "How and when was it made?"

    slug = models.SlugField(primary_key=True, max_length=80)
    author = models.CharField(max_length=150)
    role = models.CharField(max_length=150, blank=True)
    publisher = models.CharField(max_length=150)
    date = models.CharField(max_length=10, blank=True)
    question = models.CharField(max_length=20, choices=Question)
    gist = models.CharField(max_length=115)
    text = models.TextField()
    quote = models.CharField(max_length=200, blank=True)
    quote_of = models.CharField(max_length=200, blank=True)
    articles = models.ManyToManyField(Article, related_name="comments")

    def __str__(self) -> str:
        return f"{self.author}: {self.text}"

    @property
    def byline(self) -> str:
        """Who the author is, and where the words were published."""
        return f"{self.role}. {self.publisher}" if self.role else self.publisher

    def get_absolute_url(self) -> str:
        """Return the address of the comment's place on the background page."""
        return f"{page_url('background')}#{self.slug}"


class Publication(Sourced):
    """A place where the official text, or somebody's copy or translation of it, was published."""

    class Kind(models.TextChoices):
        OFFICIAL_TEXT = "official_text", "Official publication"
        TEXT_COPY = "text_copy", "Copy or translation by others"

    slug = models.SlugField(primary_key=True, max_length=80)
    kind = models.CharField(max_length=20, choices=Kind)
    language = models.CharField(max_length=10)
    publisher = models.CharField(max_length=200)
    url = models.URLField(max_length=1000)
    address_confirmed = models.BooleanField()
    note = models.TextField()
    position = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["kind", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "position"], name="publication_order"),
        ]

    def __str__(self) -> str:
        return self.slug


class ReuseNote(Listed, Passage, Sourced):
    """What is known about reusing the official text."""

    position = models.PositiveSmallIntegerField(unique=True)


class DataVersion(models.Model):
    """Which content is loaded: a SHA-256 of the fixtures. The loader writes the only row."""

    digest = models.CharField(max_length=64, primary_key=True)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.short

    @property
    def short(self) -> str:
        """The first twelve digits, enough to tell one version from another on a page."""
        return self.digest[:12]


class Revision(models.Model):
    """A load that changed the text of any article: what the feed of changes is made of.

    ``digest`` is the data version with which it came, ``hashes`` the content hash of every
    article by its number as text, and ``changed`` the numbers of those that differ from the
    revision before. Revisions stay when the data is replaced.
    """

    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    hashes = models.JSONField()
    changed = models.JSONField()

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.digest[:12]} {self.made_at:%Y-%m-%d}"
