"""``manage.py import_text FILE``: takes a published copy of the treaty, or says why not."""

from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles import treaty
from articles.loading.official import files, landmarks
from articles.loading.official.reading import FOLDER
from articles.models import OfficialText
from articles.official import Parsed, Refused
from articles.official.extraction import contents
from articles.official.languages import LANGUAGES
from articles.treaty.phrases import counted

MOST_LEFT_OUT = 12
"""Lines left out that are shown; the others are counted. ``--left-out`` shows them all."""

LONGEST_SHOWN = 70


class Command(BaseCommand):
    """Checks a published copy, puts it beside the fixtures and loads everything anew."""

    help = (
        "Reads a published copy of the treaty (txt, md, html, pdf or docx). A complete text is "
        "kept in fixtures/official/ and loaded; otherwise nothing changes and the report says why."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file, and what is known about it."""
        add = parser.add_argument
        add("file", type=Path, metavar="FILE", help="the file as it was saved")
        add("--language", choices=list(LANGUAGES), help="its language; found out without it")
        add("--source", default="", metavar="URL", help="the address it was published at")
        add("--publisher", default="", help="who published it")
        add(
            "--retrieved",
            default="",
            metavar="DATE",
            help="when it was saved, as 2025-01-17 (default: today, if --source is given)",
        )
        add(
            "--wording",
            choices=OfficialText.Wording.values,
            help="the treaty's own wording or a translation (default: unknown)",
        )
        add("--name", default="", help="what to call it: en, en-2, en-kremlin (default: language)")
        add("--replace", action="store_true", help="put it in the place of the text of that name")
        add("--check", action="store_true", help="only report; change nothing")
        add("--left-out", action="store_true", help="show every line that is left out")
        add(
            "--articles",
            type=int,
            default=treaty.LAST_ARTICLE,
            metavar="N",
            help="how many articles it must have; 0 for any number. Another number than "
            f"{treaty.LAST_ARTICLE} goes with --check only: it is another treaty",
        )
        add("--folder", type=Path, default=settings.FIXTURES_DIR, help="the folder of the fixtures")

    def handle(self, *, file: Path, folder: Path, articles: int, **options: Any) -> None:
        """Import and load, or report; exit 1 with every problem otherwise."""
        if articles != treaty.LAST_ARTICLE and not options["check"]:
            raise CommandError(
                f"--articles {articles} is not this treaty: only --check can be done with it."
            )
        try:
            data = contents(file)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        try:
            if options["check"]:
                self.report(checked(folder, data, file.name, articles, options), options)
                self.stdout.write("The text is complete. Nothing was changed: this was a check.")
                return
            with files.all_or_nothing(folder / FOLDER):
                self.take(folder, data, file.name, options)
        except Refused as refused:
            for problem in refused.problems:
                self.stderr.write(problem)
            raise CommandError("The text was not taken. Nothing was changed.") from refused
        except OSError as error:
            raise CommandError(
                f"The text could not be kept in {folder}: {error.strerror}. Nothing was changed."
            ) from error

    def take(self, folder: Path, data: bytes, name: str, options: dict[str, Any]) -> None:
        """Keep a copy, report on it and load it; raise if any of that fails."""
        kept = files.keep(
            folder,
            data,
            name,
            origin(folder, options),
            language=options["language"],
            replace=options["replace"],
        )
        self.report(kept.parsed, options)
        if not kept.is_new:
            self.stdout.write(f"The same file is there already, as {kept.path.name}.")
        try:
            call_command("load_treaty", folder, stdout=self.stdout, stderr=self.stderr)
        except CommandError as error:
            raise CommandError(f"The text was sound, but the load failed: {error}") from error
        self.stdout.write(f"The text is kept as {kept.path.name} and loaded.")

    def report(self, parsed: Parsed, options: dict[str, Any]) -> None:
        """Print what was found, what was left out, and what to look at."""
        language = OfficialText.Language(parsed.language).label
        parts = ", ".join(counted(number, part) for part, number in parsed.counts.items())
        self.stdout.write(f"{language}: {parts}{', closing lines' if parsed.closing else ''}.")
        shown = parsed.left_out if options["left_out"] else parsed.left_out[:MOST_LEFT_OUT]
        for each in shown:
            text = each.text[:LONGEST_SHOWN] + "…" * (len(each.text) > LONGEST_SHOWN)
            self.stdout.write(f"left out, line {each.number} ({each.left_out}): {text}")
        if len(parsed.left_out) > len(shown):
            others = len(parsed.left_out) - len(shown)
            self.stdout.write(f"left out: {others} more lines (--left-out shows them)")
        for notice in parsed.notices:
            self.stdout.write(f"Note: {notice}")


def checked(folder: Path, data: bytes, name: str, articles: int, options: dict[str, Any]) -> Parsed:
    """Return the treaty in a file; the landmarks are looked for only if it can be this one."""
    is_this_treaty = articles == treaty.LAST_ARTICLE
    return landmarks.read(
        data,
        name,
        files.landmarks_of(folder) if is_this_treaty else (),
        language=options["language"],
        article_count=articles or None,
    )


def origin(folder: Path, options: dict[str, Any]) -> files.Origin:
    """Return where the file comes from; what the fixtures say of its address fills the gaps."""
    known = files.publication_at(folder, options["source"])
    today = datetime.now(UTC).date().isoformat() if options["source"] else ""
    return files.Origin(
        publisher=options["publisher"] or (known.publisher if known else ""),
        url=options["source"],
        retrieved=options["retrieved"] or today,
        wording=options["wording"] or (known.wording if known else OfficialText.Wording.UNKNOWN),
        name=options["name"],
    )
