"""How good search is: the judged queries, and the goals that hold.

On either database: ``tests.search.test_engines`` shows that both find the same.
"""

from __future__ import annotations

import re
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles import treaty
from articles.edition import in_force
from articles.exploring import judging
from articles.exploring.judging import Answers, Figures, Judged, Score
from articles.management.commands.score_search import JUDGED, SETS, UNSEEN
from articles.treaty.places import Place
from tests.search.asking import exploration, numbers

pytestmark = [pytest.mark.django_db, pytest.mark.once]

HARD = {
    *("question", "several", "colloquial", "typo", "phrase", "reference", "absent"),
    *("russian", "persian", "transliteration", "other"),
}
KINDS = {
    "ordinary": {
        *("word", "words", "phrase", "everyday", "question", "abbreviation", "spelling"),
        *("reference", "operator", "russian", "persian", "absent"),
    },
    "hard": HARD,
    "unseen": HARD,
}


@pytest.fixture(scope="module")
def scores(django_db_setup: None, django_db_blocker: object) -> dict[str, Score]:
    """The sets of judged queries, each put to search once."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return {
            name: judging.score(judging.read(JUDGED / f"{name}.toml"), in_force()) for name in SETS
        }


@pytest.fixture(params=SETS)
def score(request: pytest.FixtureRequest, scores: dict[str, Score]) -> Score:
    found: Score = scores[request.param]
    return found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("sanctions", 19),
        ("SWIFT", 20),
        ("spies", 4),
        ("mutual defence", 3),
        ("Zangezur", 12),
        ("fake news", 33),
        ("nuclaer", 23),
        ("ШОС", 14),
        ("تحریم", 19),
        ("art. 3(3)", 3),
        ("14", 14),
        ("art 14", 14),
        ("Article 3 paragraph 4", 3),
        ("3(3)", 3),
        ("3.3", 3),
        ("ст. 12", 12),
        ("статья 12", 12),
        ("ماده ۱۲", 12),
        ("ماده ١٢", 12),
        ("“unilateral coercive measures”", 19),
        ('"unilateral coercive measures"', 19),
        ("«unilateral coercive measures»", 19),
        ("nuclear -disarmament", 23),
        ("nucle*", 23),
        ("spies OR espionage", 4),
        ("https://treaty.example.org/articles/12/2/", 12),
        ("22(2.3)", 22),
        ("closing lines", 48),
    ],
)
def test_the_queries_of_the_issue_find_the_right_article_first(text: str, number: int) -> None:
    assert numbers(exploration(text))[:1] == [number]


IN_THREE = {"ordinary": 0.97, "hard": 0.97, "unseen": 0.95}
"""The goal is 97 %; of the unseen queries this is what was reached, to be raised, never lowered."""


@pytest.mark.parametrize("name", SETS)
def test_the_right_article_comes_first_and_almost_always_among_the_first_three(
    scores: dict[str, Score], name: str
) -> None:
    figures = scores[name].search["all"]
    assert figures.right_first >= 0.90
    assert figures.right_in_three >= IN_THREE[name]
    assert figures.reciprocal_rank >= 0.93


def test_the_hit_names_the_provision_that_answers(score: Score) -> None:
    figures = score.provision["all"]
    assert figures.count >= 100
    assert figures.right_first >= 0.80
    assert figures.right_in_three >= 0.92


def test_of_what_the_treaty_does_not_deal_with_the_site_says_so(score: Score) -> None:
    assert score.search["absent"].right_first >= 0.90


def test_no_kind_of_query_is_left_behind(score: Score) -> None:
    low = {kind: each for kind, each in score.search.items() if each.right_first < 0.80}
    assert low == {}


def test_a_plain_index_over_the_same_text_does_much_worse(score: Score) -> None:
    ours, theirs = score.search["all"], score.plain["all"]
    assert theirs.count == ours.count
    assert theirs.right_first < ours.right_first - 0.3
    assert theirs.right_in_three < ours.right_in_three - 0.3
    for kind in set(score.search) - {"word", "words", "operator", "abbreviation", "absent", "all"}:
        assert score.plain[kind].right_first < score.search[kind].right_first


def test_the_plain_index_is_no_straw_man(scores: dict[str, Score]) -> None:
    """It finds the edition's own words; it knows no others."""
    for kind in ("word", "words"):
        assert scores["ordinary"].plain[kind].right_first >= 0.95


def test_the_figures_that_the_about_page_shows_are_those_of_the_unseen_queries(
    scores: dict[str, Score],
) -> None:
    """Renew them with ``manage.py score_search --write``."""
    kept, score = judging.last_score(), scores[UNSEEN.stem]
    assert kept["search"] == score.search
    assert kept["provision"] == score.provision
    assert set(kept["plain"]) == set(score.plain)
    for kind, each in score.plain.items():
        assert kept["plain"][kind].right_first == pytest.approx(each.right_first, abs=0.03)


def test_the_judged_sets_are_large_and_ask_nothing_twice(scores: dict[str, Score]) -> None:
    every = Counter(each.query for score in scores.values() for each in score.judged)
    assert [text for text, count in every.items() if count > 1] == []
    for name, score in scores.items():
        assert len(score.judged) > 300
        assert {each.kind for each in score.judged} == KINDS[name]
        assert min(Counter(each.kind for each in score.judged).values()) >= 10


def test_every_judgement_names_answers_that_there_are(score: Score) -> None:
    passages = {row.place for article in in_force().articles for row in article.passages()}
    for each in score.judged:
        assert set(each.first) <= set(treaty.NUMBERS), each
        assert bool(each.first) is (each.kind != "absent"), each
        assert each.provision is None or each.provision in passages, each


def printed(*arguments: str | Path) -> list[str]:
    out = StringIO()
    call_command("score_search", *map(str, arguments), stdout=out)
    return out.getvalue().splitlines()


def test_the_command_prints_a_table_for_each_set_and_the_misses_of_those_seen(
    scores: dict[str, Score],
) -> None:
    tables: dict[str, list[str]] = {}
    for line in printed():
        if found := re.match(r"(\w+): search on", line):
            assert connection.vendor in line
            tables[found[1]] = rows = []
        rows.append(line)
    assert list(tables) == list(SETS)
    for name, lines in tables.items():
        score = scores[name]
        cells = [line.replace("|", " ").split() for line in lines]
        rows_by_kind = {row[0]: row[1:] for row in cells if row}
        for kind in (*KINDS[name], "all"):
            count, *figures = rows_by_kind[kind]
            assert int(count) == score.search[kind].count
            parts = [score.search[kind], score.plain[kind], score.provision.get(kind)]
            assert figures == [column for part in parts if part for column in columns(part)]
        misses = [line for line in lines if line.startswith("miss: ")]
        wrong = sum(at != 1 for at in [*score.places, *(at for _, at in score.provision_places)])
        assert len(misses) <= wrong
        assert bool(misses) is (name != UNSEEN.stem)


def columns(figures: Figures) -> list[str]:
    shares = (figures.right_first, figures.right_in_three)
    return [*(f"{100 * share:.1f}%" for share in shares), f"{figures.reciprocal_rank:.3f}"]


def test_a_miss_says_what_was_wanted_and_what_was_found(tmp_path: Path) -> None:
    file = tmp_path / "judged.toml"
    file.write_text(
        '[[query]]\nq = "hegemony"\nkind = "word"\nfirst = [47]\n\n'
        '[[query]]\nq = "aggression"\nkind = "word"\nfirst = [3]\nparagraph = 4\n\n'
        '[[query]]\nq = "3.3"\nkind = "reference"\nfirst = [3]\nparagraph = 4\n\n'
        '[[query]]\nq = "Caspian"\nkind = "absent"\nfirst = []\n\n'
        '[[query]]\nq = "Ukraine"\nkind = "absent"\nfirst = []\n',
        encoding="utf-8",
    )
    lines = printed(file)
    misses = [line.partition("; found")[0] for line in lines if line.startswith("miss")]
    assert misses == [
        "miss: 'hegemony' (word) wants 47",
        "miss: 'aggression' (word) wants 3.4",
        "miss: '3.3' (reference) wants 3",
        "miss: 'Caspian' (absent) wants to hear that there is nothing",
    ]
    assert "miss: '3.3' (reference) wants 3; found 3.3" in lines
    (total,) = [line for line in lines if re.match(r"\s*all\b", line)]
    assert total.split()[:4] == ["all", "3", "33.3%", "33.3%"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"[[query", id="no TOML"),
        pytest.param("q = 'é'".encode("latin-1"), id="not UTF-8"),
        pytest.param(b"query = 3", id="no list"),
        pytest.param(b"query = ['sanctions']", id="no tables"),
        pytest.param(b"[[query]]\nkind = 'word'\nfirst = [19]", id="no query"),
        pytest.param(b"[[query]]\nq = 'x'\nfirst = [19]", id="no kind"),
        pytest.param(b"[[query]]\nq = 'x'\nkind = 'word'", id="no answer"),
        pytest.param(b"[[query]]\nq = 'x'\nkind = 'word'\nfirst = 19", id="no list of answers"),
        pytest.param(
            b"[[query]]\nq = 3\nkind = 'word'\nfirst = [19]", id="a query that is no text"
        ),
    ],
)
def test_a_broken_file_gives_a_message(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "judged.toml").write_bytes(content)
    with pytest.raises(CommandError, match="holds no judged queries"):
        printed(tmp_path / "judged.toml")


def test_a_file_that_is_not_there_gives_a_message(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere\.toml holds no judged queries"):
        printed(tmp_path / "nowhere.toml")


def test_figures_are_kept_only_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, file = tmp_path / "score.json", tmp_path / "judged.toml"
    file.write_text('[[query]]\nq = "sanctions"\nkind = "word"\nfirst = [19]', encoding="utf-8")
    monkeypatch.setattr(judging, "SCORE", kept)
    printed(file)
    assert not kept.exists()
    printed(file, "--write")
    judging.last_score.cache_clear()
    assert judging.last_score()["search"]["word"] == Figures(1, 1.0, 1.0, 1.0)
    judging.last_score.cache_clear()


def answers(*codes: str) -> Answers:
    return Answers(tuple(map(Place.read, codes)))


def test_places_and_figures_are_counted_from_one() -> None:
    asked = Judged("x", "word", (19, 20))
    found = [answers("19.2"), answers("3", "20.1", "19"), answers("3"), answers()]
    assert [judging.place(asked, each) for each in found] == [1, 2, None, None]
    assert judging.figures([1, 2, 4, None]) == Figures(4, 0.25, 0.5, (1 + 1 / 2 + 1 / 4) / 4)
    assert judging.figures([]) == Figures(0, 0.0, 0.0, 0.0)


def test_a_provision_is_named_by_itself_or_by_a_point_of_it() -> None:
    paragraph, point = Judged("x", "word", (22,), 2), Judged("x", "word", (22,), 2, 3)
    assert judging.provision_place(paragraph, answers("22.2.3")) == 1
    assert judging.provision_place(point, answers("22.2", "22.2.3")) == 2
    assert judging.provision_place(paragraph, answers("22", "22.1", "3.2")) is None


def test_a_reference_must_lead_to_the_very_provision() -> None:
    asked = Judged("22(2.3)", "reference", (22,), 2, 3)
    assert judging.place(asked, answers("22.2.3")) == 1
    assert judging.place(asked, answers("22.2")) is None


def test_where_nothing_deals_with_it_the_answer_is_that_the_site_says_so() -> None:
    asked = Judged("x", "absent", ())
    assert judging.place(asked, Answers((Place(3),), says_absent=True)) == 1
    assert judging.place(asked, answers("3")) is None
    assert judging.by_kind([asked], [1])["all"].count == 0
