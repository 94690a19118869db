"""A wrong quotation is told word by word, and what is in no text is not found."""

from __future__ import annotations

import pytest

from tests.words.quotations.texts import Told, asked, told

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("official")]

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
    typed: str, verdict: str, differences: list[tuple[str, str, str]]
) -> None:
    found = told(typed)
    assert (found.verdict, found.differences) == (verdict, differences)


def test_the_segments_put_together_are_the_published_passage() -> None:
    [match, *_] = asked("always light each lamp after dusk, and put it out").matches
    assert "".join(part.published for part in match.segments if part.kind != "context") == (
        "shall light every lamp before dusk, and shall not put it out"
    )


@pytest.mark.parametrize(
    "typed", ["Every whale sings in winter, say the sailors.", "zebra", "whale lamp", "dusk dawn"]
)
def test_what_is_in_no_text_is_not_found(typed: str) -> None:
    assert told(typed) == Told("Not found", [], [])


def test_the_nearest_passage_is_shown_if_some_of_the_words_are_the_same() -> None:
    found = asked("the owners shall dim each lamp before dusk, and shall then put out to sea")
    assert (found.verdict, found.is_found) == ("Not found", False)
    assert [match.label for match in found.matches] == ["Article 1, paragraph 1"]
