"""What this site says of the words that it gives away: in files, in packets and on pages."""

from typing import Final

from articles import treaty

OURS: Final = "Plain-English edition, not the treaty's wording"
OFFICIAL: Final = "Official text, {}"
OURS_BESIDE_OFFICIAL: Final = "In our own words, not the treaty's"
BESIDE_OFFICIAL: Final = (
    "Official texts stand here as they were published, each named as such. All else is ours. "
)
"""Stands before the notice where there are words that it does not speak of."""

NOTICE: Final = (
    "A plain-English edition, not the treaty's wording; do not quote it as such. "
    f"{treaty.ORIGIN} The treaty gives its articles no titles: the titles are ours."
)

ADDRESS: Final = "Address"
DATA_VERSION: Final = "Data version"
LICENCE_OF_OURS: Final = "Licence of our edition"
HASH: Final = "SHA-256"
"""What stands before the values in files for reading."""
