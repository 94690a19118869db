"""How a view says that there is nothing at an address, and why."""

from typing import Final

from django.http import Http404

NO_SUCH_ARTICLE: Final = "There is no article {number}."


class NoSuchPage(Http404):
    """There is no page at an address, for a reason that a reader should be told."""
