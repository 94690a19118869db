"""Works out what to look for: words as typed, in other forms, corrected, and as concepts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import Final, Literal

from articles.search.analysis import Token, stem, stems
from articles.search.lexicon import LONGEST_PHRASE, Lexicon, Meaning
from articles.search.needs import (
    BEGINNING,
    CORRECTED,
    EXACT,
    IN_PHRASE,
    STEM,
    ConceptUse,
    Need,
    Plan,
    Probe,
)
from articles.search.query import Clause, Query, parse
from articles.search.scripts import in_layouts

LIKELIEST: Final = 3
"""Readings of each word with which a phrase is compared."""

MOST_WAYS: Final = 27
"""Ways of reading a phrase that are tried."""


def plan(query: Query, lexicon: Lexicon) -> Plan:
    """Return what to look for, given the words that search knows."""
    if retyped := in_right_layout(query, lexicon):
        return replace(plan(retyped, lexicon), suggestion=retyped.text)
    words = [choice[0] for choice in query.wanted if is_plain(choice)]
    is_english = any(map(lexicon.is_english, (word.text for word in words)))
    read_as = {
        word: readings(word, lexicon, is_last=word == words[-1], is_english=is_english)
        for word in words
    }
    uses = concepts_in(query.row, read_as, lexicon)
    # Words that mean something together need no correction, and mean less one by one.
    phrases = {word for word, found in uses.items() if any(" " in use.typed for use in found)}
    read_as |= {
        word: ("typed", [word.text]) for word in phrases if means_as_typed(uses[word], lexicon)
    }
    needs = [
        plain_need(
            choice[0],
            read_as[choice[0]],
            uses.get(choice[0], []),
            lexicon,
            is_in_phrase=choice[0] in phrases,
        )
        if is_plain(choice)
        else fixed_need(choice, lexicon)
        for choice in query.wanted
    ]
    corrected = [
        (word.text, read[0]) for word, (kind, read) in read_as.items() if kind == "spelling"
    ]
    return Plan(
        needs=tuple(needs),
        excluded=tuple(probe for clause in query.excluded for probe in literal_probes(clause)),
        phrases=phrases_of(query, [read_as[word][1][0] for word in words]),
        suggestion=suggestion(query, dict(corrected)),
        corrected=tuple(corrected),
    )


def in_right_layout(query: Query, lexicon: Lexicon) -> Query | None:
    """Return what the keys would have typed in Russian or Persian, if only that makes words."""
    typed = words_in(query)
    if any(lexicon.dictionary.has(word.word) or is_known(word, lexicon) for word in typed):
        return None
    for text in in_layouts(query.text):
        retyped = parse(text)
        words = words_in(retyped)
        if words and all(is_known(word, lexicon) for word in words):
            return retyped
    return None


def is_known(word: Token, lexicon: Lexicon) -> bool:
    """Whether search knows the word, in some form."""
    return lexicon.knows(word.word, word.stem)


def words_in(query: Query) -> list[Token]:
    """Return the words of a query."""
    return [word for clause in query.clauses for word in clause.words]


def nearest(query: Query, lexicon: Lexicon) -> str | None:
    """Return the query with unknown words replaced by the likest, or ``None`` if none is like."""
    unknown = [
        clause.text
        for clause in query.clauses
        if len(clause.words) == 1
        and not clause.text.isdigit()
        and not lexicon.dictionary.has(clause.text)
        and not lexicon.knows(clause.text, clause.words[0].stem)
    ]
    near = {word: lexicon.nearest(word) for word in unknown}
    return suggestion(query, {word: like for word, like in near.items() if like})


def is_plain(choice: Sequence[Clause]) -> bool:
    """Whether the choice is one word to be found in any form."""
    return len(choice) == 1 and choice[0].is_plain


Kind = Literal["typed", "beginning", "sound", "spelling", "kin", "unknown"]
Reading = tuple[Kind, list[str]]


def readings(clause: Clause, lexicon: Lexicon, *, is_last: bool, is_english: bool) -> Reading:
    """Return as which words to read a typed one: itself if it is known, else the likeliest.

    The last word may still be in the typing, and is then read as the beginning of others. In an
    English query an unknown word is sooner misspelt than of another language.
    """
    token = clause.words[0]
    word = token.word
    if word in lexicon.frequency or word.isdigit():
        return "typed", [word]
    slips = lexicon.slips(word) if is_english else []
    if lexicon.knows(word, token.stem):
        return ("spelling", [*slips, word]) if slips else ("typed", [word])
    if lexicon.dictionary.has(word):
        return "unknown", [word]
    ways: tuple[tuple[Kind, Callable[[], Sequence[str]]], ...] = (
        ("beginning", lambda: lexicon.completions(word) if is_last else []),
        ("spelling", lambda: slips),
        ("sound", lambda: lexicon.scripts.read(word)),
        ("spelling", lambda: lexicon.corrections(word)),
        ("sound", lambda: lexicon.scripts.read_loosely(word)),
        ("kin", lambda: lexicon.kin(word)),
    )
    found = ((kind, list(read())) for kind, read in ways)
    return next(((kind, words) for kind, words in found if words), ("unknown", [word]))


def concepts_in(
    words: Sequence[Clause], read_as: dict[Clause, Reading], lexicon: Lexicon
) -> dict[Clause, list[ConceptUse]]:
    """Return the concepts that each word stands for, alone or with its neighbours.

    Of phrases that share words the longest counts; the shorter ones within it do not.
    """
    found: dict[Clause, list[ConceptUse]] = {}
    taken: set[int] = set()
    spans = [
        (length, start)
        for length in range(min(LONGEST_PHRASE, len(words)), 0, -1)
        for start in range(len(words) - length + 1)
    ]
    for length, start in spans:
        places = range(start, start + length)
        if taken.intersection(places):
            continue
        span = words[start : start + length]
        meanings = meanings_of(span, read_as, lexicon)
        if not meanings:
            continue
        taken.update(places)
        typed = " ".join(word.text for word in span)
        for word in span:
            found[word] = [ConceptUse(meaning, typed) for meaning in meanings]
    return found


def meanings_of(
    span: Sequence[Clause], read_as: dict[Clause, Reading], lexicon: Lexicon
) -> tuple[Meaning, ...]:
    """Return what the words of a span mean together in the thesaurus."""
    if len(span) > 1:
        ways = product(*(read_as[word][1][:LIKELIEST] for word in span))
        typed = [word.text for word in span]
        return next(filter(None, map(lexicon.meanings, (typed, *islice(ways, MOST_WAYS)))), ())
    found = [
        meaning
        for kind, words in [read_as[span[0]]]
        if kind != "unknown"
        for word in words
        for meaning in lexicon.phrases.get(stem(word), ()) or lexicon.joined.get(word, ())
    ]
    return tuple(dict.fromkeys(found))


def phrases_of(query: Query, words: Sequence[str]) -> tuple[str, ...]:
    """Return the stems of all that was typed, and of what tells, as rows to be found as such."""
    rows = (stems(query.text), " ".join(map(stem, words)))
    return tuple(dict.fromkeys(row for row in rows if " " in row))


def means_as_typed(uses: Sequence[ConceptUse], lexicon: Lexicon) -> bool:
    """Whether the words of a phrase stand in the thesaurus as they were typed."""
    return any(lexicon.meanings(use.typed.split()) for use in uses)


def plain_need(
    clause: Clause,
    reading: Reading,
    uses: Sequence[ConceptUse],
    lexicon: Lexicon,
    *,
    is_in_phrase: bool,
) -> Need:
    """Return the need of a word that may be found in other forms and other words.

    By itself it counts less if it is part of a phrase.
    """
    kind, words = reading
    share = IN_PHRASE if is_in_phrase else 1.0
    weight = share * {"beginning": BEGINNING, "spelling": CORRECTED}.get(kind, EXACT)
    note = {
        "beginning": f"“{clause.text}” as a beginning",
        "sound": f"“{clause.text}” → “{words[0]}”",
        "spelling": f"spelling: “{clause.text}” → “{words[0]}”",
        "kin": f"“{clause.text}” → “{words[0]}”",
    }.get(kind, "")
    probes = [Probe("word", word, weight * EXACT) for word in words]
    if kind != "unknown":
        probes += [Probe("stem", stem(word), weight * STEM) for word in words]
    return Need(
        typed=clause.text,
        literal=tuple(dict.fromkeys(probes)),
        uses=tuple(uses),
        phrase=stems(uses[0].typed) if is_in_phrase else "",
        rarity=lexicon.rarity(words[0]),
        note=note,
    )


def fixed_need(choice: Sequence[Clause], lexicon: Lexicon) -> Need:
    """Return the need of phrases and beginnings, found as they stand, or of a choice."""
    probes = [probe for clause in choice for probe in literal_probes(clause)]
    return Need(
        typed=" or ".join(map(str, choice)),
        literal=tuple(probes),
        uses=(),
        is_required=True,
        rarity=max(lexicon.rarity(clause.words[0].word) for clause in choice),
    )


def literal_probes(clause: Clause) -> list[Probe]:
    """Return the probes for a clause as it was typed: a plain word in any form."""
    if clause.is_prefix:
        return [Probe("prefix", clause.text, EXACT)]
    probes = [Probe("word", clause.text, EXACT)]
    if clause.is_plain:
        probes.append(Probe("stem", clause.words[0].stem, STEM))
    return probes


def suggestion(query: Query, corrected: dict[str, str]) -> str | None:
    """Return the query with its misspelt words corrected, or ``None`` if there are none."""
    if not corrected:
        return None
    wanted = [
        " OR ".join(corrected.get(clause.text, str(clause)) for clause in choice)
        for choice in query.wanted
    ]
    return " ".join([*wanted, *(f"-{clause}" for clause in query.excluded)])
