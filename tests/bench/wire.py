"""Answers as they come over a connection that is kept (RFC 9112)."""

from __future__ import annotations

from http import HTTPStatus
from typing import NamedTuple

END = b"\r\n\r\n"
WITHOUT_BODY = frozenset({HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED})


class Answer(NamedTuple):
    """Its status, and how many of the bytes received it takes."""

    status: int
    size: int


def first_answer(received: bytes) -> Answer | None:
    """Return the first answer among the bytes, to a request that is not HEAD; none before its end.

    Raises ``ValueError`` for an answer of which nobody knows where it ends.
    """
    end = received.find(END)
    if end < 0:
        return None
    head = received[: end + 2].lower()
    status, begin = int(head[9:12]), end + len(END)
    size = begin if status in WITHOUT_BODY else end_of_body(head, received, begin)
    return None if size is None or size > len(received) else Answer(status, size)


def end_of_body(head: bytes, received: bytes, begin: int) -> int | None:
    """Return where the body ends that begins there; none if that has not been received."""
    if value(head, b"transfer-encoding") == b"chunked":
        return end_of_chunks(received, begin)
    length = value(head, b"content-length")
    if length is None:
        raise ValueError("The answer has neither a length nor chunks.")
    return begin + int(length)


def value(head: bytes, name: bytes) -> bytes | None:
    """Return the value of a header in a head of small letters, or none."""
    at = head.find(b"\r\n" + name + b":")
    if at < 0:
        return None
    begin = at + len(name) + 3
    return head[begin : head.index(b"\r\n", begin)].strip()


def end_of_chunks(received: bytes, begin: int) -> int | None:
    """Return where the last chunk and the trailer end; none if they have not been received."""
    while (line := received.find(b"\r\n", begin)) >= 0:
        size = int(received[begin:line].partition(b";")[0], 16)
        if size == 0:
            end = received.find(END, line)  # at once, or after the fields of a trailer
            return None if end < 0 else end + len(END)
        begin = line + 2 + size + 2
    return None
