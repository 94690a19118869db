"""Our edition held against texts of lamps that have its numbers, dates and names."""

from __future__ import annotations

import json
from copy import deepcopy
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.edition import Edition, derived, in_force
from articles.models import Article, ArticleMention, DataVersion, OfficialText
from articles.official.dates import Calendar, Date
from articles.official.languages import LANGUAGES
from articles.words.checking import (
    counts,
    dates_of,
    differences,
    named_in,
    names_in,
)
from tests.invented import Blocks, load_invented, write_invented

pytestmark = [pytest.mark.django_db, pytest.mark.once]

Lamps = dict[int, dict[int, Blocks]]
"""An official text: the blocks of each paragraph of each article."""

names_of = derived(names_in)

PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def written(date: Date, language: str) -> str:
    """Write a date as the language has it."""
    grammar = LANGUAGES[language]
    is_solar = date.calendar is Calendar.SOLAR_HIJRI
    month = (grammar.solar_months if is_solar else grammar.months)[date.month - 1].split("|")[0]
    for either, letter in (("[یيى]", "ی"), ("[کك]", "ک"), ("[أاآئ]", "ا")):
        month = month.replace(either, letter)
    text = f"{date.day} {month} {date.year}"
    return text.translate(PERSIAN_DIGITS) if language == "fa" else text


def lamps(language: str = "en") -> Lamps:
    """Return a text that differs from our edition in nothing that a program compares."""
    return deepcopy(lamps_of(in_force())[language])


@derived
def lamps_of(edition: Edition) -> dict[str, Lamps]:
    """Write such a text in each language."""
    return {language: lamps_in(language, edition) for language in LANGUAGES}


def lamps_in(language: str, edition: Edition) -> Lamps:
    names = names_of(edition)[language]
    words = {cue.label: cue.text for cues in names.by_first.values() for cue in cues}
    text: Lamps = {0: {0: [("", "Lamps and oars,")]}}
    for article in edition.articles:
        rows = text.setdefault(article.number, {})
        for row in article.paragraphs.all():
            dates = [written(date, language) for date in sorted(dates_of(row))]
            points = [(point.label, "Lamps.") for point in row.points.all()]
            rows[row.number] = [("", f"Lamps: {'; '.join(dates)}."), *points]
        # An agreement is named by its date.
        dated = names.find("\n".join(words for row in rows.values() for _, words in row))
        for slug in sorted(named_in(article) - dated.keys()):
            add(text, article.number, 1, f"Lamps. {words[slug]}.")
    return text


def found(text: Lamps, language: str = "en") -> list[tuple[str, str, str]]:
    """Return place, kind and message of each difference."""
    edition = in_force()
    write_invented({"lamp": (language, "Lighthouse Press", text)})
    texts = OfficialText.objects.prefetch_related("paragraphs")
    rows = differences(edition.articles, texts, names_of(edition))
    assert {row.text for row in rows} <= {"lamp"}
    return [(row.place.label, row.kind, row.message) for row in rows]


def without(text: Lamps, article: int, words: str) -> None:
    """Take words out of every paragraph of an article."""
    for number, blocks in text[article].items():
        text[article][number] = [(label, each.replace(words, "")) for label, each in blocks]


def add(text: Lamps, article: int, paragraph: int, words: str) -> None:
    (label, first), *others = text[article][paragraph]
    text[article][paragraph] = [(label, f"{first} {words}"), *others]


@pytest.mark.parametrize("language", ["en", "ru", "fa"])
def test_a_text_with_the_same_parts_dates_and_names_has_no_difference(language: str) -> None:
    assert found(lamps(language), language) == []


def test_an_article_that_the_text_lacks_is_named_once() -> None:
    text = lamps()
    del text[22], text[48]
    said = "is not in the official text. Import a copy of the text that has it."
    assert found(text) == [
        ("Article 22", "article", said),
        ("Closing lines", "article", said),
    ]


def test_a_paragraph_that_only_one_side_has_is_named() -> None:
    text = lamps()
    del text[4][2]
    text[8][3] = [("", "Lamps.")]
    text[0][8] = [("", "Lamps.")]
    text[9][0] = [("", "Lamps.")]
    assert found(text) == [
        (
            "Preamble",
            "paragraph",
            "Recital 8: only in the official text. Restate it in fixtures/articles/00.toml.",
        ),
        (
            "Article 4",
            "paragraph",
            "Paragraph 2: only in our edition. Take it out of fixtures/articles/04.toml, or import "
            "a copy of the text that has it.",
        ),
        (
            "Article 8",
            "paragraph",
            "Paragraph 3: only in the official text. Restate it in fixtures/articles/08.toml.",
        ),
        (
            "Article 9",
            "paragraph",
            "Opening words: only in the official text. Restate it in fixtures/articles/09.toml.",
        ),
    ]


POINTS = ["2.1.", "2.2.", "2.3.", "2.4.", "2.5.", "2.6."]


def relabelled(labels: list[str]) -> Lamps:
    text = lamps()
    text[22][2] = [text[22][2][0], *((label, "Lamps.") for label in labels)]
    return text


@pytest.mark.parametrize(
    ("labels", "theirs"),
    [
        (POINTS[:5], "2.1., 2.2., 2.3., 2.4., 2.5."),
        ([*POINTS[:4], *POINTS[:3:-1]], "2.1., 2.2., 2.3., 2.4., 2.6., 2.5."),
        (list("abcde"), "a, b, c, d, e"),
        ([], "none"),
    ],
)
def test_points_must_be_as_many_and_in_the_same_order(labels: list[str], theirs: str) -> None:
    assert found(relabelled(labels)) == [
        (
            "Article 22, paragraph 2",
            "point",
            f"points {', '.join(POINTS)} in our edition, {theirs} in the official text. Label "
            "them in fixtures/articles/22.toml as the official text does, or look whether its "
            "copy is complete.",
        )
    ]


@pytest.mark.parametrize(
    "labels",
    [
        ["2.1", "2.2", "2.3", "2.4", "2.5", "2.6"],
        ["۲-۱-", "۲-۲-", "۲-۳-", "۲-۴-", "۲-۵-", "۲-۶-"],
        ["۱-۲", "۲-۲", "۳-۲", "۴-۲", "۵-۲", "۶-۲"],
        ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)"],
        ["–"] * 6,
    ],
)
def test_points_need_not_be_labelled_in_the_same_manner(labels: list[str]) -> None:
    assert found(relabelled(labels)) == []


def test_points_of_an_only_paragraph_are_named_by_the_article() -> None:
    text = lamps()
    text[28][1] = text[28][1][:-1]
    ((place, kind, _),) = found(text)
    assert (place, kind) == ("Article 28", "point")


def test_a_date_in_either_calendar_that_only_one_side_has_is_named() -> None:
    text = lamps()
    without(text, 11, "7 bahman 1399")
    add(text, 13, 2, "5 May 1999")
    without(text, 48, "17 january 2025")
    assert found(text) == [
        (
            "Article 11, paragraph 1",
            "date",
            "7 Bahman 1399 (Solar Hijri): only in our edition. Correct it in "
            "fixtures/articles/11.toml.",
        ),
        (
            "Article 13, paragraph 2",
            "date",
            "5 May 1999: only in the official text. Add it to fixtures/articles/13.toml.",
        ),
        (
            "Closing lines",
            "date",
            "17 January 2025: only in our edition. Correct it in fixtures/articles/48.toml.",
        ),
    ]


def test_a_name_that_only_one_side_has_is_named() -> None:
    text = lamps()
    add(text, 17, 1, "Lamps of BRICS.")
    without(text, 7, "Interpol")
    assert found(text) == [
        (
            "Article 7",
            "name",
            "interpol: named in our edition, but no name of it was found in the official text. "
            "Take it out of `named` in fixtures/articles/07.toml, or add the name to "
            "fixtures/cues.toml.",
        ),
        (
            "Article 17",
            "name",
            "brics: the official text names it (“BRICS”), our edition does not. Add it to `named` "
            "in fixtures/articles/17.toml, or make the name in fixtures/cues.toml more exact.",
        ),
    ]


def test_what_is_only_background_of_an_article_is_not_named_by_it() -> None:
    text = lamps()
    ArticleMention.objects.filter(article=7, mention="interpol").update(relation="background")
    ((place, kind, message),) = found(text)
    assert (place, kind) == ("Article 7", "name")
    assert message.startswith("interpol: the official text names it (“Interpol”)")


def test_each_text_is_held_against_our_edition_by_itself() -> None:
    russian = lamps("ru")
    del russian[3][4]
    edition = load_invented({"lamp": ("en", "", lamps()), "lampa": ("ru", "", russian)})
    found = [(text.slug, number) for text, number in counts(edition)]
    assert found == [("lamp", 0), ("lampa", 1)]


def test_nothing_is_changed_by_a_check() -> None:
    before = list(Article.objects.values())
    found({1: {1: [("", "Lamps.")]}})
    assert list(Article.objects.values()) == before


def test_without_a_text_there_are_no_counts() -> None:
    assert counts(in_force()) == []


def printed(*arguments: str) -> str:
    out = StringIO()
    call_command("check_edition", *arguments, stdout=out)
    return out.getvalue()


def refused(*arguments: str) -> tuple[str, str]:
    """Run the command, which must end with an error; return what it printed, and the error."""
    out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("check_edition", *arguments, stdout=out)
    assert error.value.returncode == 1
    return out.getvalue(), str(error.value)


class TestCommand:
    def test_without_an_official_text_there_is_nothing_to_check(self) -> None:
        assert printed() == "No official text is loaded: there is nothing to check.\n"
        assert printed("--language", "fa") == (
            "No official text in Persian is loaded: there is nothing to check.\n"
        )

    def test_without_a_difference_it_says_how_much_was_compared(self) -> None:
        load_invented({"lamp": ("en", "Lighthouse Press", lamps())})
        first, second = printed().splitlines()
        assert first == (
            "lamp: English, Lighthouse Press, not known whether the treaty's own wording or a "
            "translation"
        )
        assert second.startswith("  No difference in 49 articles, 101 paragraphs, 15 points, 16 ")
        assert second.endswith("names. The preamble and the closing lines count as articles.")

    def test_each_difference_stands_under_its_text_and_the_exit_code_tells_of_them(self) -> None:
        text = lamps("ru")
        del text[48]
        load_invented({"lamp": ("en", "", lamps()), "lampa": ("ru", "Маяк", text)})
        out, error = refused()
        assert out.splitlines()[2:] == [
            "lampa: Russian, Маяк, not known whether the treaty's own wording or a translation",
            "  Closing lines: is not in the official text. Import a copy of the text that has it.",
        ]
        assert error == "1 difference."
        assert "No difference" in printed("--language", "en")
        assert refused("--language", "ru")[1] == "1 difference."

    def test_json_holds_what_was_compared_and_every_difference(self) -> None:
        text = lamps()
        add(text, 13, 2, "5 May 1999")
        edition = load_invented({"lamp": ("en", "", text)})
        out, error = refused("--json")
        answer = json.loads(out)
        assert error == "1 difference."
        assert answer["data_version"] == edition.version.digest
        assert answer["official_texts"] == [
            {"slug": "lamp", "language": "en", "name": "English (lamp)"}
        ]
        assert answer["compared"]["paragraph"] == 101
        assert answer["differences"] == [
            {
                "text": "lamp",
                "place": "13.2",
                "kind": "date",
                "message": "5 May 1999: only in the official text. Add it to "
                "fixtures/articles/13.toml.",
                "label": "Article 13, paragraph 2",
            }
        ]

    def test_json_without_a_difference_is_no_error(self) -> None:
        load_invented({"lamp": ("en", "", lamps())})
        assert json.loads(printed("--json"))["differences"] == []

    def test_an_unknown_language_is_refused(self) -> None:
        with pytest.raises(CommandError, match="invalid choice"):
            printed("--language", "de")

    def test_without_data_it_says_what_to_do(self) -> None:
        DataVersion.objects.all().delete()
        with pytest.raises(CommandError, match="load_treaty"):
            printed()
