"""The heads of the pages of questions: to programs, too, they say question and answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from textwrap import shorten
from typing import Any, Final

from articles.cards import SITE_CARD, question_card_name
from articles.heads import of_single
from articles.heads.head import Crumb, Head
from articles.models import Question
from articles.reading.article_page import CUT, DESCRIPTION_LENGTH

QUESTIONS: Final[Crumb] = ("Questions", "/questions/")

FAQ: Final = "FAQPage"


def of_questions(rows: Iterable[Question]) -> Head:
    """Return the head of the page with all questions."""
    return replace(of_single("questions"), kind=FAQ, entity=[*map(answered, rows)])


def of_question(question: Question) -> Head:
    """Return the head of a question's page."""
    return Head(
        title=question.question,
        description=shorten(question.answer, DESCRIPTION_LENGTH, placeholder=CUT),
        path=question.get_absolute_url(),
        kind=FAQ,
        crumbs=(QUESTIONS,),
        cards=(question_card_name(question.slug), SITE_CARD),
        entity=[answered(question)],
    )


def answered(question: Question) -> dict[str, Any]:
    """Return a question with its answer as JSON-LD."""
    return {
        "@type": "Question",
        "name": question.question,
        "url": question.get_absolute_url(),
        "acceptedAnswer": {"@type": "Answer", "text": question.answer},
    }
