"""What a query asks of the site itself: its pages, its events, its commentary.

It stands ahead of the articles, and there is nothing of it for a query on substance.
"""

from __future__ import annotations

from dataclasses import dataclass

from articles import treaty
from articles.edition import Edition
from articles.search import Query, dates, destinations, record
from articles.search.entries import Entry


@dataclass(frozen=True)
class Ahead:
    """What stands ahead of the articles, and what is to be said before it.

    Where the query is a date, and nothing else, ``date`` has it.
    """

    first: tuple[Entry, ...] = ()
    lead: str = ""
    date: dates.Asked | None = None


def ahead_of(query: Query, edition: Edition) -> Ahead:
    """Return what stands ahead of the articles for a query; mostly nothing."""
    is_choice = any(len(choice) > 1 for choice in query.wanted)
    if query.excluded or query.paste or is_choice:
        return Ahead()
    asked = dates.read_date(query.text)
    if asked and (named := treaty_of(asked, edition)):
        return Ahead(tuple(named))
    if asked and (on_date := record.find_on_date(asked, edition)):
        is_all = not record.telling_beside(on_date.asked)
        if is_all or not query.references:
            return Ahead(on_date.entries, on_date.notice, on_date.asked if is_all else None)
    if query.references:
        return Ahead()
    return Ahead((*record.find_rows(query, edition), *destinations.find_pages(query, edition)))


def treaty_of(asked: dates.Asked, edition: Edition) -> list[Entry]:
    """Return the treaty's page where a query is its name and the day of its signature."""
    is_signature = asked.first == asked.last == treaty.SIGNED
    return destinations.find_treaty(asked.rest, edition) if is_signature else []


def words_of(asked: dates.Asked) -> str:
    """Return the query for the words in which articles give a date."""
    ways = [asked.solar, asked.label if "–" not in asked.label else ""]
    return " OR ".join(f'"{way}"' for way in ways if way)
