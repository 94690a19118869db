"""Pages on the words of the texts that are loaded: in context, compared, and quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from articles import heads
from articles.citations.surroundings import furniture
from articles.selections.carrying import address_with
from articles.selections.selection import being_made
from articles.treaty.addresses import query_string
from articles.treaty.phrases import counted
from articles.views.missing import NoSuchPage
from articles.views.rendering import show
from articles.views.requests import Request
from articles.words.comparison import Comparison, Pair, chosen_pair, comparable
from articles.words.concordance import (
    Found,
    IndexedText,
    Wanted,
    concordance,
    explained,
    index,
)
from articles.words.quotations import MAX_LENGTH, check, with_meanings

LONGEST: Final = 100
"""Characters of the longest word or phrase that is looked up."""

MOST_LINES: Final = 200
"""Uses on a page."""

MOST_WORDS: Final = 100
"""Words on a page of the list of words."""

TOO_LONG: Final = f"That is too long. Please use at most {LONGEST} characters."
NO_WORD: Final = "Please type a word: there are no letters or digits in that."

BESIDE: Final = (("Previous", "before"), ("Next", "after"))
"""What the link to the article before is called, and the one to that after; and their sides."""

Choice = tuple[str, str, bool]
"""A link that chooses a text: its name, its address, and whether it is chosen already."""


@dataclass(frozen=True)
class WordForm:
    """What the page of a word is asked: the word, in which text, and whether in any form.

    No query string is an error; an unknown text means every text.
    """

    wanted: Wanted
    text: IndexedText | None = None

    @classmethod
    def read(cls, word: str, data: QueryDict, texts: Sequence[IndexedText]) -> Self:
        """Read the word, and ``text`` and ``exact`` of a query string, given all the texts."""
        wanted = Wanted.read(word, is_exact=data.get("exact") == "1")
        return cls(wanted, chosen_text(data, texts))

    @property
    def address(self) -> str:
        """The address of the word, of which there must be one, in every text and form."""
        return reverse("word", args=[self.wanted.text])

    @property
    def here(self) -> str:
        """The address of what is asked."""
        return self.address_with(self.text, is_exact=self.wanted.is_exact)

    @property
    def address_otherwise(self) -> str:
        """The address of the same in this form of the word only, or else in every form."""
        return self.address_with(self.text, is_exact=not self.wanted.is_exact)

    @property
    def address_in_every_text(self) -> str:
        """The address of the same in every text."""
        return self.address_with(None, is_exact=self.wanted.is_exact)

    def address_with(self, text: IndexedText | None, *, is_exact: bool) -> str:
        """Return the address of the same word in a text, or in every text."""
        slug, exact = text.text.slug if text else "", "1" if is_exact else ""
        return self.address + query_string([("text", slug), ("exact", exact)])

    def summary(self, found: Sequence[Found]) -> str:
        """Return how often the texts have the word, in a sentence."""
        is_exact = self.wanted.is_exact
        here = f"this text: {self.text.text.name}" if self.text else ""
        if not found:
            form = " in this form" if is_exact else ""
            return f"Not found{form} in {here or 'any text loaded here'}."
        uses = counted(sum(len(row.uses) for row in found), "use")
        form = "in this form only" if is_exact else "in any form"
        where = here or (f"{len(found)} texts" if len(found) > 1 else "")
        return f"{uses}, {form}{', in ' * bool(where)}{where}."

    def choices(self, texts: Iterable[IndexedText]) -> list[Choice]:
        """Return the links that choose one of the texts, or every text."""
        return [
            (
                row.text.name if row else "Every text",
                self.address_with(row, is_exact=self.wanted.is_exact),
                row == self.text,
            )
            for row in (None, *texts)
        ]


def chosen_text(data: QueryDict, texts: Sequence[IndexedText]) -> IndexedText | None:
    """Return the text whose slug is ``text`` in a query string, if there is one."""
    return next((row for row in texts if row.text.slug == data.get("text")), None)


def pages(rows: Sequence[Any], size: int, request: Request, address: str) -> dict[str, Any]:
    """Return the page of the rows that is asked for, and the addresses of those beside it."""
    page = Paginator(rows, size).get_page(request.GET.get("page"))
    return {
        "page": page,
        "earlier": address_with(address, (("page", str(page.number - 1)),)),
        "later": address_with(address, (("page", str(page.number + 1)),)),
    }


def words(request: Request) -> HttpResponse:
    """List the words of a text by frequency, or lead to the page of the word that is asked for."""
    texts = index(request.edition)
    text = chosen_text(request.GET, texts)
    asked = request.GET.get("word", "").strip()
    form = WordForm(Wanted.read(asked[: LONGEST + 1]), text)
    is_too_long = len(asked) > LONGEST or len(form.wanted.text) > LONGEST
    if form.wanted.words and not is_too_long:
        carried = being_made(request.GET, request.edition).carried
        return redirect(address_with(form.here, carried))
    shown = text or texts[0]
    text_query = query_string([("text", text.text.slug if text else "")])
    context = {
        "text": shown.text,
        "chosen": text,
        "choices": [
            (row.text.name, f"{reverse('words')}?text={row.text.slug}", row == shown)
            for row in texts
        ],
        "text_query": text_query,
        **pages(shown.vocabulary, MOST_WORDS, request, reverse("words") + text_query),
        "asked": "".join(filter(str.isprintable, asked[:LONGEST])),  # HTML has no NUL
        "notice": (TOO_LONG if is_too_long else NO_WORD) if asked else "",
        "most": LONGEST,
    }
    return show(request, "articles/words.html", heads.of_single("words"), context)


def word(request: Request, word: str) -> HttpResponse:
    """Show every use of a word or phrase in context, text by text."""
    if len(word) > LONGEST:
        raise NoSuchPage(TOO_LONG)
    texts = index(request.edition)
    form = WordForm.read(word, request.GET, texts)
    if not form.wanted.words:
        raise NoSuchPage(NO_WORD)
    searched = [form.text] if form.text else texts
    found = concordance(searched, form.wanted)
    lines = [(row, use) for row in found for use in row.uses]
    paged = pages(lines, MOST_LINES, request, form.here)
    here = paged["page"].object_list
    owners = [row for row in found if any(owner is row for owner, _ in here)]
    any_form = Wanted(form.wanted.words, form.wanted.stems)
    shown = spelling(found, form.wanted) or form.wanted.text
    unused = [] if found else explained(searched, form.wanted)
    context = {
        "form": form,
        "shown": shown,
        "summary": form.summary(found),
        "groups": [(row, [use for owner, use in here if owner is row]) for row in owners],
        **paged,
        "choices": form.choices(texts),
        "explained": unused,
        "explained_title": "Word by word" if len(unused) > 1 else "The nearest words",
        "other_forms": not found and form.wanted.is_exact and bool(concordance(searched, any_form)),
        "other_texts": not found and form.text and bool(concordance(texts, form.wanted)),
        "most": LONGEST,
    }
    head = heads.of_word(shown, form.address, len(lines), paged["page"].number)
    return show(request, "articles/word.html", head, context)


def spelling(found: Iterable[Found], wanted: Wanted) -> str:
    """Return how the texts write the word or phrase, if they have it in that form."""
    forms = (form for row in found for form in row.forms)
    return next((form.spelling for form in forms if form.word == wanted.text), "")


def compare(request: Request, number: int) -> HttpResponse:
    """Compare an article in two official texts of one language."""
    articles = request.edition.by_number
    pairs = comparable(request.edition)
    first, second = request.GET.get("a", ""), request.GET.get("b", "")
    pair = chosen_pair(pairs, first, second)
    carried = pair_query(pair) if pair and (pair[0].slug, pair[1].slug) == (first, second) else ""
    comparison = Comparison(number, *pair) if pair else None
    context = {
        "article": articles[number],
        "comparison": comparison,
        "swapped": pair_query((pair[1], pair[0])) if pair else "",
        "others": [(row, pair_query(row)) for row in pairs if pair and slugs(row) != slugs(pair)],
        "neighbours": [
            (row, row.place.compare_url + carried, *how)
            for row, how in zip(request.edition.neighbours(number), BESIDE, strict=True)
            if row
        ],
    }
    head = heads.of_comparison(articles[number], articles[number].place.compare_url, pair)
    return show(request, "articles/compare.html", head, context)


def slugs(pair: Pair) -> set[str]:
    """Return what tells two texts from any other two."""
    return {text.slug for text in pair}


def pair_query(pair: Pair) -> str:
    """Return the query string that chooses two texts."""
    return query_string([("a", pair[0].slug), ("b", pair[1].slug)])


def verify_quotation(request: Request) -> HttpResponse:
    """Show the form and, for a quotation, where it is from and what differs.

    Reads ``text`` of the query string; anything else is ignored.
    """
    typed = request.GET.get("text", "").replace("\0", "")  # which no page may hold
    is_asked = bool(typed.strip())
    checked = check(typed, request.edition, furniture(request.edition))
    context = {
        "typed": typed,
        "is_asked": is_asked,
        "checked": with_meanings(checked, request.edition),
        "max_length": MAX_LENGTH,
    }
    head = replace(heads.of_single("verify"), is_indexed=not is_asked)
    return show(request, "articles/verify.html", head, context)
