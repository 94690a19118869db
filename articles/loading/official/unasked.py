"""The official text by itself: fetched as the site starts, once a day at most, while it is missing.

Only addresses of official places that are known to hold the text are asked, and their copies in the
Internet Archive. What is there already stays: an operator may have put it there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from articles.loading.official.downloading import Limits
from articles.loading.official.fetching import Attempt, Fetcher
from articles.loading.official.reading import FOLDER, NAME
from articles.loading.schema import PublicationFile
from articles.models import OfficialText
from articles.treaty.phrases import listed

SECONDS: Final = 60
"""What all addresses may take together."""

LIMITS: Final = Limits(connect=5, read=10, total=20)
"""What each of them may take: fewer seconds than when somebody waits for the text."""

OFF: Final = "OFFICIAL_TEXT=0 keeps it from trying."
AGAIN: Final = "`make official` tries again now; the next start on another day does so by itself."


def missing(folder: Path) -> list[str]:
    """Return the languages in which there is no text beside the fixtures in a folder."""
    names = (NAME.fullmatch(path.name) for path in (folder / FOLDER).glob("*"))
    there = {named["language"] for named in names if named}
    return [language for language in OfficialText.Language.values if language not in there]


def is_due(stamp: Path, today: date) -> bool:
    """Whether the addresses were not asked today, as far as the stamp says."""
    try:
        return stamp.read_text("utf-8").strip() != today.isoformat()
    except (OSError, ValueError):
        return True


def prepare(folder: Path, stamp: Path, today: date) -> str:
    """Note on the stamp that the addresses are asked today; return why they cannot be, or nothing.

    They are not where that cannot be noted, or every start would ask the same places; nor where
    a text could not be kept among the fixtures in the folder.
    """
    place = folder / FOLDER
    try:
        place.mkdir(exist_ok=True)
        with TemporaryFile(dir=place):
            place = stamp
            stamp.parent.mkdir(parents=True, exist_ok=True)
            stamp.write_text(f"{today.isoformat()}\n", "utf-8")
    except OSError as error:
        return (
            f"The official text was not looked for: {place} cannot be written ({error.strerror}). "
            f"The site is whole without. {OFF}"
        )
    return ""


def known(published: PublicationFile, languages: Sequence[str]) -> dict[str, PublicationFile]:
    """Return the languages in which a text is known to be published, and where."""
    places = {
        language: [
            row
            for row in published.official_text
            if row.address_confirmed and row.language == language
        ]
        for language in languages
    }
    return {
        language: published.model_copy(update={"official_text": rows, "text_copy": []})
        for language, rows in places.items()
        if rows
    }


def fetch(fetcher: Fetcher, places: Mapping[str, PublicationFile]) -> str:
    """Fetch the text from where it is known to be, by language; return in one line what came.

    No language takes another's time.
    """
    patient = replace(fetcher, limits=LIMITS, seconds=SECONDS / len(places))
    attempts = [
        attempt
        for language, published in places.items()
        for attempt in patient.fetch(published, [language])
    ]
    return outcome(attempts, list(places))


def outcome(attempts: Sequence[Attempt], languages: Sequence[str]) -> str:
    """Return in one line what came of all attempts."""
    found = {
        row.publication.language: row.publication.publisher for row in attempts if row.has_text
    }
    there = listed(f"{named(code)} ({found[code]})" for code in found)
    lacking = listed(named(code) for code in languages if code not in found)
    if not lacking:
        return f"The official text was fetched, checked and loaded: {there}."
    if found:
        said = f"The official text was fetched, checked and loaded: {there}; not in {lacking}."
    elif all(row.is_silent for row in attempts):
        said = f"No official text in {lacking} came: no address answers. Is there a network?"
    else:
        said = f"No official text in {lacking} came: none of its addresses gave it."
    return f"{said} The site is whole without. {AGAIN}"


def named(language: str) -> str:
    """Return what a language is called."""
    return OfficialText.Language(language).label
