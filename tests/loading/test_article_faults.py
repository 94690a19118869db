"""Each row breaks an article of the real fixtures and names the fault it must give."""

from __future__ import annotations

import pytest

from tests.loading.breaking import (
    A3,
    A19,
    A22,
    A25,
    A26,
    A28,
    CLOSING,
    EVENT,
    Case,
    background,
    binding,
    caution,
    each,
    faults_of,
    fifth,
    names,
    related,
    renaming,
)
from tests.loading.draft import Draft, Edit, appending, prepending, removing, replacing, setting

pytestmark = pytest.mark.files

NUMBERS: list[Case] = [
    ("a number beyond the closing lines", setting(A19, "number", "49"),
     A19, "number", "'49' will not do here: input should be less than or equal to 48"),
    ("a number below the preamble", setting(A19, "number", "-1"),
     A19, "number", "input should be greater than or equal to 0"),
    ("no number", replacing(A19, "number = 19\n", ""), A19, "number", "is missing: add it"),
    ("a number that is no number", setting(A19, "number", '"nineteen"'), A19, "number", "integer"),
    ("the number of another file", setting(A19, "number", "18"),
     A19, "number", "18 belongs in articles/18.toml: correct or rename it"),
    ("the number of the closing lines in an article", setting(A19, "number", "48"),
     A19, "number", "48 belongs in articles/48.toml: correct or rename it"),
    ("a file in the wrong name", renaming(A19, "articles/nineteen.toml"),
     "articles/nineteen.toml", "number", "19 belongs in articles/19.toml: correct or rename it"),
    ("a file without its nought", renaming("articles/01.toml", "articles/1.toml"),
     "articles/1.toml", "number", "1 belongs in articles/01.toml: correct or rename it"),
    ("an article missing", removing(A26), A26, "", "is missing (Article 26): put it back"),
    ("the preamble missing", removing("articles/00.toml"),
     "articles/00.toml", "", "is missing (Preamble): put it back"),
    ("the closing lines missing", removing(CLOSING),
     CLOSING, "", "is missing (Closing lines): put it back"),
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
    ("a paragraph without words", replacing(A26, 'text = """\n', 'words = """\n'),
     A26, "paragraph[1].text", "is missing: add it"),
    ("no paragraph", replacing(A26, "[[paragraph]]", "[[other]]"),
     A26, "paragraph", "is missing: add it"),
]  # fmt: skip

POINTS: list[Case] = [
    ("a point with the label of another", replacing(A22, 'label = "2.3."', 'label = "2.4."'),
     A22, "paragraph[2].point[3].label", "'2.4.' is not the number 2.3: correct it"),
    ("a point that is left out", replacing(A28, 'label = "4)"', 'label = "5)"'),
     A28, "paragraph[1].point[4].label", "'5)' is not the number 4: correct it"),
    ("a bare number as label", replacing(A28, 'label = "4)"', 'label = "4"'),
     A28, "paragraph[1].point[4].label", "'4' is not the number 4: correct it"),
    ("a letter as label", replacing(A22, 'label = "2.1."', 'label = "a)"'),
     A22, "paragraph[2].point[1].label", "'a)' is not the number 2.1: correct it"),
    ("an empty label", replacing(A22, 'label = "2.1."', 'label = ""'),
     A22, "paragraph[2].point[1].label", "is empty: write the text"),
    ("a label that is too long", replacing(A22, 'label = "2.1."', f'label = "{"2" * 21}"'),
     A22, "paragraph[2].point[1].label", "is 21 characters long: shorten it to 20"),
    ("no label", replacing(A22, 'label = "2.1."\n', ""),
     A22, "paragraph[2].point[1].label", "is missing: add it"),
    ("a point without words", replacing(A28, 'text = "medical research;"', 'text = ""'),
     A28, "paragraph[1].point[6].text", "is empty: write the text"),
    ("the label again in the words",
     replacing(A22, 'text = "scientific', 'text = "2.1. scientific'),
     A22, "paragraph[2].point[1].text", "begins with a number: it belongs in 'number' or 'label'"),
    ("points where the treaty has none",
     fifth(rest='[[paragraph.point]]\nlabel = "a)"\ntext = "A rule."'),
     A3, "paragraph[5].point", "the treaty has no points here: put them into the text as a list"),
    ("points of another paragraph",
     replacing(A22, "[[related]]",
               '[[paragraph.point]]\nlabel = "3.1."\ntext = "A rule."\n[[related]]'),
     A22, "paragraph[3].point", "the treaty has no points here"),
]  # fmt: skip

STRENGTHS: list[Case] = [
    ("no strength", replacing(A25, "strength = ", "# "),
     A25, "paragraph[1].strength", "is missing: add it"),
    ("an empty list of strengths", binding(),
     A25, "paragraph[1].strength", "is empty: give at least one"),
    ("an unknown strength", binding("duty", "wish"),
     A25, "paragraph[1].strength[2]", "'wish' will not do here"),
    ("a strength by its label", binding("Duty"),
     A25, "paragraph[1].strength[1]", "'Duty' will not do here"),
    ("a strength twice in a row", binding("duty", "option", "option"),
     A25, "paragraph[1].strength", "has 'option' twice in a row: keep one"),
]  # fmt: skip

TEXTS: list[Case] = [
    ("an empty text", fifth(""), A3, "paragraph[5].text", "is empty: write the text"),
    ("a text of white space", fifth(r" \n\t "),
     A3, "paragraph[5].text", "is empty: write the text"),
    ("an empty title", setting(A19, "title", '""'), A19, "title", "is empty: write the text"),
    ("a title that is too long", setting(A19, "title", f'"{"x" * 101}"'),
     A19, "title", "is 101 characters long: shorten it to 100"),
    ("an empty keyword", setting(A19, "keywords", '["swift", ""]'),
     A19, "keywords[2]", "is empty: write the text"),
    ("a keyword twice", setting(A19, "keywords", '["swift", "banks", "swift"]'),
     A19, "keywords", "has 'swift' 2 times: keep one"),
    ("no gist", replacing(A26, "gist = ", "# "), A26, "gist", "is missing: add it"),
    ("a gist that is too long", setting(A19, "gist", f'"{"x" * 116}"'),
     A19, "gist", "is 116 characters long: shorten it to 115"),
    ("a gist on two lines", setting(A19, "gist", r'"One line\nand another."'),
     A19, "gist", "runs over several lines: put it on one line"),
    ("a NUL written as an escape", fifth(r"be\u0000fore"),
     A3, "paragraph[5].text", "holds a control character: take it out"),
    ("a terminal's escape in a source",
     replacing("sources.toml", 'publisher = "ICL Center"', r'publisher = "ICL\u001b[31m"'),
     "sources.toml", "source[4].publisher", "holds a control character: take it out"),
    ("HTML in a text", fifth("A <b>rule</b>."),
     A3, "paragraph[5].text", "holds an HTML tag: write Markdown without HTML"),
    ("HTML in a point", replacing(A28, 'text = "medical research;"', 'text = "<i>research</i>;"'),
     A28, "paragraph[1].point[6].text", "holds an HTML tag: write Markdown without HTML"),
    ("a script in the background",
     background('text = "<script>x</script>"\nsources = ["tass-duma"]'),
     A3, "background[1].text", "holds an HTML tag: write Markdown without HTML"),
    ("an HTML comment", fifth("A rule.<!-- which? -->"),
     A3, "paragraph[5].text", "holds an HTML tag"),
    ("a text that begins with a number", fifth("5. A rule."),
     A3, "paragraph[5].text", "begins with a number: it belongs in 'number' or 'label'"),
    ("a text that begins with a number in brackets", fifth("(5) A rule."),
     A3, "paragraph[5].text", "begins with a number"),
]  # fmt: skip

BESIDE: list[Case] = [
    ("no theme", setting(A19, "themes", "[]"), A19, "themes", "is empty: give at least one"),
    ("a caution of a paragraph that is not there", caution('paragraph = 5\ntext = "Any."'),
     A3, "caution[1].paragraph", "there is no paragraph 5: correct it, or drop the key"),
    ("a caution of paragraph nought", caution('paragraph = 0\ntext = "Any."'),
     A3, "caution[1].paragraph", "'0' will not do here"),
    ("a caution without words", caution("paragraph = 1"),
     A3, "caution[1].text", "is missing: add it"),
    ("a caution on two lines", caution(r'text = "One line\nand another."'),
     A3, "caution[1].text", "runs over several lines: put it on one line"),
    ("background without a source", background('text = "Any."\nsources = []'),
     A3, "background[1].sources", "is empty: give at least one"),
    ("an event without a source",
     prepending("timeline.toml", EVENT.format("zoo", "1900-01-01", 19, "").replace('[""]', "[]")),
     "timeline.toml", "event[1].sources", "is empty: give at least one"),
    ("a related article without a reason",
     replacing(A19, "[[related]]", "[[related]]\nnumber = 3\n[[related]]"),
     A19, "related[1].reason", "is missing: add it"),
]  # fmt: skip


@each(*NUMBERS, *PARAGRAPHS, *POINTS, *STRENGTHS, *TEXTS, *BESIDE)
def test_a_fault_names_file_and_key_and_says_what_to_do(
    draft: Draft, edit: Edit, file: str, key: str, message: str
) -> None:
    faults = faults_of(draft, edit)
    assert names(faults, file, key, message), faults


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(caution('paragraph = 4\ntext = "Any."'), id="a caution without a source"),
        pytest.param(caution('text = "Any."\nsources = ["tass-duma"]'), id="of the whole article"),
        pytest.param(related(0), id="the preamble as related"),
        pytest.param(related(48), id="the closing lines as related"),
        pytest.param(appending(CLOSING, '[[related]]\nnumber = 0\nreason = "Any"'), id="and back"),
        pytest.param(binding("duty", "position", "duty"), id="a strength again after another"),
        pytest.param(fifth("A rule:\\n\\n- one;\\n- two."), id="a list in a text"),
    ],
)
def test_what_an_article_may_hold_is_no_fault(draft: Draft, edit: Edit) -> None:
    assert faults_of(draft, edit) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("number", '"19"'),
        ("number", "19.0"),
        ("number", "true"),
        ("title", "19"),
        ("keywords", '"sanctions"'),
        ("reports", '"tass-duma"'),
    ],
)
def test_a_value_of_another_type_is_a_fault(draft: Draft, key: str, value: str) -> None:
    draft.without_thesaurus().set(A19, key, value)
    assert key in {fault.key for fault in draft.faults() if fault.file == A19}


def test_a_list_of_tables_in_the_place_of_a_table_is_a_fault(draft: Draft) -> None:
    draft.without_thesaurus().replace(A19, "[mentions]", "[[mentions]]")
    assert [(fault.file, fault.key) for fault in draft.faults()] == [(A19, "mentions")]


def test_a_number_that_no_database_column_holds_is_a_fault(draft: Draft) -> None:
    draft.without_thesaurus()
    draft.replace(A19, "[[paragraph]]\nnumber = 1", "[[paragraph]]\nnumber = 40000")
    assert [(fault.file, fault.key) for fault in draft.faults()] == [(A19, "paragraph[1].number")]
