"""A question leads somewhere, stands once and under one heading, and is short enough to read."""

from __future__ import annotations

import pytest

from tests.loading.breaking import Case, each, faults_of, names
from tests.loading.draft import Draft, Edit, appending, prepending

pytestmark = pytest.mark.files

QUESTION = """[[question]]
slug = "{slug}"
heading = "{heading}"
question = "{question}"
answer = "{answer}"
asked = [{asked}]
{rest}"""

ZEBRAS = {
    "slug": "zebras",
    "heading": "War and defence",
    "question": "May zebras cross?",
    "answer": "Yes.",
    "asked": '"zebra crossing"',
    "rest": 'places = ["3.3"]',
}
FILE = "questions.toml"


def question(edit: object = prepending, **parts: str) -> Edit:
    """Add a question, the first of the file."""
    add = appending if edit is appending else prepending
    return add(FILE, QUESTION.format(**{**ZEBRAS, **parts}))


CASES: list[Case] = [
    ("a paragraph that is not there", question(rest='places = ["3.3", "3.9"]'),
     FILE, "question[1].places", "the treaty has no 3.9: correct it"),
    ("the number of a lone paragraph", question(rest='nearest = ["2.1"]'),
     FILE, "question[1].nearest", "the treaty has no 2.1: correct it"),
    ("an article beyond the treaty", question(rest='places = ["49"]'),
     FILE, "question[1].places[1]", "names no article of the treaty: it has 47"),
    ("a place named twice", question(rest='places = ["3.3", "3.3"]'),
     FILE, "question[1].places", "has '3.3' 2 times: keep one"),
    ("an event that is not there", question(rest='places = ["3.3"]\nevents = ["zoo-opens"]'),
     FILE, "question[1].events", "no event 'zoo-opens' in timeline.toml: correct it or add one"),
    ("neither places nor nearest", question(rest=""),
     FILE, "question[1]", "needs either 'places' or 'nearest': give one of them"),
    ("both places and nearest", question(rest='places = ["3.3"]\nnearest = ["5.4"]'),
     FILE, "question[1]", "needs either 'places' or 'nearest': give one of them"),
    ("a slug that another has", question(slug="sanctions"),
     FILE, "question.slug", "'sanctions' stands 2 times: each must differ"),
    ("a question that is asked twice", question(question="Is BRICS mentioned?"),
     FILE, "question.question", "'Is BRICS mentioned?' stands 2 times: each must differ"),
    ("an answer that is too long", question(answer="Yes. " * 80),
     FILE, "question[1].answer", "is 399 characters long: shorten it to 320"),
    ("an empty answer", question(answer=" "),
     FILE, "question[1].answer", "is empty: write the text"),
    ("no other way of asking", question(asked=""),
     FILE, "question[1].asked", "is empty: give at least one"),
    ("a way of asking without a word", question(asked='"?"'),
     FILE, "question[1].asked[1]", "has no letter or digit: write a word"),
    ("a key that is not known", question(rest='places = ["3.3"]\ncolour = "striped"'),
     FILE, "question[1].colour", "is not a key known here"),
    ("a heading that comes again", question(appending),
     FILE, "question.heading", "'War and defence' stands in several places: put its questions"),
]  # fmt: skip


@each(*CASES)
def test_a_fault_names_file_and_key_and_says_what_to_do(
    draft: Draft, edit: Edit, file: str, key: str, message: str
) -> None:
    faults = faults_of(draft, edit)
    assert names(faults, file, key, message), faults


def test_a_sound_question_is_no_fault(draft: Draft) -> None:
    assert faults_of(draft, question()) == []
