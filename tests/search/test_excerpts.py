"""What a hit shows of its article, and why the article was found."""

from __future__ import annotations

import pytest

from articles import loading
from articles.models import Article
from articles.search import Excerpt, excerpt, parse, reasons
from tests.loading.edition import Edition

pytestmark = pytest.mark.django_db

FILLER = " ".join(f"filler{number}" for number in range(60))


def shown(number: int, text: str) -> Excerpt:
    return excerpt(Article.objects.with_text().get(number=number), parse(text))


def paragraph_number(of: Excerpt) -> int | None:
    return of.paragraph.number if of.paragraph else None


@pytest.mark.parametrize(
    ("text", "number", "paragraph", "is_unconfirmed"),
    [
        ("aggressor", 3, 3, False),
        ("separatist movements", 3, 4, False),
        ("multipolar world order", 0, 5, False),
        ("third countries sanctions", 19, 3, False),
        ("customs", 25, 1, True),
        ("interpol", 7, 2, True),
        ("spies", 4, None, False),
        ("cybercrime", 11, None, False),
    ],
)
def test_the_best_paragraph_is_shown(
    text: str, number: int, paragraph: int | None, is_unconfirmed: bool
) -> None:
    found = shown(number, text)
    assert (paragraph_number(found), found.is_unconfirmed) == (paragraph, is_unconfirmed)


def test_what_was_looked_for_is_marked(edition: Edition) -> None:
    edition.put("text", 4, "Here zebras graze, & a ‘Zebra’ sleeps < 2 hours.")
    loading.load(edition.folder)
    assert [(part.text, part.is_marked) for part in shown(4, "zebra sleep").segments] == [
        ("Here ", False),
        ("zebras", True),
        (" graze, & a ‘", False),
        ("Zebra", True),
        ("’ ", False),
        ("sleeps", True),
        (" < 2 hours.", False),
    ]


def test_a_phrase_is_marked_as_a_whole_and_only_where_it_stands(edition: Edition) -> None:
    edition.put("text", 4, "A grazing zebra is no zebra grazing: grazing zebra.")
    loading.load(edition.folder)
    marked = [part.text for part in shown(4, '"grazing zebra"').segments if part.is_marked]
    assert marked == ["grazing zebra", "grazing zebra"]


def test_overlapping_matches_are_marked_once(edition: Edition) -> None:
    edition.put("text", 4, "The grazing zebra herd.")
    loading.load(edition.folder)
    assert [
        (part.text, part.is_marked)
        for part in shown(4, '"grazing zebra" "zebra herd" zebra').segments
    ] == [("The ", False), ("grazing zebra herd", True), (".", False)]


def test_a_word_left_out_is_not_marked(edition: Edition) -> None:
    edition.put("text", 4, "The grazing zebra.")
    loading.load(edition.folder)
    marked = [part.text for part in shown(4, "zebra -horse -grazing").segments if part.is_marked]
    assert marked == ["zebra"]


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        (f"The zebra. {FILLER}", "The zebra. filler0 ", " …"),
        (f"{FILLER} the zebra.", "… filler", " the zebra."),
        (f"{FILLER} the zebra {FILLER}", "… filler", " …"),
    ],
    ids=["at the start", "at the end", "in the middle"],
)
def test_an_excerpt_of_a_long_text_is_short_and_shows_the_word(
    edition: Edition, text: str, begins: str, ends: str
) -> None:
    edition.put("text", 4, text)
    loading.load(edition.folder)
    found = shown(4, "zebra")
    assert len(found.text) <= 300
    assert found.text.startswith(begins)
    assert found.text.endswith(ends)
    assert "zebra" in [part.text for part in found.segments if part.is_marked]


def test_an_excerpt_begins_and_ends_at_whole_words(edition: Edition) -> None:
    words = [f"filler{number}" for number in range(150)]
    edition.put("text", 4, " ".join(words))
    loading.load(edition.folder)
    for word in words:
        cut = shown(4, word).text.removeprefix("… ").removesuffix(" …").split(" ")
        start = words.index(cut[0])
        assert cut == words[start : start + len(cut)]
        assert word in cut


def test_a_short_text_is_shown_whole(edition: Edition) -> None:
    edition.put("text", 4, "The zebra.")
    loading.load(edition.folder)
    assert shown(4, "zebra").text == "The zebra."


def test_the_statement_with_most_of_the_words_is_shown(edition: Edition) -> None:
    edition.put("text", 4, "The zebra.")
    edition.put("text", 4, "The stripes of the zebra.")
    edition.put("text", 4, "The stripes.")
    loading.load(edition.folder)
    assert shown(4, "zebra stripes").text == "The stripes of the zebra."


def test_a_reported_statement_goes_before_an_unconfirmed_one(edition: Edition) -> None:
    edition.put("unconfirmed", 4, "The zebra, it is thought.")
    edition.put("text", 4, "The zebra, as reported.")
    loading.load(edition.folder)
    found = shown(4, "zebra")
    assert (paragraph_number(found), found.is_unconfirmed) == (4, False)


def test_an_unconfirmed_statement_is_shown_as_such_where_it_has_more(edition: Edition) -> None:
    edition.put("unconfirmed", 4, "The striped zebra, it is thought.")
    edition.put("text", 4, "The zebra, as reported.")
    loading.load(edition.folder)
    found = shown(4, "striped zebra")
    assert (paragraph_number(found), found.is_unconfirmed) == (3, True)


def test_the_form_that_was_typed_goes_before_another(edition: Edition) -> None:
    edition.put("text", 4, "Zebras.")
    edition.put("text", 4, "Zebra.")
    loading.load(edition.folder)
    assert shown(4, "zebra").text == "Zebra."


def test_the_earlier_of_equal_statements_is_shown(edition: Edition) -> None:
    edition.put("text", 4, "The first zebra.")
    edition.put("text", 4, "The second zebra.")
    loading.load(edition.folder)
    assert shown(4, "zebra").text == "The first zebra."


def test_the_gist_is_shown_where_only_title_or_keywords_have_the_word(edition: Edition) -> None:
    edition.put("keywords", 4, "zebra")
    edition.put("gist", 4, "About stripes.")
    loading.load(edition.folder)
    found = shown(4, "zebra")
    assert (found.text, found.paragraph, found.is_unconfirmed) == ("About stripes.", None, False)


def test_the_reasons_name_every_part_that_has_the_words(edition: Edition) -> None:
    for field in ("title", "keywords", "gist", "text", "unconfirmed"):
        edition.put(field, 4, "The zebra.")
    edition.put("keywords", 10, "zebra")
    edition.put("unconfirmed", 10, "The zebra.")
    loading.load(edition.folder)
    four, ten = Article.objects.with_text().filter(number__in=[4, 10])
    assert reasons(four, parse("zebra")) == [
        "title",
        "words readers use",
        "summary",
        "text",
        "unconfirmed text",
    ]
    assert reasons(ten, parse("zebra")) == ["words readers use", "unconfirmed text"]
    assert reasons(ten, parse("zeppelin")) == []
