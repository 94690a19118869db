"""What a hit shows of its article, and what is marked there and on the article's page."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.models import markup
from articles.search import Marker, Segment, cut, documents, parse, plan
from articles.search.analysis import tokens
from articles.search.excerpts import NO_MARKS
from tests.search.asking import exploration, lexicon
from tests.search.corpus import concept, document, leading, ranked, words_of

pytestmark = pytest.mark.once

FILLER = " ".join(f"filler{number}" for number in range(60))


def marker(typed: str, *terms: str) -> Marker:
    """Return the marker for what was typed; with terms, each typed word is a concept with them."""
    thesaurus = {word: concept(1, "Any", *terms) for word in typed.split()} if terms else {}
    words = words_of([document(1, text=typed)], thesaurus)
    return Marker.of(plan(parse(typed), words))


def segments(typed: str, text: str, *terms: str) -> list[tuple[str, bool]]:
    return [(part.text, part.is_marked) for part in marker(typed, *terms).segments(text)]


def marked(typed: str, text: str, *terms: str) -> list[str]:
    return [part for part, is_marked in segments(typed, text, *terms) if is_marked]


def test_what_was_looked_for_is_marked() -> None:
    assert segments("zebra sleep", "Here zebras graze, & a ‘Zebra’ sleeps < 2 hours.") == [
        ("Here ", False),
        ("zebras", True),
        (" graze, & a ‘", False),
        ("Zebra", True),
        ("’ ", False),
        ("sleeps", True),
        (" < 2 hours.", False),
    ]


def test_a_phrase_is_marked_as_a_whole_and_only_where_it_stands() -> None:
    text = "A grazing zebra is no zebra grazing: grazing zebra."
    assert marked('"grazing zebra"', text) == ["grazing zebra", "grazing zebra"]


def test_quoted_words_are_marked_in_that_form_only() -> None:
    assert marked('"zebra"', "A zebra among zebras.") == ["zebra"]


def test_a_beginning_is_marked_in_every_word_that_begins_so() -> None:
    assert marked("zeb*", "A zebra and zebus; no unzebra.") == ["zebra", "zebus"]


def test_either_of_a_choice_is_marked() -> None:
    assert marked("zebra OR horses", "A horse and a zebra.") == ["horse", "zebra"]


def test_overlapping_matches_are_marked_once() -> None:
    assert segments('"grazing zebra" "zebra herd" zebra', "The grazing zebra herd.") == [
        ("The ", False),
        ("grazing zebra herd", True),
        (".", False),
    ]


def test_a_word_left_out_is_not_marked() -> None:
    assert marked("zebra -horse -grazing", "The grazing zebra.") == ["zebra"]


def test_the_terms_of_a_concept_are_marked_too() -> None:
    text = "Striped horses are horses; a zebra has stripes."
    assert marked("zebra", text, "striped horse") == ["Striped horses", "zebra"]
    assert marked('"zebra"', text, "striped horse") == ["zebra"]


def test_a_misspelt_word_is_marked_as_it_was_meant() -> None:
    words = words_of([document(1, text="zebra")])
    assert [
        part.text
        for part in Marker.of(plan(parse("zebbra"), words)).segments("All zebras.")
        if part.is_marked
    ] == ["zebras"]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("ШОС", "В ШОС и вне ШОС", ["ШОС", "ШОС"]),
        ("санкциями", "Санкции, санкций.", ["Санкции", "санкций"]),
        ("تحريم", "تحریم‌ها و تحریم", ["تحریم‌ها", "تحریم"]),
        ("cafe", "The Café.", ["Café"]),
        ("state", "The state’s and the states’ duty.", ["state’s", "states"]),
        ("north", "The North–South corridor", ["North"]),
    ],
)
def test_marks_cover_the_word_as_the_text_writes_it(
    typed: str, text: str, expected: list[str]
) -> None:
    assert marked(typed, text) == expected


def test_without_words_nothing_is_marked() -> None:
    for typed in ("", "14", "-zebra"):
        assert marked(typed, "14 zebras.") == []
    assert NO_MARKS.segments("A zebra.") == (Segment("A zebra."),)
    assert NO_MARKS.segments("") == ()


@given(text=st.text(), typed=st.text(max_size=30))
def test_segments_put_together_are_the_text(text: str, typed: str) -> None:
    found = marker(typed).segments(text)
    assert "".join(part.text for part in found) == text
    assert all(part.text for part in found)


def shown(text: str, typed: str = "zebra") -> str:
    return "".join(part.text for part in cut(marker(typed).segments(text)))


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        (f"The zebra. {FILLER}", "The zebra. filler0 ", " …"),
        (f"{FILLER} the zebra.", "… filler", " the zebra."),
        (f"{FILLER} the zebra {FILLER}", "… filler", " …"),
        (FILLER, "filler0 filler1 ", " …"),
    ],
    ids=["at the start", "at the end", "in the middle", "not there"],
)
def test_an_excerpt_of_a_long_text_is_short_and_shows_the_word(
    text: str, begins: str, ends: str
) -> None:
    found = cut(marker("zebra").segments(text))
    excerpt = "".join(part.text for part in found)
    assert len(excerpt) <= 300
    assert excerpt.startswith(begins)
    assert excerpt.endswith(ends)
    assert [part.text for part in found if part.is_marked] == ["zebra"] * text.count("zebra")


def test_an_excerpt_begins_and_ends_at_whole_words() -> None:
    words = [f"filler{number}" for number in range(150)]
    for word in words:
        excerpt = shown(" ".join(words), word)
        kept = excerpt.removeprefix("… ").removesuffix(" …").split(" ")
        start = words.index(kept[0])
        assert kept == words[start : start + len(kept)]
        assert word in kept


def test_a_short_text_is_shown_whole() -> None:
    assert shown("The zebra.") == "The zebra."


@given(
    before=st.integers(0, 80),
    after=st.integers(0, 80),
    word=st.text("abc", min_size=1, max_size=20),
)
def test_any_excerpt_is_short_and_shows_the_first_place(before: int, after: int, word: str) -> None:
    text = " ".join([*[word] * before, "zebra", *[word] * after])
    found = cut(marker("zebra").segments(text))
    assert sum(len(part.text) for part in found) <= 300
    assert [part.text for part in found if part.is_marked] == ["zebra"]


Part = tuple[int, int] | None


def passage(typed: str, **fields: list[str] | str) -> Part:
    """Return which passage is shown: in which field, and at which place there from 0."""
    (match,) = ranked(typed, document(4, **fields))
    return match.passage


TEXT, OFFICIAL = documents.TEXT, documents.OFFICIAL


@pytest.mark.parametrize(
    ("typed", "ours", "official", "expected"),
    [
        ("zebra stripes", ["The zebra.", "Stripes of the zebra.", "Stripes."], [], (TEXT, 1)),
        ("zebra", ["The first zebra.", "The second zebra."], [], (TEXT, 0)),
        ("zebra", ["The zebra, restated."], ["The zebra."], (OFFICIAL, 0)),
        ("striped zebra", ["A horse.", "The striped zebra."], ["The zebra."], (TEXT, 1)),
        ("zebra", ["The zebra."], ["A horse."], (TEXT, 0)),
        ("zebra", ["Zebras."], [], (TEXT, 0)),
        ("zeb*", ["A horse.", "Zebras."], [], (TEXT, 1)),
        ('"striped zebra"', ["Zebra, striped.", "Striped zebra."], [], (TEXT, 1)),
    ],
)
def test_the_passage_with_most_of_the_words_is_shown(
    typed: str, ours: list[str], official: list[str], expected: Part
) -> None:
    assert passage(typed, text=ours, official=official) == expected


def test_a_passage_with_a_term_of_the_concept_is_shown() -> None:
    one = document(4, text=["A horse.", "Striped horses."], keywords="zebra")
    (match,) = ranked("zebra", one, thesaurus={"zebra": concept(1, "Equids", "striped horses")})
    assert match.passage == (TEXT, 1)


@pytest.mark.parametrize("field", ["title", "keywords", "gist"])
def test_no_passage_is_shown_where_none_has_the_word(field: str) -> None:
    assert passage("zebra", **{field: "The zebra."}, text=["A horse."]) is None


def led(typed: str, *parts: int, field: int = TEXT, **fields: list[str] | str) -> Part:
    """Return which passage is shown where the concept “zebra” leads to parts of a field."""
    marks = leading(1, 1, field, *parts)
    herd = {"zebra": concept(1, "Equids")}
    (match,) = ranked(typed, document(4, marks, **fields), thesaurus=herd)
    return match.passage


def test_the_passage_to_which_a_concept_leads_is_shown_though_it_has_no_word_of_it() -> None:
    assert led("zebra", 1, text=["A horse.", "A mule.", "An ass."]) == (TEXT, 1)
    assert led("zebra", 1, text=["A zebra.", "A mule.", "An ass."]) == (TEXT, 1)


def test_of_several_the_one_that_the_concept_names_first_is_shown() -> None:
    assert led("zebra", 2, 0, text=["A horse.", "A mule.", "An ass."]) == (TEXT, 2)


def test_a_concept_that_leads_to_the_whole_article_names_no_passage() -> None:
    assert led("zebra", text=["A horse.", "A mule."]) is None
    assert led("zebra", text=["A horse.", "A zebra."]) == (TEXT, 1)


def test_a_passage_that_meets_more_goes_before_that_of_a_concept() -> None:
    assert led("zebra stripes", 1, text=["A zebra, its stripes.", "A mule."]) == (TEXT, 0)
    assert led("zebra stripes", 1, text=["A zebra.", "A mule, its stripes."]) == (TEXT, 1)


def test_an_official_text_is_shown_only_where_it_has_some_word() -> None:
    """It may be in a language that the reader does not know."""
    texts = {"official": ["Ein Pferd.", "Ein Esel."], "text": ["A horse.", "A mule."]}
    assert led("zebra", 1, field=OFFICIAL, **texts) is None
    assert led("zebra esel", 1, field=OFFICIAL, **texts) == (OFFICIAL, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("aggressor", "3.3"),
        ("separatist movements", "3.4"),
        ("multipolar world order", "0.5"),
        ("third countries sanctions", "19.3"),
        ("interpol", "7.2"),
        ("mutual defence", "3.3"),
        ("telemedicine", "28.1.7"),
        ("OPEC+", "22.2.6"),
        ("pharmaceuticals", "28.1.4"),
        ("customs", "25"),
        ("fake news", "33"),
        ("which text decides", "closing"),
    ],
)
def test_the_best_provision_is_shown(text: str, code: str) -> None:
    """The only paragraph of an article is the article."""
    assert exploration(text).hits[0].place.code == code


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sanctions", "unilateral coercive measures"),
        ("fake news", "disinformation"),
        ("ШОС", "Shanghai Cooperation Organisation"),
        ("تحریم", "unilateral coercive measures"),
        ("nuclaer", "peaceful use of nuclear energy"),
        ('"zone of peace"', "zone of peace"),
    ],
)
def test_the_excerpt_marks_what_the_words_stand_for(text: str, expected: str) -> None:
    assert expected in [part.text for part in exploration(text).hits[0].segments if part.is_marked]


TAG = re.compile(r"<[^>]*>")


def without_marks(html: str) -> str:
    return html.replace("<mark>", "").replace("</mark>", "")


@pytest.mark.parametrize(
    ("typed", "html", "expected"),
    [
        ("zebra", "<p>A zebra.</p>", "<p>A <mark>zebra</mark>.</p>"),
        ("zebra", "<p>A <em>zebra</em>.</p>", "<p>A <em><mark>zebra</mark></em>.</p>"),
        ("zebra", "<p>ze<em>bra</em></p>", "<p>ze<em>bra</em></p>"),
        ("strong p em", "<p><strong>x</strong></p>", "<p><strong>x</strong></p>"),
        ("amp", "<p>a &amp; b</p>", "<p>a &amp; b</p>"),
        ("lt b gt", "<p>&lt;b&gt;</p>", "<p>&lt;<mark>b</mark>&gt;</p>"),
        ("zebra", "<p>a &amp; zebra &lt;x&gt;</p>", "<p>a &amp; <mark>zebra</mark> &lt;x&gt;</p>"),
        ("script", "<p>&lt;script&gt;</p>", "<p>&lt;<mark>script</mark>&gt;</p>"),
        ("zebra", "<p>&amp;lt;zebra</p>", "<p>&amp;lt;<mark>zebra</mark></p>"),
        ('"a zebra"', "<p>a\nzebra</p>", "<p><mark>a\nzebra</mark></p>"),
        ('"one two"', "<p>one</p><p>two</p>", "<p>one</p><p>two</p>"),
        ("", "<p>A zebra.</p>", "<p>A zebra.</p>"),
        ("mark", "<p>A mark.</p>", "<p>A <mark>mark</mark>.</p>"),
    ],
)
def test_in_html_only_the_text_is_marked(typed: str, html: str, expected: str) -> None:
    assert marker(typed).html(html) == expected


PIECES = (
    "zebra",
    "zebras",
    "*leaning*",
    "**heavy zebra**",
    "&",
    "<",
    ">",
    "&amp;",
    "&lt;b&gt;",
    '"',
)
BLOCKS = ("\n\n", "\n- ", "\n> ", " ", " ", "\n", "\u00a0", "*", "`")
markdown = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES + BLOCKS), max_size=20).map("".join),
    st.lists(st.sampled_from(PIECES + BLOCKS), max_size=20).map(" ".join),
)


@settings(max_examples=200)
@given(text=markdown, typed=st.text(max_size=20) | st.sampled_from(["zebra", "b amp lt p em mark"]))
@example(text="a < zebra & b > *c*", typed="zebra a b c lt amp gt em p")
@example(text="<mark>zebra</mark> &nbsp; zebra", typed="zebra nbsp mark")
def test_marking_any_html_keeps_its_tags_and_its_words(text: str, typed: str) -> None:
    html = markup.to_html(text)
    found = marker(typed).html(html)
    assert without_marks(found).replace("&nbsp;", "\u00a0") == html.replace("&nbsp;", "\u00a0")
    assert found.count("<mark>") == found.count("</mark>")
    assert "<mark><" not in found
    words = {token.stem for token in tokens(typed)}
    for part in re.findall(r"<mark>(.*?)</mark>", found, re.DOTALL):
        assert not TAG.search(part)
        assert {token.stem for token in tokens(unescape(part))} & words


@pytest.mark.django_db
def test_the_text_of_every_article_can_be_marked() -> None:
    words = lexicon()
    every = Marker.of(plan(parse("sanctions nuclear cooperation the parties state treaty"), words))
    for hit in exploration().hits:
        for row in hit.article.passages():
            found = every.html(row.html)
            assert without_marks(found) == row.html
            assert markup.to_text(found) == markup.to_text(row.html)
