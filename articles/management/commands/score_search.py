"""``manage.py score_search``: how good search is, measured."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from articles.search import judging

JUDGED = settings.BASE_DIR / "tests/search/judged.toml"


class Command(BaseCommand):
    """Scores search with judged queries, beside a plain index over the same text."""

    help = "Prints how often search puts a right article first, by kind of query, and its misses."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file of judged queries, and whether to keep the figures."""
        parser.add_argument("file", nargs="?", type=Path, default=JUDGED, metavar="FILE")
        parser.add_argument(
            "--write", action="store_true", help="keep the figures for the about page"
        )

    def handle(self, *, file: Path, write: bool, **options: Any) -> None:
        """Print the table and the misses."""
        try:
            judged = judging.read(file)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CommandError(f"{file} holds no judged queries: {error}") from error
        score = judging.score(judged)
        self.stdout.write(f"Search on {connection.vendor}, beside plain FTS5 with porter stems")
        columns = f"{'first':>8}{'in three':>10}{'MRR':>7}"
        self.stdout.write(f"{'kind':>14}{'queries':>9}{columns}  |{columns}")
        for kind, found in score.search.items():
            ours, theirs = shown(found), shown(score.plain[kind])
            self.stdout.write(f"{kind:>14}{found.count:>9}{ours}  |{theirs}")
        for asked, at, answers in zip(judged, score.places, score.answers, strict=True):
            if at != 1:
                self.stdout.write(
                    f"miss: {asked.query!r} ({asked.kind}) wants {list(asked.first)}, "
                    f"found {answers[:5]}" + (f", right at {at}" if at else "")
                )
        if write:
            judging.SCORE.write_text(score.as_json(), "utf-8")


def shown(figures: judging.Figures) -> str:
    """Return the figures as columns."""
    return (
        f"{figures.right_first:>8.1%}{figures.right_in_three:>10.1%}{figures.reciprocal_rank:>7.3f}"
    )
