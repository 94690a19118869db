"""Keeps the cards of the database those of the data: draws what is new, deletes what is gone."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from textwrap import shorten
from typing import Final

from articles.cards.drawing import draw
from articles.cards.face import Face
from articles.cards.faces import faces
from articles.cards.setting import set_face
from articles.edition import Edition
from articles.models import Card

LONGEST_ALT: Final = 420
"""Characters that the services which show cards take of the words for one."""

AT_ONCE: Final = 50
"""Cards that go to the database together."""


def rebuild(edition: Edition) -> None:
    """Make the cards those of an edition; one that would be the same stays as it is.

    Runs in the transaction of the load, after everything else is written.
    """
    wanted = {face.name: (face, face.drawn_from) for face in faces(edition)}
    had = {name: card.drawn_from for name, card in edition.cards.items()}
    kept = {name for name, (_, drawn_from) in wanted.items() if had.get(name) == drawn_from}
    Card.objects.filter(name__in=had.keys() - kept).delete()
    new = [
        made(face, drawn_from) for name, (face, drawn_from) in wanted.items() if name not in kept
    ]
    Card.objects.bulk_create(new, batch_size=AT_ONCE)


def made(face: Face, drawn_from: str) -> Card:
    """Return the card of a face, drawn."""
    png = picture(face)
    return Card(
        name=face.name,
        alt=alt(face),
        drawn_from=drawn_from,
        digest=hashlib.sha256(png).hexdigest(),
        png=png,
    )


@lru_cache(maxsize=1_000)
def picture(face: Face) -> bytes:
    """Return the picture of a card; a process that loads the same data again draws it once."""
    return draw(set_face(face))


def alt(face: Face) -> str:
    """Return what a card says, in sentences, for those who do not see it."""
    said = f"{face.heading}: {face.subject}" if face.subject else face.heading
    others = sum(len(f"{part}. ") for part in (said, face.tag, face.whose) if part)
    body = shorten(face.body, LONGEST_ALT - others - len("."), placeholder=" …")
    parts = (said, face.tag, body, face.whose)
    return " ".join(
        f"{part.rstrip('.')}." if part[-1] not in "…?!" else part for part in parts if part
    )
