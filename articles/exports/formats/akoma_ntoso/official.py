"""An official text as Akoma Ntoso: its words exactly as published, and ours only in remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from lxml import etree

from articles.exports.extract import BlockData, OfficialParagraphData
from articles.exports.formats.akoma_ntoso.elements import element, remark, remark_line, remarks
from articles.exports.formats.akoma_ntoso.markup import Identifiers
from articles.exports.formats.akoma_ntoso.parts import Choice, Part

LACKING: Final = " Of what was asked for, the official text, {}, lacks: {}."


def title(choice: Choice) -> etree._Element:
    """Return the first line of the preface: the title, a remark since it is not the text's own."""
    return remark_line(choice.extract.treaty.title)


def notice(choice: Choice) -> str:
    """Return where the official text comes from, and what it has not, in sentences."""
    text = choice.official
    published = f" Published at {text.url}." if text.url else ""
    retrieved = f" Retrieved {text.retrieved}." if text.retrieved else ""
    lacking = "; ".join(label for part in choice.parts for label in part.lacking)
    return (
        f"Official text, {text.name}: {text.wording_label}.{published}{retrieved} As published, "
        "except for remarks; a number in brackets is counted here, since the text prints none "
        "there." + (LACKING.format(text.name, lacking) if lacking else "")
    )


def one_paragraph(choice: Choice) -> etree._Element:
    """Return the paragraph that alone was asked for, with its origin in it."""
    part = choice.parts[0]
    return paragraph(part.official[0], part, notice(choice))


def article(part: Part, choice: Choice, said_first: str = "") -> etree._Element:
    """Return an article; what is ``said_first`` stands in it if there is no preface."""
    data = part.article
    made = element("article", element("num", str(data.number)), eId=data.id)
    if said_first:
        made.append(element("subheading", remark(said_first), eId=f"{data.id}__subheading"))
    made.extend(opening(part))
    made.extend([paragraph(row, part) for row in numbered(part)])
    if not part.official:
        made.set("status", "unknown")
        made.append(element("content", absence(choice), eId=f"{data.id}__content"))
    return made


def preamble(part: Part, choice: Choice, said_first: str = "") -> etree._Element:
    """Return the preamble; what is ``said_first`` stands in it if there is no preface."""
    data = part.article
    made = element("preamble", *remarks(said_first), eId=data.id)
    rows = [paragraph(row, part) for row in numbered(part)]
    if rows:
        made.append(element("recitals", *opening(part), *rows, eId=f"{data.id}__recs"))
    else:
        made.extend([container(row) for row in opening(part)])
    if not part.official:
        made.set("status", "unknown")
        made.append(absence(choice))
    return made


def closing(part: Part, choice: Choice, said_first: str = "") -> list[etree._Element]:
    """Return what the closing lines hold, after what is ``said_first``."""
    rows = [paragraph(row, part) for row in part.official]
    return [*remarks(said_first), *(rows or [absence(choice)])]


def container(intro: etree._Element) -> etree._Element:
    """Return opening words that no recital follows as the preamble may hold them."""
    return element("container", *intro, name="intro", eId=intro.get("eId", ""))


def absence(choice: Choice) -> etree._Element:
    """Return what stands where the official text has nothing."""
    return remark_line(f"The official text, {choice.official.name}, has nothing here.")


def opening(part: Part) -> list[etree._Element]:
    """Return the words before the first numbered paragraph, if there are any."""
    return [
        element("intro", *lines(row.blocks, row.id), eId=row.id)
        for row in part.official
        if not row.number
    ]


def numbered(part: Part) -> list[OfficialParagraphData]:
    """Return the paragraphs after the opening words."""
    return [row for row in part.official if row.number]


def paragraph(row: OfficialParagraphData, part: Part, said_first: str = "") -> etree._Element:
    """Return a paragraph or recital with its number as printed, or what the closing lines say.

    Where none is printed, ours stands in a remark, in brackets, unless the article has only one.
    """
    before = lines((block for block in row.blocks if block.point is None), row.id)
    if part.is_closing:
        said = remarks(said_first)
        return element("container", *said, *before, name="paragraph", eId=row.id)
    made = element("recital" if part.is_preamble else "paragraph", eId=row.id)
    if row.label:
        made.append(element("num", row.label))
    elif not part.article.is_undivided:
        made.append(element("num", remark(f"[{row.number}]")))
    if said_first:
        made.append(element("subheading", remark(said_first), eId=f"{row.id}__subheading"))
    points = list(points_of(row))
    if part.is_preamble:
        made.extend(before)
    elif points:
        made.append(element("intro", *before, eId=f"{row.id}__intro"))
        made.extend(points)
    else:
        made.append(element("content", *before, eId=f"{row.id}__content"))
    return made


def points_of(row: OfficialParagraphData) -> Iterator[etree._Element]:
    """Yield the points that the treaty has here, each with its label as printed."""
    for number, group in groupby(row.blocks, lambda block: block.point):
        if number is not None:
            blocks, eid = list(group), f"{row.id}__point_{number}"
            words = [element("p", block.text) for block in blocks]
            content = element("content", *words, eId=f"{eid}__content")
            yield element("point", element("num", blocks[0].label), content, eId=eid)


def lines(rows: Iterable[BlockData], eid: str) -> list[etree._Element]:
    """Return blocks: lines, and lists of the items that follow each other.

    Items are counted, since their labels may be dashes, or letters of any alphabet.
    """
    identifiers = Identifiers(eid)
    made: list[etree._Element] = []
    for is_item, group in groupby(rows, lambda row: bool(row.label)):
        if is_item:
            list_id = identifiers.next("list")
            of_items = Identifiers(list_id)
            items = [item(row, of_items.next("item")) for row in group]
            made.append(element("blockList", *items, eId=list_id))
        else:
            made += [element("p", row.text) for row in group]
    return made


def item(row: BlockData, eid: str) -> etree._Element:
    """Return an item of a list with its label as printed."""
    return element("item", element("num", row.label), element("p", row.text), eId=eid)
