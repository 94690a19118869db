"""What stands on every card, from the data that is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from articles.cards import (
    HOME_LANGUAGE,
    SITE_CARD,
    card_name,
    keyed,
    question_card_name,
    theme_card_name,
)
from articles.cards.face import Face, Kind
from articles.cards.phrases import (
    ANSWERS_ARE_OURS,
    ELSEWHERE,
    PHRASES,
    PLAIN_EDITION,
    QUESTION,
    SITE_BODY,
    SITE_OFFICIAL,
    SITE_TITLE,
    THEME,
    THEMES_ARE_OURS,
)
from articles.edition import Edition
from articles.models import (
    Article,
    OfficialParagraph,
    OfficialText,
    Paragraph,
    Point,
    Question,
    Theme,
)
from articles.treaty.phrases import listed
from articles.treaty.places import Place, spoken

LONGEST_BODY: Final = 600
"""Characters of a text of which more than its beginning could never be shown."""

ITEM: Final = "– "
"""What begins an item of a list in plain text; in one line its end is enough."""

Official = Mapping[str, OfficialText]
"""The official texts, by the keys by which cards name them."""


def faces(edition: Edition) -> Iterator[Face]:
    """Yield the face of every card that the site should have."""
    official = keyed(edition.official_texts)
    articles = edition.articles
    yield site_face(articles, official)
    for theme in edition.themes:
        yield theme_face(theme, articles)
    for question in edition.questions:
        yield question_face(question, edition.by_number[question.provisions[0].article])
    for article in articles:
        yield from article_faces(article, official)


def site_face(articles: Sequence[Article], official: Official) -> Face:
    """Return the face of the card of the site, with a map of the treaty."""
    languages = listed_languages(official.values())
    return Face(
        name=SITE_CARD,
        kind=Kind.SITE,
        heading=SITE_TITLE,
        body=SITE_BODY,
        foot=PHRASES[HOME_LANGUAGE].foot,
        whose=SITE_OFFICIAL.format(languages) if official else PLAIN_EDITION,
        families=tuple(article.family for article in articles),
    )


def theme_face(theme: Theme, articles: Sequence[Article]) -> Face:
    """Return the face of the card of a theme, with its articles marked among all."""
    lit = tuple(article.number for article in articles if theme in article.theme_list)
    return Face(
        name=theme_card_name(theme.slug),
        kind=Kind.THEME,
        theme=THEME,
        family=theme.family,
        heading=theme.name,
        subject=spoken(map(Place, lit)),
        body=theme.description,
        foot=PHRASES[HOME_LANGUAGE].foot,
        whose=THEMES_ARE_OURS,
        lit=lit,
    )


def question_face(question: Question, article: Article) -> Face:
    """Return the face of a question with its answer, given the article that says most of it."""
    return Face(
        name=question_card_name(question.slug),
        kind=Kind.QUESTION,
        theme=QUESTION,
        family=article.family,
        heading=question.question,
        body=question.answer,
        foot=PHRASES[HOME_LANGUAGE].foot,
        whose=ANSWERS_ARE_OURS,
        lit=tuple(sorted(question.article_numbers)),
    )


def article_faces(article: Article, official: Official) -> Iterator[Face]:
    """Yield the faces of the cards of an article and its paragraphs, in every text.

    Points have some in our words alone, where no English text takes their place.
    """
    keys = {text.pk: key for key, text in official.items()}
    texts: dict[str, dict[int, OfficialParagraph]] = {}
    for row in article.official_paragraphs.all():
        texts.setdefault(keys[row.official_text_id], {})[row.number] = row
    for key, rows in texts.items():
        for number in sorted({0, *rows}):
            yield official_face(article, key, official[key], rows, number)
    ours = {row.number: row for row in article.paragraphs.all()}
    in_english = texts.get(HOME_LANGUAGE, {})
    if not in_english:
        yield article_face(article, body=article.gist)
    where = listed_languages(official[key] for key in texts)
    for number in sorted({*ours, *(each for rows in texts.values() for each in rows)} - {0}):
        if number in in_english:
            continue
        if number in ours:
            yield paragraph_face(article, ours[number])
            for point in ours[number].points.all():
                yield point_face(article, point)
        else:
            yield article_face(article, number, body=ELSEWHERE.format(where))


def paragraph_face(article: Article, paragraph: Paragraph) -> Face:
    """Return the face of a paragraph in our edition; one that is alone has no number."""
    lines = (line.removeprefix(ITEM) for line in paragraph.full_text.splitlines())
    face = article_face(article, paragraph.number, body=" ".join(lines))
    return replace(face, heading=article.label) if paragraph.is_alone else face


def point_face(article: Article, point: Point) -> Face:
    """Return the face of a point in our edition."""
    place = point.place
    return replace(
        article_face(article, place.paragraph or 0, body=f"{point.label} {point.plain}"),
        name=card_name(article.number, place.paragraph, point=point.number),
        heading=place.label,
    )


def article_face(article: Article, number: int = 0, *, body: str) -> Face:
    """Return a face in English that says whose words it shows: ours."""
    return Face(
        name=card_name(article.number, number),
        kind=Kind.PARAGRAPH if number else Kind.ARTICLE,
        theme=article.leading_theme.name,
        family=article.family,
        tag=binds(article, number),
        heading=Place(article.number, number).label,
        subject=article.title,
        body=body[:LONGEST_BODY],
        foot=PHRASES[HOME_LANGUAGE].foot,
        whose=PLAIN_EDITION,
        lit=(article.number,),
    )


def official_face(
    article: Article,
    key: str,
    text: OfficialText,
    rows: Mapping[int, OfficialParagraph],
    number: int,
) -> Face:
    """Return the face of an article (0), or of a paragraph of it, in an official text.

    Our subject stands only on an English one, and is said to be ours; so is the number of a
    paragraph that the text prints without one. The only paragraph of an article has none. A text
    that is not the first in its language is told from that by its publisher.
    """
    phrases = PHRASES[text.language]
    subject = article.title if text.language == HOME_LANGUAGE else ""
    shown = [rows[number]] if number else list(rows.values())
    told = 0 if rows.keys() - {0} == {number} else number
    ours = ["subject line ours"] if subject else []
    ours += [phrases.counted] if told and not rows[told].label else []
    whose = phrases.whose(text.wording)
    whose += f" ({text.publisher})" if key != text.language and text.publisher else ""
    return Face(
        name=card_name(article.number, number, key),
        kind=Kind.PARAGRAPH if number else Kind.ARTICLE,
        theme=article.leading_theme.name,
        family=article.family,
        tag=binds(article, number),
        heading=phrases.place(article.number, told),
        subject=subject,
        body=" ".join(row.plain for row in shown)[:LONGEST_BODY],
        foot=phrases.foot,
        whose=phrases.semicolon.join([whose, *ours]),
        language=text.language,
        lit=(article.number,),
    )


def binds(article: Article, number: int) -> str:
    """Return how a paragraph binds, in the order of its sentences; nothing of an article (0)."""
    rows = [row for row in article.paragraphs.all() if row.number == number]
    return " · ".join(dict.fromkeys(each.label for row in rows for each in row.strength_list))


def listed_languages(texts: Iterable[OfficialText]) -> str:
    """Return the languages of texts, each once: ``English, Russian and Persian``."""
    return listed(dict.fromkeys(text.language_name for text in texts))
