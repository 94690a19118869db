"""The bench reads answers, makes figures and writes tables; what it measures is not tested."""

from __future__ import annotations

from itertools import islice

import pytest

from tests.bench import cases, figures, report
from tests.bench.growth import Growth
from tests.bench.turns import Measured
from tests.bench.wire import Answer, first_answer

pytestmark = pytest.mark.files

PLAIN = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
CHUNKED = (
    b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
    b"5;name=value\r\nhello\r\nA\r\n0123\r\n\r\n89\r\n0\r\n\r\n"
)
WITH_TRAILER = CHUNKED.removesuffix(b"\r\n") + b"Digest: none\r\n\r\n"
NOT_MODIFIED = b"HTTP/1.1 304 Not Modified\r\nContent-Length: 4895\r\n\r\n"
EMPTY = b"HTTP/1.1 404 Not Found\r\ncontent-length:0\r\n\r\n"


@pytest.mark.parametrize(
    ("sent", "status"),
    [(PLAIN, 200), (CHUNKED, 200), (WITH_TRAILER, 200), (NOT_MODIFIED, 304), (EMPTY, 404)],
)
def test_an_answer_ends_where_its_sender_ended_it_and_the_next_one_follows(sent, status):
    assert [first_answer(sent[:size]) for size in range(len(sent))] == [None] * len(sent)
    assert first_answer(sent) == Answer(status, len(sent))
    assert first_answer(sent + PLAIN) == Answer(status, len(sent))


def test_an_answer_that_only_the_end_of_the_connection_ends_is_refused():
    with pytest.raises(ValueError, match="neither a length nor chunks"):
        first_answer(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello")


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        ([3, 1, 2], 50, 2),
        ([1, 2], 50, 1.5),
        (range(101), 95, 95),
        (range(101), 99, 99),
        ([7], 99, 7),
        ([1, 5], 100, 5),
    ],
)
def test_percentiles_lie_between_the_values_around_them(values, percent, expected):
    assert figures.percentile(values, percent) == pytest.approx(expected)


def test_of_nothing_there_is_no_percentile():
    with pytest.raises(ValueError, match="Nothing was measured"):
        figures.percentile([], 50)


def test_a_ratio_is_that_of_the_middle_round_and_not_of_the_sums():
    assert figures.ratio([10, 100, 30], [10, 10, 10]) == 3


@pytest.mark.parametrize(
    ("value", "text"),
    [(38782.5, "38,782"), (99.94, "99.9"), (2.756, "2.76"), (0.0031, "0.003"), (None, "–")],
)
def test_figures_have_as_many_digits_as_say_something(value, text):
    assert figures.shown(value) == text


def test_tables_are_markdown_with_figures_to_the_right():
    assert figures.table(("", "ms"), [("article", 1.234), ("search", None)]) == (
        "|  | ms |\n| --- | ---: |\n| article | 1.23 |\n| search | – |\n"
    )


def test_no_two_requests_of_a_case_are_alike_in_any_round():
    searches = next(case for case in cases.CASES if case.name == cases.SEARCH)
    asked = cases.Asked(searches, "localhost:80", ["one", "two+words", "%D1%82"])
    requests = [each for turn in range(3) for each in islice(asked.requests(turn), 1_000)]
    assert len(set(requests)) == len(requests)
    assert requests[0].startswith(b"GET /articles/?q=one+-")
    assert all(each.endswith(b"\r\n\r\n") and each.count(b"\r\n\r\n") == 1 for each in requests)


def test_only_the_case_of_an_answer_that_is_known_sends_its_tag():
    known = cases.Asked(cases.CASES[0], "localhost:80", [], '"abc-br"')
    assert b'\r\nIf-None-Match: "abc-br"\r\n\r\n' in next(known.requests(0))


def test_every_rival_is_a_case():
    assert {case.rival for case in cases.CASES} - {""} <= {case.name for case in cases.CASES}


def test_growth_compares_the_slowest_ordinary_queries():
    grown = Growth("3", ["word", "phrase"], [49, 490], [[1.0, 50.0], [2.5, 900.0]])
    assert grown.growth == 2.5
    assert grown.p95(ordinary=False)[0] > 40


def test_the_document_says_which_goals_hold():
    measured = {case.name: Measured([100.0], [10.0], [0.5], [1.0], [2.0]) for case in cases.CASES}
    measured[cases.PAGE] = Measured([2_500.0], [10.0], [0.5], [1.0], [26.0])
    grown = Growth("3", ["word"], [49] * 4, [[1.0], [1.0], [1.0], [3.5]])
    text = report.text(
        report.Run(
            rounds=1,
            seconds=1.0,
            circumstances={"Memory": "1 GB"},
            size=4_895,
            answers=measured,
            starts=[{"site": 1.5, "empty": 0.5}],
            memory={0: 80.0, 1_000: 119.0},
            growths={"SQLite": grown, "PostgreSQL": grown},
        )
    )
    for line in (
        "| Memory | 1 GB |",
        "| article, × Datasette's row | ≥ 20 | 25.0 | holds |",
        "| search, × Datasette's search | ≥ 5 | 1.00 | **fails** |",
        "| p99 at half, ms: the slowest case | ≤ 25 | 26.0 | **fails** |",
        "| start to first answer, s | ≤ 2 | 1.50 | holds |",
        "| search, growth of p95, SQLite | ≤ 3 | 3.50 | **fails** |",
        "| memory of a worker, MB | ≤ 120 | 119 | holds |",
    ):
        assert f"{line}\n" in text
