"""The text: articles with their paragraphs and points, and what stands beside it."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from django.db import models
from django.db.models import Q

from articles import treaty
from articles.models import markup
from articles.models.apparatus import Listed, Mention, Source, Sourced, Theme
from articles.treaty.places import Place


class Strength(models.TextChoices):
    """How a paragraph binds; the values are explained on the about page."""

    DUTY = "duty", "Duty"
    BAN = "ban", "Ban"
    GUARANTEE = "guarantee", "Guarantee"
    OPTION = "option", "Option"
    AIM = "aim", "Aim"
    POSITION = "position", "Position"
    RULE = "rule", "Rule"

    @property
    def wording(self) -> str:
        """The words by which this edition gives it."""
        return STRENGTHS[self][0]

    @property
    def explanation(self) -> str:
        """What it means, in a few words."""
        return STRENGTHS[self][1]


STRENGTHS: dict[Strength, tuple[str, str]] = {
    Strength.DUTY: ("“shall”", "something the two states must do"),
    Strength.BAN: ("“shall not”, “neither … shall”", "something neither state may do"),
    Strength.GUARANTEE: ("“guarantee”", "something each state assures the other of"),
    Strength.OPTION: ("“may”", "something they are free to do"),
    Strength.AIM: ("“strive to”", "a goal they work towards, without a promised result"),
    Strength.POSITION: (
        "“hold”, “support”, “confirm”, “declare”",
        "a view or an intention they state; all recitals of the preamble are of this kind",
    ),
    Strength.RULE: ("the present tense", "how the treaty itself works, or what a provision covers"),
}


class Article(models.Model):
    """One article of the treaty.

    The preamble and the closing lines stand among them, as ``treaty.PREAMBLE`` and
    ``treaty.CLOSING``. ``reports`` are the press reports of what the article says.
    """

    number = models.PositiveSmallIntegerField(primary_key=True)
    title = models.CharField(max_length=100)
    gist = models.CharField(max_length=115)
    keywords = models.JSONField(default=list)
    themes = models.ManyToManyField(Theme, through="ArticleTheme", related_name="articles")
    mentions = models.ManyToManyField(Mention, through="ArticleMention", related_name="articles")
    reports = models.ManyToManyField(Source, related_name="+")

    class Meta:
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return self.heading

    def get_absolute_url(self) -> str:
        """Return the address of the article's page."""
        return self.place.url

    @property
    def place(self) -> Place:
        """The article as a provision."""
        return Place(self.number)

    @property
    def label(self) -> str:
        """``Preamble`` or ``Article 14``."""
        return treaty.label(self.number)

    @property
    def label_parts(self) -> tuple[str, str]:
        """The label before its number, and the rest: ``Article`` and ``14``, or ``Preamble``."""
        is_named = self.number in treaty.NAMED
        return ("", self.label) if is_named else ("Article ", str(self.number))

    @property
    def numeral(self) -> str:
        """What contents put before the title: ``14``, or ``P`` and ``C`` for what has no number."""
        return self.label[0] if self.number in treaty.NAMED else str(self.number)

    @property
    def entry(self) -> str:
        """``14 Regional organisations``; ``Preamble: shared aims`` for a part without a number."""
        is_named = self.number in treaty.NAMED
        return f"{self.label}: {self.title}" if is_named else f"{self.number} {self.title}"

    @property
    def heading(self) -> str:
        """``Article 14 · Regional organisations``."""
        return f"{self.label} · {self.title}"

    @property
    def anchor(self) -> str:
        """The HTML ``id`` (``art_14``)."""
        return self.place.anchor

    @property
    def short_url(self) -> str:
        """The short address (``/14``)."""
        return self.place.short_url

    def passages(self) -> list[Paragraph | Point]:
        """Return the paragraphs in order, each followed by its points."""
        return [row for paragraph in self.paragraphs.all() for row in paragraph.passages()]

    @cached_property
    def theme_list(self) -> list[Theme]:
        """The themes, the leading one first."""
        return [row.theme for row in self.article_themes.all()]

    @cached_property
    def strengths(self) -> frozenset[str]:
        """The ways in which its paragraphs bind."""
        return frozenset(value for row in self.paragraphs.all() for value in row.strengths)

    @property
    def leading_theme(self) -> Theme:
        """The theme under which contents list the article."""
        return self.theme_list[0]

    @property
    def family(self) -> int:
        """The family of the leading theme, in whose colour the article is drawn."""
        return self.leading_theme.family


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


class Passage(models.Model):
    """Words of our edition: Markdown, and its sanitised HTML."""

    text = models.TextField()
    html = models.TextField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text

    @property
    def plain(self) -> str:
        """The words as one line of plain text."""
        return markup.to_text(self.html)

    @property
    def lines(self) -> str:
        """The words as plain text, with a line for each block and item."""
        return markup.to_lines(self.html)


class Paragraph(Passage):
    """A paragraph of an article (a recital of the preamble): the unit of links and citations.

    ``text`` holds its own words, which come before those of its points. The only paragraph of
    an article ``is_alone``: the treaty does not number it. ``strengths`` are values of
    ``Strength``, in the order of the sentences. ``bearer`` names whom it binds, if that is not
    the two states together.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="paragraphs")
    number = models.PositiveSmallIntegerField()
    is_alone = models.BooleanField()
    strengths = models.JSONField()
    bearer = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering: ClassVar = ["article", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["article", "number"], name="paragraph_number"),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of the article's page with this paragraph marked."""
        return self.place.url

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.article_id, self.number)

    @property
    def label(self) -> str:
        """``Recital 3`` or ``Paragraph 3``."""
        return self.place.name

    @property
    def strength_list(self) -> list[Strength]:
        """How it binds, in the order of its sentences."""
        return [Strength(value) for value in self.strengths]

    def passages(self) -> list[Paragraph | Point]:
        """Return the paragraph, for its own words, and then its points."""
        return [self, *self.points.all()]

    @property
    def full_text(self) -> str:
        """The words with those of the points, each point on a line with its label."""
        points = [f"{point.label} {point.plain}" for point in self.points.all()]
        return "\n".join([self.lines, *points])


class Point(Passage):
    """A point of a paragraph that the treaty itself labels: ``label`` is as it prints it."""

    paragraph = models.ForeignKey(Paragraph, models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=20)

    class Meta:
        ordering: ClassVar = ["paragraph", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paragraph", "number"], name="point_number"),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of the article's page with this point marked."""
        return self.place.url

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.paragraph.article_id, self.paragraph.number, self.number)


class Caution(Listed, Sourced):
    """What a reader could get wrong about an article, or about one of its paragraphs."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="cautions")
    paragraph = models.PositiveSmallIntegerField(null=True)
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    def __str__(self) -> str:
        return self.text

    @property
    def place(self) -> Place:
        """The provision that it speaks of."""
        return Place(self.article_id, self.paragraph)


class Background(Listed, Passage, Sourced):
    """Something true of an article's matter that is not in the treaty."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="background")
    position = models.PositiveSmallIntegerField()
