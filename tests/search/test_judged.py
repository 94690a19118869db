"""How good search is: the judged queries, and the goals that hold on the database in use."""

from __future__ import annotations

import re
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Article, Subject
from articles.search import judging
from articles.search.judging import Figures, Judged, Score
from tests.search.asking import exploration, numbers

pytestmark = pytest.mark.django_db

JUDGED = Path(__file__).with_name("judged.toml")

KINDS = {
    *("word", "words", "phrase", "everyday", "question", "abbreviation", "spelling", "reference"),
    *("operator", "russian", "persian", "subject"),
}


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return judging.read(JUDGED)


@pytest.fixture(scope="module")
def score(judged: list[Judged], django_db_setup: None, django_db_blocker: object) -> Score:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return judging.score(judged)


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
    ],
)
def test_the_queries_of_the_issue_find_the_right_article_first(text: str, number: int) -> None:
    assert numbers(exploration(text))[:1] == [number]


def test_the_right_article_comes_first_and_almost_always_among_the_first_three(
    score: Score,
) -> None:
    figures = score.search["all"]
    assert figures.count >= 200
    assert figures.right_first >= 0.90
    assert figures.right_in_three >= 0.98
    assert figures.reciprocal_rank >= 0.93


def test_no_kind_of_query_is_left_behind(score: Score) -> None:
    assert set(score.search) == KINDS | {"all"}
    low = {kind: each for kind, each in score.search.items() if each.right_first < 0.85}
    assert low == {}


def test_a_plain_index_over_the_same_text_does_much_worse(score: Score) -> None:
    ours, theirs = score.search["all"], score.plain["all"]
    assert theirs.count == ours.count
    assert theirs.right_first < ours.right_first - 0.3
    assert theirs.right_in_three < ours.right_in_three - 0.3
    for kind in ("everyday", "question", "spelling", "reference", "russian", "persian"):
        assert score.plain[kind].right_first < score.search[kind].right_first


def test_the_plain_index_is_no_straw_man(score: Score) -> None:
    """It finds the edition's own words; it knows no others."""
    for kind in ("word", "words", "phrase"):
        assert score.plain[kind].right_first >= 0.95


def test_the_figures_that_the_about_page_shows_are_those_measured(score: Score) -> None:
    """Renew them with ``manage.py score_search --write``."""
    kept = judging.last_score()
    assert kept["search"] == score.search
    assert set(kept["plain"]) == set(score.plain)
    for kind, each in score.plain.items():
        assert kept["plain"][kind].right_first == pytest.approx(each.right_first, abs=0.03)


def test_the_judged_set_is_large_and_asks_nothing_twice(judged: list[Judged]) -> None:
    assert len(judged) >= 200
    assert [
        text for text, count in Counter(each.query for each in judged).items() if count > 1
    ] == []
    assert {each.kind for each in judged} == KINDS
    assert min(Counter(each.kind for each in judged).values()) >= 10


def test_every_judgement_names_answers_that_there_are(judged: list[Judged]) -> None:
    subjects = set(Subject.objects.values_list("slug", flat=True))
    described = set(Article.objects.exclude(evidence="unplaced").values_list("number", flat=True))
    for each in judged:
        assert each.first, each
        if each.kind == "subject":
            assert set(each.first) <= subjects, each
        elif each.kind == "reference":
            assert set(each.first) <= set(range(48)), each
        else:
            assert set(each.first) <= described, each


def printed(*arguments: str | Path) -> list[str]:
    out = StringIO()
    call_command("score_search", *map(str, arguments), stdout=out)
    return out.getvalue().splitlines()


def test_the_command_prints_the_table_and_the_misses(score: Score) -> None:
    lines = printed()
    assert connection.vendor in "\n".join(lines[:2])
    rows = {row[0]: row[1:] for row in (line.replace("|", " ").split() for line in lines)}
    for kind in [*KINDS, "all"]:
        count, *figures = rows[kind]
        assert int(count) == score.search[kind].count
        assert figures == [*columns(score.search[kind]), *columns(score.plain[kind])]
    misses = [line for line in lines if line.startswith("miss: ")]
    assert len(misses) == sum(place != 1 for place in score.places)


def columns(figures: Figures) -> list[str]:
    shares = (figures.right_first, figures.right_in_three)
    return [*(f"{100 * share:.1f}%" for share in shares), f"{figures.reciprocal_rank:.3f}"]


def test_a_miss_says_what_was_wanted_and_what_was_found(tmp_path: Path) -> None:
    file = tmp_path / "judged.toml"
    file.write_text(
        '[[query]]\nq = "sanctions"\nkind = "word"\nfirst = [47]\n\n'
        '[[query]]\nq = "nuclear"\nkind = "word"\nfirst = [10]\n\n'
        '[[query]]\nq = "3.3"\nkind = "reference"\nfirst = [3]\nparagraph = 4\n\n'
        '[[query]]\nq = "hegemony"\nkind = "word"\nfirst = [2]\n',
        encoding="utf-8",
    )
    lines = printed(file)
    assert [line for line in lines if line.startswith("miss")] == [
        "miss: 'sanctions' (word) wants [47], found [19]",
        "miss: 'nuclear' (word) wants [10], found [23, 10], right at 2",
        "miss: '3.3' (reference) wants [3], found []",
    ]
    (total,) = [line for line in lines if re.match(r"\s*all\b", line)]
    assert total.split()[:4] == ["all", "4", "25.0%", "50.0%"]


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


def test_places_and_figures_are_counted_from_one() -> None:
    asked = Judged("x", "word", (19, 20))
    assert [judging.place(asked, found) for found in ([19], [3, 20, 19], [3], [])] == [
        1,
        2,
        None,
        None,
    ]
    assert judging.figures([1, 2, 4, None]) == Figures(4, 0.25, 0.5, (1 + 1 / 2 + 1 / 4) / 4)
    assert judging.figures([]) == Figures(0, 0.0, 0.0, 0.0)
