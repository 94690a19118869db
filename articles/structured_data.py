"""What pages say to programs in JSON-LD, with the vocabulary of schema.org.

Addresses in it may be paths until ``absolute`` makes them whole. Nothing is said that the page
does not show, and nothing unconfirmed without its mark.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles import addresses, treaty
from articles.exports import numbers
from articles.exports.extract import (
    ArticleData,
    Extract,
    OfficialArticleData,
    OfficialParagraphData,
    OfficialTextData,
    ParagraphData,
)
from articles.head import Head

CONTEXT: Final = "https://schema.org"

ADDRESS_KEYS: Final = frozenset({"@id", "url", "item", "urlTemplate", "contentUrl", "image"})
"""The keys under which a value that begins with a slash is a path on this site."""

UNSAFE: Final = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})
"""What could end the element that holds the data, as JSON may write it."""


def of_page(head: Head, site: str, image: str = "") -> dict[str, Any]:
    """Return all that a page says, given the site's address and that of the page's picture."""
    page: dict[str, Any] = {
        "@type": head.kind,
        "@id": head.path,
        "url": head.path,
        "name": head.title,
        "description": head.description,
        "inLanguage": "en",
        "isPartOf": website(),
    }
    if image:
        page["image"] = image
    if head.crumbs:
        page["breadcrumb"] = breadcrumbs(head)
    if head.entity:
        page["mainEntity"] = dict(head.entity)
    data: dict[str, Any] = absolute({"@context": CONTEXT, **page}, site)
    return data


def website() -> dict[str, Any]:
    """Return this site, with the way to search it."""
    return {
        "@type": "WebSite",
        "@id": "/#site",
        "url": "/",
        "name": treaty.SHORT_TITLE,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{reverse('explorer')}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumbs(head: Head) -> dict[str, Any]:
    """Return the trail of a page, itself at the end."""
    trail = [*head.crumbs, (head.title, head.path)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": path}
            for position, (name, path) in enumerate(trail, 1)
        ],
    }


def item_list(rows: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return a list of pages, each with its name and its path."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "url": path}
        for position, (name, path) in enumerate(rows, 1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


LEGISLATION: Final = ["Legislation", "LegislationObject"]
UNOFFICIAL: Final = "https://schema.org/UnofficialLegalValue"
"""No text here is published by authority, ours least of all."""

SIGNATURE: Final = {
    "legislationType": "Treaty",
    "legislationDate": treaty.SIGNED.isoformat(),
    "legislationDateOfApplicability": treaty.IN_FORCE.isoformat(),
}


def legislation(extract: Extract) -> dict[str, Any]:
    """Return the treaty, an article, a paragraph or a dossier with its text."""
    if extract.scope in ("article", "paragraph"):
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
        "@type": LEGISLATION,
        "@id": f"{reverse('treaty')}#treaty",
        "url": reverse("treaty"),
        "name": treaty.TITLE,
        **SIGNATURE,
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
        "citation": [
            {
                "@type": "CreativeWork",
                "name": f"{source.publisher}: {source.what}",
                "url": source.url,
            }
            for source in extract.sources
        ],
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
    """Return an article, or its chosen paragraph, with its text."""
    data: dict[str, Any] = {
        "@type": LEGISLATION,
        "@id": article.url,
        "url": article.url,
        "name": article.heading,
        "identifier": article.id,
        "legislationIdentifier": article.label,
        "creativeWorkStatus": article.standing,
        "legislationLegalValue": UNOFFICIAL,
        "isPartOf": treaty_named(),
        "sha256": article.sha256,
        "hasPart": [
            *(part for text in article.official for part in official_parts(article, text, extract)),
            *(edition_part(article, row, extract) for row in article.edition),
        ],
    }
    if article.chosen_paragraph:
        data["name"] = addresses.place_label(article.number, article.chosen_paragraph)
        data["identifier"] = addresses.paragraph_anchor(article.number, article.chosen_paragraph)
        data["isPartOf"] = {
            "@type": LEGISLATION,
            "@id": addresses.article_url(article.number),
            "name": article.heading,
            "isPartOf": treaty_named(),
        }
    if not data["hasPart"]:
        data["abstract"] = article.gist
    return data


def edition_part(article: ArticleData, row: ParagraphData, extract: Extract) -> dict[str, Any]:
    """Return a paragraph of our edition with its words, those unconfirmed marked.

    It says what its number is worth, unless that is known to be the treaty's.
    """
    licence = {"license": extract.edition.licence} if extract.holds_official else {}
    worth = {"disambiguatingDescription": numbers.worth(article.number, row.numbering)}
    return {
        **part(article, row),
        "inLanguage": "en",
        "text": "\n".join(statement.marked for statement in row.statements),
        "creditText": "Plain-English edition, not the treaty's wording",
        **(worth if not row.is_numbered else {}),
        **licence,
    }


def official_parts(
    article: ArticleData, text: OfficialArticleData, extract: Extract
) -> list[dict[str, Any]]:
    """Return the paragraphs of an official text with their words."""
    source = next(row for row in extract.official_texts if row.slug == text.text)
    return [
        {
            **part(article, row),
            "inLanguage": source.language,
            "text": row.text,
            "creditText": f"Official text, {source.name}: {source.wording_label}",
        }
        for row in text.paragraphs
    ]


def part(article: ArticleData, row: ParagraphData | OfficialParagraphData) -> dict[str, Any]:
    """Return what every paragraph has."""
    return {
        "@type": "Legislation",
        "url": row.url,
        "name": addresses.place_label(article.number, row.number),
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


def as_script(data: Mapping[str, Any]) -> SafeString:
    """Return JSON that may stand in an HTML ``script`` element, whatever the data holds."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(written.translate(UNSAFE))  # noqa: S308 - nothing in it can end the element
