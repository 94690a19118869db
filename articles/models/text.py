"""The text: articles, their paragraphs, and the statements and background they hold."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from articles import addresses, markup, treaty
from articles.models.apparatus import Mention, Sourced, Theme
from articles.querysets import ArticleQuerySet, SubjectQuerySet


class Evidence(models.TextChoices):
    """How well reports bear out an article; the values are explained on the about page."""

    REPORTED = "reported", "Reported"
    PLACED = "placed", "Number inferred"
    OUTLINE = "outline", "Outline, unconfirmed"
    UNPLACED = "unplaced", "Not described yet"

    @property
    def explanation(self) -> str:
        """What the grade says of an article, in a sentence for readers."""
        return {
            Evidence.REPORTED: (
                "A published report gives both the number of this article and its subject."
            ),
            Evidence.PLACED: (
                "Reports give the subject. The number is inferred, mostly from the neighbouring "
                "articles; it is likely, not certain."
            ),
            Evidence.OUTLINE: (
                "No report seen describes this article. Its number and its content are both still "
                "to be confirmed."
            ),
            Evidence.UNPLACED: "No report used here says what this article deals with.",
        }[self]


class Basis(models.TextChoices):
    """What a statement rests on: a published page, or nothing seen so far."""

    REPORTED = "reported", "Reported"
    UNCONFIRMED = "unconfirmed", "Unconfirmed"


class Numbering(models.TextChoices):
    """What the number of a paragraph is worth."""

    CONFIRMED = "confirmed", "The treaty's number, as reported"
    UNCONFIRMED = "unconfirmed", "Believed to be the treaty's number; not confirmed"
    UNNUMBERED = "unnumbered", "The article's only paragraph, believed to have no number"
    OWN = "own", "A number of this edition; the treaty's is not known"


class Article(models.Model):
    """One article of the treaty; the preamble stands among them as number 0.

    ``read_subject`` is what cue words in an official text say it deals with, for an article whose
    subject no report gives; its themes are then read from there, too.
    """

    number = models.PositiveSmallIntegerField(primary_key=True)
    title = models.CharField(max_length=100)
    evidence = models.CharField(max_length=20, choices=Evidence)
    gist = models.CharField(max_length=250)
    paragraph_count = models.PositiveSmallIntegerField(null=True)
    paragraph_count_confirmed = models.BooleanField()
    read_subject = models.CharField(max_length=100, blank=True)
    keywords = models.JSONField(default=list)
    cautions = models.JSONField(default=list)
    themes = models.ManyToManyField(Theme, through="ArticleTheme", related_name="articles")
    mentions = models.ManyToManyField(Mention, through="ArticleMention", related_name="articles")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return self.heading

    def get_absolute_url(self) -> str:
        """Return the address of the article's page."""
        return addresses.article_url(self.number)

    @property
    def label(self) -> str:
        """``Preamble`` or ``Article 14``."""
        return treaty.label(self.number)

    @property
    def subject(self) -> str:
        """What the article deals with: our title, or what was read from the official text.

        Empty if neither tells more than the number.
        """
        return self.title if self.title != self.label else self.read_subject

    @property
    def heading(self) -> str:
        """``Article 14 · Regional organisations``, or the bare label where no more is known."""
        return f"{self.label} · {self.subject}" if self.subject else self.label

    @property
    def anchor(self) -> str:
        """The HTML ``id`` (``art_14``)."""
        return addresses.article_anchor(self.number)

    def paragraph_numbers(self) -> set[int]:
        """Return the numbers that paragraphs have, in our edition or in an official text."""
        ours = self.paragraphs.values_list("number", flat=True)
        return {*ours, *self.official_paragraphs.values_list("number", flat=True)} - {0}

    @property
    def theme_list(self) -> list[Theme]:
        """The themes, the leading one first. Fetch them with ``with_theme_list``."""
        return [row.theme for row in self.article_themes.all()]

    @property
    def grade(self) -> Evidence:
        """The evidence grade."""
        return Evidence(self.evidence)

    @property
    def is_described(self) -> bool:
        """Whether the edition has any text for the article."""
        return self.evidence != Evidence.UNPLACED


class ArticleTheme(models.Model):
    """A theme of an article; the one at position 1 leads."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="article_themes")
    theme = models.ForeignKey(Theme, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["article", "theme"], name="theme_once_in_article"),
            models.UniqueConstraint(fields=["article", "position"], name="theme_order_in_article"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.theme_id}"


class ArticleMention(models.Model):
    """How an article touches on a mention."""

    class Relation(models.TextChoices):
        NAMED = "named", "Articles that name it"
        THOUGHT_NAMED = "thought_named", "Articles thought to name it, unconfirmed"
        BACKGROUND = "background", "Articles where it is only background"

    article = models.ForeignKey(Article, models.CASCADE, related_name="article_mentions")
    mention = models.ForeignKey(Mention, models.CASCADE, related_name="article_mentions")
    relation = models.CharField(max_length=20, choices=Relation)

    class Meta:
        ordering: ClassVar = ["article", "mention__position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["article", "mention"], name="mention_once_in_article"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.mention_id} ({self.relation})"


class RelatedArticle(models.Model):
    """A pointer from one article to another, with the reason a reader would follow it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="related_articles")
    other = models.ForeignKey(Article, models.CASCADE, related_name="+")
    reason = models.TextField()
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["article", "other"], name="related_once_in_article"),
            models.CheckConstraint(
                condition=~Q(article=models.F("other")), name="related_to_other"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} → {self.other_id}"


class Paragraph(models.Model):
    """A paragraph of an article (a recital of the preamble): the unit of links and citations."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="paragraphs")
    number = models.PositiveSmallIntegerField()
    numbering = models.CharField(max_length=20, choices=Numbering)

    class Meta:
        ordering: ClassVar = ["article", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["article", "number"], name="paragraph_number"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}.{self.number}"

    def get_absolute_url(self) -> str:
        """Return the address of the article's page with this paragraph marked."""
        return addresses.paragraph_url(self.article_id, self.number)

    @property
    def anchor(self) -> str:
        """The HTML ``id`` (``art_14__para_2``)."""
        return addresses.paragraph_anchor(self.article_id, self.number)

    @property
    def label(self) -> str:
        """``Recital 3`` or ``Paragraph 3``."""
        return addresses.paragraph_label(self.article_id, self.number)

    @property
    def margin(self) -> str:
        """What stands in the margin: the number, in brackets unless it is surely the treaty's."""
        return {
            Numbering.CONFIRMED: f"{self.number}",
            Numbering.UNNUMBERED: "¶",
        }.get(Numbering(self.numbering), f"[{self.number}]")


class Subject(models.Model):
    """A subject known to be in the treaty, but not under which article."""

    slug = models.SlugField(primary_key=True)
    name = models.CharField(max_length=150, unique=True)
    in_brief = models.CharField(max_length=100, blank=True)
    likely_from = models.PositiveSmallIntegerField(null=True)
    likely_to = models.PositiveSmallIntegerField(null=True)
    likely_place = models.CharField(max_length=100, blank=True)
    themes = models.ManyToManyField(Theme, related_name="subjects")
    position = models.PositiveIntegerField(unique=True)

    objects = SubjectQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["position"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the subject's place on the page of its first theme."""
        theme = min(self.themes.all(), key=lambda theme: theme.position)
        return f"{theme.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """The HTML ``id``; prefixed, since slugs of subjects and sections could be the same."""
        return f"subject-{self.slug}"

    @property
    def is_reported(self) -> bool:
        """Whether any report bears the subject out."""
        return any(statement.is_reported for statement in self.statements.all())


class Statement(Sourced):
    """One or more sentences that share a basis and sources.

    It belongs to a paragraph, to a subject without an article number, or to a topic of the
    pages about the text: exactly one of the three.
    """

    class Topic(models.TextChoices):
        LANGUAGES = "languages", "Languages of the treaty"
        REUSE = "reuse", "Reuse of the official text"

    paragraph = models.ForeignKey(Paragraph, models.CASCADE, null=True, related_name="statements")
    subject = models.ForeignKey(Subject, models.CASCADE, null=True, related_name="statements")
    topic = models.CharField(max_length=20, choices=Topic, blank=True)
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    html = models.TextField()
    basis = models.CharField(max_length=20, choices=Basis)
    settle = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="statement_has_one_owner",
                condition=Q(paragraph__isnull=False, subject__isnull=True, topic="")
                | Q(paragraph__isnull=True, subject__isnull=False, topic="")
                | Q(paragraph__isnull=True, subject__isnull=True) & ~Q(topic=""),
            ),
            models.UniqueConstraint(fields=["paragraph", "position"], name="order_in_paragraph"),
            models.UniqueConstraint(fields=["subject", "position"], name="order_in_subject"),
            models.UniqueConstraint(
                fields=["topic", "position"], condition=~Q(topic=""), name="order_in_topic"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def plain(self) -> str:
        """The words as one line of plain text."""
        return markup.to_text(self.html)

    @property
    def is_reported(self) -> bool:
        """Whether a published page says so."""
        return self.basis == Basis.REPORTED


class Background(Sourced):
    """Something true of an article's or subject's matter that is not in the treaty."""

    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="background")
    subject = models.ForeignKey(Subject, models.CASCADE, null=True, related_name="background")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    html = models.TextField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="background_has_one_owner",
                condition=Q(article__isnull=False, subject__isnull=True)
                | Q(article__isnull=True, subject__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text
