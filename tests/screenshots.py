"""``python -m tests.screenshots``: what every type of page looks like, for people to look at.

All of them go into ``var/screenshots/``, on a phone and on a desktop, light and dark; those that
the README shows go into ``docs/``.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests import processes
from tests.bench import sites
from tests.browser import chromium
from tests.browser.conftest import ARGUMENTS
from tests.browser.test_layout import PAGE_TYPES

Scheme = Literal["light", "dark"]

FOLDER = processes.ROOT / "var/screenshots"
DOCUMENTS = processes.ROOT / "docs"

HEIGHTS = {390: 844, 1280: 800}
"""How high the window is, by its width: a phone and a desktop, in CSS pixels."""

SCHEMES: tuple[Scheme, ...] = ("light", "dark")

TALLEST = 8_000
"""Where the picture of a long page ends, in CSS pixels; Chromium draws nothing below 16,384."""


@dataclass(frozen=True)
class Shown:
    """A picture that the README shows: as much of a page as fits the window."""

    name: str
    address: str
    width: int
    height: int


SHOWN = (
    Shown("home", "/", 1280, 1100),
    Shown("article", "/articles/3/", 1280, 1000),
    Shown("search", "/articles/?q=caspian", 390, 844),
)


def main() -> int:
    """Take every picture and say where they are; return the exit code."""
    try:
        with tempfile.TemporaryDirectory(prefix="treaty-screenshots-") as folder:
            place = sites.set_up(Path(folder))
            with place.serving("site") as site, sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=chromium.find_or_install(), args=ARGUMENTS
                )
                take_all(browser, f"http://{site.host}")
    except (RuntimeError, OSError) as error:
        print(f"No pictures can be taken: {error}")
        return 1
    return 0


def take_all(browser: Browser, site: str) -> None:
    """Write the pictures of every page, and those for the README."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for width, scheme in product(HEIGHTS, SCHEMES):
        page = opened(browser, site, width, HEIGHTS[width], scheme)
        for name, address in PAGE_TYPES.items():
            page.goto(address)
            file = "-".join([*re.findall(r"\w+", name), str(width), scheme])
            (FOLDER / f"{file}.png").write_bytes(whole(page))
        page.context.close()
        print(f"{len(PAGE_TYPES)} pages, {width} pixels wide, {scheme}", flush=True)
    for shown in SHOWN:
        page = opened(browser, site, shown.width, shown.height)
        page.goto(shown.address)
        (DOCUMENTS / f"{shown.name}.png").write_bytes(smaller(page.screenshot()))
        page.context.close()


def opened(browser: Browser, site: str, width: int, height: int, scheme: Scheme = "light") -> Page:
    """Return an empty page of a new visitor with such a window and such colours."""
    context = browser.new_context(
        base_url=site,
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
        service_workers="block",
    )
    context.set_default_timeout(processes.PATIENCE * 1_000)
    return context.new_page()


def whole(page: Page) -> bytes:
    """Return the picture of the page from top to bottom."""
    width, height = page.evaluate(
        "() => [innerWidth, Math.ceil(document.documentElement.getBoundingClientRect().height)]"
    )
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
    return page.screenshot(full_page=True, clip=clip)


def smaller(picture: bytes) -> bytes:
    """Return a picture with 256 colours: a page hardly has more, and it takes a third as much."""
    made = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(256).save(made, "PNG", optimize=True)
    return made.getvalue()


if __name__ == "__main__":
    sys.exit(main())
