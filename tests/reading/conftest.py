from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from articles.edition import Edition, in_force
from tests.invented import put_in_force
from tests.loading.draft import Draft
from tests.official.texts import loaded, put
from tests.reading.official import ALL

EditionOf = Callable[..., Edition]


@pytest.fixture(scope="session")
def edition_of(
    edition: Edition, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> EditionOf:
    """Give a function that makes the edition with these official texts, read from their files."""

    @cache
    def made_of(*slugs: str) -> Edition:
        draft = Draft(tmp_path_factory.mktemp("texts")).without_thesaurus()
        with loaded(put(draft.folder, *slugs), django_db_blocker):
            return in_force()

    return made_of


@pytest.fixture
def four_texts(edition_of: EditionOf) -> None:
    put_in_force(edition_of(*ALL))
