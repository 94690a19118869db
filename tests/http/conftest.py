"""Each test of HTTP begins with nothing kept."""

from __future__ import annotations

import pytest

from articles import edition
from articles.views.kept import stores


@pytest.fixture(autouse=True)
def nothing_kept(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        edition.in_force().kept.pop(stores.__wrapped__, None)  # type: ignore[attr-defined]
