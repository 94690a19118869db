"""How many faults a load reports: one for each thing that is broken, and all at once."""

from __future__ import annotations

import pytest

from articles.loading import Fault
from tests.loading.breaking import A3, A19, A22, A26, A28, CLOSING, EVENT, THEME, concept
from tests.loading.draft import Draft, Edit, removing, replacing, setting, writing

pytestmark = pytest.mark.files


def test_the_real_fixtures_have_no_fault(draft: Draft) -> None:
    assert draft.faults() == []


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(setting(A19, "themes", '["sanctions", "zebras"]'), id="reference"),
        pytest.param(setting(A19, "gist", '""'), id="key of an article"),
        pytest.param(writing(A19, b"\xff"), id="bytes of an article"),
        pytest.param(replacing(A3, "\nnumber = 3\n", "\nnumber = 5\n"), id="paragraph's number"),
        pytest.param(replacing(A22, 'label = "2.4."', 'label = "2.5."'), id="label of a point"),
        pytest.param(removing(A26), id="article missing"),
        pytest.param(removing("sources.toml"), id="sources missing"),
        pytest.param(removing("themes.toml"), id="themes missing"),
        pytest.param(removing("mentions.toml"), id="mentions missing"),
        pytest.param(writing("publication.toml", b"\xff"), id="bytes of the publications"),
        pytest.param(removing(CLOSING), id="closing lines missing"),
        pytest.param(removing("cues.toml"), id="cues missing"),
        pytest.param(writing("thesaurus/economy.toml", b"\xff"), id="bytes of the thesaurus"),
        pytest.param(concept(mentions='"zebras"'), id="reference of a concept"),
    ],
)
def test_one_thing_broken_is_one_fault(draft: Draft, edit: Edit) -> None:
    edit(draft)
    assert len(draft.faults()) == 1, draft.faults()


def test_all_faults_are_reported_at_once(draft: Draft) -> None:
    draft.set(A19, "themes", '["zebras"]')
    draft.replace(A3, "[[paragraph]]\nnumber = 4", "[[paragraph]]\nnumber = 6")
    draft.replace(A28, 'label = "4)"', 'label = "5)"')
    draft.prepend("themes.toml", THEME.format("trade", "Trade again"))
    draft.prepend("timeline.toml", EVENT.format("zoo", "2099-01-01", 19, "zebra-news"))
    draft.write("commentary.toml", "comment = [")
    concept(mentions='"zebras"', provisions='"19", "19.9"', terms='"striped horses"')(draft)
    assert [(fault.file, fault.key) for fault in draft.faults()] == [
        ("articles/03.toml", "paragraph.number"),
        ("articles/19.toml", "themes"),
        ("articles/28.toml", "paragraph[1].point[4].label"),
        ("commentary.toml", ""),
        ("themes.toml", "theme.slug"),
        ("thesaurus/zoo.toml", "concept[1].mentions"),
        ("thesaurus/zoo.toml", "concept[1].provisions"),
        ("thesaurus/zoo.toml", "concept[1].terms"),
        ("timeline.toml", "event[1].sources"),
        ("timeline.toml", "event[2].date"),
    ]


def test_all_faults_of_one_file_are_reported_at_once(draft: Draft) -> None:
    draft.set(A19, "gist", '""')
    draft.set(A19, "themes", "[]")
    draft.set(A19, "title", '"Sanctions"\ncolour = "red"')
    found = {fault.key for fault in draft.faults() if fault.file == A19}
    assert {"gist", "themes", "colour"} <= found


def test_a_fault_reads_as_file_key_and_message() -> None:
    assert str(Fault("a.toml", "x[1].y", "is empty")) == "a.toml: x[1].y: is empty"
    assert str(Fault("a.toml", "", "is not TOML")) == "a.toml: is not TOML"
