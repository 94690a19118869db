"""Writes invented treaties as files of text and Markdown, in the ways in which people have them.

Each writer gives the text; ``encoded`` makes bytes of it. ``documents`` and ``pages`` write the
other formats.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from articles.official.text import Parsed, parts
from tests.official.treaties import Treaty

WIDTH: Final = 72
PAGE_LENGTH: Final = 44
SHORTEST_HYPHENATED: Final = 8
ENDS_SENTENCE: Final = (".", ":", ";", "؛", ",", "،", "”", "»")

RUNNING_HEADS: Final = {
    "en": ("Northmere Treaty Series", "Page {page}"),
    "ru": ("Собрание договоров Нордмера", "– {page} –"),
    "fa": ("مجموعه معاهدات نوردمر", "صفحه {page}"),
}
"""What stands at the head and at the foot of every page."""

SMALLER_SETS: Final[dict[str, dict[int, str | int | None]]] = {
    "koi8-r": str.maketrans({"–": "-", "«": '"', "»": '"'}),
    "windows-1256": str.maketrans("ی۰۱۲۳۴۵۶۷۸۹", "ي0123456789"),
}
"""Letters that a character set lacks, and what was written in their place."""


def as_text(parsed: Parsed) -> str:
    """A treaty that was read, as plain text again, with a line for each of its parts."""
    return "\n\n".join(filter(None, parts(parsed))) + "\n"


def one_line_each(treaty: Treaty) -> str:
    """Return the treaty with each paragraph on one line, as web pages are copied."""
    return "".join(f"{line.printed}\n" for line in treaty.lines())


def apart(treaty: Treaty) -> str:
    """Return the treaty with each paragraph on one line, and empty lines between them."""
    return "\n\n".join(line.printed for line in treaty.lines()) + "\n"


def wrapped(treaty: Treaty) -> str:
    """Return the treaty in short lines, with an empty line after each paragraph."""
    return "\n\n".join("\n".join(wrap(line.printed)) for line in treaty.lines()) + "\n"


def windows_lines(treaty: Treaty) -> str:
    """Return the same, with the ends of lines that Windows writes."""
    return wrapped(treaty).replace("\n", "\r\n")


def indented(treaty: Treaty) -> str:
    """Return the treaty in short lines; headings stand in the middle, paragraphs are set in."""
    lines: list[str] = []
    for line in treaty.lines():
        is_short = len(line.printed) <= WIDTH
        is_centred = line.kind in CENTRED and is_short
        lines += [line.printed.center(WIDTH).rstrip()] if is_centred else wrap(line.printed, "    ")
    return "\n".join(lines) + "\n"


def hyphenated(treaty: Treaty) -> str:
    """Return the treaty in short lines at whose ends long words are parted."""
    return (
        "\n\n".join("\n".join(wrap(line.printed, parts_words=True)) for line in treaty.lines())
        + "\n"
    )


def paged(treaty: Treaty) -> str:
    """Return the treaty on pages with running heads and page numbers, cut within paragraphs."""
    head, foot = RUNNING_HEADS[treaty.language]
    pages = [
        "\n".join([head, "", *page, "", foot.format(page=number), ""])
        for number, page in enumerate(_pages(treaty), 1)
    ]
    return "\f".join(pages)


def markdown(treaty: Treaty) -> str:
    """Return the treaty as Markdown whose headings are headings."""
    signs = {"title": "# ", "chapter": "## ", "heading": "### "}
    return "\n\n".join(signs.get(line.kind, "") + line.printed for line in treaty.lines()) + "\n"


def bold_markdown(treaty: Treaty) -> str:
    """Return the treaty as Markdown whose headings are bold, and whose signs are escaped."""
    written = []
    for line in treaty.lines():
        if line.kind in ("title", "chapter", "heading"):
            written.append(f"**{line.printed}**")
        else:
            label = re.sub(r"([.()-])", r"\\\1", line.label)
            written.append(f"{label} {line.text}".strip())
    return "\n\n".join(written) + "\n"


CENTRED: Final = ("title", "chapter", "heading")

TEXTS: Final[dict[str, tuple[str, Callable[[Treaty], str]]]] = {
    "one line each": ("treaty.txt", one_line_each),
    "paragraphs apart": ("treaty.txt", apart),
    "wrapped": ("treaty.txt", wrapped),
    "lines of Windows": ("TREATY.TXT", windows_lines),
    "indented": ("treaty.txt", indented),
    "hyphenated": ("treaty.txt", hyphenated),
    "paged": ("treaty.txt", paged),
    "markdown": ("treaty.md", markdown),
    "bold markdown": ("treaty.md", bold_markdown),
}
"""The name of the file and the writer for each way of writing text."""


def encoded(treaty: Treaty, encoding: str) -> tuple[Treaty, bytes]:
    """Return the treaty as the character set can spell it, and its text, wrapped, as bytes."""
    spelt = treaty.spelt(SMALLER_SETS.get(encoding, {}))
    return spelt, wrapped(spelt).encode(encoding)


def wrap(text: str, indent: str = "", *, parts_words: bool = False) -> list[str]:
    """Return the text in lines of at most ``WIDTH`` characters, the first one indented.

    With ``parts_words`` a long word that does not fit is parted by a hyphen where it can be.
    """
    lines: list[str] = []
    current = indent
    for word in text.split():
        rest = word
        if len(current) + len(word) + 1 > WIDTH and current.strip():
            room = WIDTH - len(current) - 2
            if parts_words and _may_part(word) and room > 2:
                at = min(room, len(word) - 3)
                current, rest = f"{current} {word[:at]}-", word[at:]
            lines.append(current)
            current = rest
        else:
            current = f"{current} {word}" if current.strip() else current + word
    return [*lines, current]


def _may_part(word: str) -> bool:
    """Tell whether a word is long and made of small letters alone."""
    return len(word) >= SHORTEST_HYPHENATED and word.isalpha() and word.islower()


def _pages(treaty: Treaty) -> Iterator[list[str]]:
    """Give the lines of each page; a page ends within a paragraph, and within a sentence."""
    page: list[str] = []
    for line in treaty.lines():
        parts = wrap(line.printed)
        for place, part in enumerate(parts, 1):
            page.append(part)
            is_within = place < len(parts) and not part.endswith(ENDS_SENTENCE)
            if len(page) >= PAGE_LENGTH and is_within:
                yield page
                page = []
        page.append("")
    yield page
