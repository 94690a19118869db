"""Figures for Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/).

All processes of a site write theirs into one folder, which has to be named, in the variable
``PROMETHEUS_MULTIPROC_DIR``, before this module is imported.
"""

from __future__ import annotations

import os
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector

from treaty_site.logs import Seen
from treaty_site.middleware import METHODS, STALE

BUCKETS: Final = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0)
"""Seconds between which answers are told apart: from a kept page to a database that hangs."""

ANSWERS: Final = Histogram(
    "treaty_answer_seconds",
    "How long answers took to make.",
    ["method", "status"],
    buckets=BUCKETS,
)
STALE_ANSWERS: Final = Counter(
    "treaty_stale_answers",
    "Answers given while the data could not be read: /readyz says why.",
)


def count(seen: Seen) -> None:
    """Add an answer to the figures."""
    method = seen.environ["REQUEST_METHOD"]
    # What strangers think up makes no more figures than there are.
    ANSWERS.labels(method if method in METHODS else "other", seen.status).observe(seen.seconds)
    if STALE in seen.headers:
        STALE_ANSWERS.inc()


def publish(host: str, port: int) -> None:
    """Give the figures of all processes at an address, for as long as this process runs."""
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call] # it has no types
    server, _ = start_http_server(port, host, registry)
    os.register_at_fork(after_in_child=server.server_close)
