"""What a key of the fixtures may hold: kinds of text, numbers and dates, and the table itself.

Each kind refuses what no page or database could hold, and says what to do about it.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from articles import treaty
from articles.official.languages import LANGUAGES
from articles.treaty.places import Place


def refusing(pattern: str, message: str) -> AfterValidator:
    """Return a check that refuses a text in which a pattern is found, and says why."""
    found = re.compile(pattern)

    def check(text: str) -> str:
        if found.search(text):
            raise ValueError(message)
        return text

    return AfterValidator(check)


def at_most(length: int) -> StringConstraints:
    """Return the demand that a text is no longer than so many characters."""
    return StringConstraints(max_length=length)


def real_date(text: str) -> str:
    """Return the date (``2025``, ``2025-01`` or ``2025-01-17``) if the calendar has it."""
    try:
        date.fromisoformat((text + "-01-01")[: len("2025-01-17")])
    except ValueError as error:
        raise ValueError("is no date of the calendar: correct it") from error
    return text


def in_treaty(code: str) -> str:
    """Return how a provision is written (``3.3``) if the treaty has such an article."""
    try:
        Place.read(code)
    except LookupError as error:
        raise ValueError(f"names no article of the treaty: it has {treaty.LAST_ARTICLE}") from error
    return code


def each_once(items: list[Any]) -> list[Any]:
    """Return the items of a list if each stands in it once."""
    for item, count in Counter(items).items():
        if count > 1:
            raise ValueError(f"has '{item}' {count} times: keep one")
    return items


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    refusing(r"[\x00-\x08\x0b-\x1f\x7f]", "holds a control character: take it out"),
]
Line = Annotated[Text, refusing(r"\n", "runs over several lines: put it on one line"), at_most(500)]
ShortLine = Annotated[Line, at_most(200)]
Name = Annotated[Line, at_most(100)]
Short = Annotated[Line, at_most(24)]
Gist = Annotated[Line, at_most(115)]
Answer = Annotated[Line, at_most(320)]
Label = Annotated[Line, at_most(20)]
Prose = Annotated[
    Text,
    refusing(r"<[a-zA-Z/!?]", "holds an HTML tag: write Markdown without HTML"),
    refusing(
        r"^\s*\(?\d+(\.\d+)*[.)]\s", "begins with a number: it belongs in 'number' or 'label'"
    ),
    at_most(20_000),
]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=50)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[!-~]+$", max_length=1000)]
Date = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d\d){0,2}$"), AfterValidator(real_date)]
Number = Annotated[int, Field(strict=True, ge=treaty.PREAMBLE, le=treaty.CLOSING)]
Provision = Annotated[
    str,
    StringConstraints(pattern=r"^(0|[1-9][0-9]?|closing)(\.[1-9][0-9]?){0,2}$"),
    AfterValidator(in_treaty),
]
Count = Annotated[int, Field(strict=True, ge=1, le=999)]
Flag = Annotated[bool, Field(strict=True)]
# One without a letter or digit would be found everywhere.
Cue = Annotated[Name, refusing(r"^[\W_]*$", "has no letter or digit: write a word")]

# Lists in which each item stands once.
Names = Annotated[list[Name], AfterValidator(each_once)]
Slugs = Annotated[list[Slug], AfterValidator(each_once)]
SomeSlugs = Annotated[Slugs, Field(min_length=1)]
Numbers = Annotated[list[Number], AfterValidator(each_once)]
AnyProvisions = Annotated[list[Provision], AfterValidator(each_once)]
Provisions = Annotated[AnyProvisions, Field(min_length=1)]
Dates = Annotated[list[Date], AfterValidator(each_once)]
Cues = Annotated[list[Cue], Field(min_length=1), AfterValidator(each_once)]


class Table(BaseModel):
    """A TOML table: no key but those named, no value of another type."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @property
    def lists(self) -> dict[str, list[str]]:
        """The words of a table that has them by language."""
        return {code: getattr(self, code) for code in LANGUAGES}
