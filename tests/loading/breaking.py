"""Ways to break the fixtures: rows of each table that a test may put before the others."""

from __future__ import annotations

import pytest

from articles.loading import Fault
from tests.loading.draft import (
    PARAGRAPH,
    Draft,
    Edit,
    adding_concept,
    appending,
    prepending,
    replacing,
)

A3, A19, A22, A25, A26, A28 = (
    f"articles/{number}.toml" for number in ("03", "19", "22", "25", "26", "28")
)
CLOSING = "articles/48.toml"


def fifth(text: str = "A rule.", rest: str = "") -> Edit:
    """Add a fifth paragraph to article 3, which has four."""
    return appending(A3, PARAGRAPH.format(5, text) + rest)


def binding(*strengths: str) -> Edit:
    """Give the first paragraph of article 25 these strengths."""
    listed = ", ".join(f'"{strength}"' for strength in strengths)
    return replacing(A25, 'strength = ["', f'strength = [{listed}]\n# ["')


def background(rest: str) -> Edit:
    """Add a background note to article 3, before those it has."""
    return replacing(A3, "[[background]]", f"[[background]]\n{rest}\n[[background]]")


def caution(rest: str) -> Edit:
    """Add a caution to article 3, before those it has."""
    return replacing(A3, "[[caution]]", f"[[caution]]\n{rest}\n[[caution]]")


def related(number: int) -> Edit:
    """Exchange the first article that is related to article 19, which is 20."""
    return replacing(A19, "[[related]]\nnumber = 20", f"[[related]]\nnumber = {number}")


def renaming(file: str, name: str) -> Edit:
    return lambda draft: draft.rename(file, name)


THEME = '[[theme]]\nslug = "{}"\nname = "{}"\nfamily = 1\ndescription = "Any."'

MENTION = """[[mention]]
slug = "{}"
name = "{}"
kind = "body"
description = "Any."
in_treaty = "Any."
aliases = []
sources = []"""

SOURCE = """[[source]]
key = "{}"
publisher = "Any"
what = "Any"
url = "{}"
language = "en"
kind = "press"
{}"""

EVENT = """[[event]]
slug = "{}"
date = "{}"
title = "Any"
text = "Any."
kind = "context"
articles = [{}]
sources = ["{}"]"""

COMMENT = """[[comment]]
slug = "{}"
author = "Any"
publisher = "Any"
articles = []
question = "defence"
gist = "any"
text = "Any."
sources = ["{}"]
{}"""

TEXT_COPY = """[[text_copy]]
slug = "{}"
language = "en"
publisher = "Any"
url = "https://example.org/"
note = "Any."
sources = ["{}"]"""

CONCEPT = """[[concept]]
slug = "{slug}"
name = {name}
terms = [{terms}]
en = [{en}]
ru = []
fa = []
provisions = [{provisions}]
mentions = [{mentions}]
{rest}"""

ZEBRAS = {
    "slug": "zoo",
    "name": '"Zoo"',
    "terms": "",
    "en": '"zebra"',
    "provisions": '"19"',
    "mentions": "",
    "rest": "",
}

NEW_URL = "https://example.org/new"


def concept(**parts: str) -> Edit:
    """Add a concept, the first of a file of its own."""
    return adding_concept(CONCEPT.format(**{**ZEBRAS, **parts}))


def cue(table: str, keys: str, words: str = '"zebra"') -> Edit:
    """Put a table before all others of the cues, with these words in English."""
    lists = f'en = [{words}]\nru = ["зебра"]\nfa = ["گورخر"]'
    return prepending("cues.toml", f"[[{table}]]\n{keys}\n{lists}")


Case = tuple[str, Edit, str, str, str]
"""What is broken, how, and the file, the key and words of the fault that this must give."""


def each(*cases: Case) -> pytest.MarkDecorator:
    """Run a test with each of the cases, by what is broken in it."""
    rows = [case[1:] for case in cases]
    names = [case[0] for case in cases]
    return pytest.mark.parametrize(("edit", "file", "key", "message"), rows, ids=names)


def faults_of(draft: Draft, edit: Edit) -> list[Fault]:
    """The faults of the fixtures after an edit, without the thesaurus, which takes long."""
    edit(draft.without_thesaurus())
    return draft.faults()


def names(faults: list[Fault], file: str, key: str, message: str) -> bool:
    """Whether one of the faults has this file and key, and says this."""
    return any(
        (fault.file, fault.key) == (file, key) and message in fault.message for fault in faults
    )
