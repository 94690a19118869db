"""Reads a folder of fixtures into memory, with the faults of its files one by one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pydantic import create_model

from articles.loading import schema
from articles.loading.fields import Table
from articles.loading.official import reading as official
from articles.loading.official.reading import OfficialFile
from articles.loading.tables import Fault, read_file


def file_of(**tables: type[Table]) -> type[Table]:
    """Return the shape of a file that has a list of tables under each of these names."""
    fields: dict[str, Any] = {name: (list[table], ...) for name, table in tables.items()}  # type: ignore[valid-type]
    return create_model("File", __base__=Table, **fields)


FILES: Final[dict[str, type[Table]]] = {
    "themes.toml": file_of(theme=schema.ThemeTable),
    "mentions.toml": file_of(mention=schema.MentionTable),
    "sources.toml": file_of(source=schema.SourceTable),
    "timeline.toml": file_of(event=schema.EventTable),
    "commentary.toml": file_of(comment=schema.CommentTable),
    "questions.toml": file_of(question=schema.QuestionTable),
    "publication.toml": schema.PublicationFile,
    "cues.toml": schema.CuesFile,
}
ARTICLES: Final = "articles"
THESAURUS: Final = "thesaurus"
PHRASINGS: Final = "phrasings"
FOLDERS: Final[dict[str, type[Table]]] = {
    ARTICLES: schema.ArticleFile,
    THESAURUS: schema.ThesaurusFile,
    PHRASINGS: schema.PhrasingsFile,
}


@dataclass
class Content:
    """What the folder holds; of a file with a fault only the name, among the ``faulty``.

    ``files``, ``articles`` and ``thesaurus`` go by names of files. The others have the rows of
    all files, in order, each under the name that its tables have there.
    """

    files: dict[str, Table] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    articles: dict[str, schema.ArticleFile] = field(default_factory=dict)
    thesaurus: dict[str, schema.ThesaurusFile] = field(default_factory=dict)
    official: list[OfficialFile] = field(default_factory=list)
    theme: list[schema.ThemeTable] = field(default_factory=list)
    mention: list[schema.MentionTable] = field(default_factory=list)
    source: list[schema.SourceTable] = field(default_factory=list)
    event: list[schema.EventTable] = field(default_factory=list)
    comment: list[schema.CommentTable] = field(default_factory=list)
    question: list[schema.QuestionTable] = field(default_factory=list)
    official_text: list[schema.PublicationTable] = field(default_factory=list)
    text_copy: list[schema.PublicationTable] = field(default_factory=list)
    reuse_fact: list[schema.BackgroundTable] = field(default_factory=list)
    landmark: list[schema.LandmarkTable] = field(default_factory=list)
    body: list[schema.BodyTable] = field(default_factory=list)
    concept: list[schema.ConceptTable] = field(default_factory=list)
    phrasing: list[schema.PhrasingTable] = field(default_factory=list)

    def add(self, name: str, file: Table) -> None:
        """Take in a file of the folder."""
        self.files[name] = file
        if isinstance(file, schema.ArticleFile):
            self.articles[name] = file
            return
        if isinstance(file, schema.ThesaurusFile):
            self.thesaurus[name] = file
        for key, rows in file:
            getattr(self, key).extend(rows)

    def digest(self) -> str:
        """Return a SHA-256 of what the files say, the same however they are laid out."""
        said = {name: table.model_dump(mode="json") for name, table in self.files.items()}
        said |= {f"{official.FOLDER}/{copy.name}": copy.said for copy in self.official}
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def read(folder: Path) -> tuple[Content, list[Fault]]:
    """Read every file of the folder.

    Returns what could be read and the faults found in single files; never raises for what a
    file holds, nor for a folder or file that is missing.
    """
    content, faults = Content(), []
    if not folder.is_dir():
        return content, [Fault(str(folder), "", "is not a folder: name the folder of the fixtures")]
    for name, table in (*FILES.items(), *files_of_folders(folder)):
        parsed, found = read_file(folder, name, table)
        faults += found
        if parsed is None:
            content.faulty.add(name)
        else:
            content.add(name, parsed)
    content.official, found = official.read(folder, content.landmark)
    return content, faults + found


def files_of_folders(folder: Path) -> Iterator[tuple[str, type[Table]]]:
    """Yield the name of each file in the folders of the fixtures, and the shape it has."""
    for name, table in FOLDERS.items():
        for path in sorted((folder / name).glob("*.toml")):
            yield f"{name}/{path.name}", table
