"""``manage.py check_edition``: our edition beside the official text, for an editor."""

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles import treaty
from articles.loading import FixtureError
from articles.models import Article, DataVersion, OfficialText
from articles.official.checking import Finding, articles_to_check, check, installed_cues
from articles.official.comparisons import Verdict


class Command(BaseCommand):
    """Lists what the official texts bear out, what they contradict, and what is still open."""

    help = "Compares the plain-English edition with the official texts, article by article."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to compare with, which article, and the form of the answer."""
        parser.add_argument(
            "--language",
            choices=OfficialText.Language.values,
            help="compare only with the texts in this language",
        )
        parser.add_argument(
            "--article",
            type=int,
            choices=treaty.NUMBERS,
            metavar="N",
            help=f"compare only this article ({treaty.PREAMBLE} is the preamble)",
        )
        parser.add_argument("--json", action="store_true", help="print everything as JSON")

    def handle(
        self, *, language: str | None, article: int | None, json: bool, **options: Any
    ) -> None:
        """Print the findings and the totals; with no official text loaded, say so."""
        try:
            version = DataVersion.objects.current()
            texts = list(OfficialText.objects.with_paragraphs())
            rows = list(articles_to_check())
        except DatabaseError as error:
            raise CommandError(f"The database cannot be read: {error}.") from error
        if version is None:
            raise CommandError("The treaty is not loaded: run `manage.py load_treaty` first.")
        try:
            cues = installed_cues()
        except FixtureError as error:
            raise CommandError("; ".join(map(str, error.faults))) from error
        texts = [row for row in texts if language in {None, row.language}]
        rows = [row for row in rows if article in {None, row.number}]
        findings = check(rows, texts, cues)
        if json:
            self.stdout.write(as_json(version, texts, findings))
        elif not texts:
            which = f" in {OfficialText.Language(language).label}" if language else ""
            self.stdout.write(f"No official text{which} is loaded: there is nothing to check.")
        else:
            self.write(rows, texts, findings)

    def write(
        self, rows: Sequence[Article], texts: Sequence[OfficialText], findings: Sequence[Finding]
    ) -> None:
        """Print the findings under their articles, and the totals."""
        self.stdout.write("Compared with:")
        for text in texts:
            self.stdout.write(f"  {text.slug}: {text.name}, {text.wording_label}")
        slugs = max(len(text.slug) for text in texts)
        for row in rows:
            self.stdout.write(f"\n{row.heading} ({row.grade.label.lower()})")
            found = [finding for finding in findings if finding.article == row.number]
            for each in found:
                self.stdout.write(
                    f"  {each.verdict:<12}{each.edition:<{slugs}}  {each.kind}: {each.message}"
                )
            if not found:
                self.stdout.write("  nothing to compare")
        counts = counted(findings)
        named = ", ".join(f"{verdict} {count}" for verdict, count in counts.items())
        self.stdout.write(f"\nTotals: {named}")


def counted(findings: Sequence[Finding]) -> dict[str, int]:
    """Return how many findings there are of each verdict."""
    counts = Counter(finding.verdict for finding in findings)
    return {verdict.value: counts[verdict] for verdict in Verdict}


def as_json(
    version: DataVersion, texts: Sequence[OfficialText], findings: Sequence[Finding]
) -> str:
    """Return everything as JSON."""
    return json.dumps(
        {
            "data_version": version.digest,
            "official_texts": [
                {"slug": text.slug, "language": text.language, "name": text.name} for text in texts
            ],
            "findings": [asdict(finding) for finding in findings],
            "totals": counted(findings),
        },
        ensure_ascii=False,
        indent=2,
    )
