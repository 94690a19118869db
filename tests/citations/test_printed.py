"""What programs print of our files: all of it once, and word for word as it was read through."""

from __future__ import annotations

import re

import pytest

from tests.citations.entries import ENTRIES
from tests.citations.places import TITLE
from tests.citations.printing import PRINTED, PROGRAMS, path_of, printed

pytestmark = pytest.mark.files

PARTIES = ("Islamic Republic of Iran", "Russian Federation")
SIGNED = re.compile(r"17 January 2025|January 17, 2025|17 Jan\. 2025")

YEAR, NO_DATE = "the year", "no date"
DATES = {
    "pandoc australian-guide-to-legal-citation": NO_DATE,
    "pandoc bibtex apa": YEAR,
    "pandoc bibtex oscola": NO_DATE,
    "pandoc ris apa": YEAR,
    "pandoc ris oscola": YEAR,
}
"""What is printed of the day of signature where it is not all; cite pages say so."""

NOTES_ALONE = {"pandoc mcgill-en"}
"""What prints the day of signature and the address in notes, and not in the list."""

NO_ADDRESS = {"pandoc ris oscola"}


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_prints_what_was_read_through(program: str) -> None:
    assert printed(program) == path_of(program).read_text(encoding="utf-8")


def test_no_other_lines_are_kept() -> None:
    assert {path_of(program) for program in PROGRAMS} == set(PRINTED.iterdir())


def said_by(program: str) -> dict[str, list[str]]:
    """Return the full lines that a program prints, by what is cited: not those in brackets."""
    parts = path_of(program).read_text(encoding="utf-8").split("# ")[1:]
    named = [part.strip().split("\n") for part in parts]
    return {name: [line for line in lines if not line.startswith("(")] for name, *lines in named}


@pytest.mark.parametrize("program", PROGRAMS)
def test_each_line_says_once_what_is_cited_and_whose_words_they_are(program: str) -> None:
    lines = said_by(program)
    assert list(lines) == list(ENTRIES)
    for name, entry in ENTRIES.items():
        assert lines[name], name
        for line in lines[name]:
            assert line.casefold().count(entry.title.casefold()) == 1, line
            assert all(line.count(party) == 1 for party in PARTIES), line
            assert len(re.findall("restated in plain english", line, re.IGNORECASE)) == (
                "restated in plain English" in entry.title
            )


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_line_gives_the_day_of_signature_once(program: str) -> None:
    for lines in said_by(program).values():
        given = [len(SIGNED.findall(line)) for line in lines]
        years = [line.count("2025") for line in lines]
        if program in NOTES_ALONE:
            assert given == [1, 0]
        elif program in DATES:
            assert years == [int(DATES[program] == YEAR)] * len(lines)
        else:
            assert given == [1] * len(lines)


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_line_gives_the_address_of_what_is_cited_once(program: str) -> None:
    for name, lines in said_by(program).items():
        given = [line.count(ENTRIES[name].url) for line in lines]
        if program in NOTES_ALONE:
            assert given == [1, 0]
        else:
            assert given == [int(program not in NO_ADDRESS)] * len(lines)


@pytest.mark.parametrize("program", PROGRAMS)
def test_entries_that_are_cited_together_need_no_letters_after_the_year(program: str) -> None:
    assert not re.search(r"2025[a-z]", path_of(program).read_text(encoding="utf-8"))


def test_the_title_is_the_treatys_own() -> None:
    assert all(entry.title.startswith(TITLE) for entry in ENTRIES.values())
