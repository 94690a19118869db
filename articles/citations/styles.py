"""The treaty cited as published guides want it: a function for each, in a table of them all.

No guide foresees a link to a restatement: the words that say so are ours, put where the guide
puts the source of a text. No style is given a treaty series, since the treaty is in none that is
known here. Every function takes what is cited and returns the citation, as a note in the styles
that cite in notes. Where a guide was not to be had, the rule was checked in published summaries
of it by law libraries; what stayed open is said for each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from articles import treaty
from articles.citations.cited import Cited, Italic, cited
from articles.citations.pinpoint import Pinpoint
from articles.citations.wording import Places, day_first, month_first, shown

SIGNED: Final = day_first(treaty.SIGNED)
IN_FORCE: Final = day_first(treaty.IN_FORCE)

US_MONTHS: Final = (
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
)
"""The Bluebook, table T12: the months as citations shorten them."""

US_PARTIES: Final = "Iran-Russ."
"""The Bluebook, rule 21.4.2 and table T10.3: both parties in the order of the alphabet."""

BRACKETED: Final = Places("art {}", "art {}({})", "preamble", "preamble, recital {}")
SPELT: Final = Places("art. {}", "art. {}, para. {}", "preamble", "preamble, recital {}")
AUSTRALIAN: Final = Places("art {}", "art {}({})", "preamble", "preamble para {}")
BLUEBOOK: Final = Places("art. {}", "art. {}, ¶ {}", "pmbl.", "pmbl. ¶ {}")
UNITED_NATIONS: Final = Places("art. {}", "art. {}, para. {}", "preamble", "preamble, para. {}")


def oscola(pinpoint: Pinpoint) -> Cited:
    """Follow OSCOLA, 4th ed. (2012), with its 2006 section on international law, IV.A.1.

    Title in roman, in brackets the full dates of signature and entry into force, then article
    and paragraph without full stops; a web address in angle brackets with the day of access
    (4th ed., 3.1.4). Checked in library guides. Open: the section puts the parties of a bilateral
    treaty in brackets after the title; they are not repeated here, where the title names them.
    """
    accessed = f" accessed {day_first(pinpoint.accessed)}" if pinpoint.accessed else ""
    return cited(
        f"{treaty.TITLE} (signed {SIGNED}, entered into force {IN_FORCE})"
        f"{BRACKETED.of(pinpoint, ' ')} ({shown(pinpoint)} at <{pinpoint.short_url}>{accessed})."
    )


def bluebook(pinpoint: Pinpoint) -> Cited:
    """Follow The Bluebook, 21st ed. (2020), rule 21.4.

    Form and subject of the treaty (21.4.1), the two parties shortened and joined by a hyphen
    (21.4.2), subdivision (21.4.4, 3.3), date of signature (21.4.3), entry into force in brackets,
    and after that the address, which is appended to a citation (18.2.1). A page that bears no date
    of its own is given with the day of the last visit (18.2.2(c)). Order and parts checked in
    library guides. Open: 21.4.5 names no form for a source that restates; ``art. 3(3)`` is also
    seen for a numbered paragraph.
    """
    visited = f" (last visited {us_date(pinpoint.accessed)})" if pinpoint.accessed else ""
    return cited(
        f"{treaty.SUBJECT_TITLE}, {US_PARTIES}{BLUEBOOK.of(pinpoint, ', ')}, "
        f"{us_date(treaty.SIGNED)} (entered into force {us_date(treaty.IN_FORCE)}), ",
        Italic(f"{shown(pinpoint)} at"),
        f" {pinpoint.short_url}{visited}.",
    )


def us_date(day: date) -> str:
    """Return ``Jan. 17, 2025``."""
    return f"{US_MONTHS[day.month - 1]} {day.day}, {day.year}"


def aglc(pinpoint: Pinpoint) -> Cited:
    """Follow the Australian Guide to Legal Citation, 4th ed. (2018), rule 8.

    Title in italics (8.1); parties that it names are not repeated (8.2); ``signed`` with the date
    for a bilateral treaty, entry into force in brackets (8.3); the pinpoint last, without
    punctuation before it (8.7). A web address stands in angle brackets (4.4), and no day of
    access is asked for. Checked in library guides. Open: how a paragraph of a preamble is written.
    """
    return cited(
        Italic(treaty.TITLE),
        f", signed {SIGNED} (entered into force {IN_FORCE}){AUSTRALIAN.of(pinpoint, ' ')} "
        f"({shown(pinpoint)} at <{pinpoint.short_url}>).",
    )


def mcgill(pinpoint: Pinpoint) -> Cited:
    """Follow the Canadian Guide to Uniform Legal Citation (McGill), 10th ed., section 5.1.

    Title in italics, parties only where it does not name them, date of signature, pinpoint, and
    entry into force in brackets; an address on the web follows ``online:`` in angle brackets,
    and no day of access is asked for. The order was checked in library guides. Open: whether they
    follow the 10th edition or the 9th; how a recital of a preamble is written.
    """
    return cited(
        Italic(treaty.TITLE),
        f", {SIGNED}{BRACKETED.of(pinpoint, ', ')} (entered into force {IN_FORCE}), "
        f"{shown(pinpoint)} online: <{pinpoint.short_url}>.",
    )


def apa(pinpoint: Pinpoint) -> Cited:
    """Follow the APA Publication Manual, 7th ed. (2020), section 11.10: the reference list.

    Name of the treaty in roman, full date of signature, address; no full stop after it and no day
    of access. Checked in library guides. A pinpoint belongs in the text; it stands after the name
    here, as the Bluebook, which chapter 11 follows, and the manual's reference to a charter
    have it (11.9). Open: the manual gives no form for a paragraph of a treaty.
    """
    return cited(
        f"{treaty.TITLE}{SPELT.of(pinpoint, ', ')}, {month_first(treaty.SIGNED)}, "
        f"{shown(pinpoint)} at {pinpoint.short_url}"
    )


def chicago(pinpoint: Pinpoint) -> Cited:
    """Follow The Chicago Manual of Style, 17th ed. (2017), 14.290: a full note.

    Name, two parties shortened and joined by a hyphen, subdivision, date of signature, source, as
    the manual takes treaties over from the Bluebook (14.269). A day of access is asked for only
    of what bears no date (14.12). The address is the full one, since a full stop after the short
    one would look like a part of it. Open: the manual's own text was not to be had, and library
    guides that were only treat the 15th edition.
    """
    return cited(
        f"{treaty.SUBJECT_TITLE}, {US_PARTIES}{SPELT.of(pinpoint, ', ')}, "
        f"{us_date(treaty.SIGNED)}, {shown(pinpoint)} at {pinpoint.url}."
    )


def united_nations(pinpoint: Pinpoint) -> Cited:
    """Follow the United Nations Editorial Manual, "Footnotes and other references", III.G and IV.

    Title in roman with place and date in brackets, as the style guide of the International Law
    Commission has it; article and paragraph shortened; an address with the day of access. Open:
    the manual's section III.G treats instruments in the Treaty Series only, and its rule
    on days of access (II.D) could not be read; our edition changes, so the day is given.
    """
    accessed = f" (accessed on {day_first(pinpoint.accessed)})" if pinpoint.accessed else ""
    source = shown(pinpoint)
    return cited(
        f"{treaty.TITLE} ({treaty.SIGNED_AT}, {SIGNED}; entered into force on {IN_FORCE})"
        f"{UNITED_NATIONS.of(pinpoint, ', ')}. "
        f"{source[0].upper()}{source[1:]} at {pinpoint.short_url}{accessed}."
    )


def address(pinpoint: Pinpoint) -> Cited:
    """Follow no guide: what it is, what is shown of it, and the full address."""
    label = f", {pinpoint.cited_label}" if pinpoint.article is not None else ""
    return cited(
        f"{treaty.SHORT_TITLE} of {treaty.SIGNED.year}{label}, "
        f"{shown(pinpoint).removesuffix(',')}: {pinpoint.url}"
    )


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
