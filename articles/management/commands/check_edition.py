"""``manage.py check_edition``: our edition beside the official texts, for an editor or a script."""

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import asdict
from json import dumps
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.edition import in_force
from articles.models import OfficialText
from articles.treaty.phrases import counted
from articles.words.checking import Difference, compared, differences_in


class Command(BaseCommand):
    """Names each article, paragraph, point, date and name that only one side has.

    Exits 0 if there is none, and 1 otherwise.
    """

    help = (
        "Compares the plain-English edition with the official texts: articles, paragraphs, points, "
        "dates and names. Exits 1 if anything differs."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to compare with, and the form of the answer."""
        parser.add_argument(
            "--language",
            choices=OfficialText.Language.values,
            help="compare only with the texts in this language",
        )
        parser.add_argument("--json", action="store_true", help="print everything as JSON")

    def handle(self, *, language: str | None, json: bool, **options: Any) -> None:
        """Print the differences, or how much is the same; with no official text, say so."""
        try:
            edition = in_force()
        except LookupError as error:
            raise CommandError(f"{error} Run `manage.py load_treaty` first.") from error
        texts = [row for row in edition.official_texts if language in {None, row.language}]
        slugs = {text.slug for text in texts}
        found = [each for each in differences_in(edition) if each.text in slugs]
        counts = compared(edition.articles)
        if json:
            said = {
                "data_version": edition.version.digest,
                "official_texts": [
                    {"slug": text.slug, "language": text.language, "name": text.name}
                    for text in texts
                ],
                "compared": counts,
                "differences": [
                    {**asdict(each), "place": each.place.code, "label": each.place.label}
                    for each in found
                ],
            }
            self.stdout.write(dumps(said, ensure_ascii=False, indent=2))
        elif not texts:
            which = f" in {OfficialText.Language(language).label}" if language else ""
            self.stdout.write(f"No official text{which} is loaded: there is nothing to check.")
        else:
            self.write(texts, counts, found)
        if found:
            raise CommandError(f"{counted(len(found), 'difference')}.")

    def write(
        self, texts: Sequence[OfficialText], counts: dict[str, int], found: Sequence[Difference]
    ) -> None:
        """Print what was compared, text by text, and each difference with what to do."""
        for text in texts:
            self.stdout.write(f"{text.slug}: {text.name}, {text.wording_label}")
            here = [each for each in found if each.text == text.slug]
            for each in here:
                self.stdout.write(f"  {each.place.label}: {each.message}")
            if not here:
                compared = ", ".join(counted(number, kind) for kind, number in counts.items())
                self.stdout.write(
                    f"  No difference in {compared}. "
                    "The preamble and the closing lines count as articles."
                )
