"""A right quotation is found right, however it is typed."""

from __future__ import annotations

import pytest

from tests.words.quotations.texts import HARBOUR, Told, asked, told

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("official")]

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
        "Exact, with the quoter's own changes in brackets",
        "en Article 1, paragraph 1",
    ),
    "an ending in brackets": (
        "the lake shall light[en] every lamp",
        "Exact, with the quoter's own changes in brackets",
        "en Article 1, paragraph 1",
    ),
    "an ending left out": (
        "record[] fog, wind and passing sails",
        "Exact, with the quoter's own changes in brackets",
        "en Article 1, paragraph 2",
    ),
    "words in brackets": (
        "[They] shall light every lamp before dusk",
        "Exact, with the quoter's own changes in brackets",
        "en Article 1, paragraph 1",
    ),
    "one word in brackets for several": (
        "Each [one] records fog, wind and passing sails",
        "Exact, with the quoter's own changes in brackets",
        "en Article 1, paragraph 2",
    ),
    "a word added in brackets": (
        "shall light every [single] lamp before dusk",
        "Exact, with the quoter's own changes in brackets",
        "en Article 1, paragraph 1",
    ),
}


@pytest.mark.parametrize(("typed", "verdict", "place"), EXACT.values(), ids=EXACT)
def test_a_right_quotation_is_found_right_however_it_is_typed(
    typed: str, verdict: str, place: str
) -> None:
    assert told(typed) == Told(verdict, [place], [])


def test_a_bracket_is_shown_whole_where_only_a_part_of_it_is_changed() -> None:
    [match] = asked("shall light [every single] lamp before dusk").matches
    assert [(part.published, part.quoted) for part in match.changes] == [("", "[single]")]


def test_a_half_of_a_persian_word_changed_in_brackets_is_shown_with_the_whole_word() -> None:
    [match] = asked("پیش از ۱۲ شب روشن می‌[زنند]").matches
    assert match.is_exact
    assert [(part.published, part.quoted) for part in match.changes] == [("می‌کنند", "می‌[زنند]")]


def test_what_is_exact_in_one_text_is_not_called_altered_for_another() -> None:
    found = told("shall light every lantern before dusk")
    assert found == Told("Exact", ["en-other Article 1, paragraph 1"], [])
