"""Asks a server as fast as it answers, or at a rate, over connections that are kept.

Runs in a process of its own and does as little as possible for each answer, so that it is the
server that is measured. Two processes are slower than one where they and the server share two
processors. Needs Linux (``epoll``).
"""

from __future__ import annotations

import multiprocessing
import select
import socket
import time
from array import array
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from tests.bench.cases import Asked
from tests.bench.wire import first_answer

CONNECTIONS = 16
AT_ONCE = 1 << 18
"""Bytes received at a time: any page in one go, if it is there."""

PATIENCE = 30.0
"""Seconds to wait for the last answers."""


@dataclass(frozen=True)
class Job:
    """What is to be asked: for how long, or how much; as fast as possible, or at a rate.

    The requests of each of ``asked`` take turns. ``rate`` is in requests a second; 0 is as many
    as are answered.
    """

    asked: tuple[Asked, ...]
    port: int
    turn: int
    seconds: float
    rate: float = 0.0
    most: int | None = None

    def requests(self) -> Iterator[bytes]:
        """Yield the requests."""
        kinds = [asked.requests(self.turn) for asked in self.asked]
        return islice(chain.from_iterable(zip(*kinds, strict=True)), self.most)

    @property
    def name(self) -> str:
        """What is asked, for messages."""
        return self.asked[0].case.name

    @cached_property
    def statuses(self) -> frozenset[int]:
        """What answers may say."""
        return frozenset(asked.case.status for asked in self.asked)


@dataclass
class Sample:
    """The milliseconds that each answer took, and the seconds in which all of them came.

    ``busy`` is the share of a processor that the generator itself took.
    """

    times: array[float] = field(default_factory=lambda: array("d"))
    seconds: float = 0.0
    busy: float = 0.0


class Connection:
    """A connection, what has come of the answer, and since when that is waited for."""

    def __init__(self, port: int) -> None:
        """Connect to a port of this machine."""
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.received = b""
        self.since = 0.0


@contextmanager
def generator() -> Iterator[Callable[[Job], Sample]]:
    """Start the process that asks; give what has it do a job; end it afterwards."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        yield lambda job: pool.submit(run, job).result()


def run(job: Job) -> Sample:
    """Do a job; return how long the answers took.

    Raises ``RuntimeError`` for another status than the case has, and if answers do not come.
    """
    with ExitStack() as stack:
        poll = stack.enter_context(select.epoll())
        open_ones = {}
        for connection in (Connection(job.port) for _ in range(CONNECTIONS)):
            stack.enter_context(connection.socket)
            poll.register(connection.socket, select.EPOLLIN)
            open_ones[connection.socket.fileno()] = connection
        begun, used = time.perf_counter(), time.process_time()
        sample = ask(job, poll, open_ones)
        sample.seconds = time.perf_counter() - begun
        sample.busy = (time.process_time() - used) / sample.seconds
        return sample


def ask(job: Job, poll: select.epoll, connections: dict[int, Connection]) -> Sample:
    """Ask over the connections until the time is over, and wait for the last answers.

    At a rate, a request is due at its time, whether or not a connection is free: it is from then
    on that its answer is waited for.
    """
    sample, clock = Sample(), time.perf_counter
    requests, idle = job.requests(), list(connections.values())
    pause = 1 / job.rate if job.rate else 0.0
    due = clock()
    end = due + job.seconds
    last = end + PATIENCE
    while (now := clock()) < last:
        while idle and due <= now and (due if pause else now) < end:
            request = next(requests, None)
            if request is None:
                end = min(now, due)
                break
            connection = idle.pop(0)  # the server closes one that is not used for five seconds
            connection.since = due if pause else clock()
            connection.socket.sendall(request)
            due += pause
        is_over = (due if pause else now) >= end
        if is_over and len(idle) == len(connections):
            return sample
        wait = max(0.0, due - now) if pause and idle and not is_over else 1.0
        for descriptor, _ in poll.poll(wait):
            connection = connections[descriptor]
            if status := receive(connection):
                sample.times.append((clock() - connection.since) * 1e3)
                idle.append(connection)
                if status not in job.statuses:
                    raise RuntimeError(f"{job.name}: the answer is {status}.")
    raise RuntimeError(f"{job.name}: no answer within {PATIENCE:.0f} s.")


def receive(connection: Connection) -> int:
    """Take what has come; return the status of the answer, or 0 while it is not complete."""
    part = connection.socket.recv(AT_ONCE)
    if not part:
        raise RuntimeError("The server has closed a connection that was to be kept.")
    received = connection.received + part if connection.received else part
    answer = first_answer(received)
    if answer is None:
        connection.received = received
        return 0
    connection.received = received[answer.size :]
    return answer.status
