"""Fetches official texts from the addresses where they are published, through the importer."""

from __future__ import annotations

import hashlib
import math
import re
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from articles.loading.official import files
from articles.loading.official.downloading import (
    LOCAL,
    Download,
    DownloadError,
    Limits,
    brief,
    download,
)
from articles.loading.official.files import Files
from articles.loading.official.reading import FOLDER
from articles.loading.schema import PublicationFile, PublicationTable
from articles.official.text import Refused

MAX_PROBLEMS: Final = 3
"""How many problems of a page are told; the others are counted."""

ARCHIVE: Final = "https://web.archive.org/web/2025id_/"
"""What the address of a page is put behind to get it as the Internet Archive kept it in 2025."""

Load = Callable[[Path], str]
"""Loads the folder of the fixtures; returns why that failed, or nothing."""

Keep = Callable[..., object]
"""Checks a text and puts it beside the fixtures: ``files.keep``, or what stands in for it."""


@dataclass(frozen=True)
class Attempt:
    """An address that was tried, and what came of it: ``str()`` is one line that says it all.

    One that ``has_text`` gave the treaty, which is kept, now or from before; at one that
    ``is_silent`` nothing answered.
    """

    publication: PublicationTable
    url: str
    has_text: bool
    said: str
    is_silent: bool = False

    def __str__(self) -> str:
        return f"{self.publication.slug}: {self.url} {self.said}"


@dataclass(frozen=True)
class Fetcher:
    """How texts are fetched into ``folder``, the folder of the fixtures.

    Without ``load`` they are kept only. ``keep`` stands for the importer. What takes longer than
    ``seconds`` in all is given up.
    """

    folder: Path
    load: Load | None = None
    limits: Limits = field(default_factory=Limits)
    keep: Keep = files.keep
    seconds: float = math.inf

    @property
    def texts(self) -> Path:
        """The folder of the texts that are kept."""
        return self.folder / FOLDER

    def fetch(
        self, published: PublicationFile, languages: Sequence[str], *, every: bool = False
    ) -> Iterator[Attempt]:
        """Try the addresses in order, official ones first; yield what came of each.

        In each language the first address that gives the text is the last one tried, unless
        ``every`` one is wanted. Nothing is raised for what an address does.
        """
        deadline = time.monotonic() + self.seconds
        for language in languages:
            for publication in (*published.official_text, *published.text_copy):
                has_text = False
                if publication.language == language:
                    for attempt in self.attempts(publication, deadline):
                        yield attempt
                        has_text = attempt.has_text
                if has_text and not every:
                    break

    def attempts(self, publication: PublicationTable, deadline: float) -> Iterator[Attempt]:
        """Try the addresses of a publication up to the first that has it, or till the deadline."""
        for url in addresses_of(publication):
            left = deadline - time.monotonic()
            if left <= 0:
                return
            limits = replace(self.limits, total=min(self.limits.total, left))
            attempt = self.attempt(publication, url, limits)
            yield attempt
            if attempt.has_text:
                return

    def attempt(self, publication: PublicationTable, url: str, limits: Limits) -> Attempt:
        """Try one address."""
        has_text = is_silent = False
        try:
            got = download(url, language=publication.language, limits=limits)
            has_text, said = self.taken(publication, url, got)
        except DownloadError as failure:
            said, is_silent = f"{failure}.", failure.is_silent
        except Refused as refusal:
            said = refused(got, refusal.problems)
        except OSError as error:
            said = f"gave a page that cannot be kept ({error.strerror} in {self.texts}): make room"
            said += ", or correct the permissions."
        except Exception as error:  # whatever a page does to the importer, the set-up goes on
            fault = f"{type(error).__name__}: {brief(error)}"
            said = f"gave a page over which the importer fails ({fault}): report that as a fault."
        return Attempt(publication, url, has_text, said, is_silent)

    def taken(self, publication: PublicationTable, url: str, got: Download) -> tuple[bool, str]:
        """Keep what an address gave, unless it is there already, and load it.

        Raises ``Refused`` if it is not the treaty, ``OSError`` if it cannot be written.
        """
        with files.all_or_nothing(self.texts) as before:
            if is_kept(before, url, got.data):
                return True, "is unchanged since it was kept."
            self.keep(
                self.folder,
                got.data,
                publication.slug + got.suffix,
                origin_of(publication, url),
                language=publication.language,
                replace=any(known in addresses_of(publication) for known, _ in records(before)),
            )
        kept = f"gave the text ({len(got.data):,} bytes); it is kept"
        if not self.load:
            return True, f"{kept}."
        return self.loaded(self.load, before, kept)

    def loaded(self, load: Load, before: Files, kept: str) -> tuple[bool, str]:
        """Load what was just kept, and take it out again if that is what fails to load."""
        if not (problem := load(self.folder)):
            return True, f"{kept} and loaded."
        after = files.contents(self.texts)
        files.restore(before, self.texts)
        if not load(self.folder):
            said = f"gave the text, which is not kept, since it cannot be loaded: {problem}"
            return False, said
        files.restore(after, self.texts)
        return True, f"{kept}, but nothing can be loaded, with it or without: {problem}"


def addresses_of(publication: PublicationTable) -> list[str]:
    """Return where a publication is to be had: encrypted if it can be, at last in an archive.

    An address with a port, or of this machine, is as it is; that of a whole site is in no archive.
    """
    url = publication.url
    parts = urlsplit(url)
    if parts.port or LOCAL.fullmatch(parts.hostname or ""):
        return [url]
    archived = [ARCHIVE + url] if publication.address_confirmed else []
    return list(dict.fromkeys([re.sub(r"^http://", "https://", url), url, *archived]))


def origin_of(publication: PublicationTable, url: str) -> files.Origin:
    """Return what is recorded of a text fetched now."""
    language = publication.language
    return files.Origin(
        publisher=publication.publisher,
        url=url,
        retrieved=datetime.now(UTC).date().isoformat(),
        wording=publication.wording,
        name=f"{language}-{publication.slug.removesuffix(f'-{language}')}",
    )


def refused(got: Download, problems: Sequence[str]) -> str:
    """Return in one line why what an address gave is not taken."""
    told = [brief(problem) for problem in problems[:MAX_PROBLEMS]]
    more = len(problems) - len(told)
    told += [f"and {more} more"] if more else []
    return (
        f"gave {len(got.data):,} bytes that are not the whole treaty ({'; '.join(told)}): "
        "if a browser shows the text there, save the page for import_text."
    )


def records(kept: Files) -> Iterator[tuple[str, str]]:
    """Yield the address and the SHA-256 recorded of each text; an unreadable record has none."""
    for path, data in kept.items():
        if path.suffix == ".toml":
            try:
                record = tomllib.loads(data.decode("utf-8"))
            except ValueError:
                continue
            yield str(record.get("url", "")), str(record.get("sha256", ""))


def is_kept(kept: Files, url: str, data: bytes) -> bool:
    """Return whether these bytes were kept before, from this address, and are still there."""
    digest = hashlib.sha256(data).hexdigest()
    return (url, digest) in records(kept) and data in kept.values()
