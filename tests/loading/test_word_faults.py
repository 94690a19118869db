"""Faults of the words by which readers search and programs read: thesaurus and cues."""

from __future__ import annotations

import pytest

from tests.loading.breaking import CONCEPT, ZEBRAS, Case, concept, cue, each, faults_of, names
from tests.loading.draft import ZOO, Draft, Edit, adding_concept, writing

pytestmark = pytest.mark.files

CUES: list[Case] = [
    ("the closing lines, which are no landmark", cue("landmark", "article = 48"),
     "cues.toml", "landmark[1].article", "'48' will not do here"),
    ("two landmarks of an article", cue("landmark", "article = 2"),
     "cues.toml", "landmark.article", "'2' stands 2 times: each must differ"),
    ("names of an unknown mention", cue("body", 'mention = "zebras"'),
     "cues.toml", "body[1].mention", "no mention 'zebras' in mentions.toml"),
    ("names of a mention twice", cue("body", 'mention = "brics"'),
     "cues.toml", "body.mention", "'brics' stands 2 times"),
    ("no cue", cue("landmark", "article = 3", ""),
     "cues.toml", "landmark[1].en", "is empty: give at least one"),
    ("a cue without a word", cue("landmark", "article = 3", '"—"'),
     "cues.toml", "landmark[1].en[1]", "has no letter or digit: write a word"),
    ("a cue twice", cue("landmark", "article = 3", '"zebra", "zebra"'),
     "cues.toml", "landmark[1].en", "has 'zebra' 2 times: keep one"),
    ("a table of cues that there is not", cue("strength", 'kind = "ban"'),
     "cues.toml", "strength", "is not a key known here"),
]  # fmt: skip

THESAURUS: list[Case] = [
    ("an unknown mention", concept(mentions='"zebras"'),
     ZOO, "concept[1].mentions",
     "no mention 'zebras' in mentions.toml: correct it or add one there"),
    ("a mention named twice", concept(mentions='"brics", "brics"'),
     ZOO, "concept[1].mentions", "has 'brics' 2 times: keep one"),
    ("an article that the treaty has not", concept(provisions='"19", "48"'),
     ZOO, "concept[1].provisions[2]", "names no article of the treaty: it has 47"),
    ("a paragraph that the article has not", concept(provisions='"19.4", "19.5"'),
     ZOO, "concept[1].provisions", "the treaty has no 19.5: correct it"),
    ("a recital that the preamble has not", concept(provisions='"0.8"'),
     ZOO, "concept[1].provisions", "the treaty has no 0.8: correct it"),
    ("the number of a lone paragraph", concept(provisions='"25.1"'),
     ZOO, "concept[1].provisions", "the treaty has no 25.1: correct it"),
    ("a paragraph of the closing lines", concept(provisions='"closing.1"'),
     ZOO, "concept[1].provisions", "the treaty has no closing.1: correct it"),
    ("a point that the paragraph has not", concept(provisions='"28.1.10"'),
     ZOO, "concept[1].provisions", "the treaty has no 28.1.10: correct it"),
    *((f"a provision written {code}", concept(provisions=f'"{code}"'),
       ZOO, "concept[1].provisions[1]", f"'{code}' will not do here")
      for code in ("3.0", "03", "3.", "3(3)", "3.3.1.1", "Article 3", "preamble", "٣", "")),
    ("a provision as a number", concept(provisions="19"),
     ZOO, "concept[1].provisions[1]", "'19' will not do here"),
    ("a provision named twice", concept(provisions='"19", "3", "19"'),
     ZOO, "concept[1].provisions", "has '19' 2 times: keep one"),
    ("a word twice", concept(en='"zebra", "horse", "zebra"'),
     ZOO, "concept[1].en", "has 'zebra' 2 times: keep one"),
    ("an empty note that it is absent", concept(rest='absent = ""'),
     ZOO, "concept[1].absent", "is empty: write the text, or leave the key out"),
    ("articles in the place of provisions", concept(rest="articles = [19]"),
     ZOO, "concept[1].articles", "is not a key known here"),
    ("a term that the edition has not", concept(terms='"sanctions", "striped horses"'),
     ZOO, "concept[1].terms",
     "the edition has no 'striped horses': correct it, or move it to 'en'"),
    ("a term whose words stand apart in the edition", concept(terms='"coercive unilateral"'),
     ZOO, "concept[1].terms", "the edition has no 'coercive unilateral'"),
    ("a concept that leads nowhere", concept(provisions="", mentions='"brics"'),
     ZOO, "concept[1].provisions", "is empty: give at least one"),
    ("a concept that is absent and leads nowhere",
     concept(provisions="", rest='absent = "The treaty says nothing about zebras."'),
     ZOO, "concept[1].provisions", "is empty: give at least one"),
    ("a slug twice", adding_concept(f"{CONCEPT}\n{CONCEPT}".format(**ZEBRAS)),
     "thesaurus", "concept.slug", "'zoo' stands 2 times: each must differ"),
    ("a slug in capitals", concept(slug="Zoo"), ZOO, "concept[1].slug", "'Zoo' will not do here"),
    ("a slug that is too long", concept(slug="z" * 51), ZOO, "concept[1].slug", "50 characters"),
    ("an empty name", concept(name='""'), ZOO, "concept[1].name", "is empty: write the text"),
    ("a name that is too long", concept(name=f'"{"x" * 101}"'),
     ZOO, "concept[1].name", "shorten it to 100"),
    ("an empty word", concept(en='"zebra", " "'), ZOO, "concept[1].en[2]", "is empty"),
    ("a word on two lines", concept(en=r'"zebra\nhorse"'),
     ZOO, "concept[1].en[1]", "runs over several lines: put it on one line"),
    ("an unknown key", concept(rest='de = ["Zebra"]'),
     ZOO, "concept[1].de", "is not a key known here: remove it or correct its spelling"),
    ("a missing language", adding_concept('[[concept]]\nslug = "zoo"'),
     ZOO, "concept[1].fa", "is missing: add it"),
    ("broken TOML", adding_concept("[[concept"), ZOO, "", "is not TOML: "),
    ("a file that is not UTF-8", writing(ZOO, b"\xff"),
     ZOO, "", "is not UTF-8 (at byte 0): save it again as UTF-8"),
    ("a file with something else", writing(ZOO, b"theme = []"),
     ZOO, "concept", "is missing: add it"),
]  # fmt: skip


@each(*CUES)
def test_a_fault_names_file_and_key_and_says_what_to_do(
    draft: Draft, edit: Edit, file: str, key: str, message: str
) -> None:
    faults = faults_of(draft, edit)
    assert names(faults, file, key, message), faults


@each(*THESAURUS)
def test_a_fault_of_the_thesaurus_is_the_only_one_and_names_file_and_key(
    draft: Draft, edit: Edit, file: str, key: str, message: str
) -> None:
    faults = faults_of(draft, edit)
    assert names(faults, file, key, message), faults
    assert {fault.file for fault in faults} == {file}


def test_the_same_slug_in_two_files_of_the_thesaurus_is_a_fault(draft: Draft) -> None:
    slug = next(
        line for line in draft.text("thesaurus/society.toml").splitlines() if "slug = " in line
    )
    draft.replace("thesaurus/security.toml", 'slug = "preamble-recitals"', slug)
    assert [(fault.file, fault.key) for fault in draft.faults()] == [("thesaurus", "concept.slug")]


@pytest.mark.parametrize(
    "term",
    [
        pytest.param("Sanction", id="in another form"),
        pytest.param("third-country sanctions", id="in keywords"),
        pytest.param("unilateral coercive measures", id="in a paragraph"),
        pytest.param("swap operations", id="in a point"),
        pytest.param("deciding text", id="in the title of the closing lines"),
    ],
)
def test_a_term_may_stand_anywhere_in_an_article(draft: Draft, term: str) -> None:
    concept(terms=f'"{term}"')(draft.without_thesaurus())
    assert draft.faults() == []


def test_a_concept_may_lead_to_any_provision_and_say_that_it_is_absent(draft: Draft) -> None:
    draft.without_thesaurus()
    concept(
        provisions='"19", "3.3", "0", "0.7", "22.2", "22.2.6", "28.1.9", "closing"',
        mentions='"brics"',
        rest='absent = "The treaty says nothing about zebras."',
    )(draft)
    assert draft.faults() == []
