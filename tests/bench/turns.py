"""The cases measured in turns, so that whatever else the machine does meets all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from tests.bench import usage
from tests.bench.cases import Asked
from tests.bench.figures import percentile
from tests.bench.load import Job, Sample
from tests.bench.sites import Server

Load = Callable[[Job], Sample]


@dataclass
class Measured:
    """What was measured of a case: one figure a round, and the times of all rounds together.

    ``rates`` are in answers a second, ``costs`` in microseconds that the server's processors
    worked for an answer, ``busy`` in processors that the generator took; all times are in
    milliseconds.
    """

    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    times_at_half: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """How many answers a second come at most."""
        return median(self.rates)

    @property
    def p99_at_half(self) -> float:
        """The time that 99 % of the answers need at half of that."""
        return percentile(self.times_at_half, 99)


def measure(
    load: Load, servers: Mapping[str, Server], asked: Sequence[Asked], rounds: int, seconds: float
) -> dict[str, Measured]:
    """Return what each case takes: first as fast as possible, then at half of that."""
    found = {each.case.name: Measured() for each in asked}
    for turn in range(2 * rounds + 1):
        print(f"Round {turn} of {2 * rounds} …", flush=True)
        for each in asked:
            server, measured = servers[each.case.server], found[each.case.name]
            job = Job((each,), server.port, turn, seconds)
            if turn == 0:
                load(job)  # warms up
            elif turn <= rounds:
                add_fastest(measured, load, server, job)
            else:
                measured.times_at_half += load(replace(job, rate=measured.rate / 2)).times
    return found


def add_fastest(measured: Measured, load: Load, server: Server, job: Job) -> None:
    """Add what a round finds out about a case that is asked as fast as possible."""
    before = usage.seconds_of_group(server.process)
    sample = load(job)
    worked = usage.seconds_of_group(server.process) - before
    measured.rates.append(len(sample.times) / sample.seconds)
    measured.costs.append(worked / len(sample.times) * 1e6)
    measured.busy.append(sample.busy)
    measured.times += sample.times
