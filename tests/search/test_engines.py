"""The database only fetches what may answer; what answers, and how well, is the same on any.

Each test compares what the database in use finds with a search that has no database at all:
the ranking of every document there is, made from the models. So each engine must give the
same articles, in the same order, for the same reasons.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace

import pytest
from django.conf import settings
from django.db import connection
from hypothesis import Phase, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from articles import search
from articles.edition import in_force
from articles.exploring import judging
from articles.management.commands.score_search import JUDGED
from articles.models import markup
from articles.search import Index, Match, Plan, Query, documents, parse, plan, rank
from articles.search.analysis import stem, tokens
from articles.search.documents import FIELDS, Document, Leads
from articles.search.entries import entries, find_entries
from articles.search.phrasings import NO_PHRASINGS, Phrasings, likeness, phrasings
from articles.search.query import Clause
from tests.search import corpus
from tests.search.asking import findings, lexicon
from tests.search.corpus import document, words_of

pytestmark = pytest.mark.django_db


def without_database(
    made: Plan, every: Iterable[Document], known: Phrasings = NO_PHRASINGS
) -> list[Match]:
    """Return the matches among all documents, none of them passed over."""
    if not (made.needs or made.excluded):
        return []
    return rank(every, made, likeness(made, known))


def judged() -> list[judging.Judged]:
    """Return every judged query."""
    return [row for path in sorted(JUDGED.glob("*.toml")) for row in judging.read(path)]


def every_document() -> Iterable[Document]:
    """Return the documents of the edition."""
    return search.index(in_force()).documents.values()


def test_every_judged_query_finds_the_same_with_a_database_and_without() -> None:
    words, every = lexicon(), every_document()
    known = phrasings(in_force())
    asked = [each.query for each in judged() if not parse(each.query).reference]
    assert len(asked) > 1000
    for text in asked:
        expected = without_database(plan(parse(text), words), every, known)
        assert list(findings(text).matches) == expected, text


def test_the_index_has_every_document_and_no_other() -> None:
    everything = plan(parse("-zeppelin"), lexicon())
    statement = search.DIALECTS[connection.vendor].complete(everything, search.CANDIDATES)
    assert search.fetch(statement) == {each.article_id for each in every_document()}


VOCABULARY = sorted(
    {
        token.word
        for path in settings.FIXTURES_DIR.glob("[at]*/*.toml")
        for token in tokens(path.read_text(encoding="utf-8"))
    }
)
"""The words of the articles and of the thesaurus, in all three languages."""


@st.composite
def queries(draw: st.DrawFn, words: st.SearchStrategy[str]) -> str:
    """Words, misspelt words, beginnings, phrases, choices and exclusions, in any mixture."""
    word = st.one_of(
        words,
        words.flatmap(
            lambda text: st.integers(0, len(text)).map(lambda at: text[:at] + text[at + 1 :])
        ),
        words.flatmap(lambda text: st.integers(1, len(text)).map(lambda at: text[:at] + "*")),
        st.lists(words, min_size=1, max_size=3).map(lambda each: f'"{" ".join(each)}"'),
    )
    part = st.one_of(
        word, word, word.map("-{}".format), st.tuples(word, word).map(" OR ".join), st.just("the")
    )
    return " ".join(draw(st.lists(part, min_size=1, max_size=5)))


@hypothesis_settings(max_examples=150)
@given(text=queries(st.sampled_from(VOCABULARY)))
@example(text='zeppelin "zone of peace"')
@example(text="zeppelin hegemon* OR extradition")
@example(text='"zone of peace" caspian hegemony aggression zeppelin sanctions')
@example(text="nuclaer -weapons -energy")
def test_any_query_finds_the_same_with_a_database_and_without(text: str) -> None:
    query, words = parse(text), lexicon()
    known = phrasings(in_force())
    if query.reference is None:
        expected = without_database(plan(query, words), every_document(), known)
        assert list(search.find(query, search.index(in_force())).matches) == expected


LEADING: list[Leads] = [
    {},
    corpus.leading(1),
    corpus.leading(1, 2),
    corpus.leading(1, 1, documents.TEXT, 1, 0),
    corpus.leading(1, 2, documents.OFFICIAL, 2),
]
"""Where the concept of a small corpus may lead: nowhere, to an article, to parts of a field."""

SMALL = ("zebra", "zebras", "stripe", "striped", "санкции", "санкций", "تحریم", "c1", "c1p1", "•")


# PostgreSQL keeps a lock on every table that a transaction makes: it could not make as many as
# it would take to shrink an example.
@hypothesis_settings(max_examples=60, phases=[Phase.generate])
@given(data=st.data())
def test_any_documents_are_searched_the_same_with_a_database_and_without(
    data: st.DataObject,
) -> None:
    """Few words, so that phrases, stems and beginnings meet often, and within and across parts."""
    texts = st.lists(st.lists(st.sampled_from(SMALL), max_size=4).map(" ".join), max_size=3)
    every = [
        document(
            number,
            data.draw(st.sampled_from(LEADING)),
            **{field.name: data.draw(texts) for field in FIELDS},
        )
        for number in range(data.draw(st.integers(1, 4)))
    ]
    concept = corpus.concept(1, "Herd", "zebra stripe", "санкции")
    words = words_of(every, {"striped zebra": concept, "санкции": concept})
    asked = data.draw(st.lists(queries(st.sampled_from(SMALL)), min_size=5, max_size=5))
    corpus.index(*every)
    for query in map(parse, asked):
        expected = without_database(plan(query, words), every)
        assert list(search.find(query, corpus.index_of(every, words)).matches) == expected


def test_entries_are_found_as_if_every_one_were_ranked() -> None:
    words, edition = lexicon(), in_force()
    known = entries(edition)
    for each in judged():
        made = plan(parse(each.query.partition(" -")[0]), words)
        ranked = without_database(made, [one.document for one in known]) if made.needs else []
        complete = [match.article_id for match in ranked if match.completeness == 1.0]
        found = find_entries(made, edition)
        assert found == [known[number].entry for number in complete][: len(found)]
        assert len(found) == min(len(complete), 6)


def bare() -> Index:
    """Return what search knows of the edition without its phrasings."""
    return replace(search.index(in_force()), phrasings=NO_PHRASINGS)


Words = list[str]


def written() -> dict[int, list[Words]]:
    """Return the words of each article, text by text, from the fixtures."""
    found = {}
    for path in sorted((settings.FIXTURES_DIR / "articles").glob("*.toml")):
        article = tomllib.loads(path.read_text("utf-8"))
        passages = [row for part in article["paragraph"] for row in (part, *part.get("point", ()))]
        plain = [markup.to_text(markup.to_html(row["text"])) for row in passages]
        texts = [article["title"], *article["keywords"], article["gist"], *plain]
        found[article["number"]] = [[token.word for token in tokens(text)] for text in texts]
    return found


WRITTEN = written()


def has(texts: list[Words], clause: Clause) -> bool:
    """Say by plain comparison whether a text holds a word in any form, or a phrase as it is."""
    if clause.is_quoted:
        phrase = " ".join(word.word for word in clause.words)
        return any(f" {phrase} " in f" {' '.join(text)} " for text in texts)
    wanted = clause.words[0]
    every = [word for text in texts for word in text]
    if clause.is_prefix:
        return any(word.startswith(wanted.word) for word in every)
    return any(stem(word) == wanted.stem for word in every)


def plainly(query: Query) -> set[int]:
    """Return the articles that have all that is wanted, and nothing that is not."""
    return {
        number
        for number, texts in WRITTEN.items()
        if all(any(has(texts, clause) for clause in choice) for choice in query.wanted)
        and not any(has(texts, clause) for clause in query.excluded)
    }


@st.composite
def rows(draw: st.DrawFn) -> Words:
    """One to three words that stand in a row in the edition."""
    text = draw(st.sampled_from([text for texts in WRITTEN.values() for text in texts if text]))
    start = draw(st.integers(0, len(text) - 1))
    return text[start : start + draw(st.integers(1, 3))]


phrases = rows().map(lambda row: f'"{" ".join(row)}"')
fixed = st.one_of(
    phrases,
    rows().map(lambda row: f'"{" ".join(row[::-1])}"'),
    rows().map(lambda row: f"{row[0][:3]}*"),
)
alternatives = fixed | rows().map(lambda row: row[0])


@hypothesis_settings(max_examples=150)
@given(
    wanted=st.lists(
        fixed | st.tuples(alternatives, alternatives).map(" OR ".join), min_size=1, max_size=3
    ),
    excluded=st.lists(alternatives.map("-{}".format), max_size=2),
)
@example(wanted=['"unilateral coercive measures"', "sanct*"], excluded=['-"north korea"'])
def test_phrases_beginnings_choices_and_exclusions_find_what_plain_comparison_finds(
    wanted: list[str], excluded: list[str]
) -> None:
    """None of them is expanded, so there is another way to know the answer."""
    query = parse(" ".join(wanted + excluded))
    found = search.find(query, bare())
    assert {match.article_id for match in found.matches} == plainly(query)


@hypothesis_settings(max_examples=150)
@given(number=st.sampled_from(sorted(WRITTEN)), data=st.data())
def test_an_article_that_has_all_of_the_words_is_always_found(
    number: int, data: st.DataObject
) -> None:
    """Whatever the thesaurus adds."""
    every = [word for text in WRITTEN[number] for word in text]
    typed = data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=5))
    query = parse(" ".join(typed))
    if query.reference is None:
        found = search.find(query, bare())
        assert number in {match.article_id for match in found.matches}
        assert found.is_complete
