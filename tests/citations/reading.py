"""What parsers read of our files, in words that are the same for all of them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import rispy
from django.utils.html import strip_tags
from pybtex.database import parse_string

from articles.citations import bibtex, csl, ris
from articles.citations.entries import Entry

Read = dict[str, str]


def read_back(entry: Entry) -> Iterator[Read]:
    """Yield what each of the files of an entry holds, as its parser gives it."""
    for text in (bibtex.write(entry), bibtex.write_biblatex(entry)):
        [(key, found)] = parse_string(text, "bibtex").entries.items()
        yield {
            "key": key,
            "title": found.fields["title"].strip("{}").replace("--", "–"),
            "date": found.fields["date"],
            "accessed": found.fields["urldate"],
            "url": found.fields["url"],
        }
    [record] = rispy.loads(ris.write(entry))
    yield {
        "key": record["id"],
        "title": record["title"],
        "date": record["date"].strip("/").replace("/", "-"),
        "accessed": record["access_date"].strip("/").replace("/", "-"),
        "url": record["urls"][0],
    }
    [item] = json.loads(csl.write(entry))
    yield {
        "key": item["id"],
        "title": strip_tags(item["title"]),
        "date": day(item["issued"]),
        "accessed": day(item["accessed"]),
        "url": item["URL"],
    }


def day(date: dict[str, list[list[int]]]) -> str:
    """Return a date of CSL-JSON as ISO 8601 writes it."""
    [parts] = date["date-parts"]
    return "-".join(f"{part:02}" for part in parts)
