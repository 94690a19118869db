"""What is said of a document: its three levels, its events, references and hashes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from articles import treaty
from articles.exports.extract import ArticleData, OfficialTextData
from articles.exports.formats.akoma_ntoso import naming
from articles.exports.formats.akoma_ntoso.elements import DCTERMS, RDF, SCHEMA, element
from articles.exports.formats.akoma_ntoso.identification import EDITION, PARTIES, identification
from articles.exports.formats.akoma_ntoso.parts import Choice
from articles.models import Strength
from articles.treaty import addresses

EVENTS: Final = (
    ("event_signature", "eref_1", treaty.SIGNED, f"Signature at {treaty.SIGNED_AT}"),
    ("event_in_force", "eref_2", treaty.IN_FORCE, "Entry into force"),
)
"""The ``eId`` in references and in the lifecycle, the date, and what happened."""

CONCEPTS: Final = {
    "in_force": "In force",
    **{f"strength_{row.value}": f"{row.label}: {row.explanation}" for row in Strength},
}
"""What elements of the text refer to by ``refersTo``, by ``eId``."""

ROLES: Final = ("author", "publisher", "editor")


def meta(choice: Choice) -> etree._Element:
    """Return all that is said of the document."""
    made = element("meta", identification(choice), lifecycle())
    if choice.text:
        made.append(temporal_data())
    made.append(references(choice))
    made.append(proprietary(choice))
    return made


def lifecycle() -> etree._Element:
    """Return what has happened to the treaty, which is also what our edition tells of."""
    rows = [
        element("eventRef", eId=eid, date=date.isoformat(), source="#treaty", refersTo=f"#{event}")
        for event, eid, date, _ in EVENTS
    ]
    return element("lifecycle", *rows, source=EDITION)


def temporal_data() -> etree._Element:
    """Return since when the treaty has been in force."""
    (_, eid, _, _) = EVENTS[1]
    interval = element("timeInterval", start=f"#{eid}", refersTo="#in_force")
    return element("temporalData", element("temporalGroup", interval, eId="tmpg_1"), source=EDITION)


def references(choice: Choice) -> etree._Element:
    """Return everything that the document refers to, each with the ``eId`` used for it."""
    concepts = f"{naming.ONTOLOGY}/concept/{naming.ACTOR}"
    events = f"{naming.ONTOLOGY}/event/{naming.ACTOR}"
    roles = f"{naming.ONTOLOGY}/role/{naming.ACTOR}"
    rows = [
        *documents(choice),
        *organisations(choice),
        *(known("Role", f"role_{role}", f"{roles}.{role}", role.capitalize()) for role in ROLES),
        *(
            known("Event", event, f"{events}.{event}", f"{what}, {date}")
            for event, _, date, what in EVENTS
        ),
        *(known("Concept", eid, f"{concepts}.{eid}", name) for eid, name in CONCEPTS.items()),
    ]
    return element("references", *rows, source=EDITION)


def documents(choice: Choice) -> Iterable[etree._Element]:
    """Yield the treaty, what the document is a part of, and the texts that it does not hold."""
    relation = "work" if choice.text else "restates"
    yield known("Reference", "treaty", naming.TREATY, treaty.TITLE, name=relation)
    if choice.is_portion:
        whole = choice.names.expression
        yield known("Reference", "whole", whole, "The whole text", name="whole")
    for text in choice.extract.official_texts:
        if text != choice.text:
            iri = naming.official_expression(text.language, text.slug)
            shown_as = f"Official text, {text.name}"
            yield known("Reference", f"text_{text.slug}", iri, shown_as, name="officialText")
    if choice.text:
        iri = naming.edition_expression(choice.extract.edition.data_version)
        shown_as = "Plain-English edition, not the treaty's wording"
        yield known("Reference", "text_plain", iri, shown_as, name="restatement")


def organisations(choice: Choice) -> Iterable[etree._Element]:
    """Yield the parties, those who write the edition, and who published the official text."""
    iri = f"{naming.ONTOLOGY}/organization"
    for name, code in PARTIES.items():
        party = f"{code}.{name.lower().replace(' ', '.')}"
        yield known("Organization", f"party_{code}", f"{iri}/{party}", name)
    ours = f"{iri}/unreg.{naming.ACTOR}"
    yield known("Organization", "edition", ours, "The plain-English edition")
    if choice.text:
        publisher = choice.text.publisher or "Not named"
        theirs = f"{iri}/unreg.publisher.{choice.text.slug}"
        yield known("Organization", "publisher", theirs, publisher)


def known(kind: str, eid: str, href: str, shown_as: str, name: str = "") -> etree._Element:
    """Return an instance of one of the top-level classes (Naming Convention 1.0, 4.11).

    A reference has a ``name``: what it is to the document.
    """
    made = element(f"TLC{kind}", eId=eid, href=href, showAs=shown_as)
    if name:
        made.set("name", name)
    return made


def proprietary(choice: Choice) -> etree._Element:
    """Return, in RDF, what the standard has no place for: whose words, licence, hashes, origin."""
    edition = choice.extract.edition
    terms = [
        property_of(DCTERMS, "description", edition.notice),
        property_of(DCTERMS, "rights", f"The licence covers {edition.licence_covers}."),
        property_of(DCTERMS, "license", resource=edition.licence),
    ]
    rows = [
        described(
            choice.extract.url,
            property_of(DCTERMS, "title", choice.extract.heading),
            *([] if choice.text else terms),
            property_of(SCHEMA, "version", edition.data_version),
        ),
        *(of_article(part.article, choice) for part in choice.parts),
    ]
    if choice.text:
        rows.append(of_official(choice.text, choice.names.expression))
    return element("proprietary", element(f"{{{RDF}}}RDF", *rows), source=EDITION)


def of_article(article: ArticleData, choice: Choice) -> etree._Element:
    """Return the title that we give an article, and its content hash, under its address."""
    return described(
        choice.extract.site + addresses.article_url(article.place.article),
        property_of(DCTERMS, "title", article.heading),
        property_of(SCHEMA, "sha256", article.sha256),
    )


def of_official(text: OfficialTextData, expression: str) -> etree._Element:
    """Return where an official text comes from, and the hash of the file it was read from."""
    origin = {
        "publisher": text.publisher,
        "provenance": text.retrieved and f"Retrieved {text.retrieved}",
    }
    source = [property_of(DCTERMS, "source", resource=text.url)] if text.url else []
    return described(
        expression,
        *(property_of(DCTERMS, name, value) for name, value in origin.items() if value),
        *source,
        property_of(SCHEMA, "sha256", text.file_sha256),
    )


def described(about: str, *properties: etree._Element) -> etree._Element:
    """Return an RDF description of a thing that has an IRI."""
    attributes = {f"{{{RDF}}}about": about}
    return element(f"{{{RDF}}}Description", *properties, attributes=attributes)


def property_of(vocabulary: str, name: str, value: str = "", resource: str = "") -> etree._Element:
    """Return a property: words, or a thing that has an IRI."""
    attributes = {f"{{{RDF}}}resource": resource} if resource else {}
    return element(f"{{{vocabulary}}}{name}", value, attributes=attributes)
