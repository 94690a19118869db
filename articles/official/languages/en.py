"""English."""

from typing import Final

from articles.official.languages.grammar import Grammar

UNITS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

GRAMMAR: Final = Grammar(
    code="en",
    article=r"article|art\.",
    ordinals={word: value for value, word in enumerate(UNITS, 1)},
    preamble=r"preamble",
    recital=r"\w+(?:ing|ed)\b|have agreed|agree\b|in (?:order|view|accordance)|on the basis",
    instrument=r"treaty|agreement|convention|covenant|charter|protocol|pact",
    part=r"part|chapter|section|title",
    closing=r"done|signed|concluded|drawn up|in witness|in faith",
    closing_words=r"\bin (?:two|three|four|duplicate|triplicate)\b.{0,60}\b(?:originals?|copies)\b",
    signature=r"for (?:and on behalf of )?(?:the )?\w|on behalf of|\(?signed\b|_{3,}|/s/",
    annex=r"annex|appendix|protocol|schedule",
    page=r"page",
    common=("the", "of", "and", "to", "in"),
)
