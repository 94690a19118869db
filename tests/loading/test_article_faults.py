"""Each row breaks an article of the real fixtures and names the fault it must give."""

from __future__ import annotations

import pytest

from articles.models import Article
from articles.search import parse
from tests.loading.breaking import (
    A3,
    A19,
    A25,
    A26,
    EVENT,
    Case,
    background,
    each,
    faults_of,
    fifth,
    names,
    renaming,
    statement,
)
from tests.loading.edition import Edit, Edition, appending, prepending, removing, replacing, setting

pytestmark = pytest.mark.django_db

NUMBERS: list[Case] = [
    ("a number beyond the treaty", setting(A19, "number", "48"),
     A19, "number", "'48' will not do here: input should be less than or equal to 47"),
    ("a number below the preamble", setting(A19, "number", "-1"),
     A19, "number", "input should be greater than or equal to 0"),
    ("no number", replacing(A19, "number = 19\n", ""), A19, "number", "is missing: add it"),
    ("a number that is no number", setting(A19, "number", '"nineteen"'), A19, "number", "integer"),
    ("the number of another file", setting(A19, "number", "18"),
     A19, "number", "18 belongs in articles/18.toml: rename it"),
    ("a doubled number", setting(A19, "number", "18"),
     "articles", "number", "18 stands in 2 files: keep one"),
    ("a file in the wrong name", renaming(A19, "articles/nineteen.toml"),
     "articles/nineteen.toml", "number", "19 belongs in articles/19.toml: rename it"),
    ("a file without its nought", renaming("articles/01.toml", "articles/1.toml"),
     "articles/1.toml", "number", "1 belongs in articles/01.toml: rename it"),
    ("an article missing", removing(A26), A26, "", "Article 26 is missing: write the file"),
    ("the preamble missing", removing("articles/00.toml"),
     "articles/00.toml", "", "Preamble is missing: write the file"),
]  # fmt: skip

PARAGRAPHS: list[Case] = [
    ("a gap", replacing(A3, "[[paragraph]]\nnumber = 4", "[[paragraph]]\nnumber = 5"),
     A3, "paragraph.number", "1, 2, 3, 5: number them 1, 2, 3 … in order, without gaps"),
    ("a start at two", replacing(A25, "[[paragraph]]\nnumber = 1", "[[paragraph]]\nnumber = 2"),
     A25, "paragraph.number", "2: number them 1, 2, 3 … in order, without gaps"),
    ("the wrong order", replacing(A3, "[[paragraph]]\nnumber = 1", "[[paragraph]]\nnumber = 5"),
     A3, "paragraph.number", "5, 2, 3, 4: number them"),
    ("a doubled number", replacing(A3, "[[paragraph]]\nnumber = 4", "[[paragraph]]\nnumber = 3"),
     A3, "paragraph.number", "1, 2, 3, 3: number them"),
    ("nought", replacing(A3, "[[paragraph]]\nnumber = 1", "[[paragraph]]\nnumber = 0"),
     A3, "paragraph[1].number", "'0' will not do here"),
    ("no statement", appending(A3, '[[paragraph]]\nnumber = 5\nnumbering = "own"'),
     A3, "paragraph[5].statement", "is missing: add it"),
    ("an empty list of statements",
     appending(A3, '[[paragraph]]\nnumber = 5\nnumbering = "own"\nstatement = []'),
     A3, "paragraph[5].statement", "is empty: give at least one"),
    ("an unknown kind of numbering",
     replacing(A3, 'numbering = "confirmed"', 'numbering = "guessed"'),
     A3, "paragraph[1].numbering", "'guessed' will not do here"),
    ("more paragraphs than there are for certain",
     appending("articles/01.toml", statement(number=2)),
     "articles/01.toml", "paragraph_count", "is 1, but 2 paragraphs follow: "),
    ("a certain count that is not given",
     replacing("articles/01.toml", "paragraph_count = 1\n", ""),
     "articles/01.toml", "paragraph_count", "is confirmed but missing: add it"),
]  # fmt: skip

TEXTS: list[Case] = [
    ("an empty text", fifth(text=""),
     A3, "paragraph[5].statement[1].text", "is empty: write the text"),
    ("a text of white space", fifth(text=r" \n\t "),
     A3, "paragraph[5].statement[1].text", "is empty: write the text"),
    ("an empty title", setting(A19, "title", '""'), A19, "title", "is empty: write the text"),
    ("an empty keyword", setting(A19, "keywords", '["swift", ""]'),
     A19, "keywords[2]", "is empty: write the text"),
    ("no gist", replacing(A26, "gist = ", "# "), A26, "gist", "is missing: add it"),
    ("a gist that is too long", setting(A19, "gist", f'"{"x" * 251}"'),
     A19, "gist", "shorten it to 250"),
    ("a gist on two lines", setting(A19, "gist", r'"One line\nand another."'),
     A19, "gist", "runs over several lines: put it on one line"),
    ("a NUL written as an escape", fifth(text=r"be\u0000fore"),
     A3, "paragraph[5].statement[1].text", "holds a control character: take it out"),
    ("a terminal's escape in a source",
     replacing("sources.toml", 'publisher = "ICL Center"', r'publisher = "ICL\u001b[31m"'),
     "sources.toml", "source[2].publisher", "holds a control character: take it out"),
    ("HTML in a text", fifth(text="A <b>rule</b>."),
     A3, "paragraph[5].statement[1].text", "holds an HTML tag: write Markdown without HTML"),
    ("a script in the background",
     background('text = "<script>x</script>"\nsources = ["tass-duma"]'),
     A3, "background[1].text", "holds an HTML tag: write Markdown without HTML"),
    ("an HTML comment", fifth(text="A rule.<!-- which? -->"),
     A3, "paragraph[5].statement[1].text", "holds an HTML tag"),
    ("a text that begins with a number", fifth(text="5. A rule."),
     A3, "paragraph[5].statement[1].text",
     "begins with a number: the paragraph's number belongs in 'number'"),
    ("a text that begins with a number in brackets", fifth(text="(5) A rule."),
     A3, "paragraph[5].statement[1].text", "begins with a number"),
]  # fmt: skip

BASES: list[Case] = [
    ("reported without a source", fifth(sources=""),
     A3, "paragraph[5].statement[1]",
     "is 'reported' without a source: name one, or make it 'unconfirmed'"),
    ("unconfirmed with a source", fifth(basis="unconfirmed", rest='settle = "The text."'),
     A3, "paragraph[5].statement[1]",
     "is 'unconfirmed' but names sources: make it 'reported', or drop them"),
    ("unconfirmed without what would settle it", fifth(basis="unconfirmed", sources=""),
     A3, "paragraph[5].statement[1]", "'settle' goes with 'unconfirmed', and only there"),
    ("reported with what would settle it", fifth(rest='settle = "The text."'),
     A3, "paragraph[5].statement[1]", "'settle' goes with 'unconfirmed', and only there"),
    ("an unknown basis", fifth(basis="rumoured"),
     A3, "paragraph[5].statement[1].basis", "'rumoured' will not do here"),
    ("background without a source", background('text = "Any."\nsources = []'),
     A3, "background[1].sources", "is empty: give at least one"),
    ("an event without a source",
     prepending("timeline.toml", EVENT.format("zoo", "1900-01-01", 19, "").replace('[""]', "[]")),
     "timeline.toml", "event[1].sources", "is empty: give at least one"),
]  # fmt: skip

GRADES: list[Case] = [
    ("an unplaced article with keywords", setting(A26, "keywords", '["zebras"]'),
     A26, "evidence", "'unplaced' says nothing of the content: drop all but the cautions"),
    ("an unplaced article with a theme", setting(A26, "themes", '["trade"]'),
     A26, "evidence", "'unplaced' says nothing of the content"),
    ("an unplaced article with text",
     appending(A26, statement(basis="unconfirmed", sources="", rest='settle = "The text."')),
     A26, "evidence", "'unplaced' says nothing of the content"),
    ("an unplaced article with a mention",
     replacing(A26, "\nbackground = []", '\nbackground = ["brics"]'),
     A26, "evidence", "'unplaced' says nothing of the content"),
    ("an unplaced article with a title", setting(A26, "title", '"Zebras"'),
     A26, "evidence", "'unplaced' has only 'Article 26' for a title"),
    ("an outline with a reported statement",
     replacing(A25, 'basis = "unconfirmed"\nsources = []\nsettle =',
               'basis = "reported"\nsources = ["alta-aeo"]\n# '),
     A25, "evidence", "'outline' holds unconfirmed statements, and only those"),
    ("an outline with a title", setting(A25, "title", '"Customs"'),
     A25, "evidence", "'outline' has an unconfirmed subject: give only the number as the title"),
    ("an outline without a theme", setting(A25, "themes", "[]"),
     A25, "evidence", "'outline' needs a theme: give at least one"),
    ("a reported article without a report", setting(A25, "evidence", '"reported"'),
     A25, "evidence", "'reported' needs a reported statement: add it with its source"),
    ("a placed article without a report", setting(A25, "evidence", '"placed"'),
     A25, "evidence", "'placed' needs a reported statement: add it with its source"),
    ("a reported article without a theme", setting(A19, "themes", "[]"),
     A19, "evidence", "'reported' needs a theme: give at least one"),
    ("an unknown grade", setting(A19, "evidence", '"certain"'),
     A19, "evidence", "'certain' will not do here"),
]  # fmt: skip


@each(*NUMBERS, *PARAGRAPHS, *TEXTS, *BASES, *GRADES)
def test_a_fault_names_file_and_key_and_says_what_to_do(
    edition: Edition, edit: Edit, file: str, key: str, message: str
) -> None:
    faults = faults_of(edition, edit)
    assert names(faults, file, key, message), faults


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("number", '"19"'),
        ("number", "19.0"),
        ("paragraph_count", "true"),
        ("paragraph_count_confirmed", '"no"'),
        ("paragraph_count_confirmed", "0"),
        ("title", "19"),
        ("keywords", '"sanctions"'),
        ("mentions", "[]"),
    ],
)
def test_a_value_of_another_type_is_a_fault(edition: Edition, key: str, value: str) -> None:
    if key == "mentions":
        edition.replace(A19, "[mentions]", "[[mentions]]")
    else:
        edition.set(A19, key, value)
    assert key in {fault.key for fault in edition.faults() if fault.file == A19}


def test_a_word_longer_than_its_column_is_taken_by_every_database(edition: Edition) -> None:
    """The words of a text go into a table of their own, with the search index."""
    edition.without_thesaurus().put("text", 4, f"The {'zebra' * 30}.")
    assert edition.faults() == []
    numbers = Article.objects.search(parse("zebra" * 30)).values_list("number", flat=True)
    assert list(numbers) == [4]


def test_a_count_that_no_database_column_holds_is_a_fault(edition: Edition) -> None:
    edition.set(A19, "paragraph_count", "40000")
    assert [(fault.file, fault.key) for fault in edition.faults()] == [(A19, "paragraph_count")]
