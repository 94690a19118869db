"""``python -m tests.icons``: draws the icons in pixels anew, from ``static/icon.svg``.

They are part of the repository, since the site itself has no browser to draw with.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests import processes
from tests.browser import chromium
from tests.browser.conftest import ARGUMENTS

STATIC = processes.ROOT / "static"

DRAWING = STATIC / "icon.svg"


@dataclass(frozen=True)
class Icon:
    """A file of pictures, by their widths in pixels; one that ``fills_square`` has no corners cut.

    Systems cut those themselves: what is drawn stands in the middle four fifths that all leave.
    """

    file: str
    sizes: tuple[int, ...]
    fills_square: bool = False

    @property
    def path(self) -> Path:
        """Where it lies."""
        return STATIC / self.file


ICONS = (
    Icon("root/favicon.ico", (48, 32, 16)),
    Icon("root/apple-touch-icon.png", (180,), fills_square=True),
    Icon("icon-192.png", (192,)),
    Icon("icon-512.png", (512,)),
    Icon("icon-maskable-512.png", (512,), fills_square=True),
)


def main() -> None:
    """Draw every icon."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find_or_install(), args=ARGUMENTS
        )
        for icon in ICONS:
            first, *others = (drawn(browser, icon, size) for size in icon.sizes)
            sizes = [(size, size) for size in icon.sizes]
            first.save(icon.path, optimize=True, sizes=sizes, append_images=others)
            print(icon.path.relative_to(processes.ROOT))


def drawn(browser: Browser, icon: Icon, size: int) -> Image.Image:
    """Return the drawing in pixels, so many of them wide."""
    svg = DRAWING.read_text("utf-8")
    if icon.fills_square:
        svg = svg.replace(' rx="5"', "")
    page = browser.new_page(viewport={"width": size, "height": size})
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{svg}")
    picture = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
    page.close()
    return picture.convert("RGB" if icon.fills_square else "RGBA")


if __name__ == "__main__":
    main()
