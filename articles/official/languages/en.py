"""English."""

from typing import Final

from articles.official.languages.grammar import Grammar

CARDINALS: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
ORDINALS: Final = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
TENS: Final = {20: "twent", 30: "thirt", 40: "fort", 50: "fift", 60: "sixt"}


def ordinals() -> dict[str, int]:
    """Return the numbers to 69 in words, as in "Article Two" and "Article the Second"."""
    units = dict(enumerate(zip(CARDINALS, ORDINALS, strict=True), 1))
    numbers = {rf"(?:the )?{second}|{first}": value for value, (first, second) in units.items()}
    for tens, stem in TENS.items():
        numbers[rf"(?:the )?{stem}ieth|{stem}y"] = tens
        for value in range(1, 10):
            first, second = units[value]
            numbers[rf"(?:the )?{stem}y[- ](?:{first}|{second})"] = tens + value
    return numbers


GRAMMAR: Final = Grammar(
    code="en",
    article=r"article|art\.",
    ordinals=ordinals(),
    preamble=r"preamble",
    recital=r"\w+(?:ing|ed)\b|have agreed|agree\b|in (?:order|view|accordance)|on the basis",
    enacting=r"\bagree(?:d|ment)?\b",
    instrument=(
        r"treaty|agreement|convention|covenant|charter|protocol|pact|statute|constitution|accord|"
        r"arrangement"
    ),
    part=r"part|chapter|section|title",
    closing=r"done|signed|concluded|drawn up|in witness|in faith",
    closing_words=(
        r"\bin (?:two|three|four|duplicate|triplicate)\b.{0,60}\b(?:originals?|copies)\b|"
        r"\b(?:plenipotentiaries|undersigned)\b.{0,200}\bhave (?:hereunto )?signed\b"
    ),
    signature=(
        r"for (?:and on behalf of )?(?:the )?\w|on behalf of|\(?signed\b|_{3,}|/s/|"
        r"\W?(?:list of )?signator(?:y|ies)\b|\W?signatures?\b"
    ),
    annex=r"annex|appendix|protocol|schedule",
    page=r"page",
    common=("the", "of", "and", "to", "in"),
    edit=r"edit(?: source)?",
    citation=r"series|vol\.|journal|gazette",
    months=(
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december"),
    ),
    solar_months=(
        *(
            "farvardin",
            "ordibehesht",
            "khordad",
            "tir",
            "mordad|amordad",
            "shahrivar",
            "mehr",
            "aban",
        ),
        *("azar", "dey|dei", "bahman", "esfand"),
    ),
)
