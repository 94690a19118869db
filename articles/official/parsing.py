"""Reads a treaty out of the paragraphs of a source: preamble, articles and closing formula."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from articles.official import headings, running, sections
from articles.official.headings import Heading
from articles.official.labels import (
    ENDS,
    NUMBER,
    SENTENCE_END,
    begins_closing,
    is_agreed,
    is_closing,
    is_open,
    is_preamble,
)
from articles.official.languages import Grammar
from articles.official.languages.grammar import DIGITS
from articles.official.paragraphs import Words
from articles.official.text import Line, Parsed, ParsedArticle, Refused

SHORTEST_TITLE_LINE: Final = 25
LONGEST_LINK: Final = 5
LONGEST_TITLE: Final = 400
LONGEST_NAME: Final = 60
"""Characters of a line of a title, of a word at its end that calls for another line, of a title
as a whole, and of a name under the closing formula."""

BEFORE: Final = "before the treaty"
AMID: Final = "between the treaty's title and its preamble"
AFTER: Final = "after the treaty"
ANNEX: Final = "annex before the closing lines"

NO_CLOSING: Final = (
    "There is no closing formula (“Done at …”): the last article was taken to go on to the end. "
    "Check its last lines."
)

NO_TITLE: Final = "No title was found: it is not there, or the first recital begins with it."

LONG_TEXT: Final = 200
"""Characters of sentences before or after the treaty from which on they are worth a word."""

INITIAL: Final = re.compile(r"[^\W\d_]\.\w")
"""How a name begins that is printed with an initial and without a space."""

MOST_NAMES: Final = 3
"""Lines that a name and an office take at most under a line of signature."""

EQUAL_TEXTS: Final = re.compile(
    r"authentic|equal|diverge|interpretation|languages?\b|равн|расхожден|толкован|язык|اعتبار|اختلاف|زبان",
    re.IGNORECASE,
)
"""What the sentences of a closing formula after its first speak of."""


def parse(paragraphs: Sequence[Words], grammar: Grammar, count: int | None) -> Parsed:
    """Return the treaty in the paragraphs, given how many articles it must have, if known.

    Raises ``Refused`` if there are no articles or no preamble, or if articles are missing,
    doubled, out of order or empty.
    """
    paragraphs, found = running.apart(paragraphs, grammar, count)
    problems = headings.problems(found, count)
    if not found:
        problems = ["no article was found: is this the text of a treaty in this language?"]
    if problems:
        raise Refused(problems)
    start = found[0].place
    title, title_end, preamble = opening(paragraphs[:start], grammar)
    bodies = [
        sections.Section(heading, list(paragraphs[heading.place + 1 : following.place]), grammar)
        for heading, following in pairwise(found)
    ]
    longest = sections.longest_title(bodies)
    end = headings.next_text(paragraphs, found[-1], grammar)
    annex = annex_place(paragraphs[:end], found[-1], grammar)
    closing, after = ending(paragraphs[:end], found[-1], grammar, is_titled=longest > 0)
    annex = min(annex, closing)
    if annex == end < len(paragraphs):
        raise Refused([unended(found[-1], paragraphs[end])])
    last = list(paragraphs[found[-1].place + 1 : annex])
    bodies.append(sections.Section(found[-1], last, grammar, is_last=True))
    recitals, parts = sections.without_parts(list(paragraphs[preamble:start]), grammar)
    articles = [sections.preamble(recitals, grammar)]
    for body in bodies:
        articles.append(body.article(parts, longest))
        parts = body.parts
    if empty := [article for article in articles if not article.text]:
        raise Refused([empty_article(article) for article in empty])
    return Parsed(
        language=grammar.code,
        title="\n".join(each.text for each in paragraphs[title:title_end]),
        articles=tuple(articles),
        closing="\n".join(each.text for each in paragraphs[closing:after]),
        left_out=(
            *omitted(paragraphs[:title], BEFORE),
            *omitted(paragraphs[title_end:preamble], AMID),
            *omitted(paragraphs[annex:closing], ANNEX),
            *omitted(paragraphs[after:], AFTER),
        ),
        notices=(
            *(() if title < title_end else (NO_TITLE,)),
            *(() if closing < after else (NO_CLOSING,)),
            *around(paragraphs[:title], "before the treaty, from", grammar),
            *around(paragraphs[annex:closing], "from", grammar),
            *around(paragraphs[after:], "after the treaty, from", grammar),
        ),
    )


def empty_article(article: ParsedArticle) -> str:
    """Return what to say of an article without text."""
    if not article.number:
        return "the preamble is missing: no recitals were found between the title and Article 1"
    return f"Article {article.number} is empty: nothing follows its heading at line {article.line}"


def opening(paragraphs: Sequence[Words], grammar: Grammar) -> tuple[int, int, int]:
    """Return where the title begins and ends, and where the preamble begins.

    The preamble begins after its heading, or with the first paragraph after the title that ends
    like a recital. Without a title it is what reads like recitals right before Article 1.
    """
    texts = [paragraph.text for paragraph in paragraphs]
    named = [i for i, text in enumerate(texts) if is_preamble(text, grammar)]
    title = title_of(texts[: named[-1]] if named else texts, grammar)
    if title is None:
        preamble = named[-1] if named else first_of_run(texts, grammar)
        return preamble, preamble, preamble
    if named:
        first = named[-1]
    else:
        after = range(title + 1, len(texts))
        ended = [i for i in after if ends(texts[i], grammar)]
        undated = [i for i in ended if not is_dated(texts[i], grammar)]
        first = next(iter(undated or ended), len(texts))
        if title + 1 < first < len(texts) and texts[first][0].islower():
            first -= 1
    end = title + 1
    for i in range(title + 1, first):
        if is_title_line(texts[i]) or (i == end and goes_on(texts[i - 1], texts[i], grammar)):
            end = i + 1
    return title, end, first


def title_of(texts: Sequence[str], grammar: Grammar) -> int | None:
    """Return which paragraph names the treaty: the last that begins so, or else any."""
    instrument = re.compile(rf"\b(?:{grammar.instrument})(?!\w)", re.IGNORECASE)
    found = [
        i
        for i, text in enumerate(texts)
        if instrument.search(text) and len(text) <= LONGEST_TITLE and not ends(text, grammar)
    ]
    citation = re.compile(rf"\b(?:{grammar.citation})", re.IGNORECASE)
    found = [i for i in found if not citation.search(texts[i])] or found
    beginning = [i for i in found if instrument.match(texts[i])]
    return next(reversed(beginning or found), None)


def is_title_line(text: str) -> bool:
    """Whether a line after the first of the title can be part of it."""
    return len(text) >= SHORTEST_TITLE_LINE and not re.search(r"\d", text)


def goes_on(text: str, after: str, grammar: Grammar) -> bool:
    """Whether a line of a title goes on: it ends with a short word, or the next begins small."""
    last = text.rsplit(maxsplit=1)[-1]
    is_short = len(last) <= LONGEST_LINK and last[0].islower()
    return is_short or is_open(text, grammar) or after[0].islower()


def ends(text: str, grammar: Grammar) -> bool:
    """Whether a paragraph ends like a recital, or like a preamble as a whole."""
    return bool(SENTENCE_END.search(text)) or is_agreed(text, grammar)


def is_dated(text: str, grammar: Grammar) -> bool:
    """Whether a sentence says when the treaty was signed or came into force, and is no recital."""
    is_sentence = text.endswith(".") and re.search(rf"{DIGITS}{{4}}", text)
    is_recital = re.match(grammar.recital, text, re.IGNORECASE)
    return bool(is_sentence and (not is_recital or begins_closing(text, grammar)))


def first_of_run(texts: Sequence[str], grammar: Grammar) -> int:
    """Return where the paragraphs begin that read like recitals, up to the last of all."""
    first = len(texts)
    while first and ends(texts[first - 1], grammar):
        first -= 1
    return first


def ending(
    paragraphs: Sequence[Words], last: Heading, grammar: Grammar, *, is_titled: bool
) -> tuple[int, int]:
    """Return where the closing formula begins and ends, given the last heading.

    Without one both are the end of the source.
    """
    places = range(last.place + 1, len(paragraphs))
    found = [i for i in places if is_closing(paragraphs[i].text, grammar)]
    # What stands right under the last heading, and its title, is the last article, if there is
    # a closing besides; so is a numbered paragraph that only speaks of copies or signing.
    text = last.place + 1 + (is_titled and last.is_alone)
    has_text = bool(last.rest) and not is_titled
    while len(found) > 1:
        begins = begins_closing(paragraphs[found[0]].text, grammar)
        is_text = found[0] <= text and not has_text and not (begins and found[1] == found[0] + 1)
        if not is_text and not NUMBER.match(paragraphs[found[0]].text):
            break
        del found[0]
    if not found:
        return len(paragraphs), len(paragraphs)
    return found[0], closing_end(paragraphs, found[0], grammar)


def closing_end(paragraphs: Sequence[Words], closing: int, grammar: Grammar) -> int:
    """Return where the closing formula ends: after its sentences and the lines of signature.

    Under each of these stand as many lines with the name and office as under the others.
    """
    signs = re.compile(rf"(?:{grammar.signature})", re.IGNORECASE)
    end = closing + 1
    names, most_names = 0, 0
    is_signed = False
    for place, paragraph in enumerate(paragraphs[end:], end):
        text = paragraph.text
        is_sentence = bool(ENDS.search(text) and EQUAL_TEXTS.search(text))
        is_signature = bool(len(text) <= LONGEST_TITLE and signs.match(text))
        if is_signature or is_sentence or is_closing(text, grammar):
            most_names = max(most_names, names)
            names, is_signed = 0, is_signed or is_signature
        elif is_signed and names < MOST_NAMES and is_short(text):
            names += 1
            if names > most_names and not (names == 1 and is_name(text)):
                continue
        else:
            break
        end = place + 1
    return end


def is_short(text: str) -> bool:
    """Whether a line may be the name or the office of somebody who signed."""
    return len(text) <= LONGEST_NAME and not SENTENCE_END.search(text)


def is_name(text: str) -> bool:
    """Whether a line may be the name of somebody who signed."""
    words = text.split()
    is_full = len(words) > 1 or bool(INITIAL.match(text))
    return is_full and is_short(text) and all(word[0].isupper() for word in words)


def omitted(paragraphs: Sequence[Words], why: str) -> Iterator[Line]:
    """Yield the paragraphs as left out."""
    return (Line(each.line, each.text, left_out=why) for each in paragraphs)


def around(paragraphs: Sequence[Words], where: str, grammar: Grammar) -> Iterator[str]:
    """Yield that paragraphs were left out, if they are an annex or a text, and no menu."""
    sentences = [each.text for each in paragraphs if SENTENCE_END.search(each.text)]
    is_text = len("".join(sentences)) >= LONG_TEXT
    if is_text or any(annex_heading(grammar).fullmatch(each.text) for each in paragraphs):
        first = paragraphs[0]
        yield (
            f"What stands {where} line {first.line} on was left out, {len(paragraphs)} "
            f"paragraphs: “{first.text[:LONGEST_NAME]} …”."
        )


def annex_heading(grammar: Grammar) -> re.Pattern[str]:
    """Return what the heading of an annex is like."""
    return re.compile(rf"(?:{grammar.annex})\b.{{0,60}}(?<![.,;:،؛])", re.IGNORECASE)


def annex_place(paragraphs: Sequence[Words], last: Heading, grammar: Grammar) -> int:
    """Return where an annex begins after the first words of the last article, or the end."""
    annex = annex_heading(grammar)
    places = range(last.place + 1 + (not last.rest), len(paragraphs))
    before = (i for i in places if annex.fullmatch(paragraphs[i].text))
    return next((i for i in before if ENDS.search(paragraphs[i - 1].text)), len(paragraphs))


def unended(last: Heading, following: Words) -> str:
    """Return what to say if another text begins, and none shows where the treaty ends."""
    return (
        f"another Article 1 begins at line {following.line}, and no closing formula (“Done at …”) "
        f"shows where Article {last.number} ends before it: save the treaty alone"
    )
