"""``manage.py fetch_text``: the official text, from where it is published."""

from argparse import ArgumentParser
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles.loading.official.downloading import Limits
from articles.loading.official.fetching import Fetcher
from articles.loading.schema import PublicationFile
from articles.loading.tables import read_file
from articles.models import OfficialText
from articles.treaty.phrases import listed

PUBLICATION = "publication.toml"


class Command(BaseCommand):
    """Tries the addresses of ``publication.toml`` and keeps what proves to be the treaty.

    The site is whole without the official text, and no address is ours: so this never stops a
    set-up. It exits 0 whatever the addresses do; ``--strict`` makes it exit 1 unless there is a
    text in every language asked for.
    """

    help = (
        "Fetches the treaty's official text from where it is published, checks it, keeps a copy "
        "and loads it. Exits 0 also if no address has it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the languages, the folder, and how far to go."""
        parser.add_argument(
            "--language",
            action="append",
            choices=OfficialText.Language.values,
            help="fetch this language only (may be given several times; default: all)",
        )
        parser.add_argument(
            "--folder",
            type=Path,
            default=settings.FIXTURES_DIR,
            metavar="DIR",
            help="the folder of the fixtures (default: fixtures/)",
        )
        parser.add_argument(
            "--all",
            action="store_true",
            help="try every address, also after one has given the text in its language",
        )
        parser.add_argument("--no-load", action="store_true", help="keep texts, do not load them")
        parser.add_argument(
            "--strict", action="store_true", help="exit 1 if a language is without a text"
        )

    def handle(
        self, *, folder: Path, language: list[str] | None, strict: bool, **options: Any
    ) -> None:
        """Print a line for each address tried, and a last one that says what there is now."""
        languages = list(dict.fromkeys(language or OfficialText.Language.values))
        published, faults = read_file(folder, PUBLICATION, PublicationFile)
        for fault in faults:
            self.stderr.write(str(fault))
        found: set[str] = set()
        if published:
            self.stdout.write(f"Trying addresses, each for {Limits().total:g} s at most …")
            fetcher = Fetcher(folder, load=None if options["no_load"] else load)
            for attempt in fetcher.fetch(published, languages, every=options["all"]):
                self.stdout.write(str(attempt))
                if attempt.has_text:
                    found.add(attempt.publication.language)
        missing = [code for code in languages if code not in found]
        if strict and missing:
            raise CommandError(summary(languages, missing))
        self.stdout.write(summary(languages, missing))


def load(folder: Path) -> str:
    """Load the fixtures and the texts; return in one line why that failed, or nothing."""
    faults = StringIO()
    try:
        call_command("load_treaty", folder, stdout=StringIO(), stderr=faults, no_color=True)
    except CommandError as error:
        return "; ".join([*faults.getvalue().splitlines(), str(error)])
    return ""


def summary(languages: Sequence[str], missing: Sequence[str]) -> str:
    """Return the last line: the languages there are texts in, and what to do about the others."""
    found = [code for code in languages if code not in missing]
    if not missing:
        return f"There is an official text in {named(found)}."
    there = f"There is an official text in {named(found)}, but none" if found else "None was found"
    return (
        f"{there} in {named(missing)}; the site works without. To add one, save it from a browser "
        "and run: manage.py import_text FILE --language LANGUAGE --source ADDRESS"
    )


def named(codes: Sequence[str]) -> str:
    """Return languages by name, as a list in a sentence."""
    return listed(OfficialText.Language(code).label for code in codes)
