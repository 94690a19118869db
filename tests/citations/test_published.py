"""Order and punctuation of each style, held to treaties that others cite as the guide wants it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articles.citations import styles
from articles.citations.cited import Cited
from articles.citations.facts import Facts
from articles.citations.pinpoint import Pinpoint
from articles.treaty.places import Place
from tests.citations.places import SITE
from tests.citations.printing import by_pandoc

pytestmark = pytest.mark.files

EXAMPLES = tomllib.loads(
    Path(__file__).with_name("published.toml").read_text(encoding="utf-8")
)["example"]  # fmt: skip

WRITERS: dict[str, Callable[[Pinpoint, Facts], Cited]] = {
    "oscola": styles.oscola,
    "bluebook": styles.bluebook,
    "aglc": styles.aglc,
    "mcgill": styles.mcgill,
    "apa": styles.apa,
}


def facts_of(example: dict[str, Any]) -> Facts:
    return Facts(
        title=example["title"],
        subject=example["title"],
        parties=example.get("parties", ""),
        us_parties=example.get("us_parties", ""),
        signed=example["signed"],
        signed_at="",
        in_force=example["in_force"],
    )


def test_there_is_an_example_for_each_style_for_which_one_was_found() -> None:
    assert list(dict.fromkeys(row["style"] for row in EXAMPLES)) == list(WRITERS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda row: f"{row['style']}: {row['title']:.40}")
def test_a_style_cites_another_treaty_as_its_guide_does(example: dict[str, Any]) -> None:
    wanted = example["published"]
    for part, ours in example["but"]:
        assert wanted.count(part) == 1, part
        wanted = wanted.replace(part, ours)
    place = Place(example["article"], example.get("paragraph")) if "article" in example else None
    pinpoint = Pinpoint(SITE, None, place)
    written = WRITERS[example["style"]](pinpoint, facts_of(example))
    assert written.text == wanted + example["then"]


@pytest.mark.parametrize("edition", ["", "-17th-edition"], ids=["18th edition", "17th edition"])
def test_chicago_names_treaty_parties_and_day_as_the_official_styles_of_csl_do(
    edition: str,
) -> None:
    rows = [row for row in EXAMPLES if row.get("us_parties")]
    items = [
        {
            "id": str(at),
            "type": "treaty",
            "title": row["title"],
            "author": [{"literal": name} for name in row["us_parties"].split("-")],
            "issued": {
                "date-parts": [[row["signed"].year, row["signed"].month, row["signed"].day]]
            },
        }
        for at, row in enumerate(rows)
    ]
    printed = by_pandoc(items, f"chicago-notes-bibliography{edition}")
    for row, (note, _) in zip(rows, printed.values(), strict=True):
        written = styles.chicago(Pinpoint(SITE), facts_of(row)).text
        assert written.startswith(f"{note.removesuffix('.')}, restated")
