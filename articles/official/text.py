"""What the importer makes of a published copy: the treaty's parts, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


class Refused(Exception):  # noqa: N818 - it is told to people, as a refusal
    """A file is not taken; ``problems`` says why, one line for each, and what to do."""

    def __init__(self, problems: list[str]) -> None:
        """Take every problem that was found."""
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Line:
    """A line of a source: its place there, from 1, and its text with single spaces.

    ``is_whole`` is true of a paragraph that the format itself marks as one; other lines may be
    parts of a longer one. ``is_indented`` is true of a line that is set in. ``page`` counts from
    1 where there are pages. ``fill`` is the share of the printed width that a line takes, where
    that is known. ``is_link`` is true of a line of a page that leads elsewhere as a whole.
    ``left_out`` says why the line is not the treaty's, where it is not.
    """

    number: int
    text: str
    is_whole: bool = False
    page: int = 0
    is_indented: bool = False
    fill: float = 0.0
    is_link: bool = False
    left_out: str = ""


@dataclass(frozen=True)
class Block:
    """A stretch of a paragraph: the letter or dash before an item, and the words."""

    label: str
    text: str
    line: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True)
class ParsedParagraph:
    """A paragraph; ``number`` is 0 for words before the first numbered one or first recital.

    ``label`` is the number as printed, empty where none is; ``line`` the place in the source.
    The last recital has the words with which the preamble ends as a second block.
    """

    number: int
    label: str
    blocks: tuple[Block, ...]
    line: int = field(default=0, compare=False)

    @property
    def text(self) -> str:
        """The words without the paragraph's own number, each block on a line."""
        return "\n".join(map(str, self.blocks))


@dataclass(frozen=True)
class ParsedArticle:
    """An article, or the preamble as number 0, with its heading and title as printed."""

    number: int
    heading: str
    title: str
    paragraphs: tuple[ParsedParagraph, ...]
    line: int = field(default=0, compare=False)
    before: tuple[str, ...] = field(default=())

    @property
    def text(self) -> str:
        """All the words of the article."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Parsed:
    """A treaty as it was read; ``articles`` begins with the preamble.

    ``left_out`` has the lines of the source that are not the treaty's, and says why.
    """

    language: str
    title: str
    articles: tuple[ParsedArticle, ...]
    closing: str
    left_out: tuple[Line, ...] = field(default=(), compare=False)
    notices: tuple[str, ...] = field(default=(), compare=False)

    @property
    def counts(self) -> dict[str, int]:
        """How many of each part there are; words before a first number are none of them."""
        preamble, *articles = self.articles
        paragraphs = [each for article in articles for each in article.paragraphs]
        return {
            "recital": sum(bool(each.number) for each in preamble.paragraphs),
            "article": len(articles),
            "paragraph": sum(bool(each.number) for each in paragraphs),
            "point": sum(bool(block.label) for each in paragraphs for block in each.blocks),
        }


def parts(parsed: Parsed) -> Iterator[str]:
    """Yield every line of the treaty in order."""
    yield from parsed.title.splitlines()
    for article in parsed.articles:
        yield from article.before
        yield article.heading
        yield article.title
        for paragraph in article.paragraphs:
            first, *others = paragraph.blocks
            yield f"{paragraph.label} {first}".strip()
            yield from map(str, others)
    yield from parsed.closing.splitlines()
