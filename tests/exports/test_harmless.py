"""No words of an official text are a formula or a mark in the form that holds them."""

from __future__ import annotations

import csv
import io
import re

import pytest
from markdown_it import MarkdownIt

from articles.exports.formats.markdown import escaped
from articles.exports.formats.plain_text import hanging
from tests.exports.reading import get
from tests.invented import load_invented

pytestmark = [pytest.mark.django_db, pytest.mark.once]

WORDS = {5: {1: "=HYPERLINK(1)", 2: [("-", "a rope"), ("-", "an oar")], 3: "@keeper", 4: "+1 lamp"}}


class TestWordsThatProgramsCouldRun:
    def test_no_cell_of_a_table_begins_as_a_formula_does(self) -> None:
        load_invented({"en": ("en", "Lake Office", WORDS)})
        rows = list(csv.DictReader(io.StringIO(get("/articles/5.csv").decode("utf-8-sig"))))
        cells = [cell for row in rows for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert [row["text"] for row in rows if row["edition"] == "en"] == [
            "'=HYPERLINK(1)",
            "'- a rope\n- an oar",
            "'@keeper",
            "'+1 lamp",
        ]

    @pytest.mark.parametrize(
        "words",
        [
            "# A lamp",
            "a) A lamp",
            "(a) a lamp",
            "iv. a lamp",
            "1) a lamp",
            "(1) A lamp",
            "– a lamp",
            "---",
            "===",
            "A lamp\n---",
            "A lamp\n===",
            "> lamp",
            "[a lamp](javascript:alert(1))",
            "![a](https://lake.example/x.png)",
            "<script>alert(1)</script>",
            "&lt;b&gt; &copy; &#60;",
            "*a* _b_ `c` ~~d~~ $e$ a^b^ \\alpha",
            "| a | b |\n|---|---|",
            ": a lamp",
            "    a lamp",
            "https://lake.example @keeper",
        ],
    )
    def test_markdown_gives_the_words_back_as_they_are_and_nothing_else(self, words: str) -> None:
        made = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(escaped(words))
        assert re.findall("<([a-z0-9]+)", made) == ["p"]
        plain = MarkdownIt("commonmark").parseInline(escaped(words.strip()))
        said = "".join(token.content or "\n" for token in plain[0].children or ())
        assert said.split() == words.split()


def test_lists_of_pandoc_are_no_lists_either() -> None:
    assert [escaped(label) for label in ("a) x", "(b) x", "iv. x", "12. x", "#. x", "(@) x")] == [
        r"a\) x",
        r"(b\) x",
        r"iv\. x",
        r"12\. x",
        r"\#. x",
        r"(\@) x",
    ]


def test_a_long_number_stands_apart_from_its_words_in_plain_text() -> None:
    assert hanging("(xviii)", "The lamp.") == "(xviii) The lamp."
    assert hanging("(xvi)", "The lamp.") == "(xvi) The lamp."
