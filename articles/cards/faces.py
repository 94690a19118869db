"""What stands on every card, from the data that is loaded.

Nothing unconfirmed is said: titles and gists hold nothing of the kind, and of a paragraph only
the reported statements are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from articles import addresses
from articles.cards import HOME_LANGUAGE, SITE_CARD, card_name, keyed, theme_card_name
from articles.cards.face import Face, Kind
from articles.cards.phrases import (
    COUNTED,
    ELSEWHERE,
    NO_ARTICLES,
    NOT_DESCRIBED,
    NOT_RESTATED,
    NOTHING_REPORTED,
    PHRASES,
    PLAIN_EDITION,
    SITE_BODY,
    SITE_OFFICIAL,
    SITE_TITLE,
    SUBJECT_READ,
    THEME,
    THEME_COUNT,
    THEMES_ARE_OURS,
    UNCONFIRMED,
)
from articles.layout import is_same_division
from articles.models import (
    Article,
    Evidence,
    OfficialParagraph,
    OfficialText,
    Paragraph,
    Theme,
)

TAGS: Final = {Evidence.PLACED: Evidence.PLACED.label, Evidence.OUTLINE: UNCONFIRMED}
"""What a card says of the evidence for an article, where it is not simply reported."""

LONGEST_BODY: Final = 600
"""Characters of a text of which more than its beginning could never be shown."""

Official = Mapping[str, OfficialText]
"""The official texts, by the keys by which cards name them."""


def faces() -> Iterator[Face]:
    """Yield the face of every card that the site should have."""
    official = keyed(OfficialText.objects.all())
    articles = list(Article.objects.with_theme_list().with_text())
    yield site_face(articles, official)
    for theme in Theme.objects.all():
        yield theme_face(theme, articles)
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
        hues=tuple(leading(article)[1] for article in articles),
    )


def theme_face(theme: Theme, articles: Sequence[Article]) -> Face:
    """Return the face of the card of a theme, with its articles marked among all."""
    lit = tuple(
        article.number
        for article in articles
        if theme in article.theme_list and article.grade is not Evidence.OUTLINE
    )
    count = len(lit)
    return Face(
        name=theme_card_name(theme.slug),
        kind=Kind.THEME,
        theme=THEME,
        hue=theme.position,
        heading=theme.name,
        subject=THEME_COUNT.format(count, "s" * (count != 1)) if count else NO_ARTICLES,
        body=theme.description,
        foot=PHRASES[HOME_LANGUAGE].foot,
        whose=THEMES_ARE_OURS,
        lit=lit,
    )


def article_faces(article: Article, official: Official) -> Iterator[Face]:
    """Yield the faces of the cards of an article and its paragraphs, in every text."""
    keys = {text.pk: key for key, text in official.items()}
    texts: dict[str, dict[int, OfficialParagraph]] = {}
    for row in article.official_paragraphs.all():
        texts.setdefault(keys[row.official_text_id], {})[row.number] = row
    for key, rows in texts.items():
        yield official_face(article, key, official[key], list(rows.values()))
        for number, row in rows.items():
            if number:
                yield official_face(article, key, official[key], [row], number)
    numbers = {number for rows in texts.values() for number in rows}
    ours = {row.number: row for row in article.paragraphs.all()}
    # Where the division differs, a number that an official text has is that text's.
    is_same = is_same_division(article, list(ours.values()), sorted(numbers))
    shown = ours if is_same or not numbers else {n: ours[n] for n in ours if n not in numbers}
    where = listed_languages(official[key] for key in texts)
    if HOME_LANGUAGE not in texts:
        yield plain_face(article, where)
    for number in sorted((numbers | set(shown)) - {0} - set(texts.get(HOME_LANGUAGE, ()))):
        if number in shown:
            yield paragraph_face(article, shown[number])
        else:
            yield elsewhere_face(article, number, where)


def plain_face(article: Article, where: str) -> Face:
    """Return the face of an article in our edition; ``where`` lists its official texts."""
    tag = TAGS.get(article.grade, "")
    if article.is_described:
        body = article.gist
        # Without a subject, what is known of the article is that its outline is not confirmed.
        subject, tag = (article.subject, tag) if article.subject else (tag, "")
    else:
        body = NOT_RESTATED.format(where) if where else article.gist
        subject = article.subject or NOT_DESCRIBED
    return article_face(article, subject=subject, tag=read_tag(article) or tag, body=body)


def paragraph_face(article: Article, paragraph: Paragraph) -> Face:
    """Return the face of a paragraph in our edition: what is reported of it."""
    body = reported(paragraph)
    tag = TAGS.get(article.grade, "") if body else UNCONFIRMED
    subject, tag = (article.subject, tag) if article.subject else (tag, "")
    face = article_face(
        article, paragraph.number, subject=subject, tag=tag, body=body or NOTHING_REPORTED
    )
    counted = COUNTED.get(paragraph.numbering)
    return replace(face, whose=f"{face.whose}; {counted}") if counted else face


def elsewhere_face(article: Article, number: int, where: str) -> Face:
    """Return the face of a paragraph that only official texts in other languages have."""
    tag = (read_tag(article) or TAGS.get(article.grade, "")) if article.subject else ""
    body = ELSEWHERE.format(where)
    return article_face(article, number, subject=article.subject, tag=tag, body=body)


def article_face(
    article: Article,
    number: int = 0,
    *,
    subject: str,
    tag: str,
    body: str,
) -> Face:
    """Return a face in English that says whose words it shows: ours."""
    theme, hue = leading(article)
    return Face(
        name=card_name(article.number, number),
        kind=Kind.PARAGRAPH if number else Kind.ARTICLE,
        theme=theme,
        hue=hue,
        tag=tag,
        heading=addresses.place_label(article.number, number),
        subject=subject,
        body=body,
        foot=PHRASES[HOME_LANGUAGE].foot,
        whose=PLAIN_EDITION,
        lit=(article.number,),
    )


def official_face(
    article: Article,
    key: str,
    text: OfficialText,
    rows: Sequence[OfficialParagraph],
    number: int = 0,
) -> Face:
    """Return the face of an article, or of a paragraph of it, in an official text.

    Our subject stands only on an English one, and is said to be ours; so is the number of a
    paragraph that the text prints without one. A text that is not the first in its language is
    told from that by its publisher.
    """
    phrases = PHRASES[text.language]
    # What is only inferred to have this number is not put on the treaty's own article.
    is_inferred = article.grade is Evidence.PLACED
    theme, hue = ("", 0) if is_inferred else leading(article)
    is_told = text.language == HOME_LANGUAGE and not is_inferred
    subject = article.subject if is_told else ""
    ours = ["subject line ours"] if subject else []
    ours += [phrases.counted] if number and not rows[0].label else []
    whose = phrases.whose(text.wording)
    whose += f" ({text.publisher})" if key != text.language and text.publisher else ""
    return Face(
        name=card_name(article.number, number, key),
        kind=Kind.PARAGRAPH if number else Kind.ARTICLE,
        theme=theme,
        hue=hue,
        tag=read_tag(article) if is_told else "",
        heading=phrases.place(article.number, number),
        subject=subject,
        body=" ".join(row.plain for row in rows)[:LONGEST_BODY],
        foot=phrases.foot,
        whose=phrases.semicolon.join([whose, *ours]),
        language=text.language,
        lit=(article.number,),
    )


def read_tag(article: Article) -> str:
    """Return what to say of a subject that no report gives, but a program read."""
    return SUBJECT_READ if article.read_subject and article.subject == article.read_subject else ""


def reported(paragraph: Paragraph) -> str:
    """Return what reports say of a paragraph, with an ellipsis where something is left out."""
    parts: list[str] = []
    for statement in paragraph.statements.all():
        if statement.is_reported:
            parts.append(statement.plain)
        elif parts and parts[-1] != "…":
            parts.append("…")
    return " ".join(parts).removesuffix(" …")


def leading(article: Article) -> tuple[str, int]:
    """Return the name and the position of the leading theme, or nothing and 0.

    The themes of an article of which there is only an unconfirmed outline are not told.
    """
    themes = article.theme_list if article.grade is not Evidence.OUTLINE else []
    return (themes[0].name, themes[0].position) if themes else ("", 0)


def listed_languages(texts: Iterable[OfficialText]) -> str:
    """Return the languages of texts, each once: ``English, Russian and Persian``."""
    return listed(list(dict.fromkeys(text.language_name for text in texts)))


def listed(names: Sequence[str]) -> str:
    """Return ``English, Russian and Persian``."""
    *others, last = names or [""]
    return f"{', '.join(others)} and {last}" if others else last
