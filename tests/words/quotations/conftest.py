from __future__ import annotations

import pytest

from articles.edition import Edition
from tests.invented import EditionWith, put_in_force
from tests.words.quotations.texts import TEXTS


@pytest.fixture(scope="session")
def harbours(edition_with: EditionWith) -> Edition:
    return edition_with(TEXTS)


@pytest.fixture
def official(harbours: Edition) -> None:
    """Have the invented texts in force."""
    put_in_force(harbours)
