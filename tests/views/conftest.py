from __future__ import annotations

from typing import Any

import pytest

from articles.edition import Edition
from tests.pages import Page, crawl


@pytest.fixture(scope="session")
def site(edition: Edition, django_db_blocker: Any) -> dict[str, Page]:
    """Give every page that can be reached by links, by its path."""
    with django_db_blocker.unblock():
        return crawl()
