"""The three levels of FRBR at which a document is identified, for each of the two works."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from lxml import etree

from articles import treaty
from articles.exports.formats.akoma_ntoso import naming
from articles.exports.formats.akoma_ntoso.elements import element
from articles.exports.formats.akoma_ntoso.parts import Choice

EDITION: Final = "#edition"
"""Refers to those who write our edition and mark up every document."""

PARTIES: Final = {"Islamic Republic of Iran": "ir", "Russian Federation": "ru"}
"""The ISO 3166-1 code of each party."""

MEDIA_TYPE: Final = "application/akn+xml"
WHOLE_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
SIGNED: Final = (treaty.SIGNED.isoformat(), "signature")
BEGUN: Final = (naming.EDITION_BEGUN.isoformat(), "editionBegun")

Dated = tuple[str, str]
"""A date, and what it is the date of."""


def identification(choice: Choice) -> etree._Element:
    """Return the work, the expression and the manifestation."""
    levels = of_official(choice) if choice.text else of_edition(choice)
    return element("identification", *levels, source=EDITION)


def of_edition(choice: Choice) -> list[etree._Element]:
    """Return the levels of our edition, whose version is the data version.

    When a version was made is no part of an extract; each level has the date of the first.
    """
    names = choice.names
    version = choice.extract.edition.data_version[: naming.VERSION_DIGITS]
    title = f"Plain-English edition of the {treaty.TITLE}"
    return [
        element(
            "FRBRWork",
            *core(names.of_work, BEGUN, [(EDITION, "author")], aliases={"title": title}),
            *kind(choice),
            element("FRBRprescriptive", value="false"),
            element("FRBRauthoritative", value="false"),
        ),
        element(
            "FRBRExpression",
            *core(names.of_expression, BEGUN, [(EDITION, "author")]),
            element("FRBRversionNumber", value=version),
            element("FRBRauthoritative", value="false"),
            element("FRBRlanguage", language="eng"),
        ),
        manifestation(choice, BEGUN),
    ]


def of_official(choice: Choice) -> list[etree._Element]:
    """Return the levels of an official text.

    No expression is known to be the master of the others, which an empty reference says. Nothing
    is said of its authority, of which we know only what its publisher says.
    """
    names, text = choice.names, choice.official
    parties = [(f"#party_{code}", "author") for code in PARTIES.values()]
    retrieved = (text.retrieved, "retrieved")
    return [
        element(
            "FRBRWork",
            *core(names.of_work, SIGNED, parties, aliases={"title": treaty.TITLE}),
            *kind(choice),
            element("FRBRprescriptive", value="true"),
        ),
        element(
            "FRBRExpression",
            *core(names.of_expression, SIGNED, [("#publisher", "publisher")]),
            element("FRBRversionNumber", value=text.slug),
            element("FRBRmasterExpression", href="", showAs="None is known"),
            element("FRBRlanguage", language=naming.LANGUAGES[text.language]),
        ),
        manifestation(choice, retrieved if is_date(text.retrieved) else SIGNED),
    ]


def manifestation(choice: Choice, dated: Dated) -> etree._Element:
    """Return the level of this XML: made by us, of a data version, with this address."""
    names = choice.names
    aliases = {"dataVersion": choice.extract.edition.data_version, "page": choice.extract.url}
    portion = [
        element("FRBRportion", refersTo=f"#{eid}", attributes={"from": f"#{eid}"})
        for eid in names.parts[:1]
        if len(names.parts) == 1
    ]
    return element(
        "FRBRManifestation",
        *core(names.of_manifestation, dated, [(EDITION, "editor")], aliases=aliases),
        *portion,
        element("FRBRformat", value=MEDIA_TYPE),
    )


def core(
    iris: tuple[str, str],
    dated: Dated,
    authors: Iterable[tuple[str, str]],
    aliases: dict[str, str] | None = None,
) -> list[etree._Element]:
    """Return what every level has: IRIs, other names, a date, and authors with their roles."""
    this, uri = iris
    return [
        element("FRBRthis", value=this),
        element("FRBRuri", value=uri),
        *(element("FRBRalias", value=value, name=name) for name, value in (aliases or {}).items()),
        element("FRBRdate", date=dated[0], name=dated[1]),
        *(
            element("FRBRauthor", href=href, attributes={"as": f"#role_{role}"})
            for href, role in authors
        ),
    ]


def kind(choice: Choice) -> list[etree._Element]:
    """Return what the IRI of the work is made of."""
    return [
        element("FRBRcountry", value=naming.COUNTRY, showAs="Of no one country"),
        element("FRBRsubtype", value=choice.subtype),
        element("FRBRname", value=naming.TREATY_NAME),
    ]


def is_date(text: str) -> bool:
    """Whether a text is a whole date that there is."""
    try:
        return bool(WHOLE_DATE.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False
