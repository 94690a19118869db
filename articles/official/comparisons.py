"""How an article of our edition is compared with an official text, kind by kind.

A program reads words and no meaning: where they are weak evidence the verdict is ``open``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from articles import treaty
from articles.models import (
    Article,
    ArticleMention,
    Evidence,
    Numbering,
    OfficialParagraph,
    OfficialText,
    Paragraph,
)
from articles.official.cues import (
    ENOUGH,
    PLAIN,
    Cues,
    ReadSubject,
    Vocabulary,
    clear,
    labels,
    subjects_of,
)

TELLING: Final = frozenset({"en"})
"""The languages in which a rule always has a word for its strength, so that none tells, too."""

KINDS: Final = ("duty", "aim", "ban", "permission")
"""The kinds of strength, in the order in which they are listed."""

BINDING: Final = ("ban", "aim")
"""The kinds of strength that must not be mistaken for another."""


class Verdict(StrEnum):
    """What a comparison has shown; the value is the verb of the totals."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    OPEN = "open"


Said = tuple[Verdict, str]
"""A verdict and the sentence that gives its reason."""


@dataclass(frozen=True)
class Edition:
    """An official text made ready for comparing: its paragraphs, and the bodies it names."""

    slug: str
    language: str
    paragraphs: Mapping[int, tuple[OfficialParagraph, ...]]
    named: Mapping[int, Mapping[str, list[str]]]

    @classmethod
    def of(cls, row: OfficialText, cues: Cues) -> Edition:
        """Make a text ready; its paragraphs should have been fetched."""
        paragraphs: dict[int, tuple[OfficialParagraph, ...]] = {}
        for paragraph in row.paragraphs.all():
            number = paragraph.article_id
            paragraphs[number] = (*paragraphs.get(number, ()), paragraph)
        named = {
            number: labels(text_of(rows), row.language, cues.body_words)
            for number, rows in paragraphs.items()
        }
        return cls(row.slug, row.language, paragraphs, named)

    def text(self, number: int) -> str:
        """Return the words of an article."""
        return text_of(self.paragraphs[number])


def text_of(paragraphs: Iterable[OfficialParagraph]) -> str:
    """Return the words of paragraphs."""
    return "\n".join(paragraph.text for paragraph in paragraphs)


def known(language: str, words: Mapping[str, Vocabulary]) -> frozenset[str]:
    """Return what can be told in a language."""
    return words[language].labels if language in words else frozenset()


def settling(verdict: Verdict, message: str, *, was_open: bool) -> Said:
    """Return the verdict with its message, which says so where it settles something open."""
    is_settled = was_open and verdict != Verdict.OPEN
    return verdict, f"{message} (open → {verdict})" if is_settled else message


def landmarks(article: Article, edition: Edition, cues: Cues) -> Iterator[Said]:
    """An article holds the words without which the text would not be this treaty's."""
    vocabulary = cues.landmark_words.get(edition.language)
    expected = (
        {cue.label for group in vocabulary.by_first.values() for cue in group} if vocabulary else ()
    )
    if str(article.number) in expected:
        found = labels(edition.text(article.number), edition.language, cues.landmark_words)
        words = found.get(str(article.number), [])
        if words:
            yield Verdict.AGREES, f"holds {quoted(words)}, as reported"
        else:
            yield Verdict.CONTRADICTS, "does not hold what it is reported to speak of"


def paragraph_counts(article: Article, edition: Edition, cues: Cues) -> Iterator[Said]:
    """The text has as many paragraphs as our edition says.

    Where the text numbers none, several may be one that is printed on several lines.
    """
    noun = "recital" if article.number == treaty.PREAMBLE else "paragraph"
    rows = edition.paragraphs[article.number]
    count = len(numbered(rows)) or 1
    theirs = f"{count} {noun}{'' if count == 1 else 's'}"
    ours = article.paragraph_count
    was_open = not article.paragraph_count_confirmed
    if ours is None:
        yield Verdict.OPEN, f"{theirs}; this edition gives no number"
    elif ours == count:
        yield settling(Verdict.AGREES, f"{theirs} in both", was_open=was_open)
    elif count == 1 or any(row.label for row in rows):
        message = f"{theirs}, but {ours} in this edition"
        yield settling(Verdict.CONTRADICTS, message, was_open=was_open)
    else:
        yield Verdict.OPEN, f"{theirs}, none of them numbered, and {ours} in this edition"


def numbered(rows: Iterable[OfficialParagraph]) -> dict[int, OfficialParagraph]:
    """Return the paragraphs by number, without opening words."""
    return {row.number: row for row in rows if row.number}


def names(article: Article, edition: Edition, cues: Cues) -> Iterator[Said]:
    """The text names the bodies, agreements and places that our edition says it names.

    A name that is not there contradicts only if it is known to the text from another article:
    otherwise it may be worded in a way that is not among the cues.
    """
    here = edition.named[article.number]
    with_cues = known(edition.language, cues.body_words)
    relations = {row.mention_id: row.relation for row in article.article_mentions.all()}
    for slug, relation in relations.items():
        is_background = relation == ArticleMention.Relation.BACKGROUND
        was_open = relation == ArticleMention.Relation.THOUGHT_NAMED
        if slug in here and is_background:
            yield Verdict.OPEN, f"names {quoted(here[slug])}: {slug} is only background here"
        elif slug in here:
            message = f"names {quoted(here[slug])}: {slug}"
            yield settling(Verdict.AGREES, message, was_open=was_open)
        elif slug in with_cues and not is_background:
            places = [number for number, found in edition.named.items() if slug in found]
            if places:
                elsewhere = ", ".join(map(treaty.label, places))
                message = f"does not name {slug}, which stands in {elsewhere}"
                yield settling(Verdict.CONTRADICTS, message, was_open=was_open)
            else:
                yield Verdict.OPEN, f"does not name {slug} by a name known here"
    for slug in here:
        if slug not in relations:
            yield Verdict.OPEN, f"names {quoted(here[slug])}: {slug} is not named in this edition"


def themes(article: Article, edition: Edition, cues: Cues) -> Iterator[Said]:
    """The words of the text speak of the leading theme of the article.

    The subject and number of a reported article stand whatever the words suggest; those of
    others are only as good as the words that bear them out, so these must be the foremost.
    """
    ranked = subjects_of(edition.text(article.number), edition.language, cues)
    subject = clear(ranked)
    reading = f"its words read as “{subject.name}” ({counted(subject)})" if subject else ""
    if article.grade == Evidence.UNPLACED:
        yield Verdict.OPEN, reading or "its words do not say clearly what it deals with"
        return
    names_of_themes = " or ".join(theme.name for theme in article.theme_list)
    slugs = {theme.slug for theme in article.theme_list}
    leading = article.theme_list[0]
    is_reported = article.grade == Evidence.REPORTED
    enough = [row for row in ranked if row.score >= ENOUGH]
    foremost = [row for row in enough if is_reported or row.score == enough[0].score]
    speaking = [row for row in foremost if leading.slug in row.themes]
    if speaking:
        message = f"its words speak of {leading.name} ({counted(speaking[0])})"
        yield settling(Verdict.AGREES, message, was_open=not is_reported)
    elif subject and not slugs & set(subject.themes):
        verdict = Verdict.OPEN if is_reported else Verdict.CONTRADICTS
        yield settling(verdict, f"{reading}, not as {names_of_themes}", was_open=True)
    else:
        yield Verdict.OPEN, f"its words do not bear out {leading.name}"


def strength(article: Article, edition: Edition, cues: Cues) -> Iterator[Said]:
    """The paragraphs bind as our edition says: by duties, aims, bans and permissions.

    Paragraphs are compared by number, where it is known to be the treaty's and the text prints
    it, or where both have as many; opening words count with each.
    """
    rows = edition.paragraphs[article.number]
    theirs = numbered(rows) or {1: rows[0]}
    opening = text_of(row for row in rows if not row.number and row not in theirs.values())
    ours = list(article.paragraphs.all())
    for paragraph in ours:
        theirs_of = theirs.get(paragraph.number)
        is_printed = bool(theirs_of and theirs_of.label)
        is_sure = paragraph.numbering == Numbering.CONFIRMED and is_printed
        if theirs_of and (is_sure or len(ours) == len(theirs)):
            text = f"{opening}\n{theirs_of.text}"
            found = set(labels(text, edition.language, cues.strength_words))
            is_firm = paragraph.numbering != Numbering.OWN and edition.language in TELLING
            for verdict, message in compared_strength(paragraph, found, cues, is_firm=is_firm):
                yield verdict, f"{paragraph.label}: {message}"


def compared_strength(
    paragraph: Paragraph, theirs: set[str], cues: Cues, *, is_firm: bool
) -> Iterator[Said]:
    """Compare the kinds of strength of a paragraph of ours with those of the official one.

    A ban or aim of ours that is not in the text contradicts, and one of the text's if it is all
    the text has; else our edition may only be silent on it. Without ``is_firm`` both are open.
    """
    ours: dict[str, bool] = {}
    for statement in paragraph.statements.all():
        for kind in labels(statement.plain, PLAIN, cues.strength_words):
            ours[kind] = ours.get(kind, True) and not statement.is_reported
    shared = [kind for kind in ours if kind in theirs]
    if shared:
        was_open = all(ours[kind] for kind in shared)
        yield settling(Verdict.AGREES, f"{listed(shared)} in both", was_open=was_open)
    for kind, was_open in ours.items():
        if kind not in theirs:
            is_wrong = is_firm and bool(theirs) and kind in BINDING
            verdict = Verdict.CONTRADICTS if is_wrong else Verdict.OPEN
            message = f"{listed([kind])} in this edition, no word for it in the official text"
            yield settling(verdict, message, was_open=was_open)
    for kind in BINDING:
        if kind in theirs and kind not in ours:
            is_wrong = is_firm and theirs == {kind} and bool(ours)
            verdict = Verdict.CONTRADICTS if is_wrong else Verdict.OPEN
            message = f"{listed([kind])} in the official text only"
            yield settling(verdict, message, was_open=bool(ours) and all(ours.values()))


Comparison = Callable[[Article, Edition, Cues], Iterator[Said]]
COMPARISONS: Final[dict[str, Comparison]] = {
    "landmark": landmarks,
    "paragraphs": paragraph_counts,
    "names": names,
    "themes": themes,
    "strength": strength,
}
"""The comparisons by the kind of their findings."""


def quoted(words: Iterable[str]) -> str:
    """Return words in quotation marks."""
    return ", ".join(f"“{word}”" for word in words)


def counted(subject: ReadSubject) -> str:
    """Return the cues of a subject, with how often each was found where that is not once."""
    return ", ".join(f"{word} ×{count}" if count > 1 else word for word, count in subject.words)


def listed(kinds: Iterable[str]) -> str:
    """Return kinds of strength in words: ``a duty and an aim``."""
    ordered = sorted(kinds, key=KINDS.index)
    return " and ".join(f"{'an' if kind == 'aim' else 'a'} {kind}" for kind in ordered)
