"""``manage.py score_search``: how good search is, measured."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from articles.edition import in_force
from articles.exploring import judging

MOST_SHOWN = 5

JUDGED = settings.BASE_DIR / "tests/search/judged"
SETS = ("ordinary", "hard", "unseen")
UNSEEN = JUDGED / "unseen.toml"
"""The queries by whose misses nobody tunes: they are not shown, and the about page has them."""


class Command(BaseCommand):
    """Scores search with sets of judged queries, beside a plain index over the same text."""

    help = "Prints how often search puts a right article first, by kind of query, and its misses."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the files of judged queries, and whether to keep the figures."""
        own = [JUDGED / f"{name}.toml" for name in SETS]
        parser.add_argument("files", nargs="*", type=Path, default=own, metavar="FILE")
        parser.add_argument(
            "--write", action="store_true", help="keep the last file's figures for the about page"
        )

    def handle(self, *, files: list[Path], write: bool, **options: Any) -> None:
        """Print a table for each file, and the misses but those of the unseen queries."""
        for file in files:
            score = self.score(file)
            if write and file == files[-1]:
                judging.SCORE.write_text(score.as_json(), "utf-8")

    def score(self, file: Path) -> judging.Score:
        """Score search with the queries of a file, and print what comes of it."""
        try:
            judged = judging.read(file)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CommandError(f"{file} holds no judged queries: {error}") from error
        try:
            score = judging.score(judged, in_force())
        except LookupError as error:
            raise CommandError(f"{error} Run `manage.py load_treaty` first.") from error
        self.stdout.write(
            f"{file.stem}: search on {connection.vendor}, beside plain FTS5 with porter stems"
        )
        columns = f"{'first':>8}{'in three':>10}{'MRR':>7}"
        self.stdout.write(
            f"{'':>14}{'':>9}{'article':>25}  |{'article, plainly':>25}  |{'provision':>25}"
        )
        self.stdout.write(f"{'kind':>14}{'queries':>9}" + "  |".join([columns] * 3))
        for kind, found in score.search.items():
            parts = [shown(found), shown(score.plain[kind]), shown(score.provision.get(kind))]
            self.stdout.write(f"{kind:>14}{found.count:>9}{'  |'.join(parts)}".rstrip(" |"))
        if file == UNSEEN:
            return score
        for asked, at, answers in zip(judged, score.places, score.answers, strict=True):
            named = judging.provision_place(asked, answers)
            if at != 1:
                self.stdout.write(miss(asked, asked.first, answers, at))
            elif asked.provision and named != 1:
                self.stdout.write(miss(asked, [asked.provision.code], answers, named))
        return score


def shown(figures: judging.Figures | None) -> str:
    """Return the figures as columns, empty if there are none."""
    if figures is None:
        return " " * 25
    return (
        f"{figures.right_first:>8.1%}{figures.right_in_three:>10.1%}{figures.reciprocal_rank:>7.3f}"
    )


def miss(
    asked: judging.Judged, wanted: Iterable[object], answers: judging.Answers, at: int | None
) -> str:
    """Return a line that says what was wanted and what was found."""
    found = ", ".join(place.code for place in answers.places[:MOST_SHOWN]) or "nothing"
    right = f", right at {at}" if at else ""
    listed = ", ".join(map(str, wanted)) or "to hear that there is nothing"
    return f"miss: {asked.query!r} ({asked.kind}) wants {listed}; found {found}{right}"
