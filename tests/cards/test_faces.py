"""What stands on the cards, and whose words they are."""

from __future__ import annotations

import re

import pytest

from articles import treaty
from articles.cards import card_name, theme_card_name
from articles.cards.face import Face
from articles.cards.faces import faces
from articles.cards.phrases import PHRASES, SITE_BODY
from articles.edition import in_force
from articles.models import (
    Article,
    OfficialText,
    Paragraph,
    Point,
    Question,
    Strength,
    Theme,
)
from articles.treaty.places import Place, spoken
from tests.invented import load_invented

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LAMPS = "The keepers light the lamps at dusk."
BOATS = "Each boat carries two lanterns."
RUSSIAN_LAMPS = "Смотрители зажигают фонари в сумерках."
PERSIAN_LAMPS = "فانوس‌بانان چراغ‌ها را روشن می‌کنند."


def by_name() -> dict[str, Face]:
    return {face.name: face for face in faces(in_force())}


def test_cards_are_named_after_what_they_stand_for() -> None:
    assert card_name(3) == card_name(3, text="en") == "article-3"
    assert card_name(0, 2) == "article-0-2"
    assert card_name(3, 2, "fa") == "article-3-2-fa"
    assert theme_card_name("energy") == "theme-energy"


def test_there_is_a_card_for_the_site_and_every_theme_question_article_paragraph_and_point() -> (
    None
):
    paragraphs = Paragraph.objects.values_list("article_id", "number")
    assert set(by_name()) == {
        "site",
        *(f"theme-{slug}" for slug in Theme.objects.values_list("slug", flat=True)),
        *(f"article-{number}" for number in treaty.NUMBERS),
        *(f"article-{article}-{number}" for article, number in paragraphs),
        *(f"article-{row.place.code.replace('.', '-')}" for row in Point.objects.all()),
        *(f"question-{slug}" for slug in Question.objects.values_list("slug", flat=True)),
    }


def test_a_paragraph_has_number_subject_words_theme_strength_and_whose_they_are() -> None:
    face = by_name()["article-3-3"]
    paragraph = Paragraph.objects.get(article=3, number=3)
    assert face.heading == "Article 3, paragraph 3"
    assert face.subject == paragraph.article.title
    assert face.body == paragraph.plain
    assert (face.theme, face.family, face.tag, face.lit) == ("Principles", 1, "Ban · Duty", (3,))
    assert face.foot == "Iran–Russia Treaty · Moscow, 17 January 2025"
    assert face.whose == "Restated from the Russian text; the English one decides"


def test_a_point_stands_on_a_card_of_its_own_in_its_own_words() -> None:
    face = by_name()["article-22-2-3"]
    assert face.heading == "Article 22, point 2.3"
    assert face.body.startswith("2.3. encouragement of investment")
    assert (face.tag, face.lit) == (by_name()["article-22-2"].tag, (22,))


def test_a_question_stands_with_its_answer_and_marks_the_articles_it_rests_on() -> None:
    question = Question.objects.get(slug="gas-hub")
    face = by_name()["question-gas-hub"]
    assert (face.theme, face.heading, face.body) == ("Question", question.question, question.answer)
    assert face.whose == "Answered by this site from the text, not by the treaty"
    assert set(face.lit) == question.article_numbers


def test_an_article_says_in_short_what_it_is_about() -> None:
    face, article = by_name()["article-3"], Article.objects.get(number=3)
    assert (face.heading, face.subject, face.body) == ("Article 3", article.title, article.gist)
    assert face.tag == ""


def test_every_card_of_a_paragraph_says_how_it_binds_each_kind_once() -> None:
    found = by_name()
    for row in Paragraph.objects.all():
        said = found[card_name(row.article_id, row.number)].tag.split(" · ")
        assert len(said) == len(set(said))
        assert set(said) == {Strength(value).label for value in row.strengths}


def test_the_only_paragraph_of_an_article_bears_no_number() -> None:
    found = by_name()
    alone = Paragraph.objects.filter(is_alone=True)
    assert alone
    for row in alone:
        face = found[card_name(row.article_id, row.number)]
        assert face.heading == treaty.label(row.article_id)
    assert found["article-28-1"].heading == "Article 28"


def test_the_closing_lines_have_cards_of_their_own() -> None:
    found = by_name()
    for name in ("article-48", "article-48-1"):
        assert found[name].heading == "Closing lines"
        assert found[name].lit == (treaty.CLOSING,)
    assert found["article-48-1"].tag == "Rule"


def test_points_stand_with_their_numbers_on_the_card_of_their_paragraph() -> None:
    found = by_name()
    assert ": 2.1. " in found["article-22-2"].body
    assert ": 1) " in found["article-28-1"].body


def test_items_of_a_list_follow_one_another_without_dashes() -> None:
    assert [face.name for face in by_name().values() if re.search(r"[:;,] – ", face.body)] == []
    assert "one of the two states; individuals" in by_name()["article-19-3"].body


def test_a_theme_names_its_articles_and_marks_them() -> None:
    face = by_name()["theme-final-provisions"]
    lit = Article.objects.filter(themes="final-provisions").values_list("number", flat=True)
    assert face.lit == tuple(lit)
    assert face.subject == spoken(map(Place, lit))
    assert face.subject.endswith("; Closing lines")


def test_the_site_has_the_colours_of_all_parts_of_the_treaty() -> None:
    families = by_name()["site"].families
    assert len(families) == len(treaty.NUMBERS)
    assert set(families) == set(range(1, Theme.FAMILIES + 1))


def test_the_dates_on_the_cards_are_those_of_the_treaty() -> None:
    assert f"{treaty.SIGNED:%d %B %Y}" in PHRASES["en"].foot
    assert f"{treaty.IN_FORCE.day} {treaty.IN_FORCE:%B %Y}" in SITE_BODY
    assert str(treaty.LAST_ARTICLE) in SITE_BODY


def test_the_official_english_words_take_the_place_of_ours_and_are_labelled() -> None:
    load_invented({"en": ("en", "", {3: {1: LAMPS, 2: BOATS}})})
    found = by_name()
    article, paragraph = found["article-3"], found["article-3-2"]
    assert article.body == f"{LAMPS} {BOATS}"
    assert (paragraph.heading, paragraph.body) == ("Article 3, paragraph 2", BOATS)
    assert paragraph.whose == "Official text, English; subject line ours"
    assert "article-3-en" not in found
    assert paragraph.tag == found["article-3-2"].tag != ""
    # A paragraph that the official text lacks is shown in our words.
    assert found["article-3-4"].whose.startswith("Restated")


def test_every_text_has_cards_of_its_own_the_second_in_a_language_by_its_name() -> None:
    load_invented(
        {
            "ru": ("ru", "", {0: {1: RUSSIAN_LAMPS, 2: "Лодки."}, 3: {1: RUSSIAN_LAMPS}}),
            "ru-2": ("ru", "Lake Press", {3: {1: "Другое.", 2: "Лодки."}, 48: {1: "Конец."}}),
            "fa": ("fa", "", {3: {1: PERSIAN_LAMPS, 2: "قایق."}, 48: {1: PERSIAN_LAMPS}}),
        }
    )
    found = by_name()
    assert found["article-0-1-ru"].heading == "Преамбула, абзац 1"
    assert found["article-3-1-ru"].body == RUSSIAN_LAMPS
    assert found["article-3-1-ru"].whose == "Официальный текст, русский язык"
    assert "article-3-2-ru" not in found
    assert found["article-3-2-ru-2"].body == "Лодки."
    assert found["article-3-1-ru-2"].whose == "Официальный текст, русский язык (Lake Press)"
    assert found["article-3-1-fa"].heading == "ماده ۳، بند ۱"
    assert found["article-3-fa"].body == f"{PERSIAN_LAMPS} قایق."
    assert found["article-3-fa"].language == "fa"
    assert found["article-3-1-fa"].tag == found["article-3-1"].tag != ""
    assert found["article-48-ru-2"].heading == "Заключительная часть"
    assert found["article-48-1-fa"].heading == "بخش پایانی"
    assert found["article-3"].whose.startswith("Restated")


def test_a_paragraph_that_only_another_language_has_says_where_it_is() -> None:
    load_invented({"ru": ("ru", "", {3: {1: RUSSIAN_LAMPS, 9: RUSSIAN_LAMPS}})})
    found = by_name()
    assert found["article-3-9"].body == "The page has this paragraph in the official text: Russian."
    assert found["article-3-9"].tag == ""
    assert found["article-3-1"].body == Paragraph.objects.get(article=3, number=1).plain


def test_a_number_that_the_official_text_does_not_print_is_told_to_be_ours() -> None:
    load_invented({"fa": ("fa", "", {3: {1: PERSIAN_LAMPS, 2: PERSIAN_LAMPS}})})
    OfficialText.objects.get().paragraphs.update(label="")
    assert by_name()["article-3-1-fa"].whose == "متن رسمی، فارسی؛ شمارهٔ بندها از ماست"


def test_the_only_paragraph_of_an_official_article_bears_no_number() -> None:
    load_invented({"fa": ("fa", "", {31: {0: "آغاز.", 1: PERSIAN_LAMPS}})})
    OfficialText.objects.get().paragraphs.update(label="")
    face = by_name()["article-31-1-fa"]
    assert (face.heading, face.whose) == ("ماده ۳۱", "متن رسمی، فارسی")


def test_a_translation_is_not_called_the_official_text() -> None:
    load_invented({"en": ("en", "", {3: {1: LAMPS}})})
    OfficialText.objects.update(wording="translation")
    assert by_name()["article-3-1"].whose.startswith("Published translation, English")
