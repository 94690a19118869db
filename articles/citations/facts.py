"""What styles of citation are told of a treaty: its names, parties and dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from articles import treaty


@dataclass(frozen=True)
class Facts:
    """A treaty between two states.

    ``subject`` is its title without the parties, for styles that name them apart: ``parties`` as
    they are commonly called, ``us_parties`` as the Bluebook shortens them.
    """

    title: str
    subject: str
    parties: str
    us_parties: str
    signed: date
    signed_at: str
    in_force: date


TREATY: Final = Facts(
    title=treaty.TITLE,
    subject=treaty.SUBJECT_TITLE,
    parties="Iran–Russia",
    us_parties="Iran-Russ.",
    signed=treaty.SIGNED,
    signed_at=treaty.SIGNED_AT,
    in_force=treaty.IN_FORCE,
)
"""The treaty of this site."""
