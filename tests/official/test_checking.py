"""Our edition compared with texts of our own invention: lakes and lighthouses, and names put in."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from articles.models import Article, DataVersion, OfficialParagraph, OfficialText
from articles.official.checking import articles_to_check, check, installed_cues
from tests.invented import Articles, load_invented
from tests.loading.edition import Edition

pytestmark = pytest.mark.django_db

Findings = list[tuple[str, str, str]]


def findings(number: int, language: str, articles: Articles) -> Findings:
    """Return kind, verdict and message of what is found of an article."""
    load_invented({"lamp": (language, "Lighthouse Press", articles)})
    rows = [row for row in articles_to_check() if row.number == number]
    texts = OfficialText.objects.with_paragraphs()
    found = check(rows, texts, installed_cues())
    assert all(row.article == number and row.edition == "lamp" for row in found)
    return [(row.kind, row.verdict, row.message) for row in found]


def of_kind(kind: str, found: Findings) -> list[tuple[str, str]]:
    return [(verdict, message) for each, verdict, message in found if each == kind]


def unlabelled() -> None:
    OfficialParagraph.objects.update(label="")


class TestParagraphs:
    def test_the_number_our_edition_is_sure_of_agrees(self) -> None:
        found = findings(1, "en", {1: {1: "The lakes are wide."}})
        assert of_kind("paragraphs", found) == [("agrees", "1 paragraph in both")]

    def test_an_unconfirmed_number_is_settled_by_the_text(self) -> None:
        found = findings(4, "en", {4: {1: "Lakes.", 2: "Lamps."}})
        assert of_kind("paragraphs", found) == [
            ("agrees", "2 paragraphs in both (open → agrees)"),
        ]

    def test_another_number_contradicts(self) -> None:
        found = findings(4, "en", {4: {1: "Lakes.", 2: "Lamps.", 3: "Boats."}})
        assert of_kind("paragraphs", found) == [
            ("contradicts", "3 paragraphs, but 2 in this edition (open → contradicts)")
        ]

    def test_lines_without_numbers_leave_the_count_open(self) -> None:
        load_invented({"buoy": ("en", "", {4: {1: "Lakes.", 2: "Lamps.", 3: "Boats."}})})
        unlabelled()
        rows = [row for row in articles_to_check() if row.number == 4]
        found = check(rows, OfficialText.objects.with_paragraphs(), installed_cues())
        assert [(row.verdict, row.message) for row in found if row.kind == "paragraphs"] == [
            ("open", "3 paragraphs, none of them numbered, and 2 in this edition")
        ]

    def test_where_our_edition_has_no_number_that_of_the_text_is_given(self) -> None:
        found = findings(26, "en", {26: {0: "Opening.", 1: "Lakes.", 2: "Lamps."}})
        assert of_kind("paragraphs", found) == [
            ("open", "2 paragraphs; this edition gives no number")
        ]


class TestNames:
    def test_reported_and_thought_names_agree_where_the_text_has_them(self) -> None:
        found = findings(9, "ru", {9: {1: "Озёра Организации Объединённых Наций."}})
        assert of_kind("names", found) == [
            (
                "agrees",
                "names “Организация Объединенных Наций”: united-nations (open → agrees)",
            )
        ]

    def test_a_name_that_stands_in_another_article_contradicts(self) -> None:
        found = findings(
            14,
            "en",
            {
                14: {1: "The SCO has a lighthouse."},
                17: {1: "So has the Eurasian Economic Union."},
            },
        )
        assert of_kind("names", found) == [
            ("agrees", "names “SCO”: shanghai-cooperation-organisation"),
            ("contradicts", "does not name eurasian-economic-union, which stands in Article 17"),
        ]

    def test_a_name_that_stands_nowhere_is_open(self) -> None:
        found = findings(7, "en", {7: {1: "Nobody watches the lake."}})
        assert of_kind("names", found) == [("open", "does not name interpol by a name known here")]

    def test_names_our_edition_does_not_have_or_only_as_background_are_open(self) -> None:
        found = findings(17, "fa", {17: {1: "دریای خزر و کمیسیون مشترک اقتصادی فانوس‌ها."}})
        assert sorted(of_kind("names", found)) == [
            ("open", "names “دریای خزر”: caspian-sea is not named in this edition"),
            ("open", "names “کمیسیون مشترک اقتصادی”: trade-commission is only background here"),
        ]


class TestThemes:
    def test_an_outline_article_is_borne_out_by_its_words(self) -> None:
        words = "Customs on the lake: customs clearance of lamps."
        assert of_kind("themes", findings(25, "en", {25: {1: words}})) == [
            (
                "agrees",
                "its words speak of Trade and investment (customs clearance, customs) "
                "(open → agrees)",
            )
        ]

    def test_an_inferred_place_is_contradicted_by_words_of_another_subject(self) -> None:
        words = "Tourism on the lake: tourists and more tourists."
        assert of_kind("themes", findings(31, "en", {31: {1: words}})) == [
            (
                "contradicts",
                "its words read as “Tourism” (tourist ×2, tourism), not as Science and health "
                "(open → contradicts)",
            )
        ]

    def test_a_reported_article_is_never_contradicted_by_its_words_alone(self) -> None:
        words = "Tourism on the lake: tourists and more tourists."
        assert of_kind("themes", findings(23, "en", {23: {1: words}})) == [
            ("open", "its words read as “Tourism” (tourist ×2, tourism), not as Energy")
        ]

    def test_words_that_say_nothing_leave_the_theme_open(self) -> None:
        assert of_kind("themes", findings(23, "en", {23: {1: "Lamps."}})) == [
            ("open", "its words do not bear out Energy")
        ]

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            ("Youth, a youth club.", "its words read as “Youth” (youth ×2)"),
            ("Lamps.", "its words do not say clearly what it deals with"),
        ],
    )
    def test_of_an_unplaced_article_the_reading_is_given(self, words: str, message: str) -> None:
        assert of_kind("themes", findings(26, "en", {26: {1: words}})) == [("open", message)]


class TestStrength:
    def test_the_same_strength_agrees(self) -> None:
        words = "Both keepers shall strive for bright lamps. They shall meet."
        assert of_kind("strength", findings(1, "en", {1: {1: words}})) == [
            ("agrees", "Paragraph 1: a duty and an aim in both")
        ]

    def test_an_aim_where_the_text_has_only_a_duty_contradicts(self) -> None:
        found = findings(1, "en", {1: {1: "Both keepers shall light the lamps."}})
        assert of_kind("strength", found) == [
            ("agrees", "Paragraph 1: a duty in both"),
            (
                "contradicts",
                "Paragraph 1: an aim in this edition, no word for it in the official text",
            ),
        ]

    def test_a_missing_ban_contradicts_and_a_duty_agrees(self) -> None:
        lamps = {1: "Lamps.", 2: "Lamps.", 3: "Each keeper shall help.", 4: "Lamps."}
        assert of_kind("strength", findings(3, "en", {3: lamps}))[1:3] == [
            ("agrees", "Paragraph 3: a duty in both"),
            (
                "contradicts",
                "Paragraph 3: a ban in this edition, no word for it in the official text",
            ),
        ]

    def test_a_ban_beside_a_duty_in_the_text_alone_is_open(self) -> None:
        words = "The keepers shall meet. They shall not sleep."
        assert of_kind("strength", findings(12, "en", {12: {1: words}})) == [
            ("agrees", "Paragraph 1: a duty in both"),
            ("open", "Paragraph 1: a ban in the official text only"),
        ]

    def test_a_duty_that_is_a_bare_aim_in_the_text_contradicts(self) -> None:
        words = "The keepers shall strive for calm water."
        assert of_kind("strength", findings(12, "en", {12: {1: words}})) == [
            ("open", "Paragraph 1: a duty in this edition, no word for it in the official text"),
            ("contradicts", "Paragraph 1: an aim in the official text only"),
        ]

    @pytest.mark.parametrize(
        ("language", "words"),
        [("ru", "Смотрители зажигают лампы и сотрудничают."), ("fa", "فانوس‌بانان باید بیایند.")],
    )
    def test_in_a_language_of_bare_present_tense_silence_is_open(
        self, language: str, words: str
    ) -> None:
        assert of_kind("strength", findings(1, language, {1: {1: words}})) == [
            ("agrees", "Paragraph 1: a duty in both"),
            ("open", "Paragraph 1: an aim in this edition, no word for it in the official text"),
        ]

    def test_opening_words_count_with_each_paragraph(self) -> None:
        lamps = {0: "The keepers shall:", 1: "light lamps;", 2: "clean lamps."}
        assert of_kind("strength", findings(4, "en", {4: lamps})) == [
            ("agrees", "Paragraph 1: a duty in both"),
            ("agrees", "Paragraph 2: a duty in both"),
        ]

    def test_paragraphs_that_cannot_be_aligned_are_not_compared(self) -> None:
        assert of_kind("strength", findings(5, "en", {5: {1: "All shall not."}})) == []


class TestLandmarks:
    def test_a_landmark_agrees_where_it_stands_and_contradicts_where_not(self) -> None:
        assert of_kind("landmark", findings(2, "en", {2: {1: "A unipolar lamp."}})) == [
            ("agrees", "holds “unipolarity”, as reported")
        ]
        OfficialText.objects.all().delete()
        assert of_kind("landmark", findings(2, "en", {2: {1: "A lamp."}})) == [
            ("contradicts", "does not hold what it is reported to speak of")
        ]


def test_articles_that_a_text_does_not_have_are_passed_over() -> None:
    assert findings(3, "en", {4: {1: "Lamps."}}) == []


def test_nothing_is_changed_by_a_check() -> None:
    before = list(Article.objects.values())
    findings(26, "en", {26: {1: "Youth, a youth club."}})
    assert list(Article.objects.values()) == before


def printed(*arguments: str) -> str:
    out = StringIO()
    call_command("check_edition", *arguments, stdout=out)
    return out.getvalue()


class TestCommand:
    def test_without_an_official_text_there_is_nothing_to_check(self) -> None:
        assert printed() == "No official text is loaded: there is nothing to check.\n"
        assert printed("--language", "fa") == (
            "No official text in Persian is loaded: there is nothing to check.\n"
        )

    def test_it_lists_the_findings_of_an_article_and_the_totals(self) -> None:
        load_invented(
            {
                "lamp": (
                    "en",
                    "Lighthouse Press",
                    {1: {1: "The keepers shall strive. They shall meet."}},
                ),
                "lampa": ("ru", "", {1: {1: "Лампы горят."}}),
            }
        )
        assert printed("--article", "1", "--language", "en") == (
            "Compared with:\n"
            "  lamp: English, Lighthouse Press, not known whether the treaty's own wording or a "
            "translation\n"
            "\n"
            "Article 1 · Aim of the partnership (reported)\n"
            "  agrees      lamp  paragraphs: 1 paragraph in both\n"
            "  open        lamp  themes: its words do not bear out Principles\n"
            "  agrees      lamp  strength: Paragraph 1: a duty and an aim in both\n"
            "\n"
            "Totals: agrees 2, contradicts 0, open 1\n"
        )

    def test_every_article_is_listed_and_one_without_findings_says_so(self) -> None:
        load_invented({"lamp": ("en", "", {1: {1: "Lamps."}})})
        lines = printed().splitlines()
        assert sum(line.startswith(("Article ", "Preamble")) for line in lines) == 48
        assert lines.count("  nothing to compare") == 47

    def test_json_holds_findings_and_totals(self) -> None:
        digest = load_invented(
            {"lamp": ("en", "", {1: {1: "The keepers shall strive. They shall meet."}})}
        )
        answer = json.loads(printed("--json", "--article", "1"))
        assert answer["data_version"] == digest
        assert answer["official_texts"] == [
            {"slug": "lamp", "language": "en", "name": "English (lamp)"}
        ]
        assert answer["findings"][0] == {
            "article": 1,
            "kind": "paragraphs",
            "verdict": "agrees",
            "message": "1 paragraph in both",
            "edition": "lamp",
        }
        assert answer["totals"] == {"agrees": 2, "contradicts": 0, "open": 1}

    @pytest.mark.parametrize("arguments", [["--article", "48"], ["--language", "de"]])
    def test_an_unknown_article_or_language_is_refused(self, arguments: list[str]) -> None:
        with pytest.raises(CommandError, match="invalid choice"):
            printed(*arguments)

    def test_without_data_it_says_what_to_do(self) -> None:
        DataVersion.objects.all().delete()
        with pytest.raises(CommandError, match="load_treaty"):
            printed()

    def test_faulty_cues_are_named(self, edition: Edition) -> None:
        edition.write("cues.toml", "landmark = 3")
        with (
            override_settings(FIXTURES_DIR=edition.folder),
            pytest.raises(CommandError, match=r"cues\.toml: landmark"),
        ):
            printed()


class TestAboutPage:
    def test_it_says_so_where_no_official_text_is_loaded(self, client: Client) -> None:
        page = client.get("/about/").content.decode()
        assert "No official text is loaded, so nothing in this edition has been checked" in page

    def test_it_shows_the_totals_of_each_text_with_the_data_version(self, client: Client) -> None:
        digest = load_invented(
            {
                "lamp": (
                    "en",
                    "Lighthouse Press",
                    {1: {1: "The keepers shall strive. They shall meet."}},
                )
            }
        )
        page = client.get("/about/").content.decode()
        row = page.partition('<th scope="row">English, Lighthouse Press</th>')[2]
        assert row.split()[:3] == ["<td>2</td>", "<td>0</td>", "<td>1</td>"]
        assert f"What the comparison found in data version {digest[:12]}, loaded on <time" in page

    def test_it_stands_without_totals_where_the_cues_cannot_be_read(
        self, client: Client, edition: Edition
    ) -> None:
        edition.remove("cues.toml")
        load_invented({"buoy": ("en", "", {1: {1: "The buoys are out."}})})
        with override_settings(FIXTURES_DIR=edition.folder):
            page = client.get("/about/").content.decode()
        assert "could not be compared with it: cues.toml: is missing: put it back." in page
