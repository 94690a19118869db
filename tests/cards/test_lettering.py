"""Persian letters joined and in order, without anything that the system may lack."""

from __future__ import annotations

import pytest

from articles.cards.fitting import Style, broken, fit
from articles.cards.lettering import Weight, font, in_visual_order, width

pytestmark = pytest.mark.files


def names(text: str) -> list[str]:
    return [f"{ord(character):04X}" for character in text]


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        # چراغ: initial tcheh, final reh, isolated alef, isolated ghain, from the left.
        ("چراغ", ["FECD", "FE8D", "FEAE", "FB7C"]),
        # پژواک: initial peh, final zheh, isolated waw, isolated alef, isolated keheh.
        ("پژواک", ["FB8E", "FE8D", "FEED", "FB8B", "FB58"]),
        # گل: initial gaf, final lam.
        ("گل", ["FEDE", "FB94"]),
        # ماهی: initial meem, final alef, initial heh, final Farsi yeh.
        ("ماهی", ["FBFD", "FEEB", "FE8E", "FEE3"]),
        # لاله: lam with alef as one, then initial lam and final heh.
        ("لاله", ["FEEA", "FEDF", "FEFB"]),
    ],
)
def test_persian_letters_take_the_form_that_they_have_in_their_word(
    written: str, drawn: list[str]
) -> None:
    assert names(in_visual_order(written, "fa")) == drawn


def test_a_zero_width_non_joiner_parts_letters_and_is_not_drawn() -> None:
    # می‌رود: final yeh before the break, and then reh that joins nothing.
    assert names(in_visual_order("می‌رود", "fa")) == ["FEA9", "FEED", "FEAD", "FBFD", "FEE3"]


def test_a_heh_with_hamza_is_one_letter() -> None:
    assert names(in_visual_order("خانهٔ", "fa"))[0] == "FBA5"


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("۱۲ ۲۰۲۵", "۲۰۲۵ ۱۲"),
        ("۱٬۲۵۰ (ISO 9001)", "(ISO 9001) ۱٬۲۵۰"),
        ("۲، ۳", "۳ ،۲"),
        ("«۲»", "«۲»"),
        ("ISO 9001", "ISO 9001"),
    ],
)
def test_numbers_and_latin_keep_their_order_within_a_line_from_the_right(
    written: str, drawn: str
) -> None:
    assert in_visual_order(written, "fa") == drawn


@pytest.mark.parametrize("weight", list(Weight))
def test_the_naskh_font_has_every_form_of_every_persian_letter(weight: Weight) -> None:
    letters = font("fa", weight, 40)
    unknown = bytes(letters.getmask("\uffff"))
    missing = {
        f"{letter}: {form}"
        for letter in "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤأءۀًّ۰۱۲۳۴۵۶۷۸۹،؛؟«»٪٬٫"
        for form in in_visual_order(f"{letter} ب{letter} {letter}ب ب{letter}ب", "fa")
        if form != " " and bytes(letters.getmask(form)) == unknown
    }
    assert missing == set()


def test_other_languages_are_drawn_as_written() -> None:
    assert in_visual_order("Статья 3 — лодки", "ru") == "Статья 3 — лодки"


def test_a_line_is_as_wide_as_its_words() -> None:
    for language, line in (("en", "Lamps at dusk"), ("fa", "چراغ‌های گذرگاه ۱۲")):
        drawn = font(language, Weight.REGULAR, 40).getlength(in_visual_order(line, language))
        assert width(line, language, Weight.REGULAR, 40) == pytest.approx(drawn, abs=0.5)


def test_a_text_takes_the_largest_size_at_which_the_whole_fits() -> None:
    style = Style((60, 40, 20), Weight.REGULAR, (0, 0, 0), lines=2)
    short = fit("Lamps", style, "en", 400, 200)
    longer = fit("Lamps and lanterns on the boats", style, "en", 400, 200)
    longest = fit("Lamps and lanterns " * 9, style, "en", 400, 200)
    assert (short.size, longer.size, longest.size) == (60, 40, 20)
    assert (short.is_whole, longer.is_whole, longest.is_whole) == (True, True, False)
    assert longest.lines[1].endswith(" …")
    assert fit("Lamps", style, "en", 400, 10).lines == ()


def test_a_word_wider_than_a_line_is_broken() -> None:
    lines = broken("a" * 90 + " b", "en", Weight.REGULAR, 40, 300)
    assert "".join(lines).replace(" ", "") == "a" * 90 + "b"
    assert all(width(line, "en", Weight.REGULAR, 40) <= 300 for line in lines)
