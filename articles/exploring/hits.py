"""Answers a query before any filter: the articles that it finds, and the words that show why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from typing import Final

from django.utils.safestring import SafeString, mark_safe

from articles import search, treaty
from articles.edition import Edition, derived
from articles.exploring.ahead import Ahead, ahead_of, words_of
from articles.exploring.cautions import caution_on
from articles.exploring.pasted import SHORTENED, check_of, quotation_in
from articles.exploring.quoting import phrases_missing, without_quotes
from articles.models import Article, OfficialParagraph, OfficialText, Paragraph, Point, Question
from articles.search import documents, entries
from articles.search.site_pages import PAGE
from articles.treaty.addresses import Pairs, query_string
from articles.treaty.places import Place

ONLY_SOME: Final = "No article contains all these words. Closest matches:"
NEAREST: Final = "The nearest provisions:"
NOT_DEALT_WITH: Final = "Nothing in the treaty seems to deal with “{}”."
NOT_THE_EDITIONS_WORDS: Final = "No article here uses “{}”. The nearest provisions:"
MOST_WORDS_REPEATED: Final = 3
"""Nobody who asks in a sentence expects to find it there."""

NO_SUCH_ARTICLE: Final = (
    f"The treaty has a preamble and {treaty.LAST_ARTICLE} articles; there is no article {{}}."
)
NO_SUCH_PROVISION: Final = "The treaty has no {}."

MOST_REMEMBERED: Final = 32
"""Queries whose answers are remembered; one of a long list takes some ten thousand bytes."""

MOST_NOTICES: Final = 4
"""Notices of what is not there that are shown; more would only repeat it."""


@dataclass(frozen=True)
class Hit:
    """An article that was found, the part of it to show, and why it was found.

    ``text`` is that of the provision that answers; without one, the gist or the article's only
    paragraph. What the ``marker`` finds is marked in it, and of a long one that ``is_cut`` only
    what is around that is shown. ``official`` is the text that it stands in, if it is not our own.
    ``clue`` is the strongest of the reasons, where one of them can be seen only if it is said;
    ``asked`` are the parameters of the search, whose words the page of the article marks. An
    article may stand under several filters: the hit then has a ``group``. Where words were looked
    for, ``plan`` says what for. A belief ``is_corrected`` where the page does that already.
    """

    article: Article
    text: str
    why: tuple[str, ...] = ()
    provision: Place | None = None
    official: OfficialText | None = None
    clue: str = ""
    asked: Pairs = ()
    group: str = ""
    marker: search.Marker = search.NO_MARKS
    is_cut: bool = False
    plan: search.Plan | None = None
    is_corrected: bool = False

    @cached_property
    def segments(self) -> tuple[search.Segment, ...]:
        """What is shown, in segments."""
        segments = self.marker.segments(self.text)
        return search.cut(segments) if self.is_cut else segments

    @cached_property
    def caution(self) -> str:
        """What corrects the reader's belief, where that can be told from what was asked."""
        if self.plan is None or self.is_corrected:
            return ""
        return caution_on(self.place, self.article.cautions.all(), self.plan)

    @property
    def place(self) -> Place:
        """The provision that answers, or else the article."""
        return self.provision or Place(self.article.number)

    @property
    def heading(self) -> str:
        """``Article 3, paragraph 3 · Principles of relations``, if a paragraph answers."""
        return f"{self.place.label} · {self.article.title}"

    @property
    def address(self) -> str:
        """The address of the provision, in the text that is shown, with what was asked for."""
        is_other = self.asked and self.official and self.official.position > 1
        slug = self.official.slug if self.official and is_other else ""
        return self.place.url + query_string([*self.asked, ("lang", slug)])

    @property
    def where(self) -> str:
        """What is shown: ``Paragraph 3``, ``Official text (Russian), point 2.3``.

        Empty where the article as a whole was found.
        """
        if self.provision is None:
            return ""
        said = self.provision.label.removeprefix(f"{self.article.label}, ")
        if self.official is None:
            return said.capitalize()
        language = self.official.language_name
        is_english = self.official.language == OfficialText.Language.ENGLISH
        return f"Official text{'' if is_english else f' ({language})'}, {said}"

    @property
    def key(self) -> int | None:
        """The article's number where it is in the list as in that of all articles."""
        is_other = self.why or self.asked or self.group or self.snippet != self.article.gist
        return None if is_other else self.article.number

    @property
    def anchor(self) -> str:
        """The HTML ``id`` of the hit in a list."""
        return "-".join(filter(None, ["hit", str(self.article.number), self.group]))

    @property
    def found_by(self) -> str:
        """Why it was found, where no word that is shown is marked."""
        return "" if any(segment.is_marked for segment in self.segments) else self.clue

    @property
    def html(self) -> SafeString:
        """What is shown, the words that were looked for marked."""
        return mark_safe("".join(row.html for row in self.segments))  # noqa: S308 - it is escaped

    @property
    def snippet(self) -> str:
        """What is shown, as plain text."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True)
class Found:
    """What a query alone brought, whichever way it was answered.

    ``question`` is the one that it asks, of those that the edition answers; that and what ``also``
    was found are looked for only where they are shown.
    It ``is_absent`` if the treaty does not deal with some of what was asked for; a notice says so.
    The ``marker`` marks what was looked for. ``first`` is what it asks of the site itself: pages,
    events, commentary; ``lead`` says what they are, where it is not plain.
    """

    hits: tuple[Hit, ...]
    also: Callable[[], Sequence[entries.Entry]] = tuple
    notices: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    suggestion: str | None = None
    is_absent: bool = False
    question: Callable[[], Question | None] = lambda: None
    marker: search.Marker = search.NO_MARKS
    first: tuple[entries.Entry, ...] = ()
    lead: str = ""


def answer(query: search.Query, edition: Edition) -> Found:
    """Return what a query alone brings, before any filter."""
    return recent(edition)(query)


@derived
def recent(edition: Edition) -> Callable[[search.Query], Found]:
    """Return what answers queries, and remembers the last ones.

    Who opens an article comes from a search that has just been made, and filters are ticked one
    after another.
    """
    return lru_cache(maxsize=MOST_REMEMBERED)(partial(found_for, edition=edition))


def found_for(query: search.Query, edition: Edition) -> Found:
    """Return what a query alone brings."""
    if query.is_empty and not query.paste:
        return everything(edition)
    ahead = ahead_of(query, edition)
    return after(ahead, query, edition) if ahead.first else articles_for(query, edition)


def after(ahead: Ahead, query: search.Query, edition: Edition) -> Found:
    """Return what a query brings that asks something of the site itself: that first.

    Articles that only a date's number or a likelier spelling would bring are left out.
    """
    if ahead.date:
        found = articles_for(search.parse(words_of(ahead.date)), edition)
        found = Found(found.hits, understood=(ahead.date.name,), marker=found.marker)
    else:
        found = articles_for(query, edition)
        if found.suggestion:
            found = Found((), question=found.question)
    # That the edition lacks the words is no news where a page answers.
    is_news = found.is_absent and ahead.first[0].kind != PAGE
    notices = found.notices if is_news else ()
    return replace(found, first=ahead.first, lead=ahead.lead, notices=notices)


def articles_for(query: search.Query, edition: Edition) -> Found:
    """Return the articles that a query alone brings, and what goes with them."""
    if query.paste:
        return of_paste(query, edition)
    if query.reference:
        return turn_to(query.reference, edition)
    named = [turn_to(reference, edition) for reference in query.references]
    if not (query.wanted or query.excluded):
        return first_of_all(named, Found(()))
    found = look_for(query, edition)
    return first_of_all(named, found) if named else found


def first_of_all(named: Sequence[Found], found: Found) -> Found:
    """Return what the words found after the provisions that are named, each once, in order."""
    hits: dict[Place, Hit] = {}
    for hit in (hit for row in named for hit in row.hits):
        is_again = hit.article.number in {place.article for place in hits}
        group = hit.place.code if is_again else ""
        hits.setdefault(hit.place, replace(hit, marker=found.marker, is_cut=True, group=group))
    numbers = {place.article for place in hits}
    rest = (hit for hit in found.hits if hit.article.number not in numbers)
    notices = [notice for row in (*named, found) for notice in row.notices]
    understood = [said for row in (*named, found) for said in row.understood]
    return replace(
        found,
        hits=(*hits.values(), *rest),
        notices=tuple(dict.fromkeys(notices))[:MOST_NOTICES],
        understood=tuple(dict.fromkeys(understood)),
    )


@derived
def everything(edition: Edition) -> Found:
    """Return all articles in order."""
    return Found(tuple(Hit(article, article.gist) for article in edition.articles))


def turn_to(reference: search.Reference, edition: Edition) -> Found:
    """Return the article that a reference names, or say that there is none."""
    understood = (reference.label,)
    if not reference.is_article_there:
        return Found((), notices=(NO_SUCH_ARTICLE.format(reference.article),))
    article = edition.by_number[reference.article]
    if reference.paragraph is None:
        return Found((Hit(article, article.gist, understood),), understood=understood)
    for row in (*article.passages(), *article.official_paragraphs.all()):
        if row.place == reference.place:
            hit = Hit(article, row.plain, understood, row.place, text_of(row))
            return Found((hit,), understood=understood)
    notice = NO_SUCH_PROVISION.format(reference.label)
    return Found((Hit(article, article.gist, (article.label,)),), notices=(notice,))


def of_paste(query: search.Query, edition: Edition) -> Found:
    """Return the provision that a long text is quoted from, ahead of what its words bring."""
    found, quoted = look_for(query, edition), quotation_in(query.paste, edition)
    check = (check_of(query.paste),)
    if quoted is None:
        notices = (SHORTENED, *found.notices)
        return replace(found, notices=notices, first=check, question=Found(()).question)
    article = edition.by_number[quoted.place.article]
    row = next(row for row in quoted.rows(article) if row.place == quoted.place)
    why, place = (quoted.place.label,), provision(documents.named(article, row.place))
    hit = Hit(article, row.plain, why, place, text_of(row))
    others = (other for other in found.hits if other.article != article)
    return Found((hit, *others), found.also, marker=found.marker, first=check, lead=quoted.notice)


def look_for(query: search.Query, edition: Edition) -> Found:
    """Return the articles, and what else there is, that have what the query looks for."""
    index = search.index(edition)
    findings = search.find(query, index)
    suggestion, notices = findings.plan.suggestion, notices_on(findings)
    if not findings.matches and (missing := phrases_missing(query, edition)):
        notices = [missing, *notices]
        suggestion = search.nearest(query, index.words) or without_quotes(query.text)
    if not findings.matches and suggestion is None:
        suggestion = search.nearest(query, index.words)
        if suggestion and not any(need.is_required for need in findings.plan.needs):
            near = search.find(search.parse(suggestion), index)
            findings = replace(findings, matches=near.matches)
    marker = search.Marker.of(findings.plan)
    return Found(
        hits=tuple(hit_of(match, marker, findings.plan, edition) for match in findings.matches),
        also=partial(entries.find_entries, findings.plan, edition),
        notices=tuple(notices),
        understood=tuple(search.understood(findings.plan)),
        suggestion=suggestion,
        is_absent=bool(findings.plan.absent) or findings.is_far,
        question=partial(search.find_question, query, findings.plan, edition),
        marker=marker,
    )


def hit_of(match: search.Match, marker: search.Marker, plan: search.Plan, edition: Edition) -> Hit:
    """Return an article as a hit, with the passage that answers best."""
    article = edition.by_number[match.article_id]
    why, clue = tuple(search.reasons(match)), search.clue(match)
    if match.passage is None:
        return Hit(article, article.gist, why, clue=clue, marker=marker)
    row, place = documents.passages(edition)[match.article_id][match.passage]
    return Hit(
        article,
        row.plain,
        why,
        provision(place),
        text_of(row),
        clue,
        marker=marker,
        is_cut=True,
        plan=plan,
    )


def at_strength(hit: Hit, strengths: frozenset[str]) -> Hit:
    """Return the hit with a paragraph that binds in one of these ways, if its article has one.

    The one that answers stays; otherwise it is the first.
    """
    rows = [row for row in hit.article.paragraphs.all() if not strengths.isdisjoint(row.strengths)]
    shown = (hit.place.paragraph or 1) if hit.provision or hit.official else None
    if not rows or shown in [row.number for row in rows]:
        return hit
    return replace(
        hit,
        text=rows[0].plain,
        is_cut=True,
        provision=provision(documents.named(hit.article, rows[0].place)),
        official=None,
    )


def text_of(row: Paragraph | Point | OfficialParagraph) -> OfficialText | None:
    """Return the official text in which words stand; none if they are ours."""
    return row.official_text if isinstance(row, OfficialParagraph) else None


def provision(place: Place) -> Place | None:
    """Return the provision to name where a place is one; none for an article."""
    return None if place.paragraph is None else place


def notices_on(findings: search.Findings) -> list[str]:
    """Return what the reader should know of how the articles answer the query."""
    asked = findings.plan
    if asked.absent:
        is_near = findings.matches and asked.is_all_absent
        return [*asked.absent, *([NEAREST] if is_near else [])]
    notices = []
    if findings.is_far:
        notices += [NOT_DEALT_WITH.format(findings.query.text), NEAREST]
    elif findings.matches and not findings.is_complete:
        notices.append(ONLY_SOME)
    is_short = len(findings.query.text.split()) <= MOST_WORDS_REPEATED
    if findings.matches and asked.is_english and is_short and not findings.is_in_edition:
        notices.append(NOT_THE_EDITIONS_WORDS.format(findings.query.text))
    return notices
