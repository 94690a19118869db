"""The pages of questions, and the links that lead to them."""

from __future__ import annotations

import json

import pytest

from articles.edition import in_force
from articles.models import Question
from tests.pages import Page, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def questions() -> tuple[Question, ...]:
    return in_force().questions


def with_slug(slug: str) -> Question:
    return next(row for row in questions() if row.slug == slug)


def said_to_programs(page: Page) -> list[tuple[str, str]]:
    (script,) = page.document.query('script[type="application/ld+json"]')
    data = json.loads(script.to_text())
    assert data["@type"] == "FAQPage"
    rows = data["mainEntity"]
    assert {row["@type"] for row in rows} == {"Question"}
    return [(row["name"], row["acceptedAnswer"]["text"]) for row in rows]


def test_all_questions_stand_under_their_headings_with_answers_and_provisions() -> None:
    page = fetch("/questions/")
    headings = page.text("main h2")
    assert headings == list(dict.fromkeys(row.heading for row in questions()))
    assert page.text("nav[aria-label=Subjects] a") == headings
    assert page.text(".question h3") == [row.question for row in questions()]
    first = page.document.query("#must-russia-defend-iran .quiet")[0]
    assert " ".join(first.to_text().split()) == "Rests on Article 3(3)"
    assert page.text("#visas .quiet") == ["Nearest in the treaty Article 35 Article 8(1)"]


def test_programs_are_told_what_readers_see() -> None:
    page = fetch("/questions/")
    shown = list(zip(page.text(".question h3"), page.text(".question > p"), strict=True))
    assert said_to_programs(page) == shown == [(row.question, row.answer) for row in questions()]


@pytest.mark.parametrize("slug", ["sanctions", "visas", "in-force", "which-language-decides"])
def test_a_question_has_a_page_with_its_answer_and_what_it_rests_on(slug: str) -> None:
    row = with_slug(slug)
    page = fetch(f"/questions/{slug}/")
    assert page.text("h1") == [row.question]
    assert page.text(".lead") == [row.answer]
    assert said_to_programs(page) == [(row.question, row.answer)]
    assert page.text("title") == [f"{row.question} — Iran–Russia Treaty"]
    (canonical,) = page.document.query("link[rel=canonical]")
    assert canonical.attrs["href"].endswith(f"/questions/{slug}/")
    said = " ".join(page.text("main"))
    for place in row.provisions:
        for paragraph in in_force().by_number[place.article].paragraphs.all():
            if place.paragraph in {None, paragraph.number}:
                assert " ".join(paragraph.plain.split()[:12]) in said
    assert len(page.text("[aria-labelledby=near] li")) == 4


def test_an_answer_that_is_not_in_the_text_names_its_events() -> None:
    page = fetch("/questions/in-force/")
    assert "/timeline/#entry-into-force" in page.links
    assert page.text("div.quiet")[1].endswith("Treaty enters into force , 2 October 2025")


def test_an_unknown_question_offers_all_of_them() -> None:
    page = fetch("/questions/zebras/")
    assert page.status == 404
    assert page.text(".lead") == ["There is no such question here."]
    assert "/questions/" in page.links


def test_an_article_leads_to_the_questions_about_it() -> None:
    listed = fetch("/articles/3/").text("[aria-labelledby=questions] li")
    assert listed == [row.question for row in questions() if 3 in row.article_numbers]
    assert "Must Russia defend Iran if it is attacked?" in listed
    assert fetch("/articles/26/").text("[aria-labelledby=questions]") == []


def test_the_start_page_answers_six_and_leads_to_all() -> None:
    page = fetch("/")
    chosen = [row for row in questions() if row.on_home]
    assert len(chosen) == 6
    assert page.text(".question h3") == [row.question for row in chosen]
    assert page.text(".question p") == [row.answer for row in chosen]
    assert "/questions/" in page.links


def test_the_explorer_shows_the_question_above_the_articles() -> None:
    page = fetch("/articles/?q=must+Russia+defend+Iran")
    assert page.text("main h2")[0] == "Must Russia defend Iran if it is attacked?"
    assert page.text(".question-found > p") == [with_slug("must-russia-defend-iran").answer]
    assert fetch("/articles/?q=zebra").text(".question-found") == []


def test_every_answer_is_short_and_leads_with_it() -> None:
    for row in questions():
        assert 1 <= row.answer.count(". ") + 1 <= 4, row
        assert row.question.endswith("?")
        assert row.provisions
