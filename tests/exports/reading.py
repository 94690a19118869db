"""What the tests of exports share: how a program reads each form."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from functools import cache
from xml.etree import ElementTree as ET

import rispy
from django.test import Client
from markdown import Markdown
from pybtex.database import parse_string

from articles import treaty
from articles.edition import in_force
from articles.exports.extract import Extract
from articles.treaty.places import Place

WITH_TEXT = ("json", "jsonld", "xml", "md", "txt", "csv")
"""The forms that hold the words; the others are citations."""

Parse = Callable[[bytes], object]

PARSERS: dict[str, Parse] = {
    "json": Extract.model_validate_json,
    "jsonld": lambda body: json.loads(body)["@type"],
    "xml": ET.fromstring,
    "md": lambda body: Markdown().convert(body.decode()),
    "txt": lambda body: body.decode(),
    "csv": lambda body: list(csv.DictReader(io.StringIO(body.decode("utf-8-sig")), strict=True)),
    "bib": lambda body: parse_string(body.decode(), "bibtex").entries,
    "biblatex": lambda body: parse_string(body.decode(), "bibtex").entries,
    "ris": lambda body: rispy.loads(body.decode()),
    "csl.json": json.loads,
}
"""A parser that others wrote, or that stands for a program of theirs, for each form."""


def get(address: str, **headers: str) -> bytes:
    response = Client().get(address, headers=headers)
    assert response.status_code == 200, address
    return bytes(response.content)


def places() -> list[Place]:
    """Every article, paragraph and point."""
    articles = in_force().articles
    return [
        *map(Place, treaty.NUMBERS),
        *(row.place for one in articles for row in one.passages()),
    ]


def squeezed(text: str) -> str:
    """Letters and digits alone, so that line breaks and marks of a form do not matter."""
    return "".join(filter(str.isalnum, text))


@cache
def words_of(markup: str) -> str:
    return squeezed(re.sub(r"<[^>]+>", " ", markup))


def unescaped(suffix: str, export: str) -> str:
    """What a program reads out of a form, as far as words go."""
    if suffix in ("json", "jsonld"):
        return json.dumps(json.loads(export), ensure_ascii=False).replace("\\n", " ")
    if suffix == "xml":
        return " ".join(ET.fromstring(export.encode()).itertext())  # noqa: S314 - our own
    return export
