"""Says of words in quotation marks that no text here has them, where nothing is found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from articles import search
from articles.edition import Edition
from articles.models import OfficialText
from articles.search.query import QUOTE_MARKS
from articles.treaty.phrases import listed

NOT_HERE: Final = "No text here has the very words {}."
WRITTEN_IN: Final = "What is here is in {}."
NOT_TOGETHER: Final = "No article has all of these phrases."

PHRASE: Final = re.compile(rf"[{QUOTE_MARKS}]([^{QUOTE_MARKS}]*)[{QUOTE_MARKS}]")
LETTERS: Final = {
    OfficialText.Language.RUSSIAN: re.compile("[\u0400-\u04ff]"),
    OfficialText.Language.PERSIAN: re.compile("[\u0600-\u06ff]"),
}
"""The letters of the languages that are not written like English."""


def phrases_missing(query: search.Query, edition: Edition) -> str:
    """Return, in a sentence, which phrases of a query no text has; empty if it has no phrase."""
    typed = [phrase.strip() for phrase in PHRASE.findall(query.text) if phrase.strip()]
    if not typed or query.paste:
        return ""
    missing = [phrase for phrase in typed if not is_here(phrase, edition)]
    if not missing:
        return NOT_TOGETHER if len(query.wanted) > 1 else ""
    said = [NOT_HERE.format(listed([f"“{phrase}”" for phrase in missing]))]
    if not any(is_in_language_here(phrase, edition) for phrase in missing):
        said.append(WRITTEN_IN.format(listed(languages(edition))))
    return " ".join(said)


def is_here(phrase: str, edition: Edition) -> bool:
    """Whether some article has a phrase as it stands."""
    return bool(search.find(search.parse(f'"{phrase}"'), search.index(edition)).matches)


def is_in_language_here(phrase: str, edition: Edition) -> bool:
    """Whether a phrase is written with the letters of a text that is loaded."""
    here = {text.language for text in edition.official_texts}
    return all(code in here or not found.search(phrase) for code, found in LETTERS.items())


def languages(edition: Edition) -> Sequence[str]:
    """Return the names of the languages of all texts that are loaded."""
    return [*dict.fromkeys(["English", *(text.language_name for text in edition.official_texts)])]


def without_quotes(text: str) -> str:
    """Return a query without its quotation marks."""
    return " ".join(re.sub(rf"[{QUOTE_MARKS}]", " ", text).split())
