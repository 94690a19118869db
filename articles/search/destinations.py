"""Finds the pages of the site that a query asks for.

Who types ``pdf`` or ``timeline`` looks for a page, not for an article. A page is found only if
all that tells in a query stands in one of its phrases, so that no query on substance is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from articles.edition.edition import Edition
from articles.search.analysis import stem, stems, words
from articles.search.entries import Entry
from articles.search.everyday import Dictionary, dictionary
from articles.search.query import Query
from articles.search.site_pages import PAGES, WHOLE, SitePage
from articles.search.stop_words import STOP_STEMS

MOST_PAGES: Final = 3
"""Pages that a query brings at most."""

SHORTEST_BEGUN: Final = 4
SHORTEST_MISTYPED: Final = 5
"""Letters of a word that is read as the beginning of one of ours, or as one mistyped."""


ASKING: Final = frozenset(
    stems(
        """
        a an the of to in on for is are was were there do does did i we you me my us can could would
        please show see get give find open go where how what which want need look looking read
        reading view display here this that it its your any have has with by from at as and or
        page pages site website web link button section online free download available version
        где как на в по к для с и из от есть ли можно мне покажи показать найти открыть открой
        страница страницу сайт сайта этот это этого у вас скачать читать прочитать посмотреть
        бесплатно онлайн хочу нужен
        کجا کجاست را در از به این با و برای من صفحه سایت چگونه چطور است دارد لطفا نشان بده دانلود
        خواندن بخوانم ببینم رایگان می خواهم
        """
    ).split()
)
"""Stems of words by which one asks for a page, whichever it is."""

TREATY_NOUNS: Final = frozenset(
    stems(
        "treaty agreement pact accord deal договор соглашение пакт معاهده قرارداد پیمان توافقنامه"
    ).split()
)
TREATY: Final = TREATY_NOUNS | frozenset(
    stems(
        """
        iran iranian irans russia russian russias russo irano perso tehran moscow kremlin islamic
        republic federation between comprehensive strategic partnership text whole full bilateral
        2025 signed 20 twenty year years new treaty's
        иран ирана ираном иранский ирано российский российско русский россия исламская республика
        федерация рф ири между о об всеобъемлющий всеобъемлющее стратегический стратегическое
        партнерство год года новый большой
        ایران روسیه جمهوری اسلامی فدراسیون جامع مشارکت راهبردی راهبردي استراتژیک همکاری همکاری‌های
        بین میان ساله بیست جدید ۲۰ توافق
        """
    ).split()
)
"""Stems of the treaty's own name, and of what else people call it by."""

SURE_NOUNS: Final = frozenset(stems("treaty договор معاهده پیمان").split())
"""Those of them by which this treaty is meant even if nothing else is said."""

LANGUAGES: Final = frozenset(stems("russian english русский روسی").split())

SMALL: Final = (ASKING | TREATY | STOP_STEMS) - LANGUAGES
"""What tells nothing within a phrase, where it matters of which language a text is."""

PARTNERSHIP: Final = (
    frozenset(stems("comprehensive strategic partnership").split()),
    frozenset(stems("всеобъемлющем стратегическом партнерстве").split()),
    frozenset(stems("مشارکت جامع راهبردی").split()),
    frozenset(stems("مشارکت جامع استراتژیک").split()),
)
"""The subject in its name, which names it even without the noun."""


def find_pages(query: Query, edition: Edition) -> list[Entry]:
    """Return the pages of the site that a query asks for, best first; mostly none."""
    if query.excluded or query.reference:
        return []
    asked = asked_for(query.text, dictionary(edition))
    found = pages_called(asked)
    if not found and names_treaty(asked):
        found = [WHOLE]
    return [page.entry for page in found[:MOST_PAGES]]


def find_treaty(text: str, edition: Edition) -> list[Entry]:
    """Return the page of the whole treaty if a text is its name."""
    return [WHOLE.entry] if names_treaty(asked_for(text, dictionary(edition))) else []


def asked_for(text: str, at_large: Dictionary) -> list[str]:
    """Return the stems of a query, with what is begun or mistyped read as a word of ours."""
    typed = words(text).split()
    return [
        stem(read(word, at_large, is_last=at == len(typed))) for at, word in enumerate(typed, 1)
    ]


def read(word: str, at_large: Dictionary, *, is_last: bool) -> str:
    """Return the word of ours that a word no dictionary has is likely to be, or else itself."""
    known = vocabulary()
    if word in known or len(word) < SHORTEST_BEGUN or at_large.has(word):
        return word
    if is_last and (begun := [each for each in known if each.startswith(word)]):
        return min(begun, key=len)
    if len(word) >= SHORTEST_MISTYPED:
        return next((each for each in known if OSA.distance(word, each, score_cutoff=1) <= 1), word)
    return word


def pages_called(asked: Collection[str]) -> list[SitePage]:
    """Return the pages that have the longest phrase which says all that tells in a query."""
    given = frozenset(asked)
    fits = [
        phrase
        for phrase in phrases()
        if phrase <= given and (given == phrase or is_said(phrase, given - phrase))
    ]
    return list(phrases()[max(fits, key=lambda phrase: len(phrase - SMALL))]) if fits else []


def is_said(phrase: frozenset[str], rest: frozenset[str]) -> bool:
    """Whether a phrase that tells something says all that a query does, given the rest of it."""
    return bool(phrase - SMALL) and rest <= ASKING | TREATY


def names_treaty(asked: Collection[str]) -> bool:
    """Whether a query is the name of this treaty, in full or in short."""
    given = frozenset(asked)
    named = given & TREATY
    if not given <= ASKING | TREATY:
        return False
    is_subject = any(subject <= given for subject in PARTNERSHIP)
    is_named = bool(given & TREATY_NOUNS) and len(named) > 1
    return is_subject or is_named or bool(given & SURE_NOUNS)


@lru_cache(maxsize=1)
def phrases() -> dict[frozenset[str], tuple[SitePage, ...]]:
    """Return the pages that each phrase stands for, by its stems."""
    found: dict[frozenset[str], tuple[SitePage, ...]] = {}
    for page in PAGES:
        for phrase in page.phrases:
            key = frozenset(stems(phrase).split())
            if key and page not in found.get(key, ()):
                found[key] = (*found.get(key, ()), page)
    return found


@lru_cache(maxsize=1)
def vocabulary() -> tuple[str, ...]:
    """Return the long words of all phrases, each once."""
    return tuple(dict.fromkeys(long_words()))


def long_words() -> Iterator[str]:
    """Yield the words of all phrases that are long enough to be begun or mistyped."""
    for page in PAGES:
        for phrase in page.phrases:
            yield from (word for word in words(phrase).split() if len(word) > SHORTEST_BEGUN)
