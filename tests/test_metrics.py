"""Figures of all workers, for Prometheus: where they were asked for, and nowhere else."""

from __future__ import annotations

import re

import pytest

from tests import processes

pytestmark = pytest.mark.once

COUNTED = re.compile(r'^treaty_answer_seconds_count\{method="(.+)",status="(\d+)"\} (\S+)', re.M)


def test_the_figures_of_all_workers_are_to_be_had_at_an_address_of_their_own(
    site_settings, tmp_path
):
    port, log = processes.free_port(), tmp_path / "log"
    with processes.serving(site_settings | {"METRICS": str(port)}, log) as (_, site):
        for _ in range(20):
            processes.get(f"{site}/nowhere/")
        status, figures = processes.get(f"http://127.0.0.1:{port}/metrics")
        on_the_site, _ = processes.get(f"{site}/metrics")
    counted = {found[:2]: float(found[2]) for found in COUNTED.findall(figures)}
    assert status == 200
    assert counted["GET", "404"] == 20
    assert "treaty_stale_answers_total 0.0" in figures
    assert on_the_site == 404


def test_there_are_none_unless_they_are_asked_for(site_settings, tmp_path):
    port = processes.free_port()
    with processes.serving(site_settings, tmp_path / "log") as (process, _):
        with pytest.raises(ConnectionRefusedError):
            processes.get(f"http://127.0.0.1:{port}/metrics")
        assert process.poll() is None
