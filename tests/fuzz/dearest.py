"""The requests that cost most, each different every time, and what readers notice of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from statistics import median
from typing import Final
from urllib.parse import quote

from tests.fuzz.asking import Asker
from tests.fuzz.drawing import Request, request
from tests.fuzz.server import Workers

LONG: Final = 30_000
"""Bytes of a long header."""

TIMES: Final = 7
"""How often each is asked, to take the least of what it costs: other work on the machine adds."""

MOST_MILLISECONDS: Final = 60.0
"""What one may cost, in time of a processor."""

MOST_MEDIAN: Final = 20.0
MOST_WAITED: Final = 500.0
"""How many milliseconds a reader may wait meanwhile, mostly and at most."""

RATE: Final = 20
"""Of the dearest, how many are asked in a second."""

SECONDS: Final = 20.0
PAUSE: Final = 0.02
"""How long a reader reads meanwhile, and between two pages, in seconds."""

AT_ONCE: Final = 8

PAGE: Final = "/articles/14/"

Header = tuple[str, str]


def long(text: str) -> str:
    """Return a text as often as a long header has room for it."""
    return text * (LONG // len(text))


def of_address(address: str, *headers: Header) -> Callable[[int, str], Request]:
    """Return a request for an address in which ``{n}`` is another number each time."""
    return lambda number, host: request(address.replace("{n}", str(number)), host, headers)


PLAIN: Final = ("Accept-Encoding", "identity")
EITHER: Final = quote(" OR ".join(f"{letter}*" for letter in "abcdefghijklmnopqrstuvwxyz"))
UNKNOWN: Final = quote(" OR ".join(f"xq{n}vz" for n in range(22)))
MISSPELT: Final = "+".join(["sanktion", "agresion", "cooporation", "securty", "terorism"] * 3)

DEAREST: Final[Mapping[str, Callable[[int, str], Request]]] = {
    "`Accept` of 30 KB": of_address("/articles/{n}.json", ("Accept", long("text/x,"))),
    "`Accept` at a page, one type with many parameters": of_address(
        "/articles/3/?q={n}", ("Accept", "text/x" + long(";a=b"))
    ),
    "`If-None-Match` of 30 KB": of_address("/articles/3/", ("If-None-Match", long('"x",'))),
    "`If-Match` of 30 KB": of_address("/articles/3/", ("If-Match", long('"x",'))),
    "`Accept-Encoding` of 30 KB": of_address("/articles/3/", ("Accept-Encoding", long("x,"))),
    "`Cookie` of 30 KB": of_address("/articles/3/?q={n}", ("Cookie", long("a=b;"))),
    "thousands of parameters": of_address(f"/articles/?q={{n}}&{long('a=b&')}"),
    "an address of 30 KB": of_address(f"/{{n}}/{long('treaty.xml/')}"),
    "an address of 1,500 letters": of_address(f"/{{n}}/{'treaty.xml/' * 130}"),
    "thesaurus, not coded": of_address("/thesaurus/?x={n}", PLAIN),
    "a letter of the thesaurus with a selection": of_address("/thesaurus/s/?set=0,3&note={n}"),
    "thesaurus with a selection": of_address("/thesaurus/?set=0-47&note={n}"),
    "whole treaty, not coded": of_address("/treaty/?x={n}", PLAIN),
    "whole treaty with a selection": of_address("/treaty/?set=0-47&note={n}"),
    "whole treaty with words": of_address("/treaty/?q=oil+{n}"),
    "a selection of all, with a note": of_address("/set/0-47/?note={n}"),
    "a selection of all, cited": of_address("/set/0-47/cite/?style=apa&note={n}"),
    "a selection of all, Akoma Ntoso": of_address("/set/0-47.xml?note={n}"),
    "e-book": of_address("/treaty.epub?x={n}"),
    "odd port": lambda number, _: request("/treaty/", f"127.0.0.1:{number % 60_000 + 1}"),
    "search, 26 beginnings by OR": of_address(f"/articles/?q={EITHER}+{{n}}"),
    "search, unknown words by OR": of_address(f"/articles/?q={UNKNOWN}+{{n}}"),
    "search, misspelt words": of_address(f"/articles/?q={MISSPELT}+{{n}}"),
    "search, letters that unfold": of_address(f"/articles/?q={quote('ﷺ' * 190)}+{{n}}"),
    "search, 60 KB cut to 30": of_address(f"/articles/?q={{n}}+{long('oil+')}"),
    "article with words marked": of_address("/articles/14/?q=the+of+and+{n}"),
    "quotation of 2,000 letters": of_address(
        f"/verify/?text={{n}}+{'the+parties+shall+not+' * 88}"
    ),
    "a word in context": of_address("/words/the/?page={n}"),
    "an invented word": of_address("/words/word{n}/"),
    "a word compared": of_address("/articles/3/compare/?a=plain&b={n}"),
}
"""What each is called, and what it is, by number and host."""


def costs(port: int, host: str, workers: Workers) -> dict[str, float]:
    """Return what each costs: milliseconds of a processor, the least of several."""
    asker, found = Asker(port), {}
    for name, make in DEAREST.items():
        spent = []
        for number in range(TIMES):
            before = workers.seconds()
            asker.ask(make(number + 1, host))
            spent.append((workers.seconds() - before) * 1e3)
        found[name] = min(spent)
    asker.close()
    return found


def worst_of(costs: Mapping[str, float], most: int) -> list[str]:
    """Return the names of the dearest, the dearest first."""
    return sorted(costs, key=lambda name: -costs[name])[:most]


def beside(port: int, host: str, names: list[str], seconds: float = SECONDS) -> list[float]:
    """Return how many milliseconds a reader waits for each page while those are asked for."""
    end = time.perf_counter() + seconds
    with ThreadPoolExecutor(AT_ONCE + 1) as pool:
        attack = pool.submit(keep_asking, port, host, names, end)
        reader, waited = Asker(port), []
        while (begun := time.perf_counter()) < end:
            answer = reader.ask(request(PAGE, host))
            waited.append((time.perf_counter() - begun) * 1e3)
            if answer is None or answer.status != 200:
                raise RuntimeError(f"{PAGE} is not answered: {answer}")
            time.sleep(PAUSE)
        attack.result()
    reader.close()
    return waited


def keep_asking(port: int, host: str, names: list[str], end: float) -> None:
    """Ask for those in turns, at the rate, whether or not the ones before are answered."""
    due = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for number, name in islice(enumerate(cycle(names), 1_000), int(RATE * SECONDS)):
            if due >= end:
                return
            time.sleep(max(0.0, due - time.perf_counter()))
            pool.submit(ask_once, port, DEAREST[name](number, host))
            due += 1 / RATE


def ask_once(port: int, asked: Request) -> None:
    """Ask over a connection of its own."""
    asker = Asker(port)
    asker.ask(asked)
    asker.close()


def faults(costs: Mapping[str, float], waited: Sequence[float]) -> Iterator[str]:
    """Yield what cost too much, and what a reader waited for too long."""
    for name, cost in costs.items():
        if cost > MOST_MILLISECONDS:
            yield f"{name} costs {cost:.0f} ms"
    if median(waited) > MOST_MEDIAN or max(waited) > MOST_WAITED:
        yield f"a reader waits {median(waited):.0f} ms, and {max(waited):.0f} ms at most"


def lines(found: Mapping[str, float], waited: Sequence[float]) -> Iterator[str]:
    """Yield what is told of it."""
    yield "| request | ms of a processor |"
    yield "| --- | ---: |"
    for name in worst_of(found, 20):
        yield f"| {name} | {found[name]:.1f} |"
    yield (
        f"{RATE} of these a second: {len(waited)} times {PAGE}, "
        f"median {median(waited):.1f} ms, at most {max(waited):.0f} ms"
    )
