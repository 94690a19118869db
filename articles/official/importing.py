"""From a published file to a treaty, or to the reasons why it is not taken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from articles import treaty
from articles.official import furniture, wholeness
from articles.official.extraction import extract
from articles.official.labels import begins_with_label
from articles.official.languages import LANGUAGES, Grammar
from articles.official.mending import mended
from articles.official.paragraphs import Words, put_together
from articles.official.parsing import parse
from articles.official.text import Line, Parsed, Refused, parts

FEWEST_COMMON: Final = 0.02
"""The share of words that are the commonest of the language; in any text it is far larger."""

LAST_WORDS: Final = 20
"""Characters of the end of a line that a notice quotes."""

WEB_PAGES: Final = (".html", ".htm")


def read(
    data: bytes,
    file_name: str,
    *,
    language: str | None = None,
    article_count: int | None = treaty.LAST_ARTICLE,
) -> Parsed:
    """Return the treaty in a published file, given its bytes and name.

    Without ``language`` it is found out; with ``article_count`` ``None`` there may be any number
    of articles. Raises ``Refused``, with every problem, if the file cannot be read, or the text
    is not complete or not this treaty.
    """
    lines = mended(extract(data, file_name))
    code = language or language_of(lines)
    if code not in LANGUAGES:
        raise Refused([f"{code}: no text in this language is read; choose {', '.join(LANGUAGES)}"])
    grammar = LANGUAGES[code]
    if grammar.older_article and not heading_count(lines, grammar):
        grammar = grammar.older
    is_page = PurePath(file_name).suffix.lower() in WEB_PAGES
    lines = furniture.marked(lines, grammar, is_page=is_page)
    if two := wholeness.languages(between(lines, grammar), grammar):
        raise Refused(two)
    paragraphs = put_together(lines, grammar)
    parsed = parse(paragraphs, grammar, article_count)
    aside = (line for line in lines if line.left_out and line.text)
    left_out = sorted((*parsed.left_out, *aside), key=lambda line: line.number)
    noted = (
        *parsed.notices,
        *wholeness.notices(parsed),
        *joined(paragraphs),
        *doubted(paragraphs),
    )
    parsed = replace(parsed, left_out=tuple(left_out), notices=noted)
    problems = [*lost(lines, parsed), *garbled(parsed), *wholeness.problems(parsed, grammar)]
    if is_page and not parsed.closing:
        problems.append(
            "no closing formula (“Done at …”) was found, so where the treaty ends and the page "
            "goes on cannot be told: save the words of the treaty alone in a file that ends in .txt"
        )
    if problems:
        raise Refused(problems)
    return parsed


def language_of(lines: Sequence[Line]) -> str:
    """Return the language in which most articles begin, of lines or, if of none, within them."""
    today = LANGUAGES.values()
    older = [one.older for one in today if one.older_article]
    within = [
        replace(line, text=part)
        for line in lines
        for part in re.split(r"(?<=[.;:!?»”)])\s*", line.text)
    ]
    for of_age, texts in ((today, lines), (older, lines), (today, within)):
        counts = {grammar.code: heading_count(texts, grammar) for grammar in of_age}
        best = max(counts, key=lambda code: counts[code])
        if counts[best]:
            return best
    names = "“Article 1”, “Статья 1” or “ماده ۱”"
    raise Refused([f"no line begins like {names}: is this the text of the treaty?"])


def heading_count(lines: Sequence[Line], grammar: Grammar) -> int:
    """Return how many lines begin like the heading of an article."""
    return sum(bool(grammar.article_heading.match(line.text)) for line in lines)


def between(lines: Sequence[Line], grammar: Grammar) -> Iterator[tuple[int, str]]:
    """Yield the lines, with their numbers, from the heading of the first article to the last's."""
    heads = [i for i, line in enumerate(lines) if grammar.article_heading.match(line.text)]
    for line in lines[min(heads, default=0) : max(heads, default=0)]:
        if not line.left_out:
            yield line.number, line.text


def lost(lines: Sequence[Line], parsed: Parsed) -> list[str]:
    """Return a problem if any character of the source is neither kept nor listed as left out.

    White space, and hyphens that only the end of a line called for, do not count.
    """
    source = characters(line.text for line in lines)
    kept = characters([*parts(parsed), *(line.text for line in parsed.left_out)])
    missing, added = source - kept, kept - source
    missing.pop("-", None)
    missing.pop("‐", None)
    if not missing and not added:
        return []
    shown = " ".join(sorted({*missing, *added})[:10])
    return [f"the text could not be accounted for in full ({shown}): it was not taken"]


def joined(paragraphs: Sequence[Words]) -> Iterator[str]:
    """Yield which words the end of a line had parted, if there are any."""
    found = [f"{word} ({each.line})" for each in paragraphs for word in each.put_together]
    if found:
        yield (
            "Words that the end of a line parted were put together; check their hyphens (and the "
            f"paragraphs from these lines on): {', '.join(found)}."
        )


def doubted(paragraphs: Sequence[Words]) -> Iterator[str]:
    """Yield at which ends of lines a paragraph may begin or not, if there are any.

    Where paragraphs are numbered that is no question.
    """
    found = [
        f"{line.number} (“… {line.text[-LAST_WORDS:]}”)"
        for each in paragraphs
        if not begins_with_label(each.text)
        for line in each.doubtful
    ]
    if found:
        yield (
            "These lines are full and end a sentence, so whether a paragraph ends with them could "
            f"not be told: {', '.join(found)}."
        )


def garbled(parsed: Parsed) -> list[str]:
    """Return a problem if the commonest words of the language are hardly ever in the text."""
    words = " ".join(article.text for article in parsed.articles).casefold().split()
    common = sum(word in LANGUAGES[parsed.language].common for word in words)
    if common >= FEWEST_COMMON * len(words):
        return []
    return [
        "the words are not those of the language: its letters may be saved in the wrong order "
        "or encoding; look for a copy in another format"
    ]


def characters(texts: Iterable[str]) -> Counter[str]:
    """Return how many times each character stands in the texts, white space apart."""
    return Counter("".join("".join(texts).split()))
