"""The treaty and its provisions in JSON-LD, with the vocabulary of schema.org.

Addresses in it may be paths until ``absolute`` makes them whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from django.urls import reverse

from articles import treaty
from articles.exports.extract import (
    ArticleData,
    Extract,
    OfficialParagraphData,
    OfficialTextData,
    ParagraphData,
    PointData,
    Provision,
)
from articles.treaty.places import Place

CONTEXT: Final = "https://schema.org"

ADDRESS_KEYS: Final = frozenset({"@id", "url", "item", "urlTemplate", "contentUrl", "image"})
"""The keys under which a value that begins with a slash is a path on this site."""

LEGISLATION: Final = ["Legislation", "LegislationObject"]
UNOFFICIAL: Final = "https://schema.org/UnofficialLegalValue"
"""No text here is published by authority, ours least of all."""

SIGNATURE: Final = {
    "legislationType": "Treaty",
    "legislationDate": treaty.SIGNED.isoformat(),
    "legislationDateOfApplicability": treaty.IN_FORCE.isoformat(),
}


def legislation(extract: Extract) -> dict[str, Any]:
    """Return the treaty, a provision or a selection with its text."""
    if extract.scope not in ("treaty", "set"):
        return article_legislation(extract.articles[0], extract) | origin(extract)
    parts = [article_legislation(article, extract) for article in extract.articles]
    if extract.scope == "set":
        return {
            "@type": "Collection",
            "@id": extract.url,
            "url": extract.url,
            "name": extract.heading,
            "hasPart": parts,
            **origin(extract),
        }
    return {**treaty_legislation(), "hasPart": parts, **origin(extract)}


def treaty_legislation() -> dict[str, Any]:
    """Return the treaty itself, without its parts."""
    return {
        **treaty_named(),
        "url": reverse("treaty"),
        "legislationPassedBy": [{"@type": "Country", "name": name} for name in treaty.PARTIES],
        "locationCreated": {"@type": "Place", "name": treaty.SIGNED_AT},
        "legislationLegalValue": UNOFFICIAL,
    }


def treaty_named() -> dict[str, Any]:
    """Return what names the treaty as that of which something is a part."""
    return {
        "@type": LEGISLATION,
        "@id": f"{reverse('treaty')}#treaty",
        "name": treaty.TITLE,
        **SIGNATURE,
    }


def origin(extract: Extract) -> dict[str, Any]:
    """Return whose words an extract gives, from where, and on what terms.

    The licence is of our words: beside official ones, it stands with each paragraph of ours.
    """
    licence = {} if extract.holds_official else {"license": extract.edition.licence}
    return {
        **licence,
        "usageInfo": extract.notice,
        "version": extract.edition.data_version,
        "isBasedOn": [published(text) for text in extract.official_texts],
    }


def published(text: OfficialTextData) -> dict[str, Any]:
    """Return an official text as what was published, and by whom."""
    known = {"publisher": text.publisher, "url": text.url}
    return {
        "@type": "CreativeWork",
        "name": f"Official text, {text.name}: {text.wording_label}",
        "inLanguage": text.language,
        **{name: value for name, value in known.items() if value},
    }


def article_legislation(article: ArticleData, extract: Extract) -> dict[str, Any]:
    """Return an article, or the provision of it that was chosen, with its text."""
    place = article.place
    return {
        "@type": LEGISLATION,
        "@id": article.url,
        "url": article.url,
        "name": article.heading if place.paragraph is None else place.label,
        "identifier": place.anchor,
        "legislationIdentifier": article.label,
        "legislationLegalValue": UNOFFICIAL,
        "isPartOf": whole_of(article, place),
        "sha256": article.sha256,
        "hasPart": [
            part
            for provision in extract.provisions(article)
            for part in parts_of(article, provision, extract)
        ],
    }


def whole_of(article: ArticleData, place: Place) -> dict[str, Any]:
    """Return what a provision is a part of, up to the treaty."""
    if place.paragraph is None:
        return treaty_named()
    above = Place(place.article, place.paragraph if place.point else None)
    return {
        "@type": LEGISLATION,
        "@id": above.url,
        "name": above.label if above.paragraph else article.heading,
        "isPartOf": whole_of(article, above),
    }


def parts_of(
    article: ArticleData, provision: Provision, extract: Extract
) -> Iterator[dict[str, Any]]:
    """Yield a paragraph as each official text has it, and then as our edition does."""
    for text, row in provision.official:
        yield {
            **part(Place(article.place.article, row.number), row),
            "inLanguage": text.language,
            "text": row.text,
            "creditText": f"Official text, {text.name}: {text.wording_label}",
        }
    if provision.ours:
        yield edition_part(article, provision.ours, extract)


def edition_part(article: ArticleData, row: ParagraphData, extract: Extract) -> dict[str, Any]:
    """Return a paragraph of our edition with its words, and its points as parts of it."""
    licence = {"license": extract.edition.licence} if extract.holds_official else {}
    place = Place(article.place.article, row.number)
    points = [
        {**part(replace(place, point=point.number), point), "text": point.text}
        for point in row.points
    ]
    return {
        **part(place, row),
        "inLanguage": "en",
        "text": row.text,
        "creditText": "Plain-English edition, not the treaty's wording",
        **({"hasPart": points} if points else {}),
        **licence,
    }


def part(place: Place, row: ParagraphData | PointData | OfficialParagraphData) -> dict[str, Any]:
    """Return what every paragraph and point has."""
    return {
        "@type": "Legislation",
        "url": row.url,
        "name": place.label,
        "identifier": row.id,
    }


def absolute(value: Any, site: str, key: str = "") -> Any:
    """Return the same data with every path as a whole address."""
    if isinstance(value, Mapping):
        return {name: absolute(part, site, name) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [absolute(part, site, key) for part in value]
    is_path = key in ADDRESS_KEYS and isinstance(value, str) and value.startswith("/")
    return site + value if is_path else value
