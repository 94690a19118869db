"""What the thesaurus adds to a search: readers' words lead on, and exact ones still go first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import search
from articles.edition import in_force
from articles.models import Concept, Word
from articles.search import documents, parse, plan
from articles.search.analysis import tokens
from articles.search.documents import Lead
from articles.search.lexicon import Meaning, told
from articles.treaty.places import Place
from tests.search import corpus
from tests.search.asking import exploration, findings, found, lexicon, reasons
from tests.search.corpus import concept, document, leading
from tests.search.test_engines import WRITTEN

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_there_are_at_least_250_concepts_in_three_languages_that_all_lead_somewhere() -> None:
    concepts = in_force().concepts
    assert len(concepts) >= 250
    for each in concepts:
        assert each.places, each
        assert set(each.readers_words) == {"en", "ru", "fa"}
    for language in ("en", "ru", "fa"):
        assert sum(bool(each.readers_words[language]) for each in concepts) >= 250


def test_every_concept_leads_to_provisions_that_there_are_and_every_article_is_led_to() -> None:
    articles = in_force().articles
    passages = {row.place for article in articles for row in article.passages()}
    there = passages | {Place(article.number) for article in articles}
    places = {place for each in in_force().concepts for place in each.places}
    assert places <= there
    assert {place.article for place in places} == {article.number for article in articles}


def test_the_index_says_to_which_passages_a_concept_leads() -> None:
    article = in_force().by_number[22]
    parts = [row.place.code for row in article.passages()]
    (concept,) = (each for each in in_force().concepts if each.slug == "energy-swaps")
    leads = documents.leads_of([concept], [article])[22]
    assert leads == {concept.position: Lead(1, {(documents.TEXT, parts.index("22.2.2")): 0})}


def test_everything_that_a_concept_is_called_is_understood_as_it() -> None:
    words = lexicon()
    lost = []
    for each in in_force().concepts:
        called = [each.name, *each.terms, *(w for row in each.readers_words.values() for w in row)]
        for text in called:
            query = parse(text)
            if told(text, Meaning(concept(1, each.name), "en"))[1].is_remnant:
                continue  # what is left of "no sanctions between them" may mean something else
            meant = {use.meaning.concept.slug for use in plan(query, words).uses}
            if each.slug not in meant and not query.references:
                lost.append((each.slug, text))
    assert lost == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("SWIFT", 20),
        ("espionage", 4),
        ("wargames", 5),
        ("Zangezur", 12),
        ("fake news", 33),
        ("prisoner swap", 8),
        ("doctors", 28),
        ("ШОС", 14),
        ("санкциями", 19),
        ("Зангезур", 12),
        ("военные учения", 5),
        ("تحریم", 19),
        ("جاسوسی", 4),
        ("دریای خزر", 13),
    ],
)
def test_readers_words_lead_to_the_article(text: str, number: int) -> None:
    assert found(text)[:1] == [number]


@pytest.mark.parametrize(
    ("joined", "apart"),
    [
        ("fakenews", "fake news"),
        ("تجزیه‌طلبی", "تجزیه طلبی"),
        ("تحریم‌های یک‌جانبه", "تحریم های یک جانبه"),
        ("سازمان‌های بین‌المللی", "سازمان های بین المللی"),
    ],
)
def test_words_written_as_one_are_understood(joined: str, apart: str) -> None:
    assert found(joined)[:1] == found(apart)[:1] != []


def test_the_longest_phrase_counts_and_not_the_words_within_it() -> None:
    used = {use.meaning.concept.name for use in findings("artificial intelligence").plan.uses}
    assert "Intelligence services" not in used
    assert found("artificial intelligence")[0] == 30
    assert found("intelligence")[0] == 4


@pytest.mark.parametrize("quoted", ['"espionage"', "“ШОС”", '"تحریم"', '"prisoner swap"'])
def test_quoted_words_are_not_expanded(quoted: str) -> None:
    assert findings(quoted).plan.uses == []
    assert all("→" not in why for each in reasons(quoted).values() for why in each)


def test_quoted_words_are_found_where_they_stand_and_nowhere_else() -> None:
    assert found("BRICS") == [14, 9]
    assert found('"BRICS"') == [14]
    assert found('"ШОС"') == found('"تحریم"') == []


@pytest.mark.parametrize("text", ["espionag*", "espionage OR zeppelin", "zeppelin -espionage"])
def test_beginnings_choices_and_exclusions_are_not_expanded(text: str) -> None:
    assert findings(text).plan.uses == []


@pytest.mark.parametrize("field", ["title", "text"])
def test_an_exact_word_in_title_or_text_goes_before_a_synonym(field: str) -> None:
    """Even one at the best place of its concept, and earlier in the treaty."""
    synonym = document(4, leading(1))
    exact = document(10, **{field: "The zebra."})
    both = [synonym, exact]
    corpus.index(*both)
    thesaurus = {"zebra": concept(1, "Striped horses")}
    assert corpus.found("zebra", *both, thesaurus=thesaurus) == [10, 4]
    assert corpus.found("zebra", *both) == [10]


@pytest.mark.parametrize("field", ["title", "keywords", "gist", "text"])
def test_nor_do_the_terms_of_the_synonym_put_it_before_the_exact_word(field: str) -> None:
    synonym = document(4, leading(1), **{field: "Striped horses."})
    exact = document(10, text="The zebra.")
    both = [synonym, exact]
    corpus.index(*both)
    thesaurus = {"zebra": concept(1, "Equids", "striped horses")}
    assert corpus.found("zebra", *both, thesaurus=thesaurus) == [10, 4]


def test_no_synonym_goes_before_an_exact_word_in_title_or_text_of_the_edition() -> None:
    fields = [documents.TEXT, 0]
    made = search.index(in_force()).documents
    texts = {number: ["".join(each.words[i]) for i in fields] for number, each in made.items()}
    wrong = []
    for word in {word for row in texts.values() for text in row for word in text.split()}:
        matches = [] if parse(word).reference else findings(word).matches
        exact = [any(f" {word} " in text for text in texts[m.article_id]) for m in matches]
        last = max((place for place, is_exact in enumerate(exact) if is_exact), default=0)
        above = [m.article_id for m in matches[:last] if not m.fields]
        wrong += [(word, number) for number in above]
    assert wrong == []


def test_an_article_that_a_concept_names_first_goes_first() -> None:
    first, second = document(10, leading(1, 1)), document(4, leading(1, 2))
    corpus.index(first, second)
    thesaurus = {"zebra": concept(1, "Striped horses")}
    assert corpus.found("zebra", first, second, thesaurus=thesaurus) == [10, 4]


def test_a_term_of_the_concept_is_found_where_the_concept_does_not_lead() -> None:
    other = document(10, text="Striped horses.")
    corpus.index(other)
    thesaurus = {"zebra": concept(1, "Equids", "striped horses")}
    assert corpus.found("zebra", other, thesaurus=thesaurus) == [10]


def test_where_nothing_but_the_thesaurus_has_the_word_the_page_says_so() -> None:
    assert exploration("wargames").notices == (
        "No article here uses “wargames”. The nearest provisions:",
    )
    for text in ("sanctions", "hegemony", "ШОС", "تحریم", "-sanctions"):
        assert exploration(text).notices == (), text


NEAREST = "The nearest provisions:"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Ukraine", "The treaty does not mention Ukraine."),
        ("Украина", "The treaty does not mention Ukraine."),
        ("visas", "The treaty says nothing about visas."),
        ("ویزا", "The treaty says nothing about visas."),
        ("mutual defence", "The treaty contains no duty of mutual defence."),
    ],
)
def test_what_the_treaty_does_not_deal_with_is_said_with_the_nearest_provisions_under_it(
    text: str, sentence: str
) -> None:
    found = exploration(text)
    assert found.notices == (sentence, NEAREST)
    assert found.notice == f"{sentence} {NEAREST}"
    assert found.hits


def test_where_one_of_several_ideas_is_absent_that_is_said_beside_the_hits_of_the_others() -> None:
    found = exploration("vaccines and terrorism")
    assert found.notices == (Concept.objects.get(slug="vaccines").absent,)
    assert {7, 28} <= found.numbers


ABSENT = "The treaty names no zebra."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("zebra", [ABSENT]),
        ("zebra horse", [ABSENT]),
        ("horse", []),
        ('"zebra"', []),
        ("-zebra", []),
    ],
)
def test_only_words_that_were_asked_for_are_said_to_be_absent(text: str, said: list[str]) -> None:
    thesaurus = {"zebra": concept(1, "Zebras", absent=ABSENT), "horse": concept(2, "Horses")}
    assert plan(parse(text), corpus.words_of([document(4)], thesaurus)).absent == said


def test_words_that_mean_something_present_as_well_are_not_said_to_be_absent() -> None:
    words = corpus.words_of([document(4)], {"zebra": concept(1, "Zebras", absent=ABSENT)})
    present = Meaning(concept(2, "Horses"), "en")
    both = replace(words, phrases={"zebra": (*words.phrases["zebra"], present)})
    assert plan(parse("zebra"), both).absent == []


def test_the_rest_of_a_phrase_is_not_said_to_be_absent_beside_other_words() -> None:
    words = corpus.words_of([document(4, text="Horses.")], {"zebra": concept(1, "Zebras")})
    remnant = Meaning(concept(1, "Zebras", absent=ABSENT), "en", is_remnant=True)
    words = replace(words, phrases={"zebra": (remnant,)})
    assert plan(parse("zebra"), words).absent == [ABSENT]
    assert plan(parse("zebra horses"), words).absent == []
    assert told("zebras of the treaty", remnant) == ("zebra", remnant)
    assert not told("zebras", replace(remnant, is_remnant=False))[1].is_remnant


def test_the_table_of_words_has_every_word_with_the_number_of_its_articles() -> None:
    counts: dict[str, int] = {}
    for each in in_force().concepts:
        called = [each.name, *each.terms, *(w for row in each.readers_words.values() for w in row)]
        counts |= dict.fromkeys((token.word for text in called for token in tokens(text)), 0)
    for texts in WRITTEN.values():
        for word in {word for text in texts for word in text}:
            counts[word] = counts.get(word, 0) + 1
    assert dict(Word.objects.values_list("word", "articles")) == counts
    assert counts["sanctions"] == 1
    assert counts["espionage"] == 1
    assert counts["шос"] == 0
