"""What stands on the cards: nothing unconfirmed, and whose words they are."""

from __future__ import annotations

import re

import pytest

from articles import treaty
from articles.cards import card_name, theme_card_name
from articles.cards.face import Face
from articles.cards.faces import faces
from articles.cards.phrases import PHRASES, SITE_BODY
from articles.models import Article, OfficialText, Paragraph, Statement, Theme
from tests.invented import load_invented

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LAMPS = "The keepers light the lamps at dusk."
BOATS = "Each boat carries two lanterns."
RUSSIAN_LAMPS = "Смотрители зажигают фонари в сумерках."
PERSIAN_LAMPS = "فانوس‌بانان چراغ‌ها را روشن می‌کنند."


def by_name() -> dict[str, Face]:
    return {face.name: face for face in faces()}


def test_cards_are_named_after_what_they_stand_for() -> None:
    assert card_name(3) == card_name(3, text="en") == "article-3"
    assert card_name(0, 2) == "article-0-2"
    assert card_name(3, 2, "fa") == "article-3-2-fa"
    assert theme_card_name("energy") == "theme-energy"


def test_there_is_a_card_for_the_site_and_every_theme_article_and_paragraph() -> None:
    paragraphs = Paragraph.objects.values_list("article_id", "number")
    assert set(by_name()) == {
        "site",
        *(f"theme-{slug}" for slug in Theme.objects.values_list("slug", flat=True)),
        *(f"article-{number}" for number in range(48)),
        *(f"article-{article}-{number}" for article, number in paragraphs),
    }


def test_no_card_shows_a_sentence_that_no_report_bears_out() -> None:
    drawn = " ".join(
        " ".join((face.theme, face.tag, face.heading, face.subject, face.body, face.whose))
        for face in faces()
    )
    unconfirmed = Statement.objects.filter(basis="unconfirmed", paragraph__isnull=False)
    sentences = [
        sentence
        for statement in unconfirmed
        for sentence in re.split(r"(?<=[.;:])\s+", statement.plain)
    ]
    assert len(sentences) > 20
    assert [sentence for sentence in sentences if sentence in drawn] == []


def test_a_paragraph_that_no_report_describes_says_so_and_no_more() -> None:
    found = by_name()
    bare = [row for row in Paragraph.objects.all() if not row.statements.filter(basis="reported")]
    assert bare
    for row in bare:
        face = found[card_name(row.article_id, row.number)]
        assert "Unconfirmed outline" in (face.tag, face.subject)
        assert face.body == (
            "No report seen gives what this paragraph says; the page has an unconfirmed outline "
            "of it."
        )


def test_what_is_left_out_between_reported_statements_leaves_an_ellipsis() -> None:
    paragraph = Paragraph.objects.get(article=14, number=1)
    paragraph.statements.all().delete()
    for position, (basis, words) in enumerate(
        [
            ("unconfirmed", "One."),
            ("reported", "Two."),
            ("unconfirmed", "Three."),
            ("unconfirmed", "Four."),
            ("reported", "Five."),
            ("unconfirmed", "Six."),
        ],
        1,
    ):
        paragraph.statements.create(position=position, basis=basis, text=words, html=words)
    assert by_name()["article-14-1"].body == "Two. … Five."


def test_an_article_without_a_description_says_so() -> None:
    face = by_name()["article-26"]
    assert (face.heading, face.subject) == ("Article 26", "Not described yet")
    assert (face.theme, face.tag) == ("", "")


def test_of_an_unconfirmed_outline_not_even_the_theme_is_told() -> None:
    outlines = list(Article.objects.filter(evidence="outline"))
    found = by_name()
    assert outlines
    for article in outlines:
        face = found[card_name(article.number)]
        assert (face.subject, face.theme, face.hue) == ("Unconfirmed outline", "", 0)
        assert found["site"].hues[article.number] == 0
    lit = {number for name, face in found.items() if "theme-" in name for number in face.lit}
    assert lit.isdisjoint(article.number for article in outlines)


def test_an_inferred_number_is_called_so_on_every_card_of_its_article() -> None:
    placed = set(Article.objects.filter(evidence="placed").values_list("number", flat=True))
    tagged = {face.lit[0] for face in faces() if face.tag == "Number inferred"}
    assert placed == tagged
    assert placed


def test_a_reported_paragraph_has_number_subject_words_theme_and_whose_they_are() -> None:
    face = by_name()["article-3-3"]
    assert face.heading == "Article 3, paragraph 3"
    assert face.subject == "Principles of relations and conduct in case of aggression"
    assert face.body.startswith("If one state is the victim of aggression, then the other shall")
    assert (face.theme, face.hue, face.tag, face.lit) == ("Principles", 1, "", (3,))
    assert face.foot == "Iran–Russia Treaty · Moscow, 17 January 2025"
    assert face.whose == "Plain-English edition, not the treaty’s wording"


@pytest.mark.parametrize(
    ("numbering", "said"),
    [("own", "; paragraph numbers ours"), ("unconfirmed", "; paragraph numbers unconfirmed")],
)
def test_a_paragraph_number_that_may_not_be_the_treatys_is_told(numbering: str, said: str) -> None:
    Paragraph.objects.filter(article=3, number=2).update(numbering=numbering)
    assert by_name()["article-3-2"].whose.endswith(f"not the treaty’s wording{said}")


def test_the_dates_on_the_cards_are_those_of_the_treaty() -> None:
    assert f"{treaty.SIGNED:%d %B %Y}" in PHRASES["en"].foot
    assert f"{treaty.IN_FORCE.day} {treaty.IN_FORCE:%B %Y}" in SITE_BODY
    assert str(treaty.LAST_ARTICLE) in SITE_BODY


def test_a_theme_without_known_articles_does_not_count_them() -> None:
    theme = Theme.objects.create(slug="lakes", name="Lakes", description="Water.", position=99)
    face = by_name()[theme_card_name(theme.slug)]
    assert (face.subject, face.lit) == ("No article number known", ())


def test_the_official_english_words_take_the_place_of_ours_and_are_labelled() -> None:
    load_invented({"en": ("en", "", {3: {1: LAMPS, 2: BOATS}})})
    found = by_name()
    article, paragraph = found["article-3"], found["article-3-2"]
    assert article.body == f"{LAMPS} {BOATS}"
    assert (paragraph.heading, paragraph.body) == ("Article 3, paragraph 2", BOATS)
    assert paragraph.whose == "Official text, English; subject line ours"
    assert "article-3-en" not in found
    # Paragraphs of ours beyond the official ones are those of another division.
    assert found["article-3-4"].whose.startswith("Plain-English edition")


def test_a_subject_at_an_inferred_number_is_not_put_on_official_words() -> None:
    number = Article.objects.filter(evidence="placed").values_list("number", flat=True)[0]
    load_invented({"en": ("en", "", {number: {1: LAMPS}})})
    face = by_name()[card_name(number)]
    assert (face.subject, face.tag, face.whose) == ("", "", "Official text, English")


def test_an_inferred_number_is_called_so_where_only_other_languages_have_the_words() -> None:
    number = Article.objects.filter(evidence="placed").values_list("number", flat=True)[0]
    load_invented({"ru": ("ru", "", {number: {1: RUSSIAN_LAMPS, 9: RUSSIAN_LAMPS}})})
    face = by_name()[card_name(number, 9)]
    assert face.subject == Article.objects.get(number=number).subject != ""
    assert (face.tag, face.body) == (
        "Number inferred",
        "The page has this paragraph in the official text: Russian.",
    )


@pytest.mark.parametrize("language", ["en", "ru", "fa"])
def test_a_theme_at_an_inferred_number_is_not_put_on_official_words(language: str) -> None:
    number = Article.objects.filter(evidence="placed").values_list("number", flat=True)[0]
    load_invented({language: (language, "", {number: {1: LAMPS}, 3: {1: LAMPS}})})
    found = by_name()
    for paragraph in (None, 1):
        face = found[card_name(number, paragraph, language)]
        assert (face.theme, face.hue, face.subject) == ("", 0, "")
    assert found[card_name(3, None, language)].theme == "Principles"


def test_every_text_has_cards_of_its_own_the_second_in_a_language_by_its_name() -> None:
    load_invented(
        {
            "ru": ("ru", "", {0: {1: RUSSIAN_LAMPS}, 3: {1: RUSSIAN_LAMPS}}),
            "ru-2": ("ru", "Lake Press", {3: {1: "Другое.", 2: "Лодки."}}),
            "fa": ("fa", "", {3: {1: PERSIAN_LAMPS}}),
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
    assert found["article-3-fa"].body == PERSIAN_LAMPS
    assert found["article-3-fa"].language == "fa"
    assert found["article-3"].whose.startswith("Plain-English edition")


def test_a_number_that_another_language_divides_otherwise_does_not_show_our_words() -> None:
    Paragraph.objects.filter(article=3).update(numbering="own")
    load_invented({"ru": ("ru", "", {3: {1: RUSSIAN_LAMPS, 9: RUSSIAN_LAMPS}})})
    found = by_name()
    where = "The page has this paragraph in the official text: Russian."
    assert found["article-3-1"].body == found["article-3-9"].body == where
    assert found["article-3-2"].body.startswith("The two states are to take steps")


def test_a_number_that_the_official_text_does_not_print_is_told_to_be_ours() -> None:
    load_invented({"fa": ("fa", "", {3: {1: PERSIAN_LAMPS}})})
    OfficialText.objects.get().paragraphs.update(label="")
    assert by_name()["article-3-1-fa"].whose == "متن رسمی، فارسی؛ شمارهٔ بندها از ماست"


def test_a_translation_is_not_called_the_official_text() -> None:
    load_invented({"en": ("en", "", {3: {1: LAMPS}})})
    OfficialText.objects.update(wording="translation")
    assert by_name()["article-3-1"].whose.startswith("Published translation, English")


def test_a_subject_that_a_program_read_is_said_to_be_so() -> None:
    Article.objects.filter(number=26).update(read_subject="Lamps")
    face = by_name()["article-26"]
    assert (face.subject, face.tag) == ("Lamps", "Subject read by a program")


def test_an_article_that_only_an_official_text_describes_says_where_its_words_are() -> None:
    load_invented(
        {
            "ru": ("ru", "", {26: {1: RUSSIAN_LAMPS}}),
            "fa": ("fa", "", {26: {1: PERSIAN_LAMPS}}),
        }
    )
    assert by_name()["article-26"].body == (
        "Not restated in plain English yet. The page has the official text: Russian and Persian."
    )
