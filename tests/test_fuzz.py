"""Whatever is sent, the site answers in order; the draws are fixed. ``make fuzz`` sends more."""

from __future__ import annotations

import random
from contextlib import suppress
from email.message import Message
from itertools import islice
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from django.urls import Resolver404, resolve

from articles.views.urls import TAKES
from tests import processes, soak
from tests.bench import load
from tests.bench.sites import Server
from tests.fuzz import attack, dearest, drawing
from tests.fuzz.asking import ALWAYS, Answer, Asker, faults
from tests.fuzz.server import Workers

pytestmark = pytest.mark.once

REQUESTS = 2_000


def test_whatever_is_sent_no_answer_fails_tells_of_us_or_sets_a_cookie(
    site_settings: dict[str, str], tmp_path: Path
) -> None:
    log = tmp_path / "log"
    with processes.serving(site_settings, log) as (process, site):
        workers = Workers.of(process.pid)
        found = attack.attack(site, workers, REQUESTS, seed=2025)
        asker = Asker(int(urlsplit(site).port or 0))
        for name, make in dearest.DEAREST.items():
            said = attack.wrong_with(asker, make(1, urlsplit(site).netloc))
            found.faults += [f"{name}: {each}" for each in said]
        asker.close()
    assert found.faults == []
    assert {200, 301, 400, 404, 405, 431} <= set(found.statuses)
    assert list(attack.faults_of_log(log, found.statuses[400])) == []
    assert sum(found.after.descriptors) <= sum(found.before.descriptors) + attack.MOST_LOST


def test_under_mixed_load_no_request_fails_and_no_descriptor_is_lost(
    site_settings: dict[str, str], tmp_path: Path
) -> None:
    with (
        processes.serving(site_settings, tmp_path / "log") as (process, site),
        load.generator() as ask,
    ):
        server = Server(process.pid, int(urlsplit(site).port or 0))
        length = soak.Length(peak=600.0, part=600.0, most=120)
        found = soak.soak(ask, server, soak.texts_of(server), length)
    assert len(found.times) == soak.PARTS * 120
    assert found.lost <= soak.MOST_LOST


def test_the_same_seed_draws_the_same_requests_and_another_one_others() -> None:
    one, again, other = (list(islice(drawing.drawn(seed, "localhost"), 200)) for seed in (1, 1, 2))
    assert one == again != other


def test_every_kind_of_address_is_drawn() -> None:
    draw, met = drawing.Draw(random.Random(1), "localhost"), set()  # noqa: S311 - to be repeated
    for _ in range(200):
        for address in drawing.ADDRESSES:
            with suppress(Resolver404):
                met.add(resolve(unquote(draw.filled(address))).url_name)
    assert set(TAKES) <= met


def answer(status: int, body: bytes = b"", **other: str) -> Answer:
    headers = Message()
    for name, value in {**dict.fromkeys(ALWAYS, "x"), **other}.items():
        headers[name] = value
    return Answer(status, headers, body)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (answer(200), []),
        (None, ["no answer"]),
        (answer(500), ["status 500"]),
        (answer(200, **{"Set-Cookie": "a=b"}), ["a cookie"]),
        (answer(404, b"Traceback (most recent call last):"), ["a traceback"]),
        (Answer(400, Message(), b""), [f"{name} is not there once" for name in ALWAYS]),
    ],
)
def test_what_is_wrong_with_an_answer_is_told(given: Answer | None, said: list[str]) -> None:
    assert list(faults(drawing.request("/", "localhost"), given)) == said


def test_what_is_no_request_may_be_refused_by_the_server_alone() -> None:
    assert list(faults(drawing.Request("GET", b"\0", is_orderly=False), None)) == []


def test_a_log_with_long_lines_or_more_than_were_refused_is_told(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b"Open it\n" + b"x" * 501 + b"\nshort\n")
    assert list(attack.faults_of_log(log, 1)) == [
        "a line of 501 bytes",
        "2 lines for 1 requests that were refused",
    ]
