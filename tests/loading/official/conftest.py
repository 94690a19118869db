from __future__ import annotations

import pytest

from articles.cards import making
from tests.official.conftest import no_proxies, server

__all__ = ["no_proxies", "server"]


@pytest.fixture(autouse=True)
def no_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw no cards: that would take longer than all the rest of a load."""
    monkeypatch.setattr(making, "picture", lambda face: b"a picture")
