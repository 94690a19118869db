"""Reads a folder of fixtures into memory, with the faults of its files one by one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from articles.loading import schema
from articles.loading.faults import Fault
from articles.loading.official import reading as official
from articles.loading.official.reading import OfficialFile
from articles.loading.tables import read_file

FILES: Final[dict[str, type[schema.Table]]] = {
    "themes.toml": schema.ThemesFile,
    "mentions.toml": schema.MentionsFile,
    "sources.toml": schema.SourcesFile,
    "timeline.toml": schema.TimelineFile,
    "commentary.toml": schema.CommentaryFile,
    "publication.toml": schema.PublicationFile,
    "cues.toml": schema.CuesFile,
}
ARTICLES: Final = "articles"
THESAURUS: Final = "thesaurus"
FOLDERS: Final[dict[str, type[schema.Table]]] = {
    ARTICLES: schema.ArticleFile,
    THESAURUS: schema.ThesaurusFile,
}


@dataclass
class Content:
    """What the folder holds, file by file; a file with a fault is missing."""

    articles: dict[str, schema.ArticleFile] = field(default_factory=dict)
    thesaurus: dict[str, schema.ThesaurusFile] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    files: dict[str, Any] = field(default_factory=dict)
    official: list[OfficialFile] = field(default_factory=list)

    @property
    def themes(self) -> list[schema.ThemeTable]:
        """The themes, in order."""
        return self._tables("themes.toml", "theme")

    @property
    def mentions(self) -> list[schema.MentionTable]:
        """The mentions, in order."""
        return self._tables("mentions.toml", "mention")

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
        """The publications and what is known about reuse."""
        empty = schema.PublicationFile(official_text=[], text_copy=[], reuse_fact=[])
        publication: schema.PublicationFile = self.files.get("publication.toml", empty)
        return publication

    @property
    def cues(self) -> schema.CuesFile:
        """The words by which an official text is read."""
        empty = schema.CuesFile(landmark=[], body=[])
        cues: schema.CuesFile = self.files.get("cues.toml", empty)
        return cues

    @property
    def landmarks(self) -> list[schema.LandmarkTable]:
        """What an official text must hold to pass for the treaty's."""
        return self.cues.landmark

    def digest(self) -> str:
        """Return a SHA-256 of what the files say, the same however they are laid out."""
        tables = {**self.articles, **self.thesaurus, **self.files}
        said = {name: table.model_dump(mode="json") for name, table in tables.items()}
        said |= {f"{official.FOLDER}/{copy.name}": copy.said for copy in self.official}
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
    content.official, found = official.read(folder, content.landmarks)
    return content, faults + found


def files_of_folders(folder: Path) -> Iterator[tuple[str, type[schema.Table]]]:
    """Yield the name of each file in the folders of the fixtures, and the shape it has."""
    for name, table in FOLDERS.items():
        for path in sorted((folder / name).glob("*.toml")):
            yield f"{name}/{path.name}", table
