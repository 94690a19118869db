"""``manage.py fetch_text``: the official text, from where it is published."""

import os
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.loading.official import unasked
from articles.loading.official.downloading import Limits
from articles.loading.official.fetching import Attempt, Fetcher
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
            "--unasked",
            action="store_true",
            help="only where the text is known to be, in the languages in which there is none, "
            "for a minute at most, once a day and unless OFFICIAL_TEXT is 0; say one line",
        )
        parser.add_argument(
            "--stamp",
            type=Path,
            default=settings.VAR_DIR / "official-text-tried",
            metavar="FILE",
            help="where --unasked notes the day (default: var/official-text-tried)",
        )
        parser.add_argument(
            "--strict", action="store_true", help="exit 1 if a language is without a text"
        )

    def handle(
        self, *, folder: Path, language: list[str] | None, strict: bool, **options: Any
    ) -> None:
        """Print a line for each kind of outcome, and a last one that says what there is now."""
        if options["unasked"]:
            self.fetch_unasked(folder, options["stamp"])
            return
        languages = list(dict.fromkeys(language or OfficialText.Language.values))
        published, faults = read_file(folder, PUBLICATION, PublicationFile)
        for fault in faults:
            self.stderr.write(str(fault))
        found: set[str] = set()
        if published:
            self.stdout.write(f"Trying addresses, each for {Limits().total:g} s at most …")
            fetcher = Fetcher(folder, load=None if options["no_load"] else load)
            attempts: list[Attempt] = []
            for attempt in fetcher.fetch(published, languages, every=options["all"]):
                if all(attempt.said != other.said for other in attempts):
                    self.stdout.write(str(attempt))
                attempts.append(attempt)
            found = {row.publication.language for row in attempts if row.has_text}
            for line in repeated(attempts):
                self.stdout.write(line)
        missing = [code for code in languages if code not in found]
        if strict and missing:
            raise CommandError(summary(languages, missing))
        self.stdout.write(summary(languages, missing))

    def fetch_unasked(self, folder: Path, stamp: Path) -> None:
        """Fetch what is missing, unless that is not wanted or was tried today.

        Once the site that began it has stopped, nobody wants to hear of it.
        """
        site = os.getppid()
        published, _ = read_file(folder, PUBLICATION, PublicationFile)
        if not settings.FETCHES_OFFICIAL_TEXT or not published:
            return
        places = unasked.known(published, unasked.missing(folder))
        today = timezone.now().date()
        if places and unasked.is_due(stamp, today):
            said = unasked.prepare(folder, stamp, today)
            said = said or unasked.fetch(Fetcher(folder, load=load), places)
            if os.getppid() == site:
                self.stdout.write(said)


def repeated(attempts: Sequence[Attempt]) -> Iterator[str]:
    """Yield a line for each outcome that several addresses had, with all but the first of them."""
    for said in dict.fromkeys(attempt.said for attempt in attempts):
        first, *others = (row for row in attempts if row.said == said)
        if others:
            yield f"The same of {listed(row.url for row in others)} as of {first.url}."


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
        "and run: .venv/bin/python manage.py import_text FILE --language LANGUAGE --source ADDRESS"
    )


def named(codes: Sequence[str]) -> str:
    """Return languages by name, as a list in a sentence."""
    return listed(OfficialText.Language(code).label for code in codes)
