"""How Zotero reads our files and pages, and what it hands to a citation style.

The tables hold, of what its published source maps, the types and fields that a treaty can have
there: zotero/translators, "RIS.js" (of 28 July 2023), "Embedded Metadata.js" (13 June 2024) and
"RDF.js" (8 September 2019); zotero/utilities, "utilities_item.js"; zotero/zotero-schema,
"schema.json". Zotero itself is not run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

Item = dict[str, Any]

RIS_TYPES: Final = {"STAT": "statute", "LEGAL": "case"}
RIS_FIELDS: Final = {
    "TI": "title",
    "ST": "shortTitle",
    "DA": "date",
    "SE": "section",
    "UR": "url",
    "Y2": "accessDate",
    "M2": "extra",
}
"""The fields of a statute by their tags; ``nameOfAct`` is its title, ``dateEnacted`` its date."""

RIS_SILENT: Final = {"TY", "ID", "PY", "ER"}
"""Tags that leave nothing: the year is there for a record without a date."""

CSL_FIELDS: Final = {
    "title": "title",
    "title-short": "shortTitle",
    "issued": "date",
    "URL": "url",
    "accessed": "accessDate",
    "note": "extra",
}
"""The variables that have a field in a statute and in a document alike, and those fields."""

CSL_TYPES: Final = {"statute": "legislation", "document": "document"}
EXTRA_TYPE: Final = re.compile(r"^Type: *(\w+)\n?", re.IGNORECASE)

PREFIXES: Final = {"bibo", "bib", "dc", "og", "z"}
PAGE_TYPES: Final = {"bibo:type": {"Legislation": "statute"}, "og:type": {"website": "webpage"}}
"""What says of which type a page is; the first decides."""

PAGE_FIELDS: Final = {
    "title": ("dc:title", "og:title"),
    "date": ("dc:date",),
    "url": ("og:url",),
    "extra": ("z:extra",),
}


def from_ris(text: str) -> Item:
    """Return the item that a record becomes; what has no field goes into notes."""
    lines = [line.partition("  - ")[::2] for line in text.splitlines()]
    item: Item = {"itemType": RIS_TYPES[dict(lines)["TY"]], "creators": [], "notes": []}
    for tag, value in lines:
        if tag in RIS_FIELDS:
            item[RIS_FIELDS[tag]] = value
        elif tag not in RIS_SILENT:
            item["notes"].append(value if tag == "N1" else f"{tag}: {value}")
    for name in ("date", "accessDate"):
        if name in item:
            item[name] = "-".join(filter(None, item[name].split("/")))
    return item


def from_csl(csl: Item) -> Item:
    """Return the item that one of CSL-JSON becomes: a document, since treaties are not known."""
    item: Item = {"itemType": "document", "creators": [], "notes": []}
    for variable, value in csl.items():
        if variable in CSL_FIELDS:
            item[CSL_FIELDS[variable]] = value
    for name in ("date", "accessDate"):
        if name in item:
            item[name] = "-".join(f"{part:02}" for part in item[name]["date-parts"][0])
    return item


def as_csl(item: Item, key: str) -> Item:
    """Return what a style is given of an item; ``Type`` at the start of Extra changes the type."""
    variables = {name: item[field] for name, field in CSL_FIELDS.items() if item.get(field)}
    for name in ("issued", "accessed"):
        if name in variables:
            variables[name] = {"date-parts": [[int(part) for part in variables[name].split("-")]]}
    note = variables.pop("note", "")
    found = EXTRA_TYPE.match(note)
    kind = found[1] if found else CSL_TYPES[item["itemType"]]
    note = EXTRA_TYPE.sub("", note)
    return {"id": key, "type": kind, **variables, **({"note": note} if note else {})}


def from_page(metas: Iterable[tuple[str, str]]) -> Item:
    """Return the item that a page becomes, from the names and contents of its ``meta`` elements.

    A name is a property of a vocabulary: ``DC.title`` and ``dc:title`` are the same.
    """
    said: dict[str, list[str]] = {}
    for name, content in metas:
        prefix, *rest = re.split(r"[.:]", name, maxsplit=1)
        if prefix.lower() in PREFIXES and rest:
            said.setdefault(f"{prefix.lower()}:{rest[0]}", []).append(content)
    kinds = [of[said[name][0]] for name, of in PAGE_TYPES.items() if name in said]
    item: Item = {"itemType": kinds[0], "notes": []}
    for field, names in PAGE_FIELDS.items():
        values = [said[name][0] for name in names if name in said]
        item |= {field: values[0]} if values else {}
    item["creators"] = [
        {"lastName": name.removesuffix(","), "creatorType": "contributor"}
        for name in said.get("bib:contributors", [])
    ]
    return item
