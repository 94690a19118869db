"""Parts of pages that are the same for every request are rendered once for an edition."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.template import RequestContext, Template
from django.test import RequestFactory

from articles import edition
from articles.edition import Edition
from articles.models import DataVersion
from articles.selections.carrying import Carried
from articles.templatetags import once
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


class Said:
    """Says how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    @property
    def so_far(self) -> int:
        self.times += 1
        return self.times


def rendered(template: Template, said: Said, carried: Carried | None = None, **values: Any) -> str:
    request = RequestFactory().get("/")
    request.edition = edition.in_force()  # type: ignore[attr-defined]
    request.carried = carried or Carried()  # type: ignore[attr-defined]
    return template.render(RequestContext(request, {"said": said, **values}))


@pytest.fixture
def template() -> Template:
    return Template("{% once number %}{{ number }}: {{ said.so_far }}{% endonce %}")


@pytest.fixture
def said() -> Said:
    return Said()


def test_a_part_is_rendered_once_for_each_value_of_its_keys(template: Template, said: Said) -> None:
    found = [rendered(template, said, number=number) for number in (3, 4, 3, 4)]
    assert found == ["3: 1", "4: 2", "3: 1", "4: 2"]


def test_a_part_without_a_key_of_its_own_is_rendered_each_time(
    template: Template, said: Said
) -> None:
    assert [rendered(template, said, number=None) for _ in range(2)] == ["None: 1", "None: 2"]


def test_a_part_is_rendered_each_time_while_links_take_a_selection_along(
    template: Template, said: Said
) -> None:
    rendered(template, said, number=3)
    in_hand = Carried((("set", "3"),))
    assert [rendered(template, said, in_hand, number=3) for _ in range(2)] == ["3: 2", "3: 3"]
    assert rendered(template, said, number=3) == "3: 1"


def test_another_edition_has_parts_of_its_own(template: Template, said: Said) -> None:
    rendered(template, said, number=3)
    DataVersion.objects.update(digest="1" * 64)
    assert rendered(template, said, number=3) == "3: 2"


def test_each_row_has_a_part_by_its_key(said: Said) -> None:
    template = Template(
        "{% once for row in rows %}{{ row.name }}{{ said.so_far }} {% endonce %}{{ row }}"
    )
    rows = [SimpleNamespace(key=key, name=name) for key, name in ((1, "a"), (None, "b"), (2, "c"))]
    assert rendered(template, said, rows=rows) == "a1 b2 c3 "
    assert rendered(template, said, rows=rows[::-1]) == "c3 b4 a1 "


def test_no_more_parts_than_so_many_are_remembered(
    template: Template, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(once, "MOST_PARTS", len(once.parts(edition.in_force())) + 1)
    found = [rendered(template, said, number=number) for number in (3, 4, 3, 4)]
    assert found == ["3: 1", "4: 2", "3: 1", "4: 3"]


@pytest.mark.parametrize(
    "paths",
    [
        ("/articles/", "/articles/?q=oil", "/articles/?theme=energy", "/articles/?set=3", "/set/"),
        ("/articles/3/", "/articles/3/3/", "/articles/3/?q=parties", "/articles/3/?set=5.2"),
        ("/treaty/", "/treaty/?set=5.2", "/articles/22/2/3/", "/articles/22/"),
        ("/", "/about/", "/themes/", "/?set=3", "/thesaurus/", "/timeline/?set=3"),
    ],
)
def test_a_page_is_the_same_whichever_pages_were_made_before(paths: tuple[str, ...]) -> None:
    alone = [made_anew(edition.in_force(), path) for path in paths]
    for order in (paths, paths[::-1]):
        assert [fetch(path).html for path in order] == [alone[paths.index(path)] for path in order]


def made_anew(shown: Edition, path: str) -> str:
    once.parts(shown).clear()
    return fetch(path).html
