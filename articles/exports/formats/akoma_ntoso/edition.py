"""The plain-English edition as Akoma Ntoso: its paragraphs and points, and how they bind."""

from __future__ import annotations

from lxml import etree

from articles.exports.extract import ParagraphData, PointData
from articles.exports.formats.akoma_ntoso.elements import element, remark, remark_line, remarks
from articles.exports.formats.akoma_ntoso.markup import Identifiers, blocks
from articles.exports.formats.akoma_ntoso.parts import Choice, Part


def title(choice: Choice) -> etree._Element:
    """Return the first line of the preface: what the edition restates."""
    restated = element("docTitle", choice.extract.treaty.title)
    return element("p", remark("Plain-English edition of the "), restated)


def notice(choice: Choice) -> str:
    """Return whose words these are."""
    return choice.extract.edition.notice


def one_paragraph(choice: Choice) -> etree._Element:
    """Return the paragraph that alone was asked for, with the notice in it."""
    part = choice.parts[0]
    return paragraph(part.ours[0], part, notice(choice))


def article(part: Part, choice: Choice, said_first: str = "") -> etree._Element:
    """Return an article; what is ``said_first`` stands in it if there is no preface."""
    data = part.article
    made = element("article", element("num", data.label), eId=data.id)
    made.append(element("heading", remark(data.title), eId=f"{data.id}__heading"))
    if said_first:
        made.append(element("subheading", remark(said_first), eId=f"{data.id}__subheading"))
    made.extend([paragraph(row, part) for row in part.ours])
    return made


def preamble(part: Part, choice: Choice, said_first: str = "") -> etree._Element:
    """Return the preamble; what is ``said_first`` stands in it if there is no preface."""
    data = part.article
    heading = element("heading", remark(data.title), eId=f"{data.id}__recs__heading")
    rows = [paragraph(row, part) for row in part.ours]
    recitals = element("recitals", heading, *rows, eId=f"{data.id}__recs")
    return element("preamble", *remarks(said_first), recitals, eId=data.id)


def closing(part: Part, choice: Choice, said_first: str = "") -> list[etree._Element]:
    """Return what the closing lines hold, after what is ``said_first`` and our title."""
    rows = [paragraph(row, part) for row in part.ours]
    return [*remarks(said_first), remark_line(part.article.title), *rows]


def paragraph(row: ParagraphData, part: Part, said_first: str = "") -> etree._Element:
    """Return a paragraph with its points, a recital, or what the closing lines say."""
    binds = " ".join(f"#strength_{each.value}" for each in row.strength)
    lines = blocks(row.html, Identifiers(row.id))
    if part.is_closing:
        said = remarks(said_first)
        return element("container", *said, *lines, name="paragraph", eId=row.id, refersTo=binds)
    made = element("recital" if part.is_preamble else "paragraph", eId=row.id, refersTo=binds)
    if row.printed:
        made.append(element("num", row.printed))
    if said_first:
        made.append(element("subheading", remark(said_first), eId=f"{row.id}__subheading"))
    if part.is_preamble:
        made.extend(lines)
    elif row.points:
        made.append(element("intro", *lines, eId=f"{row.id}__intro"))
        made.extend(map(point, row.points))
    else:
        made.append(element("content", *lines, eId=f"{row.id}__content"))
    return made


def point(row: PointData) -> etree._Element:
    """Return a point with its label."""
    lines = blocks(row.html, Identifiers(row.id))
    content = element("content", *lines, eId=f"{row.id}__content")
    return element("point", element("num", row.label), content, eId=row.id)
