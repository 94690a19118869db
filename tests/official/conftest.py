from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.official.failing_server import Server, serving

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not let the proxies of whoever runs the tests have a part in them."""
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server(no_proxies: None) -> Iterator[Server]:
    with serving() as running:
        yield running
