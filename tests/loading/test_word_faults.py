"""Faults of the words by which readers search and programs read: thesaurus and cues."""

from __future__ import annotations

import pytest

from tests.loading.breaking import CONCEPT, ZEBRAS, Case, concept, cue, each, faults_of, names
from tests.loading.edition import ZOO, Edit, Edition, adding_concept, writing

pytestmark = pytest.mark.django_db

CUES: list[Case] = [
    ("an article beyond the treaty", cue("landmark", "article = 48"),
     "cues.toml", "landmark[1].article", "'48' will not do here"),
    ("two landmarks of an article", cue("landmark", "article = 2"),
     "cues.toml", "landmark.article", "'2' stands 2 times: each must differ"),
    ("a subject twice", cue("subject", 'slug = "sport"\nname = "Zoo"\nthemes = ["trade"]'),
     "cues.toml", "subject.slug", "'sport' stands 2 times"),
    ("a subject's name twice",
     cue("subject", 'slug = "zoo"\nname = "Sport"\nthemes = ["trade"]'),
     "cues.toml", "subject.name", "'Sport' stands 2 times"),
    ("a subject of an unknown theme",
     cue("subject", 'slug = "zoo"\nname = "Zoo"\nthemes = ["zebras"]'),
     "cues.toml", "subject[1].themes", "no theme 'zebras' in themes.toml"),
    ("a subject without a theme", cue("subject", 'slug = "zoo"\nname = "Zoo"\nthemes = []'),
     "cues.toml", "subject[1].themes", "is empty: give at least one"),
    ("names of an unknown mention", cue("body", 'mention = "zebras"'),
     "cues.toml", "body[1].mention", "no mention 'zebras' in mentions.toml"),
    ("names of a mention twice", cue("body", 'mention = "brics"'),
     "cues.toml", "body.mention", "'brics' stands 2 times"),
    ("an unknown strength", cue("strength", 'kind = "wish"\nplain = ["zebra"]'),
     "cues.toml", "strength[1].kind", "'wish' will not do here"),
    ("a strength twice", cue("strength", 'kind = "ban"\nplain = ["zebra"]'),
     "cues.toml", "strength.kind", "'ban' stands 2 times"),
    ("a strength without our wording", cue("strength", 'kind = "ban"'),
     "cues.toml", "strength[1].plain", "is missing: add it"),
    ("no cue", cue("landmark", "article = 3", ""),
     "cues.toml", "landmark[1].en", "is empty: give at least one"),
    ("a cue without a word", cue("landmark", "article = 3", '"—"'),
     "cues.toml", "landmark[1].en[1]", "has no letter or digit: write a word"),
    ("a cue twice", cue("landmark", "article = 3", '"zebra", "zebra"'),
     "cues.toml", "landmark[1].en", "'zebra' stands 2 times: keep one"),
]  # fmt: skip

THESAURUS: list[Case] = [
    ("an unknown mention", concept(mentions='"zebras"'),
     ZOO, "concept[1].mentions",
     "no mention 'zebras' in mentions.toml: correct it or add one there"),
    ("an unknown subject", concept(subjects='"zebras"'),
     ZOO, "concept[1].subjects",
     "no subject 'zebras' in subjects.toml: correct it or add one there"),
    ("a mention named twice", concept(mentions='"brics", "brics"'),
     ZOO, "concept[1].mentions", "'brics' stands 2 times: keep one"),
    ("a subject named twice", concept(subjects='"sport", "sport"'),
     ZOO, "concept[1].subjects", "'sport' stands 2 times: keep one"),
    ("an article that is not described", concept(articles="19, 26"),
     ZOO, "concept[1].articles", "Article 26 is not described: drop it"),
    ("an article that the treaty has not", concept(articles="48"),
     ZOO, "concept[1].articles[1]", "'48' will not do here"),
    ("an article named twice", concept(articles="19, 3, 19"),
     ZOO, "concept[1].articles", "19 stands 2 times: keep one"),
    ("a term that the edition has not", concept(terms='"sanctions", "striped horses"'),
     ZOO, "concept[1].terms",
     "the edition has no 'striped horses': correct it, or move it to readers' words"),
    ("a term whose words stand apart in the edition", concept(terms='"coercive unilateral"'),
     ZOO, "concept[1].terms", "the edition has no 'coercive unilateral'"),
    ("a concept that leads nowhere", concept(articles=""),
     ZOO, "concept[1]", "leads nowhere: name an article, a subject or a mention"),
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
    edition: Edition, edit: Edit, file: str, key: str, message: str
) -> None:
    faults = faults_of(edition, edit)
    assert names(faults, file, key, message), faults


@each(*THESAURUS)
def test_a_fault_of_the_thesaurus_is_the_only_one_and_names_file_and_key(
    edition: Edition, edit: Edit, file: str, key: str, message: str
) -> None:
    faults = faults_of(edition, edit)
    assert names(faults, file, key, message), faults
    assert {fault.file for fault in faults} == {file}


def test_the_same_slug_in_two_files_of_the_thesaurus_is_a_fault(edition: Edition) -> None:
    slug = next(
        line for line in edition.text("thesaurus/society.toml").splitlines() if "slug = " in line
    )
    edition.replace("thesaurus/security.toml", 'slug = "preamble-recitals"', slug)
    assert [(fault.file, fault.key) for fault in edition.faults()] == [
        ("thesaurus", "concept.slug")
    ]


@pytest.mark.parametrize(
    "term",
    [
        "sanctions",
        "Sanction",
        "unilateral coercive measures",
        "multipolar world order",
        "sanitation",
    ],
)
def test_a_term_may_stand_in_any_form_in_title_keywords_text_or_subject(
    edition: Edition, term: str
) -> None:
    concept(terms=f'"{term}"')(edition.without_thesaurus())
    assert edition.faults() == []


def test_a_concept_may_lead_to_a_subject_or_a_mention_alone(edition: Edition) -> None:
    edition.without_thesaurus()
    concept(articles="", subjects='"sport"')(edition)
    concept(slug="zoo-too", articles="", mentions='"brics"')(edition)
    assert edition.faults() == []
