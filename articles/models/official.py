"""The official text of the treaty, where an operator has supplied it: a row for each copy."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language_info

from articles import treaty
from articles.models.apparatus import Listed
from articles.models.text import Article
from articles.treaty.places import Place


class OfficialText(Listed):
    """One published text of the treaty, in one language; several may be in the same one.

    ``source`` is the file it was read from, and ``sha256`` that of the file's bytes.
    """

    class Language(models.TextChoices):
        ENGLISH = "en", "English"
        RUSSIAN = "ru", "Russian"
        PERSIAN = "fa", "Persian"

    class Wording(models.TextChoices):
        OWN = "own", "the treaty's own wording"
        TRANSLATION = "translation", "a translation"
        UNKNOWN = "unknown", "not known whether the treaty's own wording or a translation"

    slug = models.SlugField(primary_key=True, max_length=60)
    language = models.CharField(max_length=2, choices=Language)
    publisher = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=1000, blank=True)
    retrieved = models.CharField(max_length=10, blank=True)
    wording = models.CharField(max_length=20, choices=Wording, default=Wording.UNKNOWN)
    source = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    title = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(unique=True)

    def __str__(self) -> str:
        return self.name

    @property
    def language_name(self) -> str:
        """The language in English."""
        return OfficialText.Language(self.language).label

    @property
    def own_language_name(self) -> str:
        """The language in itself: ``Русский``."""
        return str(get_language_info(self.language)["name_local"]).capitalize()

    @property
    def query(self) -> str:
        """The query string that shows this text first."""
        return f"?lang={self.slug}"

    @property
    def name(self) -> str:
        """What tells the text from others: ``English`` or ``English, Government of Iran``."""
        if self.publisher:
            return f"{self.language_name}, {self.publisher}"
        return self.language_name + (f" ({self.slug})" if self.slug != self.language else "")

    @property
    def direction(self) -> str:
        """The value of the HTML attribute ``dir``."""
        return "rtl" if self.language == OfficialText.Language.PERSIAN else "ltr"

    @property
    def wording_label(self) -> str:
        """Whether the words are the treaty's own or a translation, in words."""
        return OfficialText.Wording(self.wording).label


class OfficialParagraph(models.Model):
    """A paragraph of an official text, exactly as published.

    ``number`` counts as the treaty does where its paragraphs are numbered, and from 1 in order
    where they are not; words before the first numbered paragraph have 0. ``label`` is the number
    as printed, or empty. ``blocks`` holds pairs of a label and a text: what the paragraph says,
    then its lettered or dashed items, each with its letter or dash as label.
    """

    official_text = models.ForeignKey(OfficialText, models.CASCADE, related_name="paragraphs")
    article = models.ForeignKey(Article, models.CASCADE, related_name="official_paragraphs")
    number = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=20, blank=True)
    blocks = models.JSONField()

    class Meta:
        ordering: ClassVar = ["official_text", "article", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["official_text", "article", "number"], name="official_paragraph_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.official_text_id} {self.article_id}.{self.number}"

    @property
    def place(self) -> Place:
        """Where it stands; words before the first numbered paragraph are the article's."""
        return Place(self.article_id, self.number or None)

    @property
    def text(self) -> str:
        """The words, with the labels of items, each block on a line of its own."""
        return "\n".join(f"{label} {text}".strip() for label, text in self.blocks)

    def blocks_of(self, point: int | None = None) -> list[tuple[str, str, int | None]]:
        """Return the blocks, each with the place of the point that it belongs to, if any.

        Where the treaty has points, each label begins one. Of a ``point`` only that is returned,
        if the text has it, and what introduces it.
        """
        has_points = (self.article_id, self.number) in treaty.POINT_NUMBERS
        rows, labels = [], 0
        for label, text in self.blocks:
            labels += bool(label)
            rows.append((label, text, labels if has_points and labels else None))
        return [row for row in rows if point is None or row[2] in {None, point}]

    @property
    def name(self) -> str:
        """``Recital 3``, ``Paragraph 3``, or ``Opening words`` before the first numbered one."""
        return self.place.name

    @property
    def plain(self) -> str:
        """The words as one line of plain text."""
        return self.text.replace("\n", " ")
