from __future__ import annotations

from pathlib import Path

import pytest

from tests.loading.edition import Edition


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return Edition(tmp_path)
