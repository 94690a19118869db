"""Nothing unconfirmed is in any form without its mark."""

from __future__ import annotations

import json

import pytest

from articles.models import Statement
from tests.exports.reading import WITH_TEXT, get, squeezed, unescaped

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def unconfirmed() -> list[tuple[str, str]]:
    """Every unconfirmed statement, with the address of its paragraph without the last slash."""
    rows = Statement.objects.filter(basis="unconfirmed", paragraph__isnull=False)
    found = [
        (row.paragraph.get_absolute_url().removesuffix("/"), row.plain)
        for row in rows.select_related("paragraph")
        if row.paragraph
    ]
    assert len(found) > 30
    return found


@pytest.mark.parametrize("suffix", [suffix for suffix in WITH_TEXT if suffix != "json"])
def test_nothing_unconfirmed_is_without_its_mark(suffix: str) -> None:
    for address, words in unconfirmed():
        read = squeezed(unescaped(suffix, get(f"{address}.{suffix}").decode())).casefold()
        before, *rest = read.split(squeezed(words).casefold())
        assert len(rest) == 1, (address, words)
        number = address.rpartition("/")[2]
        assert before.removesuffix(number).endswith("unconfirmed"), (address, words)


def test_nothing_unconfirmed_is_without_its_basis_in_the_json() -> None:
    for address, words in unconfirmed():
        article = json.loads(get(f"{address}.json"))["articles"][0]
        statements = [row for part in article["edition"] for row in part["statements"]]
        found = [row for row in statements if squeezed(row["text"]) == squeezed(words)]
        assert [row["basis"] for row in found] == ["unconfirmed"], words
        assert found[0]["settle"]


@pytest.mark.parametrize("suffix", ["xml", "md", "txt", "csv"])
def test_every_unconfirmed_statement_says_what_would_settle_it(suffix: str) -> None:
    for row in Statement.objects.filter(basis="unconfirmed", paragraph__article=19):
        export = unescaped(suffix, get(f"/articles/19.{suffix}").decode())
        assert squeezed(row.settle) in squeezed(export)
    assert row.settle
