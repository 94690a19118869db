"""This treaty is told from others by what two of its articles speak of."""

from __future__ import annotations

import pytest
from django.conf import settings

from articles.loading.official import files, landmarks
from articles.official import Refused
from tests.official import formats
from tests.official.treaties import treaty

pytestmark = pytest.mark.files

LANDMARKS = files.landmarks_of(settings.FIXTURES_DIR)


@pytest.mark.parametrize("language", ["en", "ru", "fa"])
def test_a_text_that_speaks_of_the_landmarks_is_taken(language: str) -> None:
    text = formats.wrapped(treaty(language)).encode()
    parsed = landmarks.read(text, "treaty.txt", LANDMARKS)
    assert len(parsed.articles) == 48


@pytest.mark.parametrize("number", [2, 14])
@pytest.mark.parametrize("language", ["en", "ru", "fa"])
def test_another_treaty_is_refused_for_want_of_a_landmark(language: str, number: int) -> None:
    written = treaty(language)
    text = formats.one_line_each(
        written.with_article(number, paragraphs=written.articles[3].paragraphs)
    )
    with pytest.raises(Refused) as caught:
        landmarks.read(text.encode(), "treaty.txt", LANDMARKS)
    (problem,) = caught.value.problems
    assert f"Article {number} does not speak of" in problem
