"""Gets what one address gives, within limits; whatever goes wrong is told in one line.

Nothing is trusted: neither how long an answer takes and how large it grows when unpacked, nor
where it redirects to, nor what it says of itself. No cookies are kept or sent.
"""

from __future__ import annotations

import re
import time
import tomllib
from dataclasses import dataclass
from pathlib import PurePosixPath
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from django.conf import settings
from urllib3 import exceptions

CHUNK: Final = 65_536
MAX_SHOWN: Final = 200
SCHEMES: Final = frozenset({"http", "https"})
PACKINGS: Final = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
OK: Final = 200
LOCAL: Final = re.compile(r"localhost|127(?:\.\d+){3}|::1")
"""How this machine is called."""


@dataclass(frozen=True)
class Limits:
    """What an address may take: times in seconds, ``size`` in bytes after unpacking.

    ``connect`` is for being let in, ``read`` for each wait for more, ``total`` for everything
    from the look-up of the name to the last byte, redirects among it.
    """

    connect: float = 10
    read: float = 20
    total: float = 60
    size: int = 8_000_000
    redirects: int = 5


@dataclass(frozen=True)
class Download:
    """What an address gave: the bytes, unpacked, and the suffix of a file that holds such."""

    data: bytes
    suffix: str


class DownloadError(Exception):
    """An address gave nothing of use.

    The text continues a line that begins with the address: what it did, and what to do. It
    ``is_silent`` if nothing answered there at all, as without a network.
    """

    is_silent = False


SAVE: Final = "open it in a browser and save the page for import_text"
CORRECT: Final = "look for where it has gone and correct publication.toml"
LATER: Final = "try again later"

STATUS_ADVICE: Final = {
    **dict.fromkeys((404, 410), CORRECT),
    **dict.fromkeys((429, 500, 502, 503, 504), LATER),
}
"""What to do about an answer that is no page; ``SAVE`` where nothing better is known."""

SILENT: Final = (
    exceptions.NameResolutionError,
    exceptions.NewConnectionError,
    exceptions.ConnectTimeoutError,
    exceptions.ProxyError,
)
"""What happens at every address where there is no network."""

REASONS: Final[tuple[tuple[type[Exception], str], ...]] = (
    (
        exceptions.NameResolutionError,
        f"cannot be found, since no network here knows its name: check the network, or {CORRECT}",
    ),
    (exceptions.NewConnectionError, f"cannot be reached: check the network, or {LATER}"),
    (exceptions.ConnectTimeoutError, f"let nobody in within {{limits.connect:g}} s: {LATER}"),
    (exceptions.ReadTimeoutError, f"sent nothing for {{limits.read:g}} s: {LATER}"),
    (exceptions.SSLError, f"has no encryption that this machine trusts ({{said}}): {SAVE}"),
    (
        exceptions.ProxyError,
        "cannot be reached through the proxy that the environment names: correct HTTP_PROXY "
        "and HTTPS_PROXY, or put its host into NO_PROXY",
    ),
    (
        exceptions.ProxySchemeUnknown,
        "cannot be reached: HTTP_PROXY and HTTPS_PROXY must begin with http:// or https://",
    ),
    (exceptions.DecodeError, f"is packed so that it cannot be unpacked: {LATER}, or {SAVE}"),
    (exceptions.ProtocolError, f"broke off before its end: {LATER}, or {SAVE}"),
    (ValueError, f"leads to what is no address: {SAVE}"),
    (Exception, f"cannot be read ({{said}}): {LATER}, or {SAVE}"),
)
"""Why a page did not come, and what to do; the first kind that fits counts."""


def download(url: str, *, language: str = "en", limits: Limits | None = None) -> Download:
    """Return what the address gives, preferably in a language.

    Raises ``DownloadError`` if that is nothing of use, ``limits.total`` seconds from now at the
    latest: a thread does the work and is given up then, for neither the look-up of a name nor a
    server that sends a byte at a time knows an end of its own.
    """
    allowed = limits or Limits()
    answers: SimpleQueue[Download | Exception] = SimpleQueue()

    def work() -> None:
        try:
            answers.put(follow(url, language, allowed))
        except Exception as error:  # raised again where the work is waited for
            answers.put(error)

    Thread(target=work, daemon=True).start()
    try:
        answer = answers.get(timeout=allowed.total)
    except Empty:
        raise DownloadError(f"did not end within {allowed.total:g} s: {LATER}, or {SAVE}") from None
    if isinstance(answer, Download):
        return answer
    if isinstance(answer, DownloadError):
        raise answer
    reason = next(reason for kind, reason in REASONS if isinstance(answer, kind))
    failure = DownloadError(reason.format(limits=allowed, said=brief(answer)))
    failure.is_silent = isinstance(answer, SILENT)
    raise failure from answer


def follow(url: str, language: str, limits: Limits) -> Download:
    """Return what the address gives in the end, after redirects.

    Raises ``DownloadError``, and whatever else keeps a page from coming.
    """
    deadline = time.monotonic() + limits.total
    visited = [url]
    while True:
        with (
            pool_for(url) as pool,
            pool.request(
                "GET",
                url,
                headers=headers(language),
                redirect=False,
                retries=False,
                preload_content=False,
                timeout=urllib3.Timeout(connect=limits.connect, read=limits.read),
            ) as response,
        ):
            location = response.get_redirect_location()
            if not location:
                data = body(response, limits, deadline)
                return Download(data, suffix(response.headers.get("Content-Type", ""), url, data))
        url = redirected(url, location, visited, limits)
        visited.append(url)


def headers(language: str) -> dict[str, str]:
    """Return what a request says: who asks, and what it can read."""
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text("utf-8"))["project"]
    return {
        "User-Agent": f"Iran-Russia-Treaty-site/{project['version']}",
        "Accept": ", ".join([*CONTENT_TYPES, "*/*;q=0.1"]),
        "Accept-Language": f"{language}, *;q=0.1",
        "Accept-Encoding": "gzip, deflate",
    }


def pool_for(url: str) -> urllib3.PoolManager:
    """Return the way to an address: through the environment's proxy, or without one if local."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or LOCAL.fullmatch(host) or proxy_bypass(host):
        return urllib3.PoolManager()
    return urllib3.ProxyManager(proxy)


def redirected(url: str, location: str, visited: list[str], limits: Limits) -> str:
    """Return the address to go to; raise ``DownloadError`` if that leads nowhere."""
    # A header is read as Latin-1, but sites put the letters of their own language there.
    there = urljoin(url, location.encode("latin-1", "replace").decode("utf-8", "replace"))
    if urlsplit(there).scheme not in SCHEMES:
        raise DownloadError(f"leads to {brief(there)}, which is neither http nor https: {CORRECT}")
    if there in visited:
        raise DownloadError(
            f"leads in a circle, back to {brief(there)}, perhaps for want of a cookie: {SAVE}"
        )
    if len(visited) > limits.redirects:
        raise DownloadError(f"leads on more than {limits.redirects} times: {SAVE}")
    return there


def body(response: urllib3.BaseHTTPResponse, limits: Limits, deadline: float) -> bytes:
    """Return the bytes of an answer, unpacked as they come and never beyond the limit.

    Raises ``DownloadError`` if the answer is no page or too large.
    """
    if response.status != OK:
        named = f"{response.status} {brief(response.reason or '')}".strip()
        raise DownloadError(f"answered {named}: {STATUS_ADVICE.get(response.status, SAVE)}")
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in PACKINGS:
        raise DownloadError(f"came packed as {brief(packing)}, which was not asked for: {SAVE}")
    data = bytearray()
    for chunk in response.stream(CHUNK, decode_content=True):
        data += chunk
        if len(data) > limits.size:
            raise DownloadError(
                f"is larger than {limits.size:,} bytes, which no text of the treaty is: {CORRECT}"
            )
        if time.monotonic() > deadline:  # nobody waits for it any more
            break
    return bytes(data)


CONTENT_TYPES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
SPELLINGS: Final = {".htm": ".html", ".xhtml": ".html"}
"""Suffixes that are written in more than one way."""

SIGNATURES: Final = (
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"PK\x03\x04"), ".docx"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|\?xml|html|!--)", re.IGNORECASE), ".html"),
)


def suffix(content_type: str, url: str, data: bytes) -> str:
    """Return the suffix for a file: by the type declared, else the address, else the bytes."""
    declared = CONTENT_TYPES.get(content_type.partition(";")[0].strip().lower())
    last = PurePosixPath(urlsplit(url).path).suffix.lower()
    named = SPELLINGS.get(last, last)
    if declared or named in CONTENT_TYPES.values():
        return declared or named
    return next((found for signature, found in SIGNATURES if signature.match(data)), ".txt")


def brief(said: object) -> str:
    """Return what a stranger said as part of one line: no line ends, no control characters."""
    line = " ".join("".join(c if c.isprintable() else " " for c in str(said)).split())
    return f"{line[:MAX_SHOWN]}…" if len(line) > MAX_SHOWN else line
