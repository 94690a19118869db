"""Answers as they are sent, and the stores in which a number of them are kept."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock
from typing import Final, NamedTuple, TypeGuard

from django.http import HttpResponse

from articles.views.understood import Asked
from treaty_site import codings
from treaty_site.middleware import STALE, may_be_kept
from treaty_site.validators import coded_tag, plain_tag

OVERHEAD: Final = 2_000
"""Bytes that Python needs for an answer besides its body and its headers."""


class Answer(NamedTuple):
    """The headers and the body of a successful answer, as they are sent."""

    headers: list[tuple[str, str]]
    body: bytes

    @classmethod
    def of(cls, response: HttpResponse) -> Answer:
        """Return what a response sends, but for what is wrong with the database just now."""
        return cls([row for row in response.items() if row[0] != STALE], response.content)

    @property
    def is_coded(self) -> bool:
        """Whether the same content is sent in other codings to those who prefer them."""
        return "Accept-Encoding" in dict(self.headers).get("Vary", "")

    @property
    def size(self) -> int:
        """About how many bytes of memory it takes."""
        return len(self.body) + sum(len(value) for _, value in self.headers) + OVERHEAD

    def recoded(self, coding: str, query: str) -> Answer:
        """Return the same in another coding: what the request would have been sent for itself.

        ``query`` is the query string of its address.
        """
        headers = dict(self.headers)
        own = headers.pop("Content-Encoding", codings.IDENTITY)
        body = codings.CONTENTS[own](self.body)
        if coding != codings.IDENTITY:
            body = codings.codings_for(query)[coding](body)
            headers["Content-Encoding"] = coding
        headers["ETag"] = coded_tag(plain_tag(headers["ETag"], own), coding)
        headers["Content-Length"] = str(len(body))
        return Answer([*headers.items()], body)


def is_worth_keeping(response: object) -> TypeGuard[HttpResponse]:
    """Whether an answer is a whole one that the next who asks may be given, too."""
    return (
        isinstance(response, HttpResponse)
        and response.status_code == HTTPStatus.OK
        and response.has_header("ETag")
        and may_be_kept(response)
        and not response.cookies
    )


@dataclass
class Store:
    """Answers of so many bytes; those that were asked for longest ago make room for new ones.

    An answer has a place for each coding. One that can be coded is kept as it is packed, never
    plain: unpacking takes a hundredth of the time of making, and a tenth of the room.
    """

    most: int
    size: int = 0
    places: OrderedDict[tuple[Asked, str], Answer] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def find(self, asked: Asked, coding: str) -> Answer | None:
        """Return the answer in a coding, made of another in which it is kept, if need be."""
        found = self.get(asked, coding)
        if found is None and coding != codings.IDENTITY:
            found = self.get(asked, codings.IDENTITY)  # of what is never coded
        if found is None:
            found = next(filter(None, (self.get(asked, other) for other in codings.CODINGS)), None)
            if found is not None:
                found = found.recoded(coding, asked.query)
                self.keep(asked, found)
        return found

    def get(self, asked: Asked, coding: str) -> Answer | None:
        """Return what is kept in a place, and note that it was asked for."""
        with self.lock:
            found = self.places.get((asked, coding))
            if found is not None:
                self.places.move_to_end((asked, coding))
        return found

    def keep(self, asked: Asked, answer: Answer) -> None:
        """Keep an answer in its coding, or packed if it is plain."""
        coding = dict(answer.headers).get("Content-Encoding", codings.IDENTITY)
        if coding == codings.IDENTITY and answer.is_coded:
            coding = next(iter(codings.CODINGS))
            if (asked, coding) in self.places:
                return
            answer = answer.recoded(coding, asked.query)
        with self.lock:
            before = self.places.pop((asked, coding), None)
            self.size += answer.size - (before.size if before else 0)
            self.places[asked, coding] = answer
            while self.size > self.most:
                self.size -= self.places.popitem(last=False)[1].size
