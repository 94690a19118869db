"""Every form with words says on which pages each statement rests, in the manner of that form."""

from __future__ import annotations

import csv
import io

import pytest

from articles.models import DataVersion, Paragraph, Source
from tests.exports.reading import get

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(autouse=True)
def lamp() -> None:
    """Describe an article that nothing describes, by one statement with two sources."""
    paragraph = Paragraph.objects.create(article_id=26, number=1, numbering="own")
    statement = paragraph.statements.create(
        position=1, basis="reported", text="A lamp.", html="<p>A lamp.</p>"
    )
    for position, key in enumerate(("lake-news", "lamp-post"), 9_000):
        source = Source.objects.create(
            key=key,
            publisher="Lake Press",
            what="On lamps",
            url=f"https://lake.example/{key}",
            language="en",
            position=position,
        )
        statement.sources.add(source)
    DataVersion.objects.update(digest="1a" * 32)


def test_plain_text_has_numbered_notes() -> None:
    export = get("/articles/26.txt").decode()
    assert "\n[1]   A lamp. (1) (2)\n" in export
    assert export.endswith(
        "SOURCES\n\n"
        "(1)   Lake Press: On lamps (en). https://lake.example/lake-news\n\n"
        "(2)   Lake Press: On lamps (en). https://lake.example/lamp-post\n"
    )


def test_markdown_has_footnotes() -> None:
    export = get("/articles/26.md").decode()
    assert "\n**\\[1\\]** A lamp.[^lake-news] [^lamp-post]\n" in export
    assert export.endswith(
        "[^lake-news]: Lake Press: On lamps (en). <https://lake.example/lake-news>\n\n"
        "[^lamp-post]: Lake Press: On lamps (en). <https://lake.example/lamp-post>\n"
    )


def test_the_table_has_their_addresses_in_a_cell() -> None:
    [row] = csv.DictReader(io.StringIO(get("/articles/26.csv").decode("utf-8-sig")))
    assert row["sources"] == "https://lake.example/lake-news https://lake.example/lamp-post"
    assert row["text"] == "A lamp."
