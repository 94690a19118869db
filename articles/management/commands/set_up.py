"""``manage.py set_up``: all that a site needs before it serves, unless it is there already."""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError

from articles.models import DataVersion
from treaty_site.collecting import are_collected

MADE_OF: Final = ("articles", "treaty_site", "templates", "static", "fixtures", "requirements.txt")
"""What the data and the static files are made of, and by."""

STAMP: Final = settings.VAR_DIR / "set-up"
"""Where it stands of what they were last made."""


class Command(BaseCommand):
    """Sets up the database, the data and the static files.

    Where nothing has changed since it last did, it leaves them as they are: a database that was
    restored meanwhile stays so.
    """

    help = "Sets up the database, the data and the static files, if anything has changed."

    def handle(self, **options: Any) -> None:
        """Set up what a site needs; the commands that do it say what is wrong."""
        now = fingerprint()
        if STAMP.is_file() and STAMP.read_text("ascii") == now and is_set_up():
            return
        call_command("migrate", verbosity=0)
        call_command("load_treaty", stdout=self.stdout, stderr=self.stderr)
        call_command("collectstatic", interactive=False, verbosity=0)
        STAMP.parent.mkdir(exist_ok=True)
        STAMP.write_text(now, "ascii")


def is_set_up() -> bool:
    """Whether there are data and static files, whichever they are."""
    try:
        return DataVersion.objects.exists() and are_collected()
    except DatabaseError:
        return False


def fingerprint() -> str:
    """Return a SHA-256 of all that is set up, where, and by which Python."""
    places = (settings.DATABASES, settings.STATIC_ROOT, sys.version)
    digest = hashlib.sha256(repr(places).encode())
    for file in files():
        digest.update(b"%s %d\n" % (str(file).encode(), file.stat().st_size) + file.read_bytes())
    return digest.hexdigest()


def files() -> Iterator[Path]:
    """Yield the files of which something is made, always in the same order."""
    for name in MADE_OF:
        place = settings.BASE_DIR / name
        found = [place] if place.is_file() else sorted(place.rglob("*"))
        yield from (file for file in found if file.is_file() and file.suffix != ".pyc")
