"""Prints invented treaties to PDF as a browser does, with running heads and page numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from playwright.sync_api import sync_playwright

from tests.browser import chromium
from tests.browser.conftest import ARGUMENTS
from tests.official.formats import RUNNING_HEADS
from tests.official.pages import plain_page
from tests.official.treaties import Treaty

MARGIN: Final = {"top": "25mm", "bottom": "25mm", "left": "25mm", "right": "25mm"}
SMALL: Final = "font-size: 8px; width: 100%; text-align: center"


COLUMNS: Final = "body { column-count: 2; column-gap: 12mm; column-fill: balance }"


def printed(treaties: Iterable[Treaty], style: str = "") -> list[bytes]:
    """Return each treaty as a PDF of A4 pages, set as a style sheet says.

    The browser is closed afterwards: Django refuses its database to a thread that Playwright
    keeps an event loop in.
    """
    path = chromium.find()
    files = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        page = browser.new_page()
        for treaty in treaties:
            head, foot = RUNNING_HEADS[treaty.language]
            number = '<span class="pageNumber"></span>'
            page.set_content(
                plain_page(treaty).replace("<title>", f"<style>{style}</style><title>")
            )
            files.append(
                page.pdf(
                    format="A4",
                    margin=MARGIN,
                    display_header_footer=True,
                    header_template=f'<div style="{SMALL}">{head}</div>',
                    footer_template=f'<div style="{SMALL}">{foot.format(page=number)}</div>',
                )
            )
        browser.close()
    return files
