"""``manage.py load_treaty [DIR]``: the one door by which data enters."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles import loading


class Command(BaseCommand):
    """Loads the fixtures, or reports everything that is wrong with them and changes nothing."""

    help = (
        "Checks the fixtures and, if they are sound, replaces the treaty's data and search index."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder to read."""
        parser.add_argument(
            "folder",
            nargs="?",
            type=Path,
            default=settings.FIXTURES_DIR,
            metavar="DIR",
            help="the folder of the fixtures (default: fixtures/)",
        )

    def handle(self, *, folder: Path, **options: Any) -> None:
        """Load and print the counts; exit 1 with the faults otherwise."""
        try:
            loaded = loading.load(folder)
        except loading.FixtureError as error:
            for fault in error.faults:
                self.stderr.write(str(fault))
            raise CommandError(f"{error}. Nothing was changed.") from error
        except DatabaseError as error:
            raise CommandError(
                f"The database refused the data: {error}. Nothing was changed. "
                "Run `manage.py migrate` first if its tables are not there yet."
            ) from error
        place = f", in the place of {loaded.before.short}" if loaded.before else ""
        self.stdout.write(f"Loaded data version {loaded.version.short}{place}:")
        for name, amount in loaded.counts.items():
            self.stdout.write(f"{amount:>6} {name}")
