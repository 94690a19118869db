"""The pictures themselves: their format, and that everything on them fits and can be read."""

from __future__ import annotations

import hashlib
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image, ImageChops

from articles.cards import colours
from articles.cards.colours import Colour
from articles.cards.drawing import draw
from articles.cards.face import Face, Kind
from articles.cards.faces import faces
from articles.cards.lettering import font, in_visual_order
from articles.cards.making import alt
from articles.cards.setting import HEIGHT, MARGIN, WIDTH, Line, set_face
from articles.edition import in_force
from articles.models import Card
from tests.invented import load_invented

pytestmark = [pytest.mark.django_db, pytest.mark.once]

Rectangle = tuple[float, float, float, float]

LONG = "Lighthouses and the lanterns of the harbour boats at the mouths of the northern rivers, "
FACE = Face("x", Kind.PARAGRAPH, "Article 3, paragraph 2", "Foot", "Whose", "Subject", "Body.")


def ink(line: Line) -> Rectangle:
    """Where the strokes of a line are."""
    drawn = in_visual_order(line.text, line.language)
    left, top, right, bottom = font(line.language, line.weight, line.size).getbbox(
        drawn, anchor="ls"
    )
    return (line.left + left, line.baseline + top, line.left + right, line.baseline + bottom)


def meet(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def collisions(face: Face) -> list[str]:
    """What on a card lies upon something else or outside the margins."""
    setting = set_face(face)
    found = []
    solid = [
        (box.left, box.top, box.left + box.width, box.top + box.height)
        for box in setting.boxes
        if not box.edge
    ]
    inks = [ink(line) for line in setting.lines]
    for place, (line, box) in enumerate(zip(setting.lines, inks, strict=True)):
        if box[0] < MARGIN - 4 or box[2] > WIDTH - MARGIN + 4 or box[3] > HEIGHT - 12:
            found.append(f"{face.name}: {line.text} is outside")
        if any(meet(box, other) for other in (*inks[place + 1 :], *solid)):
            found.append(f"{face.name}: {line.text} lies on something")
    return found


def lines_of(face: Face) -> list[str]:
    return [line.text for line in set_face(face).lines]


def luminance(colour: Colour) -> float:
    """Relative luminance, by the formula of WCAG 2.2."""
    parts = [
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_every_card_is_a_small_opaque_png_of_the_size_that_chats_want() -> None:
    cards = list(Card.objects.all())
    assert len(cards) > 100
    for card in cards:
        png = bytes(card.png)
        image = Image.open(BytesIO(png))
        assert (image.format, image.size) == ("PNG", (1200, 630)), card.name
        assert not image.has_transparency_data, card.name
        assert len(png) < 40_000, card.name
        assert hashlib.sha256(png).hexdigest() == card.digest
        assert 20 < len(card.alt) <= 500, card.name


def test_every_card_has_a_whole_edge_that_stands_on_white_and_on_black() -> None:
    for name in ("site", "article-3-3", "theme-energy"):
        card = Card.objects.get(name=name)
        image = Image.open(BytesIO(bytes(card.png))).convert("RGB")
        sides = [
            (0, 0, WIDTH, 1),
            (0, HEIGHT - 1, WIDTH, HEIGHT),
            (0, 0, 1, HEIGHT),
            (WIDTH - 1, 0, WIDTH, HEIGHT),
        ]
        for side in sides:
            found = image.crop(side).getcolors()
            assert found is not None
            assert [colour for _, colour in found] == [colours.QUIET]


def test_nothing_on_any_card_is_outside_the_margins_or_on_something_else() -> None:
    assert [fault for face in faces(in_force()) for fault in collisions(face)] == []


def test_the_heading_and_gist_of_every_article_and_theme_are_there_wholly() -> None:
    for face in faces(in_force()):
        if face.kind is not Kind.PARAGRAPH:
            said = " ".join(lines_of(face))
            for text in (face.heading, face.subject, face.body, face.foot, face.whose):
                assert text in said, face.name


def test_the_fonts_have_every_character_that_is_drawn() -> None:
    drawn = {
        (line.language, line.weight, character)
        for face in faces(in_force())
        for line in set_face(face).lines
        for character in line.text.replace(" ", "")
    }
    missing = {
        character
        for language, weight, character in drawn
        if bytes(font(language, weight, 40).getmask(character))
        == bytes(font(language, weight, 40).getmask("\uffff"))
    }
    assert missing == set()


def test_official_words_of_any_length_fit_in_every_language() -> None:
    load_invented(
        {
            "en": ("en", "", {3: {1: LONG * 20, 2: "Short."}, 25: {1: LONG}}),
            "ru": ("ru", "", {3: {1: "Смотрители маяков зажигают фонари в сумерках. " * 30}}),
            "fa": ("fa", "", {3: {1: "فانوس‌بانان چراغ‌های گذرگاه را روشن می‌کنند، " * 30}}),
        }
    )
    found = [
        face for face in faces(in_force()) if face.name.startswith(("article-3", "article-25"))
    ]
    assert {face.language for face in found} == {"en", "ru", "fa"}
    assert [fault for face in found for fault in collisions(face)] == []


@pytest.mark.parametrize(
    "face",
    [
        Face("x", Kind.ARTICLE, "Article 47", "Foot", "Whose", LONG * 3, LONG * 3, "Lakes", 2),
        Face("x", Kind.THEME, LONG * 2, "Foot", "Whose", "Subject", LONG * 9, "Theme", 7),
        Face("x", Kind.PARAGRAPH, "Preamble, recital 12", LONG * 2, LONG * 2, "", LONG * 9),
        Face("x", Kind.ARTICLE, "Article 1", "F", "W", "S", "wide" * 99, LONG, 3, "Ban · Duty"),
    ],
)
def test_texts_that_are_far_too_long_are_cut_and_do_not_collide(face: Face) -> None:
    assert collisions(face) == []
    assert any(line.endswith("…") for line in lines_of(face))


def test_a_text_is_cut_between_two_words() -> None:
    face = Face("x", Kind.PARAGRAPH, "Article 3", "Foot", "Whose", body=LONG * 9)
    shown = next(line for line in lines_of(face) if line.endswith("…"))
    assert set(shown.removesuffix(" …").split()) <= {*LONG.split(), "rivers"}


def test_a_persian_card_reads_from_the_right() -> None:
    face = Face("x", Kind.ARTICLE, "ماده ۳", "پا", "متن", body="چراغ", language="fa", lit=(0,))
    setting = set_face(face)
    for line in setting.lines:
        end = line.left + font("fa", line.weight, line.size).getlength(
            in_visual_order(line.text, "fa")
        )
        assert end == pytest.approx(WIDTH - MARGIN, abs=1)
    (lit,) = (box for box in setting.boxes if box.colour == colours.ACCENT)
    assert lit.left + lit.width == WIDTH - MARGIN


def test_the_theme_of_a_persian_card_stands_on_the_right_and_how_it_binds_on_the_left() -> None:
    face = Face(
        *("x", Kind.PARAGRAPH, "ماده ۳، بند ۱", "پا", "متن"),
        theme="Energy",
        family=2,
        tag="Duty",
        language="fa",
    )
    setting = set_face(face)
    (swatch,) = (box for box in setting.boxes if box.colour == colours.family(2))
    (theme,) = (line for line in setting.lines if line.text == "Energy")
    assert swatch.left + swatch.width == WIDTH - MARGIN
    assert WIDTH / 2 < theme.left < swatch.left
    (tag,) = (box for box in setting.boxes if box.edge and box.left)
    (word,) = (line for line in setting.lines if line.text == "Duty")
    assert tag.left == MARGIN < word.left < tag.left + tag.width < theme.left


def test_a_heading_is_as_large_as_what_follows_allows() -> None:
    def size(body: str) -> int:
        return set_face(Face("x", Kind.ARTICLE, "Article 3", "F", "W", body=body)).lines[0].size

    assert (size("A lamp."), size(LONG * 9)) == (96, 80)


def test_the_map_has_the_colours_of_the_leading_themes() -> None:
    families = tuple(range(1, 8)) * 6 + (1, 2, 3, 4, 5, 6, 7)
    face = Face("site", Kind.SITE, "Treaty", "Foot", "Whose", families=families)
    cells = [box for box in set_face(face).boxes if box.width == box.height]
    assert [box.colour for box in cells] == [colours.family(number) for number in families]
    rows = [[box for box in cells if box.top == top] for top in sorted({box.top for box in cells})]
    assert [len(row) for row in rows] == [25, 24]
    assert {row[0].left for row in rows} == {MARGIN}
    assert rows[0][-1].left + rows[0][-1].width == WIDTH - MARGIN


def test_there_is_a_tick_for_every_part_of_the_treaty_from_one_margin_to_the_other() -> None:
    face = Face("x", Kind.ARTICLE, "Closing lines", "Foot", "Whose", lit=(48,))
    ticks = [box for box in set_face(face).boxes if box.colour in {colours.RULE, colours.ACCENT}]
    assert len(ticks) == 49
    assert (ticks[0].left, ticks[-1].left + ticks[-1].width) == (MARGIN, WIDTH - MARGIN)
    assert [box.colour == colours.ACCENT for box in ticks] == [False] * 48 + [True]
    assert all(one.left + one.width < other.left for one, other in pairwise(ticks))


def test_the_words_for_a_card_are_cut_at_the_length_that_services_take() -> None:
    face = Face("x", Kind.ARTICLE, "Article 3", "Foot", "Our words", "Lakes", LONG * 9)
    assert 400 < len(alt(face)) <= 420
    assert alt(face).endswith("… Our words.")


def test_no_mark_above_or_below_the_letters_is_cut_off() -> None:
    face = Face("x", Kind.ARTICLE, "ماده ۳", "پا", "متن", body="مثلاً ژرفِ چاهٍ", language="fa")
    setting = set_face(face)
    body = next(line for line in setting.lines if line.text == face.body)
    left, top, right, bottom = map(round, ink(body))
    picture = Image.open(BytesIO(draw(setting))).convert("RGB").crop((left, 0, right, bottom + 30))
    paper = Image.new("RGB", picture.size, colours.PAPER)
    rows = ImageChops.difference(picture, paper).convert("L").crop((0, top - 9, right, bottom + 9))
    inked = rows.getbbox()
    assert inked is not None
    assert (inked[1], inked[3]) == pytest.approx((9, 9 + bottom - top), abs=2)


def test_the_same_card_gives_the_same_bytes() -> None:
    assert draw(set_face(FACE)) == draw(set_face(FACE))


@pytest.mark.parametrize("colour", [colours.INK, colours.QUIET, colours.ACCENT])
def test_letters_stand_out_from_the_paper(colour: Colour) -> None:
    assert (luminance(colours.PAPER) + 0.05) / (luminance(colour) + 0.05) >= 4.5
