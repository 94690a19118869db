"""What the tests of pages with official texts ask of a page."""

from __future__ import annotations

from justhtml import Element, Node

from tests.official.texts import THREE
from tests.pages import Page

ALL = (*THREE, "en-2")
GREETING = {
    "en": "The keepers of both lakes greet each other with a heliograph.",
    "en-2": "The keepers of both lakes hail each other with a semaphore.",
    "ru": "Смотрители обоих озёр приветствуют друг друга гелиографом.",
    "fa": "نگهبانان دو دریاچه با آینه‌نگار به هم درود می‌فرستند.",
}
"""The first paragraph of Article 3 in each text."""


def first(page: Page, selector: str) -> Element:
    found = page.document.query(selector)[0]
    assert isinstance(found, Element)
    return found


def words(node: Node) -> str:
    return " ".join(node.to_text().split())


def cells(page: Page, anchor: str) -> list[tuple[str, str, str]]:
    """Return language, direction and words of the official cells of a paragraph."""
    return [
        (cell.attrs["lang"] or "", cell.attrs["dir"] or "", words(cell))
        for cell in page.document.query(f"#{anchor} .cell")
    ]


def shown(page: Page) -> list[str]:
    """Return the texts whose greeting the page shows, in order."""
    return [
        slug
        for _, _, text in cells(page, "art_3__para_1")
        for slug, greeting in GREETING.items()
        if text.endswith(greeting)
    ]


def known(page: Page) -> list[str]:
    """Return what the page says of the origin of each text."""
    said = page.text("section[aria-labelledby=origin] p")
    return [text.replace(" ,", ",") for text in said]
