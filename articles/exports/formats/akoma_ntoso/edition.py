"""The plain-English edition as Akoma Ntoso: every statement with its basis and its sources."""

from __future__ import annotations

from typing import Final

from lxml import etree

from articles.exports.extract import UNCONFIRMED_MARK, ParagraphData, StatementData
from articles.exports.formats.akoma_ntoso.elements import element, remark, remark_line
from articles.exports.formats.akoma_ntoso.markup import Identifiers, blocks, last_line
from articles.exports.formats.akoma_ntoso.parts import Choice, Part
from articles.models import Basis

UNCONFIRMED_CLASS: Final = "unconfirmed"


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
    return paragraph(part.ours[0], part, choice, notice(choice))


def article(part: Part, choice: Choice, said_first: str = "") -> etree._Element:
    """Return an article; what is ``said_first`` stands in it if there is no preface."""
    data = part.article
    made = element("article", eId=data.id, refersTo=f"#evidence_{data.evidence}")
    made.append(element("num", data.label))
    if data.title:
        made.append(element("heading", remark(data.title), eId=f"{data.id}__heading"))
    said = " ".join(filter(None, (said_first, standing(part))))
    made.append(element("subheading", remark(said), eId=f"{data.id}__subheading"))
    if part.ours:
        made.extend([paragraph(row, part, choice) for row in part.ours])
    else:
        made.set("status", "unknown")
        made.append(element("content", remark_line(data.gist), eId=f"{data.id}__content"))
    return made


def preamble(part: Part, choice: Choice, said_first: str = "") -> etree._Element:
    """Return the preamble; what is ``said_first`` stands in it if there is no preface."""
    data = part.article
    said = " ".join(filter(None, (said_first, standing(part))))
    made = element("preamble", remark_line(said), eId=data.id)
    made.set("refersTo", f"#evidence_{data.evidence}")
    if part.ours:
        recitals = element("recitals", eId=f"{data.id}__recs")
        if data.title:
            recitals.append(element("heading", remark(data.title), eId=f"{data.id}__recs__heading"))
        recitals.extend([paragraph(row, part, choice) for row in part.ours])
        made.append(recitals)
    else:
        made.set("status", "unknown")
        made.append(remark_line(data.gist))
    return made


def standing(part: Part) -> str:
    """Return how well reports bear an article out, and whose its title is, in sentences."""
    title = " The title is ours." * bool(part.article.title)
    return f"In our own words.{title} Evidence: {part.article.evidence_label}."


def paragraph(
    row: ParagraphData, part: Part, choice: Choice, said_first: str = ""
) -> etree._Element:
    """Return a paragraph or recital; its number is in brackets unless it is surely the treaty's."""
    number = str(row.number) if row.is_numbered else f"[{row.number}]"
    name, worth = ("recital", "place") if part.is_preamble else ("paragraph", "numbering")
    made = element(name, element("num", number), eId=row.id, refersTo=f"#{worth}_{row.numbering}")
    if said_first:
        said = f"{said_first} Evidence of {part.article.label}: {part.article.evidence_label}."
        made.append(element("subheading", remark(said), eId=f"{row.id}__subheading"))
    notes = {source.key: str(at) for at, source in enumerate(choice.extract.sources, 1)}
    identifiers = Identifiers(row.id)
    said_here = [
        statement(each, identifiers.next("blockContainer"), notes) for each in row.statements
    ]
    if part.is_preamble:
        made.extend(said_here)
    else:
        made.append(element("content", *said_here, eId=f"{row.id}__content"))
    return made


def statement(data: StatementData, eid: str, notes: dict[str, str]) -> etree._Element:
    """Return a statement; ``notes`` has the numbers of the notes by the keys of sources."""
    rows = blocks(data.html, Identifiers(eid))
    for key in data.sources:
        mark = element("noteRef", href=f"#note_{notes[key]}", marker=notes[key])
        last_line(rows).append(mark)
    made = element("blockContainer", eId=eid, refersTo=f"#basis_{data.basis.value}")
    if data.basis == Basis.UNCONFIRMED:
        made.set("class", UNCONFIRMED_CLASS)
        made.append(remark_line(UNCONFIRMED_MARK))
    made.extend(rows)
    if data.settle:
        made.append(remark_line(data.settle))
    return made
