"""Notes which articles a load has changed. Revisions stay when the data is replaced."""

from __future__ import annotations

from articles.edition import Edition
from articles.edition.edition import content_hashes
from articles.models import Revision


def record(edition: Edition) -> Revision | None:
    """Add a revision if the edition that has just been written has any article changed.

    The first load of all changes every article. Returns the revision, or ``None``.
    """
    hashes = {str(number): sha256 for number, sha256 in content_hashes(edition).items()}
    known = edition.revisions[0].hashes if edition.revisions else {}
    changed = sorted(int(number) for number in hashes if hashes[number] != known.get(number))
    if not changed:
        return None
    version = edition.version
    return Revision.objects.create(
        digest=version.digest, made_at=version.loaded_at, hashes=hashes, changed=changed
    )
