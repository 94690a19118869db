"""The files of citations, read back by the parsers that people use."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
import rispy
from pybtex.database import parse_string

from articles.citations import bibtex, csl, ris
from articles.citations.entries import Entry, entry
from tests.citations.entries import ENTRIES
from tests.citations.places import PLACES, TITLE
from tests.citations.reading import read_back

pytestmark = pytest.mark.files

ARTICLE = ENTRIES["article"]

TITLES = {
    "treaty": " (restated in plain English)",
    "article": ", art. 3 (restated in plain English)",
    "paragraph": ", art. 3, para. 3 (restated in plain English)",
    "point": ", art. 22, point 2.3 (restated in plain English)",
    "point of a lone paragraph": ", art. 28, point 4 (restated in plain English)",
    "lone paragraph": ", art. 2 (restated in plain English)",
    "preamble": ", preamble (restated in plain English)",
    "recital": ", preamble, recital 3 (restated in plain English)",
    "closing lines": ", closing lines (restated in plain English)",
    "official": ", art. 3, para. 3 (official text: English, Lake Office)",
    "second official": ", art. 3, para. 3 (official text: Russian)",
    "selection": ", Articles 3, 17–19, 12(1), 2 and 22(2.3); Preamble, recital 3 "
    "(restated in plain English)",
    "selection of both": ", Articles 3 and 12(1) "
    "(restated in plain English; official text: English, Lake Office)",
}
KEYS = {
    "treaty": "iran-russia-2025",
    "article": "iran-russia-2025-art3",
    "point": "iran-russia-2025-art22-para2-point3",
    "official": "iran-russia-2025-art3-para3-en",
    "second official": "iran-russia-2025-art3-para3-ru",
    "selection of both": "iran-russia-2025-art3+art12-para1-en",
}

Writer = Callable[[Entry], str]
WRITERS = [bibtex.write, bibtex.write_biblatex, ris.write, csl.write]


@pytest.mark.parametrize("name", ENTRIES)
def test_every_file_holds_one_entry_with_title_date_and_address(name: str) -> None:
    cited = ENTRIES[name]
    for read in read_back(cited):
        assert read == {
            "key": cited.key,
            "title": TITLE + TITLES[name],
            "date": "2025-01-17",
            "accessed": "2026-11-22",
            "url": cited.url,
        }


@pytest.mark.parametrize("name", KEYS)
def test_a_key_tells_provisions_and_official_texts_apart(name: str) -> None:
    assert ENTRIES[name].key == KEYS[name]


@pytest.mark.parametrize("write", WRITERS)
def test_the_parties_stand_in_the_title_alone(write: Writer) -> None:
    assert write(ARTICLE).count("Russian Federation") == 1
    assert "author" not in write(ARTICLE)


@pytest.mark.parametrize("write", WRITERS)
def test_a_file_without_a_day_of_access_speaks_of_none(write: Writer) -> None:
    assert not re.search("None|access|urldate|Y2|2026", write(replace(ARTICLE, accessed=None)))


def test_a_record_of_ris_is_a_statute_with_no_tags_that_one_lacks_in_zotero() -> None:
    tags = [line[:2] for line in ris.write(ARTICLE).splitlines()]
    assert tags == ["TY", "ID", "TI", "ST", "PY", "DA", "UR", "Y2", "M2", "N1", "ER"]
    assert rispy.loads(ris.write(ARTICLE))[0]["type_of_reference"] == "STAT"


def test_bibtex_gives_the_day_where_its_styles_print_months() -> None:
    [read] = parse_string(bibtex.write(ARTICLE), "bibtex").entries.values()
    assert (read.type, read.fields["month"]) == ("misc", "17~January")


def test_biblatex_and_csl_have_treaties() -> None:
    [read] = parse_string(bibtex.write_biblatex(ARTICLE), "bibtex").entries.values()
    assert read.type == "legal"
    assert json.loads(csl.write(ARTICLE))[0]["type"] == "treaty"


def test_ris_ends_its_lines_as_the_specification_has_it() -> None:
    text = ris.write(ARTICLE)
    assert text.endswith("\r\nER  - \r\n")
    assert not re.search(r"(?<!\r)\n", text)
    assert all(re.match("[A-Z][A-Z0-9]  - ", line) for line in text.splitlines())


@pytest.mark.parametrize("write", WRITERS)
def test_a_file_ends_with_a_line(write: Writer) -> None:
    assert write(ARTICLE).endswith("\n")


def test_what_means_something_to_latex_is_escaped() -> None:
    text_name = r"English, É & Ø_100 % #1 $ {x} ~ ^ \ – “q”"
    cited = entry([replace(PLACES["article"], text_name=text_name)])
    assert r"text: English, {\'{E}} \& Ø\_100 \% \#1 \$ \{x\} \textasciitilde{} " in (
        bibtex.write(cited)
    )
    assert r"\textasciicircum{} \textbackslash{} -- ``q'')" in bibtex.write(cited)
    assert r"text: English, É \& Ø\_100 \% \#1 \$ \{x\} \textasciitilde{} " in (
        bibtex.write_biblatex(cited)
    )
    assert r"\textasciicircum{} \textbackslash{} – “q”)" in bibtex.write_biblatex(cited)
    assert len(parse_string(bibtex.write(cited), "bibtex").entries) == 1


@pytest.mark.parametrize("write", WRITERS)
def test_a_name_with_line_breaks_begins_no_field_of_its_own(write: Writer) -> None:
    lines = "English, Lake\r\nER  - \r\nTY  - BOOK"
    text = write(entry([replace(PLACES["article"], text_name=lines)], annotation=lines))
    assert "English, Lake ER - TY - BOOK" in text
    assert write is not ris.write or len(rispy.loads(text)) == 1


def test_a_name_in_cyrillic_comes_through_as_it_is() -> None:
    cited = entry([replace(PLACES["article"], text_name="Russian, Маячный вестник")])
    assert "Маячный вестник" in bibtex.write(cited)


def test_without_such_a_name_bibtex_is_ascii() -> None:
    assert all(bibtex.write(cited).isascii() for cited in ENTRIES.values())
