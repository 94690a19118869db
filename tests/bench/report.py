"""``docs/performance.md``: what was measured, on which machine, and which goals hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from tests.bench import cases, growth
from tests.bench.cases import CASES, EMPTY, PAGE, ROW, ROWS, SEARCH, STATIC
from tests.bench.figures import percentile, ratio, table
from tests.bench.growth import POSTGRESQL, SQLITE, Growth
from tests.bench.load import CONNECTIONS
from tests.bench.turns import Measured


@dataclass(frozen=True)
class Run:
    """All that a run has found out, and under which circumstances.

    ``starts`` has the seconds of each start of each server, ``memory`` the megabytes of a worker
    by number of requests.
    """

    rounds: int
    seconds: float
    circumstances: Mapping[str, str]
    size: int
    answers: Mapping[str, Measured]
    starts: Sequence[Mapping[str, float]]
    memory: Mapping[int, float]
    growths: Mapping[str, Growth]

    def times_of(self, name: str, other: str) -> float:
        """Return how many times the answers of another case those of a case come."""
        return ratio(self.answers[name].rates, self.answers[other].rates)

    def start_of(self, name: str) -> float:
        """Return how many seconds a server takes to its first answer."""
        return median(start[name] for start in self.starts)

    @property
    def slowest_at_half(self) -> float:
        """The longest time that 99 % of the site's answers of a case need at half of its most."""
        own = [case.name for case in CASES if case.server == "site"]
        return max(self.answers[name].p99_at_half for name in own)


@dataclass(frozen=True)
class Goal:
    """What is to hold: a figure of a run that must not be less, or not be more, than a limit."""

    name: str
    figure: Callable[[Run], float]
    limit: float
    is_least: bool = False

    def line(self, run: Run) -> list[str | float | None]:
        """Return the line of the table: whether it holds, and by how much."""
        found = self.figure(run)
        holds = found >= self.limit if self.is_least else found <= self.limit
        limit = f"{'≥' if self.is_least else '≤'} {self.limit:g}"
        return [self.name, limit, found, "holds" if holds else "**fails**"]


GOALS: Final = (
    Goal("article, × Datasette's row", lambda run: run.times_of(PAGE, ROW), 20, is_least=True),
    Goal("article, × the empty answer", lambda run: run.times_of(PAGE, EMPTY), 0.8, is_least=True),
    Goal("search, × Datasette's search", lambda run: run.times_of(SEARCH, ROWS), 5, is_least=True),
    Goal("p99 at half, ms: the slowest case", lambda run: run.slowest_at_half, 25),
    Goal("start to first answer, s", lambda run: run.start_of("site"), 2),
    Goal("search, growth of p95, SQLite", lambda run: run.growths[SQLITE].growth, 3),
    Goal("search, growth of p95, PostgreSQL", lambda run: run.growths[POSTGRESQL].growth, 3),
    Goal("memory of a worker, MB", lambda run: max(run.memory.values()), 120),
)

TEXT: Final = """\
# How fast the site is

`make bench` measures all of this in one run and writes it here; nothing is written by hand. Other
work on the machine lengthens all times. The cases take turns, so it meets all of them, and their
ratios can be relied on more than their times.

{circumstances}
## Goals

{goals}
The memory is that after {requests:,} different requests; the goal is for 100,000, which
`make bench BENCH=long` asks.

## Answers

{answers}
- {connections} connections that are kept, from one process on the same machine, which shares its
  processors with the server. It took {busy:.2f} of a processor for {fastest:,.0f} empty answers a
  second, and so can ask at least as fast as that.
- After a round that does not count, {rounds} of {seconds:g} s for each case as fast as it answers,
  and then as many at half of that rate. At half, a request is due at its time whether or not the
  server is ready, and its answer is waited for from then on; it is sent up to 1 ms later.
- Answers a second are the median of the rounds, the times those of all answers. A ratio is the
  median of what the rounds say. “CPU” is what all processors of the server worked for an answer.
- The site is served as by `make run`, on SQLite, to a browser that takes any coding. The article
  is {size:,} bytes as sent.
- The *{empty}* is from the same command and settings, with an application that answers 200 and
  nothing else. The *{static}* is from the site, and as many bytes as the article.
- The searches are the {judged} judged queries that are no references, each with `-` and a word that
  nothing has, another one each time: the answer stays the same, and was never kept. *Marked* is
  Article {article} for a reader who comes from a search: three of its words, others each time.
- Datasette has a table with number, title and text of each article, with FTS5 (porter) on it, in an
  immutable file, and is otherwise as it comes: one process, where the site has two. It is asked
  for the page of the same article's row, and for the same queries without the added word.

## Search in a larger collection

{growths}
Milliseconds in process, without the page, that 95 % of the judged queries need at most, in an index
of so many copies of the treaty. Each query's time is its median over the rounds, in which the sizes
take turns. “Ordinary” are those that are just words. They leave out these kinds:

{not_ordinary}

## Memory and start

{memory}
The larger of the workers (RSS). No two requests are alike: searches as page and as JSON, marked
articles, unknown parameters, and addresses that are not there.

{starts}
From the start of `manage.py serve` until an article is answered, and until the empty answer is; the
median of {times}.
"""

ANSWERS: Final = (
    *("", "answers/s", "p50, ms", "p95", "p99", "p99 at half", "CPU, µs"),
    *("× empty", "× file", "× Datasette"),
)


def text(run: Run) -> str:
    """Return the document."""
    fastest = run.answers[EMPTY]
    return TEXT.format(
        circumstances=table(("", ""), run.circumstances.items()),
        goals=table(("", "goal", "found", ""), [goal.line(run) for goal in GOALS]),
        answers=table(ANSWERS, [line(run, case) for case in CASES]),
        growths=table(
            ("", *(f"{copies:,} ×" for copies in growth.COPIES), "growth"),
            [
                [f"{engine} {each.version}, {which}", *each.p95(ordinary=ordinary), last]
                for engine, each in run.growths.items()
                for which, ordinary, last in (
                    ("ordinary", True, each.growth),
                    ("all", False, None),
                )
            ],
        ),
        memory=table(
            ("different requests", *(f"{number:,}" for number in run.memory)),
            [("MB", *run.memory.values())],
        ),
        starts=table(
            ("start to first answer", "s"),
            [("article", run.start_of("site")), (EMPTY, run.start_of("empty"))],
        ),
        times=len(run.starts),
        requests=max(run.memory),
        connections=CONNECTIONS,
        busy=median(fastest.busy),
        fastest=fastest.rate,
        rounds=run.rounds,
        seconds=run.seconds,
        size=run.size,
        empty=EMPTY,
        static=STATIC,
        judged=len(cases.judged_texts()),
        article=cases.ARTICLE,
        not_ordinary="\n".join(f"- *{kind}* {why}" for kind, why in growth.NOT_ORDINARY.items()),
    )


def line(run: Run, case: cases.Case) -> list[str | float | None]:
    """Return the line of a case."""
    found = run.answers[case.name]
    is_own = case.server == "site"
    return [
        case.name,
        found.rate,
        *(percentile(found.times, percent) for percent in (50, 95, 99)),
        found.p99_at_half,
        median(found.costs),
        run.times_of(case.name, EMPTY) if is_own else None,
        run.times_of(case.name, STATIC) if is_own else None,
        run.times_of(case.name, case.rival) if case.rival else None,
    ]
