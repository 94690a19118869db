from __future__ import annotations

from pathlib import Path

import pytest

from tests.loading.draft import Draft


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return Draft(tmp_path)
