"""What stands for an article, a paragraph or a form of the content in an address."""

import re

from django.urls.converters import IntConverter, StringConverter

from articles import treaty
from articles.exports import catalogue


class NumberConverter(IntConverter):
    """A number of one or two digits without leading zeros, so that each page has one address."""

    regex = "[1-9][0-9]?"


class ArticleConverter(NumberConverter):
    """The number of an article. The preamble and the closing lines have none in their address."""

    def to_python(self, value: str) -> int:
        """Return the number; raise ``ValueError`` if no article of the treaty has it."""
        return numbered(int(value))

    def to_url(self, value: int | str) -> str:
        """Return the digits; raise ``ValueError`` if no article of the treaty has the number."""
        return str(numbered(int(value)))


def numbered(number: int) -> int:
    """Return a number that an article of the treaty has; raise ``ValueError`` if none has it."""
    if not 1 <= number <= treaty.LAST_ARTICLE:
        raise ValueError(f"there is no article {number}")
    return number


class ItemsConverter(StringConverter):
    """The places of a selection, and as little of the address as can be: a suffix may follow."""

    regex = ".+?"


class SuffixConverter(StringConverter):
    """The end of an address that is data, after the dot: what the catalogue of forms names."""

    regex = "|".join(
        re.escape(suffix) for suffix in sorted(catalogue.BY_SUFFIX, key=len, reverse=True)
    )
