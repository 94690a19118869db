"""Schemathesis asks the running site what ``/openapi.json`` allows, and what it does not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import processes

SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")

ARGUMENTS = (
    "--no-color",
    "--checks=all",
    "--phases=examples,coverage,fuzzing,stateful",
    "--mode=all",  # what the document allows, and what it does not
    "--max-examples=5",  # for each of some sixty addresses and each phase that makes them up
    "--generation-deterministic",
    "--continue-on-failure",
    "--workers=2",
)


def schemathesis(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run it in a folder, where it leaves its files; return its exit code and what it printed."""
    log = folder / "log"
    with log.open("w") as output:
        done = subprocess.run(  # noqa: S603 - the command is the test's
            [SCHEMATHESIS, "run", *ARGUMENTS, *arguments],
            cwd=folder,
            env=processes.environment(),
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    return done.returncode, log.read_text("utf-8")


def test_schemathesis_finds_nothing(site: str, tmp_path: Path) -> None:
    code, said = schemathesis(tmp_path, f"{site}/openapi.json")
    assert code == 0, said
    described = json.loads(processes.get(f"{site}/openapi.json")[1])["paths"]
    asked = len(described) - 1  # all but the document itself, which it reads
    assert f"  Tested: {asked}\n" in said
    assert "No issues found" in said


def claim_that_the_count_is_text(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["SearchAnswer"]["properties"]["count"] = {"type": "string"}


def claim_that_the_answer_is_a_page(document: dict[str, Any]) -> None:
    answer = document["paths"]["/articles.json"]["get"]["responses"]["200"]
    answer["content"] = {"text/html": {}}


def claim_that_words_are_numbers(document: dict[str, Any]) -> None:
    document["components"]["parameters"]["q"].update(schema={"type": "integer"}, example=3)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        (claim_that_the_count_is_text, "Response violates schema"),
        (claim_that_the_answer_is_a_page, "Undocumented Content-Type"),
        (claim_that_words_are_numbers, "Schema-violating request accepted"),
    ],
)
def test_schemathesis_would_find_a_document_that_is_not_true(
    claim: Any, found: str, site: str, tmp_path: Path
) -> None:
    document = json.loads(processes.get(f"{site}/openapi.json")[1])
    claim(document)
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps(document), "utf-8")
    code, said = schemathesis(tmp_path, str(file), f"--url={site}", "--include-path=/articles.json")
    assert code == 1
    assert found in said
