"""IRIs by the Akoma Ntoso Naming Convention 1.0 (OASIS Standard, 21 February 2019), chapter 4.

A work is ``/akn/country/type/subtype/[actor/]date/number-or-name`` (4.5), its expression adds
``/language@version`` (4.6.1), and the manifestation what it leaves out and ``.xml`` (4.7). The
component, here always ``!main``, and the portion, ``~`` with an ``eId``, come after that (4.8).

The country must be an ISO 3166-1 alpha-2 code, and a treaty between two states has none. ISO 3166
leaves ``XA`` to ``XZ``, among others, to its users and will never give them to a country: ``xx``
stands for "of no one country" here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from articles import treaty

COUNTRY: Final = "xx"
LANGUAGES: Final = {"en": "eng", "ru": "rus", "fa": "fas"}
"""ISO 639-2 (terminology codes), which the convention asks for, by ISO 639-1."""

EDITION_BEGUN: Final = date(2026, 11, 22)
"""When the plain-English edition was first written, as the history of its files has it."""

TREATY_SUBTYPE: Final = "treaty"
TREATY_NAME: Final = "iran-russia-comprehensive-strategic-partnership"
TREATY: Final = f"/akn/{COUNTRY}/act/{TREATY_SUBTYPE}/{treaty.SIGNED}/{TREATY_NAME}"
"""The treaty, as a work."""

RESTATEMENT_SUBTYPE: Final = "restatement"
RESTATEMENT: Final = (
    f"/akn/{COUNTRY}/doc/{RESTATEMENT_SUBTYPE}/plain-english-edition/{EDITION_BEGUN}/{TREATY_NAME}"
)
"""The plain-English edition, as a work of its own."""


def edition_expression(version: str) -> str:
    """Return the IRI of a version of our edition."""
    return f"{RESTATEMENT}/eng@{version}"


def official_expression(language: str, slug: str) -> str:
    """Return the IRI of an official text.

    Texts in one language differ in wording, so each has its slug as version.
    """
    return f"{TREATY}/{LANGUAGES[language]}@{slug}"


@dataclass(frozen=True)
class Names:
    """The IRIs of a document, given those of its whole and the ``eId`` of each part it holds.

    A document of all parts is given none. One part is a portion; several, which need not follow
    each other, are no portion that the convention can name: they distinguish the manifestation.
    """

    work: str
    expression: str
    parts: tuple[str, ...] = ()

    @property
    def component(self) -> str:
        """The end of ``FRBRthis``: the component, and the portion if there is one."""
        return f"!main~{self.parts[0]}" if len(self.parts) == 1 else "!main"

    @property
    def annotated(self) -> str:
        """The manifestation's IRI before the component or the format."""
        return f"{self.expression}/{'+'.join(self.parts)}" if self.parts[1:] else self.expression

    @property
    def of_work(self) -> tuple[str, str]:
        """``FRBRthis`` and ``FRBRuri`` of the work."""
        return f"{self.work}/{self.component}", self.work

    @property
    def of_expression(self) -> tuple[str, str]:
        """``FRBRthis`` and ``FRBRuri`` of the expression."""
        return f"{self.expression}/{self.component}", self.expression

    @property
    def of_manifestation(self) -> tuple[str, str]:
        """``FRBRthis`` and ``FRBRuri`` of the manifestation."""
        return f"{self.annotated}/{self.component}.xml", f"{self.annotated}.xml"
