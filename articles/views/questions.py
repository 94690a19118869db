"""What people ask about the treaty: all questions, and each with the provisions it rests on."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpResponse

from articles.heads import questions as heads
from articles.reading.article_page import ArticlePage, byline
from articles.reading.notes import Notes
from articles.views.pages import with_slug
from articles.views.rendering import show
from articles.views.requests import Request, texts_form


def questions(request: Request) -> HttpResponse:
    """List the questions under their headings, each with its answer."""
    rows = request.edition.questions
    groups = groupby(rows, key=lambda row: row.heading)
    context = {"groups": [(heading, list(asked)) for heading, asked in groups]}
    return show(request, "articles/questions.html", heads.of_questions(rows), context)


def question(request: Request, slug: str) -> HttpResponse:
    """Show a question, its answer, and the provisions that it rests on in full."""
    found = with_slug(request.edition.questions, slug)
    texts, notes = texts_form(request), Notes()
    pages = [
        ArticlePage(
            request.edition.by_number[place.article], notes=notes, official=texts.chosen, only=place
        )
        for place in found.provisions
    ]
    context = {
        "question": found,
        "quoted": [(row, list(of)) for row, of in groupby(pages, lambda page: page.article)],
        "notes": notes,
        "texts": texts,
        "byline": byline(is_official=any(page.is_official for page in pages)),
        "near": request.edition.questions_near(found),
    }
    return show(request, "articles/question.html", heads.of_question(found), context)
