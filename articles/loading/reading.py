"""Reads a folder of fixtures into memory and reports every fault of a single file."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from articles.loading import schema
from articles.loading.faults import Fault

MAX_BYTES: Final = 1_000_000
"""The size above which a file is refused unread: no file of the edition comes near it."""

FILES: Final[dict[str, type[schema.Table]]] = {
    "themes.toml": schema.ThemesFile,
    "mentions.toml": schema.MentionsFile,
    "subjects.toml": schema.SubjectsFile,
    "sources.toml": schema.SourcesFile,
    "timeline.toml": schema.TimelineFile,
    "commentary.toml": schema.CommentaryFile,
    "publication.toml": schema.PublicationFile,
}
ARTICLES: Final = "articles"
THESAURUS: Final = "thesaurus"
FOLDERS: Final[dict[str, type[schema.Table]]] = {
    ARTICLES: schema.ArticleFile,
    THESAURUS: schema.ThesaurusFile,
}
MAX_SHOWN: Final = 60


@dataclass
class Content:
    """What the folder holds, file by file; a file with a fault is missing."""

    articles: dict[str, schema.ArticleFile] = field(default_factory=dict)
    thesaurus: dict[str, schema.ThesaurusFile] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    files: dict[str, Any] = field(default_factory=dict)

    @property
    def themes(self) -> list[schema.ThemeTable]:
        """The themes, in order."""
        return self._tables("themes.toml", "theme")

    @property
    def mentions(self) -> list[schema.MentionTable]:
        """The mentions, in order."""
        return self._tables("mentions.toml", "mention")

    @property
    def subjects(self) -> list[schema.SubjectTable]:
        """The subjects without an article number, in order."""
        return self._tables("subjects.toml", "subject")

    @property
    def sources(self) -> list[schema.SourceTable]:
        """The sources, in order."""
        return self._tables("sources.toml", "source")

    @property
    def concepts(self) -> list[schema.ConceptTable]:
        """The concepts of the thesaurus, file by file."""
        return [concept for file in self.thesaurus.values() for concept in file.concept]

    @property
    def events(self) -> list[schema.EventTable]:
        """The events, in order."""
        return self._tables("timeline.toml", "event")

    @property
    def comments(self) -> list[schema.CommentTable]:
        """The comments, in order."""
        return self._tables("commentary.toml", "comment")

    @property
    def publication(self) -> schema.PublicationFile:
        """The publications and what is known about languages and reuse."""
        empty = schema.PublicationFile(
            official_text=[], text_copy=[], language_fact=[], reuse_fact=[]
        )
        publication: schema.PublicationFile = self.files.get("publication.toml", empty)
        return publication

    def digest(self) -> str:
        """Return a SHA-256 of what the files say, the same however they are laid out."""
        tables = {**self.articles, **self.thesaurus, **self.files}
        said = {name: table.model_dump(mode="json") for name, table in tables.items()}
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    def _tables(self, file: str, key: str) -> list[Any]:
        return list(getattr(self.files[file], key)) if file in self.files else []


def read(folder: Path) -> tuple[Content, list[Fault]]:
    """Read every file of the folder.

    Returns what could be read and the faults found in single files; never raises for what a
    file holds, nor for a folder or file that is missing.
    """
    content, faults = Content(), []
    if not folder.is_dir():
        return content, [Fault(str(folder), "", "is not a folder: name the folder of the fixtures")]
    for name, table in FILES.items():
        parsed, found = read_file(folder, name, table)
        faults += found
        if parsed is None:
            content.faulty.add(name)
        else:
            content.files[name] = parsed
    for name, table in files_of_folders(folder):
        parsed, found = read_file(folder, name, table)
        faults += found
        if isinstance(parsed, schema.ArticleFile):
            content.articles[name] = parsed
        elif isinstance(parsed, schema.ThesaurusFile):
            content.thesaurus[name] = parsed
        else:
            content.faulty.add(name)
    return content, faults


def files_of_folders(folder: Path) -> Iterator[tuple[str, type[schema.Table]]]:
    """Yield the name of each file in the folders of the fixtures, and the shape it has."""
    for name, table in FOLDERS.items():
        for path in sorted((folder / name).glob("*.toml")):
            yield f"{name}/{path.name}", table


def read_file(
    folder: Path, name: str, table: type[schema.Table]
) -> tuple[schema.Table | None, list[Fault]]:
    """Return the parsed file, or ``None`` and its faults."""
    try:
        return table.model_validate(tomllib.loads(decoded(folder / name))), []
    except ValidationError as error:
        return None, [Fault(name, key_of(each["loc"]), advice(each)) for each in error.errors()]
    except tuple(REASONS) as error:
        reason = next(say for kind, say in REASONS.items() if isinstance(error, kind))
        return None, [Fault(name, "", reason(error))]


def decoded(path: Path) -> str:
    """Return the text of a file; raise ``OverflowError`` if it is too large to be read."""
    if path.stat().st_size > MAX_BYTES:
        raise OverflowError
    return path.read_bytes().decode("utf-8")


REASONS: Final[dict[type[Exception], Callable[[Any], str]]] = {
    FileNotFoundError: lambda error: "is missing: put it back",
    OSError: lambda error: f"cannot be read ({error.strerror}): check its permissions",
    OverflowError: lambda error: f"is over {MAX_BYTES:,} bytes: split or shorten it",
    UnicodeDecodeError: lambda error: (
        f"is not UTF-8 (at byte {error.start}): save it again as UTF-8"
    ),
    tomllib.TOMLDecodeError: lambda error: f"is not TOML: {error}",
    RecursionError: lambda error: "nests tables too deeply: flatten it",
    ValueError: lambda error: f"holds a value that cannot be read: {error}",
}
"""Why a file as a whole cannot be used, and what to do; the first kind that fits counts."""


def key_of(location: tuple[int | str, ...]) -> str:
    """Return a TOML-like path (``paragraph[2].statement[1].text``, counted from 1)."""
    key = ""
    for part in location:
        key += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return key.removeprefix(".")


ADVICE: Final = {
    "missing": "is missing: add it",
    "extra_forbidden": "is not a key known here: remove it or correct its spelling",
    "too_short": "is empty: give at least one",
}


def shown(value: Any) -> str:
    """Return a value of the fixtures as it can be shown in a line, however large it is."""
    try:
        text = str(value)
    except (ValueError, RecursionError):  # a number of thousands of digits, or a deep table
        return "this value"
    return f"'{text[:MAX_SHOWN]}…'" if len(text) > MAX_SHOWN else f"'{text}'"


def advice(error: Any) -> str:
    """Return what is wrong and what to do, from one error of Pydantic's."""
    if error["type"] in ADVICE:
        return ADVICE[error["type"]]
    quoted = shown(error["input"])
    if error["type"] == "value_error":
        reason = str(error["ctx"]["error"])
        return reason if isinstance(error["input"], dict | str) else f"{quoted} {reason}"
    return f"{quoted} will not do here: {error['msg'][0].lower()}{error['msg'][1:]}"
