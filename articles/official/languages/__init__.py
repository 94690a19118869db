"""What the parser must know of each language: one small module each, all in ``LANGUAGES``."""

from __future__ import annotations

from typing import Final

from articles.official.languages import en, fa, ru
from articles.official.languages.grammar import Grammar

LANGUAGES: Final[dict[str, Grammar]] = {
    grammar.code: grammar for grammar in (en.GRAMMAR, ru.GRAMMAR, fa.GRAMMAR)
}
"""The languages of the treaty by their codes, in the order in which pages name them."""

__all__ = ["LANGUAGES", "Grammar"]
