"""The treaty cited as published guides want it: a function for each, in a table of them all.

No guide foresees a link to a restatement: the words that say so are ours, put where the guide
puts the source of a text. Nor does any that was seen treat closing lines, or points with numbers
of their own: a point stands where the style has a paragraph. No style is given a treaty series,
since the treaty is in none that is known here. Every function takes what is cited, and the facts
of the treaty it is in, and returns the citation, as a note in the styles that cite in notes.

The guides themselves were not to be had, but for parts of the United Nations' manual: numbers of
rules are given as others give them. Each docstring says in which kind of guide to the guide, with
which example, the rule was checked, and what stays open. Most of the examples are in
``tests/citations/published.toml``, and the functions are held to them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.formats import date_format

from articles import treaty
from articles.citations.cited import Cited, Italic, cited
from articles.citations.facts import TREATY, Facts
from articles.citations.pinpoint import Pinpoint
from articles.citations.wording import SPELT, Places, day_first, shown

BRACKETED: Final = Places("art {}", "art {}({})", "art {}({})", "preamble", "preamble, recital {}")
AUSTRALIAN: Final = Places("art {}", "art {}({})", "art {}({})", "preamble", "preamble para {}")
BLUEBOOK: Final = Places("art. {}", "art. {}, ¶ {}", "art. {}({})", "pmbl.", "pmbl. ¶ {}")
UNITED_NATIONS: Final = Places(
    "art. {}", "art. {}, para. {}", "art. {}, point {}", "preamble", "preamble, para. {}"
)
"""How each style writes provisions: a point by the number that the treaty gives it."""


def oscola(pinpoint: Pinpoint, facts: Facts = TREATY) -> Cited:
    """Follow OSCOLA, 4th ed. (2012), with its 2006 section on international law, IV.A.1.

    Title in roman; in brackets after it the two parties, joined by a dash; in brackets the full
    dates of signature and of entry into force; article and paragraph without full stops. A web
    address stands in angle brackets before the day of access (4th ed., 3.1.4). Dates and pinpoint
    checked in a university's library guide and in New Hart's Rules 13.6, on the Refugee Convention;
    the parties on the section's own example (France and Austria), quoted elsewhere: its title goes
    without the parties that the treaty itself names there, so ours does. Open: how a recital is
    written; the 5th edition, of which neither a copy nor a guide was found.
    """
    accessed = f" accessed {day_first(pinpoint.accessed)}" if pinpoint.accessed else ""
    return cited(
        f"{facts.subject} ({facts.parties}) (signed {day_first(facts.signed)}, entered into force "
        f"{day_first(facts.in_force)}){BRACKETED.of(pinpoint, ' ')} "
        f"({shown(pinpoint)} at <{pinpoint.short_url}>{accessed})."
    )


def bluebook(pinpoint: Pinpoint, facts: Facts = TREATY) -> Cited:
    """Follow The Bluebook, 21st ed. (2020), rule 21.4.

    Form and subject of the treaty (21.4.1), the two parties shortened and joined by a hyphen in
    the order of the alphabet (21.4.2), subdivision (21.4.4), date of signature (21.4.3). Checked in
    the guides of three law schools, each of which lists the parts in this order; one has a
    bilateral example (United States and Australia). Open, since no guide seen treats it: the place
    of the entry into force, here in brackets after the date; how a source that restates is cited,
    here as an address appended to the citation (18.2.1) with the day of the last visit, as the
    page bears no date of its own (18.2.2); ``Russ.``, which table T10.3 was not there to confirm;
    ``art. 3, ¶ 3``, for which ``art. 3(3)`` is also seen; the 22nd edition.
    """
    visited = f" (last visited {us_date(pinpoint.accessed)})" if pinpoint.accessed else ""
    return cited(
        f"{facts.subject}, {facts.us_parties}{BLUEBOOK.of(pinpoint, ', ')}, "
        f"{us_date(facts.signed)} (entered into force {us_date(facts.in_force)}), ",
        Italic(f"{shown(pinpoint)} at"),
        f" {pinpoint.short_url}{visited}.",
    )


def month_first(day: date) -> str:
    """Return ``January 17, 2025``."""
    return date_format(day, "F j, Y")


def us_date(day: date) -> str:
    """Return ``Jan. 17, 2025``: the Bluebook, table T12, shortens two months more than the AP."""
    return date_format(day, "N j, Y").replace("March", "Mar.").replace("April", "Apr.")


def aglc(pinpoint: Pinpoint, facts: Facts = TREATY) -> Cited:
    """Follow the Australian Guide to Legal Citation, 4th ed. (2018), rule 8.

    Title in italics (8.1); parties that it names are not repeated (8.2); ``signed`` with the date
    for a bilateral treaty, entry into force in brackets (8.3.2); the pinpoint last, without
    punctuation before it, a paragraph in brackets (8.7). All of it checked in the guides of seven
    university libraries, with bilateral examples: one whose title names the parties (Australia and
    the United Kingdom), one with a pinpoint (Denmark and Germany). A web address stands in angle
    brackets (4.4), and no day of access is asked for. Open: how a paragraph of a preamble is
    written; rule 4.4, which no guide seen shows beside a treaty.
    """
    return cited(
        Italic(facts.title),
        f", signed {day_first(facts.signed)} (entered into force {day_first(facts.in_force)})"
        f"{AUSTRALIAN.of(pinpoint, ' ')} ({shown(pinpoint)} at <{pinpoint.short_url}>).",
    )


def mcgill(pinpoint: Pinpoint, facts: Facts = TREATY) -> Cited:
    """Follow the Canadian Guide to Uniform Legal Citation (McGill), 10th ed., section 5.1.

    Title in italics, parties only where it does not name them, date of signature, pinpoint, entry
    into force in brackets. Checked in a university's quick reference to the 8th edition, with a
    bilateral example whose title names the parties (Canada and the Russian Federation) and one
    with a pinpoint. An address on the web follows ``online:`` in angle brackets. Open: a later copy
    of the same reference, to an edition that could not be told, ends the example with a pinpoint
    without the entry into force, which is kept here since it tells that the treaty binds; how a
    recital of a preamble is written; nothing of the 10th edition itself was to be had.
    """
    return cited(
        Italic(facts.title),
        f", {day_first(facts.signed)}{BRACKETED.of(pinpoint, ', ')} "
        f"(entered into force {day_first(facts.in_force)}), "
        f"{shown(pinpoint)} online: <{pinpoint.short_url}>.",
    )


def apa(pinpoint: Pinpoint, facts: Facts = TREATY) -> Cited:
    """Follow the APA Publication Manual, 7th ed. (2020), section 11.10: the reference list.

    Name of the treaty in roman, full date of signature with the month first, address; no full stop
    after it and no day of access. Checked in the guides of two university libraries, with examples
    of the United Nations, and in an article of the publisher on treaties, for an earlier edition.
    Open: one of them gives a pinpoint in the text, none in the list. Here it stands after the name,
    where the Bluebook has it, which that chapter follows, since who copies this cites the place.
    """
    return cited(
        f"{facts.title}{SPELT.of(pinpoint, ', ')}, {month_first(facts.signed)}, "
        f"{shown(pinpoint)} at {pinpoint.short_url}"
    )


def chicago(pinpoint: Pinpoint, facts: Facts = TREATY) -> Cited:
    """Follow The Chicago Manual of Style, 17th ed. (2017), 14.290: a full note.

    Name, two parties shortened and joined by a hyphen where the name leaves them out, subdivision,
    date of signature, source, as the manual takes citations of law over from the Bluebook (14.269).
    Checked in a university's library guide: the parties; and in the official styles of CSL for the
    17th and the 18th edition, which are held to the manual by those who keep them: name, parties,
    and a date with its month in full. A day of access is asked for only of what bears no date
    (14.12). The address is the full one, since a full stop after the short one would look like a
    part of it. Open: the place of the subdivision, which rests on the Bluebook's, since no example
    of a treaty in this style was to be had.
    """
    return cited(
        f"{facts.subject}, {facts.us_parties}{SPELT.of(pinpoint, ', ')}, "
        f"{month_first(facts.signed)}, {shown(pinpoint)} at {pinpoint.url}."
    )


def united_nations(pinpoint: Pinpoint, facts: Facts = TREATY) -> Cited:
    """Follow the United Nations Editorial Manual, "Footnotes and other references", III.G and IV.

    Title in roman with place and date in brackets, article and paragraph shortened, an address on
    the web last. Of the manual, sections I, II.A and the head of IV.A could be read: footnotes name
    treaties; for legal texts it refers to the office that serves the International Law Commission;
    an address follows "Available at", for which we say what it shows. Open: sections III.G, on
    instruments in the Treaty Series, and II.D, on electronic sources, could not be read, nor could
    more than the introduction to the Commission's style guide, which place and date in brackets
    are understood to come from. Our edition changes, so the day of access is given.
    """
    accessed = f" (accessed on {day_first(pinpoint.accessed)})" if pinpoint.accessed else ""
    source = shown(pinpoint)
    return cited(
        f"{facts.title} ({facts.signed_at}, {day_first(facts.signed)}; entered into force on "
        f"{day_first(facts.in_force)}){UNITED_NATIONS.of(pinpoint, ', ')}. "
        f"{source[0].upper()}{source[1:]} at {pinpoint.short_url}{accessed}."
    )


def address(pinpoint: Pinpoint) -> Cited:
    """Follow no guide: what it is, what is shown of it, and the full address."""
    title = f"{treaty.SHORT_TITLE} of {treaty.SIGNED.year}{pinpoint.after_title}"
    return cited(f"{title}, {shown(pinpoint)}: {pinpoint.url}")


@dataclass(frozen=True)
class Style:
    """A way to cite: its name, the edition and rule of the guide, and what writes it."""

    slug: str
    name: str
    edition: str
    write: Callable[[Pinpoint], Cited]


STYLES: Final = (
    Style("oscola", "OSCOLA", "4th edition; international law, 2006, IV.A.1", oscola),
    Style("bluebook", "Bluebook", "21st edition, rule 21.4", bluebook),
    Style("aglc", "AGLC", "4th edition, rule 8", aglc),
    Style("mcgill", "McGill Guide", "10th edition, section 5.1", mcgill),
    Style("apa", "APA", "7th edition, section 11.10", apa),
    Style("chicago", "Chicago", "17th edition, 14.290, note", chicago),
    Style("un", "United Nations", "Editorial Manual, footnotes", united_nations),
    Style("address", "Plain address", "no guide", address),
)
"""Every style, in the order in which pages show them."""
