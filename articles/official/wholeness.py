"""Tells whether a text that was read is whole and one: what refuses it, and what to look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from articles.official.labels import SENTENCE_END, is_open
from articles.official.languages import LANGUAGES, Grammar
from articles.official.languages.grammar import DIGITS
from articles.official.sections import shape
from articles.official.text import Block, Parsed, ParsedArticle, ParsedParagraph

MOST_FOREIGN: Final = 0.35
"""The share of letters that may be of another script: names and terms."""

FOREIGN_LETTERS: Final = 40
FOREIGN_SHARE: Final = 0.8
"""A paragraph of so many letters, this share of them of another script, is in another language."""

FEWEST_DOUBLED: Final = 2
"""Articles under whose headings stands one in another language, if the text has two languages."""

LAST_WORDS: Final = 40
"""Characters of the end of a text that a message quotes."""

STOP: Final = re.compile(r"[.;!?…؛؟][^\w\s]*$")
"""How an article ends."""

AMID: Final = re.compile(r"[,،]$|(?<=[^\W\d_])[-‐]$")
"""How a line ends that breaks off in mid-sentence."""

LISTS: Final = re.compile(r"[,;،؛] (?:and|or|и|или|و|یا)$")
"""How an item ends before the last of its list."""


def problems(parsed: Parsed, grammar: Grammar) -> list[str]:
    """Return why the text cannot be taken, though it has every article."""
    blocks = [
        (block.line, block.text)
        for article in parsed.articles
        for paragraph in article.paragraphs
        for block in paragraph.blocks
    ]
    articles = parsed.articles[1:]
    found = [*languages(blocks, grammar), *second_headings(articles)]
    for article in articles:
        found += [f"Article {article.number}: {each}" for each in miscounted(article)]
        found += [breaks_off(article, block) for block in broken(article, grammar)]
    last = articles[-1]
    if not parsed.closing and not STOP.search(last.text):
        found.append(breaks_off(last, last.paragraphs[-1].blocks[-1]))
    return list(dict.fromkeys(found))


def notices(parsed: Parsed) -> Iterator[str]:
    """Yield what may be amiss in a text that is taken."""
    for recital in parsed.articles[0].paragraphs[:-1]:
        if not SENTENCE_END.search(recital.text):
            yield (
                f"Recital {recital.number} does not end like one (“{end_of(recital.text)}”, line "
                f"{recital.line}): check whether the next is its end."
            )
    for article in parsed.articles[1:]:
        last = article.paragraphs[-1].blocks[-1]
        if not (STOP.search(last.text) or (last.label and not SENTENCE_END.search(last.text))):
            yield (
                f"Article {article.number} does not end like a sentence "
                f"(“{end_of(last.text)}”, line {last.line}): check that nothing is missing."
            )


def languages(texts: Iterable[tuple[int, str]], grammar: Grammar) -> list[str]:
    """Return a problem if texts, each with its line, are partly in another of the languages."""
    texts = list(texts)
    own = sum(letters(text, grammar) for _, text in texts)
    found = []
    for other in LANGUAGES.values():
        if other is grammar or other.code == grammar.code:
            continue
        counted = [(line, text, letters(text, other)) for line, text in texts]
        foreign = [
            (line, text)
            for line, text, count in counted
            if count >= FOREIGN_LETTERS
            and count >= FOREIGN_SHARE * (count + letters(text, grammar))
        ]
        total = sum(count for _, _, count in counted)
        if total > MOST_FOREIGN * (own + total):
            foreign = foreign or [(line, text) for line, text, count in counted if count]
        if foreign:
            line, text = foreign[0]
            found.append(
                f"two languages stand in one text, {grammar.name} and {other.name} "
                f"(line {line}: “{text[:LAST_WORDS]}”): save one of them alone"
            )
    return found


def letters(text: str, grammar: Grammar) -> int:
    """Return how many letters of a text are of the script of a language."""
    return len(re.findall(rf"[{grammar.script}]", text, re.IGNORECASE))


def second_headings(articles: Sequence[ParsedArticle]) -> list[str]:
    """Return a problem if under the headings stand those of a language that is not known here."""
    found = [
        text
        for article in articles
        for text in (article.title, *(block.text for block in article.paragraphs[0].blocks))
        if re.fullmatch(rf"[^\W\d_]+\W+{article.number}\b\W*", text)
    ]
    if len(found) < max(FEWEST_DOUBLED, len(articles) / 2):
        return []
    return [
        f"each article has a second heading (“{found[0]}”): two languages seem to stand side by "
        "side; save one of them alone"
    ]


def miscounted(article: ParsedArticle) -> Iterator[str]:
    """Yield what is missing or doubled among the numbers of paragraphs and of their points.

    A list begins with 1, after words that introduce it if it is counted like the paragraphs.
    """
    style = next((shape(each.label) for each in article.paragraphs if each.label), "")
    before = ""
    for paragraph in article.paragraphs:
        last: dict[str, int] = {}
        for block in paragraph.blocks:
            if number := number_of(block, paragraph):
                kind = shape(block.label)
                counted = last.get(kind, paragraph.number if kind == style else 0)
                begins = number == 1 and (introduces(before) or kind not in {*last, style})
                is_of_paragraphs = kind == style or not (style or last or introduces(before))
                if not (begins or number == counted + 1):
                    named = (
                        "paragraph" if is_of_paragraphs else f"paragraph {paragraph.number}: point"
                    )
                    yield miscount(named, counted, number, block.line)
                last[kind] = number
            before = block.text


def number_of(block: Block, paragraph: ParsedParagraph) -> int:
    """Return the number in the label of a point, apart from that of its paragraph, or 0."""
    numbers = [int(number) for number in re.findall(rf"{DIGITS}+", block.label)]
    if len(numbers) > 1 and numbers[0] != paragraph.number:
        numbers.reverse()
    return numbers[-1] if numbers else 0


def miscount(named: str, counted: int, number: int, line: int) -> str:
    """Return what to say of a number that does not follow the one before it."""
    missing = [*map(str, range(counted + 1, number))]
    if len(missing) > 1:
        said = f"{named}s {', '.join(missing)} are missing"
    else:
        said = f"{named} {missing[0]} is missing" if missing else f"{named} {number} is doubled"
    return f"{said} (line {line}): look for a copy that is whole"


def introduces(text: str) -> bool:
    """Whether a list may follow a text: it ends in a colon, or is no sentence."""
    return bool(text) and (text.endswith(":") or not SENTENCE_END.search(text))


def broken(article: ParsedArticle, grammar: Grammar) -> Iterator[Block]:
    """Yield the blocks that break off: paragraphs amid a sentence, and the last amid a list."""
    ends = [paragraph.blocks[-1] for paragraph in article.paragraphs]
    yield from (
        block for block in ends if is_open(block.text, grammar) and not LISTS.search(block.text)
    )
    if AMID.search(ends[-1].text) or LISTS.search(ends[-1].text):
        yield ends[-1]


def breaks_off(article: ParsedArticle, block: Block) -> str:
    """Return what to say of a text that ends in mid-sentence."""
    return (
        f"Article {article.number} breaks off at line {block.line} (“{end_of(block.text)}”): look "
        "for a copy that is whole"
    )


def end_of(text: str) -> str:
    """Return the last words of a text."""
    return f"… {text[-LAST_WORDS:]}" if len(text) > LAST_WORDS else text
