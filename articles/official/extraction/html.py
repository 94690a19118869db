"""Lines of a saved web page: its blocks in order, what is menu or footer marked as such."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree
from lxml import html as parser

from articles.official.extraction.decoding import decode
from articles.official.extraction.tidying import raised, tidy
from articles.official.languages.grammar import DIGITS, words
from articles.official.numerals import numeral
from articles.official.text import Line, Refused

SILENT: Final = frozenset(
    words("script style template noscript svg math iframe object canvas head")
)
"""Elements whose text no reader sees."""

ELSEWHERE: Final = frozenset(words("nav footer aside button select textarea form figcaption"))
ROLES: Final = frozenset(words("navigation contentinfo complementary search dialog"))
"""Elements, by name and by ARIA role, that hold a page's menus and footers, never its text."""

BOXES: Final = frozenset(
    words(
        "ad ads advert advertisement banner breadcrumb breadcrumbs comment comments cookie cookies "
        "footer menu nav navbar newsletter pagination promo related share sharing sidebar social "
        "sponsored subscribe"
    )
)
"""Words in the class or id of an element that holds the like."""

LARGEST_BOX: Final = 400
"""Characters of such an element at most: a larger one may be named after what it has beside."""

MENU: Final = "menu or footer of the page"

INLINE: Final = frozenset(
    words(
        "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span "
        "strike strong sub sup time tt u var wbr"
    )
)
"""Elements that do not end a line; every other does."""

LIST_STYLES: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""Styles of numbers by the attribute ``type`` of a list."""

BULLET: Final = "•"

NOTE: Final = re.compile(rf"\s*[\[(]?(?:{DIGITS}{{1,3}}|[a-z]|\*{{1,3}})[\])]?\s*")
NOTE_MARK: Final = "mark of a footnote"


@dataclass
class Writer:
    """Collects lines while the page is walked; the marks of footnotes come after all others."""

    lines: list[Line] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    source_line: int = 0
    is_broken: bool = False
    left_out: str = ""
    marks: list[Line] = field(default_factory=list)
    is_linked: bool = False
    is_link: bool = True

    def write(self, text: str | None) -> None:
        """Add text to the line."""
        if text:
            self.pending.append(text)
            self.is_link &= self.is_linked or not text.strip()

    def end_line(self, *, is_whole: bool) -> None:
        """End the line, if it holds anything."""
        text = tidy("".join(self.pending))
        self.pending.clear()
        if text:
            self.lines.append(
                Line(
                    self.source_line,
                    text,
                    is_whole,
                    is_link=self.is_link,
                    left_out=self.left_out,
                )
            )
        self.is_link = True

    def end_block(self) -> None:
        """End the line, and the paragraph with it."""
        self.end_line(is_whole=not self.is_broken)
        if self.is_broken:
            self.lines.append(Line(self.source_line, ""))
        self.is_broken = False

    def break_line(self) -> None:
        """End the line; what follows may belong to the same paragraph."""
        self.is_broken = True
        self.end_line(is_whole=False)


def lines(data: bytes) -> list[Line]:
    """Return the lines of a page, with the line of the file in which the block of each begins."""
    # Bytes, since lxml refuses text that declares an encoding of its own.
    text = decode(data).encode("utf-8")
    writer = Writer()
    try:
        root = parser.document_fromstring(text, parser=parser.HTMLParser(encoding="utf-8"))
        walk(root, writer, None)
    except (etree.LxmlError, ValueError) as error:
        raise Refused([f"is no web page that can be read ({error}): save it again"]) from error
    except RecursionError as error:
        raise Refused(["nests elements too deeply: save only the text"]) from error
    writer.end_block()
    return [*writer.lines, *writer.marks]


def walk(element: Any, writer: Writer, next_label: Callable[[Any], str] | None) -> None:
    """Write the lines of an element and of all within it; ``next_label`` numbers list items."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag == "br":
        writer.break_line()
    if not tag or tag == "br" or tag in SILENT:
        return
    if tag == "sup" and is_note_mark(element):
        mark, why = tidy(element.text_content()), writer.left_out or NOTE_MARK
        writer.marks.append(Line(writer.source_line, mark, left_out=why))
        return
    is_block = tag not in INLINE
    outer_reason = writer.left_out
    write = write_lines if tag == "pre" else Writer.write
    if is_block:
        writer.end_block()
        writer.source_line = element.sourceline or 0
    if is_beside(element):
        writer.left_out = MENU
    is_linked, writer.is_linked = writer.is_linked, writer.is_linked or leads_elsewhere(element)
    if tag == "li" and next_label is not None:
        writer.write(f"{next_label(element)} ")
    write(writer, raised(element.text or "") if tag == "sup" else element.text)
    labels = labeller(element) if tag in {"ol", "ul"} else None
    for child in element:
        walk(child, writer, labels)
        write(writer, child.tail)
    if is_block:
        writer.end_block()
    writer.left_out, writer.is_linked = outer_reason, is_linked


def is_beside(element: Any) -> bool:
    """Whether an element holds what a page has beside its text."""
    if element.tag in ELSEWHERE or element.get("role", "").lower() in ROLES:
        return True
    named = re.split(r"[\W_]+", f"{element.get('class', '')} {element.get('id', '')}".lower())
    return not BOXES.isdisjoint(named) and len(element.text_content()) <= LARGEST_BOX


def leads_elsewhere(element: Any) -> bool:
    """Whether an element is a link to another page."""
    return bool(element.tag == "a" and not element.get("href", "#").startswith("#"))


def is_note_mark(element: Any) -> bool:
    """Whether a raised sign leads to a footnote, and is no power or part of a number."""
    links = element.iter("a") if element.getparent().tag != "a" else [element.getparent()]
    return bool(NOTE.fullmatch(element.text_content())) and any(
        "#" in link.get("href", "") for link in links
    )


def write_lines(writer: Writer, text: str | None) -> None:
    """Write text whose line breaks are shown, as in a ``pre``."""
    first, *others = (text or "").split("\n")
    writer.write(first)
    for line in others:
        writer.break_line()
        writer.write(line)
        if not line.strip():
            writer.end_block()
            writer.is_broken = True


def labeller(element: Any) -> Callable[[Any], str]:
    """Return what gives each item of a list its label."""
    if element.tag == "ul":
        return lambda item: BULLET
    style = LIST_STYLES.get(element.get("type", ""), "decimal")
    counted = whole_number(element.get("start"), 1) - 1

    def next_label(item: Any) -> str:
        nonlocal counted
        counted = whole_number(item.get("value"), counted + 1)
        begins = tidy(item.text_content()[:20])
        label = f"{numeral(counted, style)}."
        # A page that numbers by hand within a list would otherwise have each number twice.
        return "" if begins.startswith((label, label[:-1] + ")", f"({label[:-1]})")) else label

    return next_label


def whole_number(text: str | None, default: int) -> int:
    """Return the number that an attribute holds, if it holds one."""
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 4 else default  # noqa: PLR2004
