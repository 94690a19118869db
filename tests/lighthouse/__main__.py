"""Asks Lighthouse about every page, prints what it says and writes it down."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path

from justhtml import JustHTML

from tests import processes
from tests.bench import sites, usage
from tests.browser import chromium
from tests.browser.test_layout import PAGE_TYPES
from tests.lighthouse import program, report
from tests.run import stop

DOCUMENT = processes.ROOT / "docs/lighthouse.md"

REPORTS = program.FOLDER / "reports"
"""Where the whole reports of the last run lie, as Lighthouse wrote them."""

TIMES = 3
"""How often a page is asked about whose performance is not the best: the machine may be busy."""


def main() -> int:
    """Ask about every page, print the scores and write them down; return the exit code."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    names = names_asked_for()
    try:
        program.install()
        browser = chromium.find_or_install()
        circumstances = circumstances_of(browser)
        shutil.rmtree(REPORTS, ignore_errors=True)
        REPORTS.mkdir(parents=True)
        with tempfile.TemporaryDirectory(prefix="treaty-lighthouse-") as folder:
            place = sites.set_up(Path(folder))
            with place.serving("site") as site:
                pages = [
                    audited(name, address, site, browser)
                    for name, address in indexed_pages(site, names or PAGE_TYPES)
                ]
    except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
        print(f"Lighthouse cannot be asked: {error}")
        return 1
    text = report.text(pages, circumstances, TIMES)
    print(text)
    if not names:
        DOCUMENT.write_text(text, "utf-8")
        print(f"Written to {DOCUMENT.relative_to(processes.ROOT)}.")
    return 0


def names_asked_for() -> list[str]:
    """Return the pages that the command line names; none of them means all."""
    parser = argparse.ArgumentParser(prog="python -m tests.lighthouse", description=__doc__)
    parser.add_argument("names", nargs="*", help="ask only about these pages, and write nothing")
    names: list[str] = parser.parse_args().names
    if unknown := set(names) - set(PAGE_TYPES):
        parser.error(f"There is no page {', '.join(sorted(unknown))}.")
    return names


def circumstances_of(browser: str) -> dict[str, str]:
    """Return what the scores depend on, as it is before anything is asked."""
    load_average = ", ".join(f"{load:.2f}" for load in os.getloadavg())
    return {
        "Command": "`make lighthouse`",
        "Programs": f"Lighthouse {program.version()}, {version_of(browser)}",
        **usage.machine(),
        "Date": f"{datetime.now(UTC):%d %B %Y, %H:%M} UTC",
        "Load average before (1, 5, 15 minutes)": load_average,
    }


def indexed_pages(site: sites.Server, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield name and address of those pages that do not tell search engines to leave them out."""
    root = f"http://{site.host}"
    closed = disallowed(processes.get(f"{root}/robots.txt")[1])
    for name in names:
        address = PAGE_TYPES[name]
        document = JustHTML(processes.get(f"{root}{address}")[1], sanitize=False)
        is_kept_out = document.query("meta[name=robots][content=noindex]")
        if not is_kept_out and not closed.match(address):
            yield name, address


def disallowed(robots: str) -> re.Pattern[str]:
    """Return a pattern of the addresses that robots may not read, where a star is any text."""
    paths = re.findall(r"^Disallow: (\S+)", robots, flags=re.M)
    return re.compile("|".join(re.escape(path).replace(r"\*", ".*") for path in paths) or "(?!)")


def audited(name: str, address: str, site: sites.Server, browser: str) -> report.Audited:
    """Return what Lighthouse says of a page, asked again where a busy machine may be the reason."""
    file = "-".join(re.findall(r"\w+", name))
    reports: list[program.Report] = []
    page = report.Audited(name, address, reports)
    while len(reports) < TIMES:
        kept = REPORTS / f"{file}-{len(reports) + 1}.json"
        reports.append(program.ask(f"http://{site.host}{address}", browser, kept))
        if report.score_of(reports[0], report.PERFORMANCE) == report.MOST:
            break
    print(name, *(page.score(each) for each in program.CATEGORIES), sep=" · ", flush=True)
    return page


def version_of(browser: str) -> str:
    """Return what a browser calls itself, without where its package comes from."""
    done = subprocess.run(  # noqa: S603 - the browser that was found
        [browser, "--version"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split()[:2])


if __name__ == "__main__":
    sys.exit(main())
