"""The icons in pixels show what the drawing shows."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageStat
from PIL.IcoImagePlugin import IcoImageFile
from playwright.sync_api import Browser

from tests.icons import ICONS, Icon, drawn

ALIKE = 4
"""How far, of 255, the pixels of two browsers may differ on average."""


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.file)
def test_an_icon_in_pixels_is_the_drawing(browser: Browser, icon: Icon) -> None:
    with Image.open(icon.path) as file:
        sizes = file.info.get("sizes", {file.size})
        assert sizes == {(size, size) for size in icon.sizes}
        for size in icon.sizes:
            shown = file.ico.getimage((size, size)) if isinstance(file, IcoImageFile) else file
            wanted = drawn(browser, icon, size)
            difference = ImageChops.difference(shown.convert(wanted.mode), wanted)
            assert max(ImageStat.Stat(difference).mean) < ALIKE, size
