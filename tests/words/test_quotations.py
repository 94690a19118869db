"""Quotations verified: against texts about lakes and lighthouses that were invented here."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from justhtml import JustHTML

from articles.edition.corpus import corpus
from articles.models import DataVersion, OfficialParagraph, OfficialText, Paragraph
from articles.search.references import Reference
from articles.words.quotations import MAX_LENGTH, Verification, verify
from articles.words.quotations.words import Word, words_of
from tests.pages import Page, fetch

pytestmark = pytest.mark.django_db

DIGEST = "quotations".ljust(64, "0")

# Invented for these tests. None of it is in any treaty.
HARBOUR = (
    "The keepers of the lake shall light every lamp before dusk, and shall not put it out "
    "until the last boat has returned to harbour."
)
TEXTS: dict[str, dict[tuple[int, int], list[list[str]]]] = {
    "en": {
        (1, 1): [["", HARBOUR]],
        (1, 2): [["", "Each lighthouse keeper’s log records fog, wind and passing sails."]],
        (2, 1): [
            ["", "The harbour master may ask for:"],
            ["(a)", "long-term loans of “spare” wicks;"],
            ["(b)", "co-operation in painting buoys."],
        ],
        (2, 2): [["", "Lamp oil is to be kept dry. The keepers of the lake shall meet in spring."]],
        (3, 0): [["", "Gulls nest on the northern pier; nobody disturbs a nesting gull."]],
    },
    "en-other": {
        (1, 1): [["", HARBOUR.replace("lamp", "lantern")]],
        (2, 1): [["", "Snow on the pier is swept by noon."]],
    },
    "ru": {(1, 1): [["", "Смотрители озера зажигают все фонари до наступления темноты."]]},
    "fa": {
        (1, 1): [["", "نگهبانان دریاچه چراغ‌ها را پیش از ۱۲ شب روشن می‌کنند."]],
        (1, 2): [["", "لنگرگاه‌ها را پیش از طوفان می بندند."]],
    },
}


@dataclass(frozen=True)
class Told:
    """What a verification says, in short."""

    verdict: str
    places: list[str]
    differences: list[tuple[str, str, str]]


def set_version(digest: str) -> str:
    DataVersion.objects.update(digest=digest)
    return digest


@pytest.fixture
def official(db: None) -> str:
    for position, (slug, paragraphs) in enumerate(TEXTS.items(), start=1):
        text = OfficialText.objects.create(
            slug=slug,
            language=slug[:2],
            publisher="Invented",
            source="tests",
            sha256="0" * 64,
            position=100 + position,
        )
        OfficialParagraph.objects.bulk_create(
            OfficialParagraph(official_text=text, article_id=article, number=number, blocks=blocks)
            for (article, number), blocks in paragraphs.items()
        )
    return set_version(DIGEST)


@pytest.fixture
def ours(db: None) -> str:
    return set_version("ours".ljust(64, "0"))


def asked(typed: str, digest: str = DIGEST) -> Verification:
    found = verify(typed, digest)
    assert found is not None
    return found


def told(typed: str, digest: str = DIGEST) -> Told:
    found = asked(typed, digest)
    first = found.matches[0] if found.matches else None
    return Told(
        found.verdict,
        [f"{match.text.slug} {match.label}" for match in found.matches],
        [(str(part.kind), part.published, part.quoted) for part in first.differences]
        if first
        else [],
    )


EXACT = {
    "a sentence": (HARBOUR, "Exact", "en Article 1, paragraph 1"),
    "a part of one": ("shall light every lamp before dusk", "Exact", "en Article 1, paragraph 1"),
    "quotation marks around it": (
        "«every lamp before dusk»",
        "Exact",
        "en Article 1, paragraph 1",
    ),
    "straight quotation marks within": (
        'long-term loans of "spare" wicks',
        "Exact",
        "en Article 2, paragraph 1",
    ),
    "a straight apostrophe": ("lighthouse keeper's log", "Exact", "en Article 1, paragraph 2"),
    "a line break": ("every lamp\nbefore   dusk", "Exact", "en Article 1, paragraph 1"),
    "soft hyphens": ("every la\u00admp before du\u00adsk", "Exact", "en Article 1, paragraph 1"),
    "another hyphen": ("long‑term loans of", "Exact", "en Article 2, paragraph 1"),
    "capitals": (
        "Every LAMP before dusk",
        "Exact but for capitals",
        "en Article 1, paragraph 1",
    ),
    "punctuation": (
        "every lamp before dusk and shall not",
        "Exact but for punctuation",
        "en Article 1, paragraph 1",
    ),
    "both": (
        "Every lamp before dusk; and shall not",
        "Exact but for punctuation and capitals",
        "en Article 1, paragraph 1",
    ),
    "a word joined": (
        "cooperation in painting buoys",
        "Exact but for the way words are joined or letters written",
        "en Article 2, paragraph 1",
    ),
    "Russian": ("все фонари до наступления", "Exact", "ru Article 1, paragraph 1"),
    "Persian": ("نگهبانان دریاچه چراغ‌ها را", "Exact", "fa Article 1, paragraph 1"),
    "Persian with spaces for half-spaces": (
        "چراغ ها را پیش از ۱۲ شب روشن می کنند",
        "Exact",
        "fa Article 1, paragraph 1",
    ),
    "Persian with Arabic letters and European digits": (
        "پيش از 12 شب",
        "Exact but for the way words are joined or letters written",
        "fa Article 1, paragraph 1",
    ),
    "two paragraphs of an article": (
        "until the last boat has returned to harbour. Each lighthouse keeper’s log",
        "Exact",
        "en Article 1, paragraph 1 and Article 1, paragraph 2",
    ),
    "two paragraphs with their number": (
        "1. Lamp oil is to be kept dry.".replace("1", "2"),
        "Exact",
        "en Article 2, paragraph 2",
    ),
    "a number between two paragraphs": (
        "returned to harbour.\n2. Each lighthouse keeper’s log",
        "Exact",
        "en Article 1, paragraph 1 and Article 1, paragraph 2",
    ),
    "two articles": (
        "passing sails. Article 2 1. The harbour master may",
        "Exact",
        "en Article 1, paragraph 2 and Article 2, paragraph 1",
    ),
    "the words before the first paragraph": ("a nesting gull", "Exact", "en Article 3"),
    "an ellipsis": (
        "The keepers … shall light every lamp",
        "Exact, with words left out at the ellipsis",
        "en Article 1, paragraph 1",
    ),
    "dots in brackets": (
        "The keepers [...] every lamp (…) shall not put it out ... to harbour.",
        "Exact, with words left out at the ellipsis",
        "en Article 1, paragraph 1",
    ),
    "ellipses at both ends": (
        "…every lamp before dusk . . .",
        "Exact",
        "en Article 1, paragraph 1",
    ),
    "a letter in brackets": (
        "[e]very lamp before dusk",
        "Exact",
        "en Article 1, paragraph 1",
    ),
    "a capital in brackets": (
        "[E]very lamp before dusk",
        "Exact, with the quoter’s own changes in brackets",
        "en Article 1, paragraph 1",
    ),
    "an ending in brackets": (
        "the lake shall light[en] every lamp",
        "Exact, with the quoter’s own changes in brackets",
        "en Article 1, paragraph 1",
    ),
    "an ending left out": (
        "record[] fog, wind and passing sails",
        "Exact, with the quoter’s own changes in brackets",
        "en Article 1, paragraph 2",
    ),
    "words in brackets": (
        "[They] shall light every lamp before dusk",
        "Exact, with the quoter’s own changes in brackets",
        "en Article 1, paragraph 1",
    ),
    "one word in brackets for several": (
        "Each [one] records fog, wind and passing sails",
        "Exact, with the quoter’s own changes in brackets",
        "en Article 1, paragraph 2",
    ),
    "a word added in brackets": (
        "shall light every [single] lamp before dusk",
        "Exact, with the quoter’s own changes in brackets",
        "en Article 1, paragraph 1",
    ),
}


@pytest.mark.parametrize(("typed", "verdict", "place"), EXACT.values(), ids=EXACT)
def test_a_right_quotation_is_found_right_however_it_is_typed(
    official: str, typed: str, verdict: str, place: str
) -> None:
    assert told(typed) == Told(verdict, [place], [])


ALTERED = {
    "a word replaced": (
        "shall light every candle before dusk",
        "Altered: 1 word differs",
        [("altered", "lamp", "candle")],
    ),
    "the first word replaced": (
        "The owners of the lake shall light every lamp".replace("The", "Ten"),
        "Altered: 2 words differ",
        [("altered", "The keepers", "Ten owners")],
    ),
    "a word left out": (
        "shall light every lamp, and shall not put it out",
        "Altered: 2 words differ",
        [("missing", "before dusk", "")],
    ),
    "a word added": (
        "shall always light every lamp before dusk",
        "Altered: 1 word differs",
        [("added", "", "always")],
    ),
    "words added before the sentence": (
        "Yesterday Lamp oil is to be kept dry.",
        "Altered: 1 word differs",
        [("added", "", "Yesterday")],
    ),
    "words added after the sentence": (
        "Lamp oil is to be kept dry always",
        "Altered: 1 word differs",
        [("added", "", "always")],
    ),
    "a possessive left off": (
        "Each lighthouse keeper log records fog",
        "Altered: 1 word differs",
        [("altered", "keeper’s", "keeper")],
    ),
    "a change in brackets that cannot be": (
        "shall light every c[andle] before dusk",
        "Altered: 1 word differs",
        [("altered", "lamp", "c[andle]")],
    ),
    "a passage beside an ellipsis": (
        "The keepers of the lake … shall not blow it out … to harbour",
        "Altered: 1 word differs",
        [("altered", "put", "blow")],
    ),
    "passages out of order": (
        "put it out until the last boat … every lamp before dusk",
        "Altered: the passages stand in another order",
        [],
    ),
    "a Persian word": (
        "نگهبانان دریاچه فانوس را پیش از ۱۲ شب",
        "Altered: 1 word differs",
        [("altered", "چراغ‌ها", "فانوس")],
    ),
    "the second half of a Persian word": (
        "پیش از ۱۲ شب روشن می‌زنند",
        "Altered: 1 word differs",
        [("altered", "می‌کنند", "می‌زنند")],
    ),
    "the first half of a Persian word": (
        "پیش از ۱۲ شب روشن نمی‌کنند",
        "Altered: 1 word differs",
        [("altered", "می‌کنند", "نمی‌کنند")],
    ),
    "half a Persian word, typed with a space": (
        "پیش از ۱۲ شب روشن می زنند",
        "Altered: 1 word differs",
        [("altered", "می‌کنند", "می زنند")],
    ),
    "half a Persian word left out within the passage": (
        "نگهبانان دریاچه چراغ را پیش از",
        "Altered: 1 word differs",
        [("altered", "چراغ‌ها", "چراغ")],
    ),
    "half a Persian word left out at the end": (
        "پیش از ۱۲ شب روشن می",
        "Altered: 1 word differs",
        [("altered", "می‌کنند", "می")],
    ),
    "half a Persian word left out at the beginning": (
        "ها را پیش از ۱۲ شب",
        "Altered: 1 word differs",
        [("altered", "چراغ‌ها", "ها")],
    ),
    "half a Persian word added": (
        "نگهبانان دریاچه‌ها چراغ‌ها را پیش از",
        "Altered: 1 word differs",
        [("altered", "دریاچه", "دریاچه‌ها")],
    ),
    "half a Persian word where a space is published": (
        "لنگرگاه‌ها را پیش از طوفان می‌سازند",
        "Altered: 1 word differs",
        [("altered", "می بندند", "می‌سازند")],
    ),
}


@pytest.mark.parametrize(("typed", "verdict", "differences"), ALTERED.values(), ids=ALTERED)
def test_a_wrong_quotation_is_told_word_by_word(
    official: str, typed: str, verdict: str, differences: list[tuple[str, str, str]]
) -> None:
    found = told(typed)
    assert (found.verdict, found.differences) == (verdict, differences)


def test_the_segments_put_together_are_the_published_passage(official: str) -> None:
    [match, *_] = asked("always light each lamp after dusk, and put it out").matches
    assert "".join(part.published for part in match.segments if part.kind != "context") == (
        "shall light every lamp before dusk, and shall not put it out"
    )


def test_a_bracket_is_shown_whole_where_only_a_part_of_it_is_changed(official: str) -> None:
    [match] = asked("shall light [every single] lamp before dusk").matches
    assert [(part.published, part.quoted) for part in match.changes] == [("", "[single]")]


def test_a_half_of_a_persian_word_changed_in_brackets_is_shown_with_the_whole_word(
    official: str,
) -> None:
    [match] = asked("پیش از ۱۲ شب روشن می‌[زنند]").matches
    assert match.is_exact
    assert [(part.published, part.quoted) for part in match.changes] == [("می‌کنند", "می‌[زنند]")]


def test_what_is_exact_in_one_text_is_not_called_altered_for_another(official: str) -> None:
    found = told("shall light every lantern before dusk")
    assert found == Told("Exact", ["en-other Article 1, paragraph 1"], [])


def add_copy(slug: str, paragraphs: dict[tuple[int, int], list[list[str]]]) -> str:
    """Add another English text, and return the digest of what then is loaded."""
    copy = OfficialText.objects.create(
        slug=slug, language="en", source="tests", sha256="0" * 64, position=200
    )
    OfficialParagraph.objects.bulk_create(
        OfficialParagraph(official_text=copy, article_id=article, number=number, blocks=blocks)
        for (article, number), blocks in paragraphs.items()
    )
    return set_version(slug.ljust(64, "0"))


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("shall light every lamp before dusk", "Exact"),
        ("shall light every candle before dusk", "Altered: 1 word differs"),
    ],
)
def test_the_same_result_in_two_texts_is_shown_once_with_both_names(
    official: str, typed: str, verdict: str
) -> None:
    digest = add_copy("en-copy", TEXTS["en"])
    found = asked(typed, digest)
    assert found.verdict == verdict
    same = [match.source for match in found.matches if match.text.slug == "en"]
    assert same == ["Official text, English, Invented and English (en-copy)"]
    assert "en-copy" not in [match.text.slug for match in found.matches]


def test_a_passage_that_another_text_goes_on_from_differently_is_shown_for_each(
    official: str,
) -> None:
    digest = add_copy("en-further", {(1, 1): [["", f"{HARBOUR} Then they may sleep."]]})
    found = asked("until the last boat has returned", digest)
    assert found.verdict == "Exact, in 3 places"
    assert [match.source for match in found.matches] == [
        "Official text, English, Invented",
        "Official text, English, Invented",
        "Official text, English (en-further)",
    ]


def test_a_whole_persian_word_is_found_after_any_number_of_longer_ones(official: str) -> None:
    longer = {(article, 1): [["", "صدف‌ها در آب. " * 3]] for article in range(1, 18)}
    add_copy("fa-shells", {**longer, (20, 1): [["", "صدف در آب."]]})
    OfficialText.objects.filter(slug="fa-shells").update(language="fa")
    found = asked("صدف", set_version("fa-shells-read".ljust(64, "0")))
    assert (found.verdict, found.count) == ("Exact", 1)
    assert [match.label for match in found.matches] == ["Article 20, paragraph 1"]


def test_places_that_are_not_shown_are_counted_once_for_texts_with_the_same_words(
    official: str,
) -> None:
    buoys = {(article, 1): [["", "A red buoy. " * 3]] for article in range(1, 18)}
    add_copy("en-buoys", buoys)
    OfficialText.objects.filter(slug="en-buoys").update(position=201)
    found = asked("a red buoy", add_copy("en-buoys-2", buoys))
    assert found.count == 51
    assert found.left_out == 31


def test_words_that_stand_in_many_places_are_listed_with_the_official_texts_first(
    official: str,
) -> None:
    found = told("the keepers of the lake")
    assert found.verdict == "Exact but for capitals, in 3 places"
    assert found.places == [
        "en Article 1, paragraph 1",
        "en Article 2, paragraph 2",
        "en-other Article 1, paragraph 1",
    ]


def test_a_long_list_of_places_is_cut_and_counted(ours: str) -> None:
    found = asked("the two states", ours)
    assert len(found.matches) == 20
    assert found.left_out == found.count - 20 > 0


@pytest.mark.parametrize(
    ("typed", "attribution"),
    [
        (
            "“every lamp before dusk” (Article 1(1))",
            "The citation is right: Article 1, paragraph 1.",
        ),
        ("“every lamp before dusk”, art. 1", "The citation is right: Article 1."),
        ("Article 1: “every lamp before dusk”", "The citation is right: Article 1."),
        (
            "every lamp before dusk [Article 3, paragraph 2]",
            "The citation is wrong: it names Article 3, paragraph 2, but the words are from "
            "Article 1, paragraph 1.",
        ),
        ("«все фонари» (ст. 1)", "The citation is right: Article 1."),
        ("«نگهبانان دریاچه» (ماده ۱)", "The citation is right: Article 1."),
        ("every lamp before dusk", ""),
    ],
)
def test_a_citation_is_no_part_of_the_quotation_and_is_checked(
    official: str, typed: str, attribution: str
) -> None:
    found = asked(typed)
    assert (found.verdict, found.attribution) == ("Exact", attribution)


def test_the_place_that_is_cited_comes_first(official: str) -> None:
    assert told("the keepers of the lake (Article 2)").places[0] == "en Article 2, paragraph 2"


@pytest.mark.parametrize(
    "typed", ["Every whale sings in winter, say the sailors.", "zebra", "whale lamp", "dusk dawn"]
)
def test_what_is_in_no_text_is_not_found(official: str, typed: str) -> None:
    assert told(typed) == Told("Not found", [], [])


def test_the_nearest_passage_is_shown_if_some_of_the_words_are_the_same(official: str) -> None:
    found = asked("the owners shall dim each lamp before dusk, and shall then put out to sea")
    assert (found.verdict, found.is_found) == ("Not found", False)
    assert [match.label for match in found.matches] == ["Article 1, paragraph 1"]


@pytest.mark.parametrize(
    "typed", ["", "  ", "…", "?!", "[anything at all]", "«»", "\u200c", "[", "_"]
)
def test_what_has_no_words_of_a_text_is_nothing_to_compare(official: str, typed: str) -> None:
    assert verify(typed, DIGEST) is None


def test_a_long_text_is_cut_at_a_word(official: str) -> None:
    found = asked(HARBOUR + " whale" * 1000)
    assert found.quotation.was_cut
    assert len(found.quotation.text) <= MAX_LENGTH
    assert found.quotation.text.endswith(" whale")


# Of any text, right and wrong


@cache
def sentences() -> list[tuple[str, str]]:
    """Every sentence of five words or more of the loaded texts, with the slug of its text."""
    return [
        (text.slug, sentence)
        for text in corpus(DIGEST)
        for unit in text.units
        for sentence in re.split(r"(?<=[.;:])\s", unit.text)
        if len(words_of(sentence)) >= 5
    ]


def whole_words_of(sentence: str) -> list[Word]:
    """The words of a sentence where one with a half-space counts as a single word."""
    return words_of(sentence.replace("\u200c", "\u200d"))


@examples(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_sentence_of_a_text_is_exact(official: str, data: st.DataObject) -> None:
    slug, sentence = data.draw(st.sampled_from(sentences()))
    found = asked(sentence)
    assert found.matches[0].is_exact
    assert any(match.text.slug == slug and not match.variations for match in found.matches)


@examples(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_sentence_with_one_word_replaced_is_altered_at_that_word(
    official: str, data: st.DataObject
) -> None:
    _, sentence = data.draw(st.sampled_from(sentences()))
    word = data.draw(st.sampled_from(whole_words_of(sentence)))
    before, after = sentence[: word.start], sentence[word.end :]
    found = asked(f"{before}zzqx{after}")
    assert found.verdict in {
        "Altered: 1 word differs",
        "Not the treaty’s words: altered from our own edition (1 word differs)",
    }
    [difference] = found.matches[0].differences
    assert (difference.kind, difference.quoted) == ("altered", "zzqx")
    # Two sentences may differ in that word only, and either be meant.
    assert asked(f"{before}{difference.published}{after}").matches[0].is_exact


SCRAPS = st.sampled_from(
    [*HARBOUR.split(), "…", "[", "]", "[...]", "(Article 1)", "چراغ‌ها", "«", "\n", "[the]", "\x00"]
)


@examples(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text() | st.lists(SCRAPS).map(" ".join) | st.lists(SCRAPS).map("".join))
def test_any_text_at_all_gets_a_page(official: str, typed: str) -> None:
    response = Client().get("/verify/", {"text": typed})
    assert response.status_code == 200


# The page


def page_for(typed: str) -> Page:
    return fetch(f"/verify/?{urlencode({'text': typed})}")


def test_the_page_without_a_quotation_is_a_form_with_a_label_and_a_hint(ours: str) -> None:
    page = fetch("/verify/")
    assert page.text("title") == ["Verify a quotation — Iran–Russia Treaty"]
    assert page.text("label[for=text]") == ["Quotation"]
    [box] = page.document.query("textarea")
    assert box.attrs["aria-describedby"] == "text-hint"
    assert page.document.query("form.verify")[0].attrs["method"] == "get"
    assert page.text("section") == []
    assert not page.document.query("meta[name=robots]")


def test_the_footer_of_every_page_leads_there(ours: str) -> None:
    assert "/verify/" in fetch("/").links


def test_without_an_official_text_the_page_says_so_and_where_there_is_one(ours: str) -> None:
    page = fetch("/verify/")
    assert "No official text is loaded here." in page.text(".notice")[0]
    assert "/sources/#official-text" in page.links


def test_with_an_official_text_the_page_does_not_say_there_is_none(official: str) -> None:
    assert page_for("lamp oil").text(".notice") == []


ARTICLE_3 = tomllib.loads((settings.FIXTURES_DIR / "articles/03.toml").read_text("utf-8"))
OUR_WORDS = ARTICLE_3["paragraph"][3]["text"].split()[:13]
OURS = " ".join(OUR_WORDS)
WITH_GAP = " ".join([*OUR_WORDS[:5], "…", *OUR_WORDS[7:]])
ONE_ALTERED = " ".join([*OUR_WORDS[:5], "lighthouse", *OUR_WORDS[6:]])
"""Our edition's paragraph 4 of Article 3, from its beginning: right, cut, and with another word."""


def test_our_words_are_called_ours(ours: str) -> None:
    page = page_for(OURS)
    assert page.text("#verdict") == ["Not the treaty’s words: an exact match in our own edition"]
    assert page.text("section .notice") == [
        "These are our words, not the treaty’s. They come from this site's plain-English edition. "
        "Do not quote them as the treaty's. See where the official text is published ."
    ]
    assert page.text("section h3 a") == ["Article 3, paragraph 4"]
    assert "/articles/3/4/" in page.links
    [byline] = page.text("section .byline")
    assert byline.startswith("Our own words, plain English")
    assert byline.endswith(". Not the treaty’s words: an exact match in our own edition.")


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        (OURS, "an exact match in our own edition"),
        (OURS.upper(), "an exact match in our own edition but for capitals"),
        (
            WITH_GAP,
            "an exact match in our own edition, with words left out at the ellipsis",
        ),
        (ONE_ALTERED, "altered from our own edition (1 word differs)"),
    ],
)
def test_beside_an_official_text_our_words_are_called_not_the_treatys(
    official: str, typed: str, verdict: str
) -> None:
    found = asked(typed)
    assert found.verdict == f"Not the treaty’s words: {verdict}"
    assert found.matches[0].verdict == found.verdict


CANNOT_BE_VERIFIED = "Cannot be verified here: no official text is loaded"


@pytest.mark.parametrize(
    "typed",
    [
        "Whales sing all winter under thick ice",
        ONE_ALTERED,
        "the two states",
        "Neither lighthouse shall allow its territory to sink at dusk",
    ],
    ids=["nothing like it", "altered", "a few common words", "something near it"],
)
def test_without_an_official_text_what_is_not_plainly_ours_cannot_be_verified(
    ours: str, typed: str
) -> None:
    page = page_for(typed)
    assert page.text("#verdict") == [CANNOT_BE_VERIFIED]
    [link] = page.document.query("section .notice a")
    assert link.attrs["href"] == "/sources/#official-text"
    assert "Not found" not in page.html
    for byline in page.text("section .byline"):
        assert byline.startswith("Our own words, plain English")


def test_without_an_official_text_a_match_in_our_edition_is_shown_as_ours(ours: str) -> None:
    page = page_for(ONE_ALTERED)
    [byline] = page.text("section .byline")
    assert byline.endswith("Not the treaty’s words: altered from our own edition (1 word differs).")


def test_a_citation_of_our_words_is_not_said_to_be_right_of_the_treaty(ours: str) -> None:
    assert asked(f"{OURS} (Article 3(4))", ours).attribution == (
        "In our own edition, the citation is right: Article 3, paragraph 4."
    )
    assert asked(f"{OURS} (Article 5)", ours).attribution == (
        "In our own edition, the citation is wrong: it names Article 5, but the words are from "
        "Article 3, paragraph 4."
    )


def points_of(article: int, paragraph: int) -> tuple[str, list[str], list[str]]:
    """Return our words before the points of a paragraph, those of each, and their labels."""
    row = Paragraph.objects.get(article=article, number=paragraph)
    points = list(row.points.all())
    return row.plain, [point.plain for point in points], [point.label for point in points]


@pytest.mark.parametrize(("article", "paragraph"), [(22, 2), (28, 1)])
def test_a_paragraph_is_found_with_its_points_labelled_or_not(
    official: str, article: int, paragraph: int
) -> None:
    first, points, labels = points_of(article, paragraph)
    labelled = map(" ".join, zip(labels, points, strict=True))
    for typed in (" ".join([first, *points]), "\n".join([first, *labelled])):
        found = asked(typed)
        assert found.verdict == "Not the treaty’s words: an exact match in our own edition"
        assert [place.url for place in found.matches[0].locations] == [
            f"/articles/{article}/{paragraph}/"
        ]


def test_points_in_a_row_are_found_as_such(official: str) -> None:
    _, points, labels = points_of(22, 2)
    half = " ".join(points[1].split()[-5:])
    for typed in (f"{half} {points[2]}", f"{half}\n{labels[2]} {points[2]}"):
        match = asked(typed).matches[0]
        assert match.is_exact
        assert match.label == "Article 22, point 2.2 and Article 22, point 2.3"
        assert [place.url for place in match.locations] == [
            "/articles/22/2/2/",
            "/articles/22/2/3/",
        ]


def test_a_citation_of_a_point_is_checked(official: str) -> None:
    (match,) = asked(points_of(22, 2)[1][2]).matches
    assert match.label == "Article 22, point 2.3"
    right = [Reference(22), Reference(22, 2), Reference(22, 2, 3)]
    assert all(map(match.is_at, right))
    assert not any(map(match.is_at, [Reference(28), Reference(22, 3), Reference(22, 2, 4)]))


def test_the_words_of_a_point_in_an_official_text_are_those_of_its_paragraph(
    official: str,
) -> None:
    match = asked("co-operation in painting buoys").matches[0]
    assert match.label == "Article 2, paragraph 1"
    assert match.is_at(Reference(2, 1, 2))


def test_every_passage_is_labelled_as_an_official_text(official: str) -> None:
    assert page_for("نگهبانان دریاچه").text("section .byline") == [
        "Official text, Persian, Invented. Exact."
    ]


STRUCK_OUT = "Struck out: in the quotation but not in the official text."
UNDERLINED = "Underlined: in the official text but not in the quotation."
DOTTED = "Dotted line: the quoter’s own change, in brackets."


@pytest.mark.parametrize(
    ("typed", "legend"),
    [
        ("shall light every candle before dusk", [f"{STRUCK_OUT} {UNDERLINED}"]),
        ("shall always light every lamp before dusk", [STRUCK_OUT]),
        ("shall light every lamp, and shall not put it out", [UNDERLINED]),
        ("shall light every [single] lamp before dusk", [DOTTED]),
        ("Each [one] records fog, wind and passing sails", [f"{UNDERLINED} {DOTTED}"]),
        (
            "shall always light every [single] lamp before dusk",
            [f"{STRUCK_OUT} {DOTTED}"],
        ),
        ("shall light every lamp before dusk", []),
    ],
)
def test_the_legend_explains_only_what_is_shown(
    official: str, typed: str, legend: list[str]
) -> None:
    assert page_for(typed).text(".hit:first-child .legend") == legend


def test_the_legend_of_our_words_does_not_speak_of_an_official_text(official: str) -> None:
    assert page_for(ONE_ALTERED).text("section .legend") == [
        "Struck out: in the quotation but not in our own edition. "
        "Underlined: in our own edition but not in the quotation."
    ]


def test_the_quotation_stays_in_the_box_and_its_page_is_not_indexed(official: str) -> None:
    page = page_for("<b>every</b> candle & “lamp”")
    assert page.document.query("textarea")[0].to_text().strip() == "<b>every</b> candle & “lamp”"
    assert page.document.query("meta[name=robots]")[0].attrs["content"] == "noindex"
    assert page.document.query("link[rel=canonical]")[0].attrs["href"] == (
        "http://testserver/verify/"
    )


def test_differences_are_marked_with_elements_and_words(official: str) -> None:
    page = page_for("Lamp oil is to be kept <wet>. The keepers")
    assert page.text("#verdict") == ["Altered: 1 word differs"]
    assert page.text(".quoted del") == ["quoted: wet"]
    assert page.text(".quoted ins") == ["published: dry"]
    assert page.text("section .hit ul li")[0] == "Altered: dry is quoted as wet"


def test_a_passage_in_persian_has_its_language_and_direction(official: str) -> None:
    [passage] = page_for("نگهبانان دریاچه").document.query(".quoted")
    assert (passage.attrs["lang"], passage.attrs["dir"]) == ("fa", "rtl")


def test_a_quotation_that_is_in_no_text_is_said_not_to_be(official: str) -> None:
    page = page_for("Whales sing all winter under thick ice")
    assert page.text("#verdict") == ["Not found"]
    assert "These words are in none of the texts loaded here" in page.text("section p")[0]


def test_a_quotation_that_was_cut_is_said_to_be(official: str) -> None:
    page = page_for("lamp " * 1000)
    assert page.text("section .notice") == ["Only the first 2000 characters were compared."]


def test_the_html_of_the_page_is_valid_with_headings_in_order(official: str) -> None:
    for typed in ("", "lamp", "[Keepers] light each lamp … to harbour", "whale", "«چراغ» (ماده ۱)"):
        page = page_for(typed)
        JustHTML(page.html, strict=True, sanitize=False)
        levels = [int(node.name[1]) for node in page.document.query("h1, h2, h3, h4")]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_odd_values_and_other_parameters_are_ignored(official: str) -> None:
    for query in ("text=%00%ff%C3", "text=a&text=", "text", "q=lamp", "text=%ED%A0%80"):
        assert fetch(f"/verify/?{query}").status == 200


@pytest.mark.parametrize(
    ("language", "name", "typed"),
    [
        ("en", "English", "The keepers of both shores sing in the winter"),
        ("ru", "Russian", "Смотрители обоих берегов поют зимой"),
        ("fa", "Persian", "نگهبانان هر دو ساحل در زمستان آواز می‌خوانند"),
    ],
)
def test_a_quotation_in_a_language_without_an_official_text_cannot_be_verified(
    official: str, language: str, name: str, typed: str
) -> None:
    assert asked(typed).verdict == "Not found"
    OfficialText.objects.filter(language=language).delete()
    digest = set_version(f"without {language}".ljust(64, "0"))
    verdict = f"Cannot be verified here: no official text in {name} is loaded"
    assert asked(typed, digest).verdict == verdict
