"""What stands for an article, a paragraph or a form of the content in an address."""

import re

from django.urls.converters import IntConverter, StringConverter

from articles import treaty
from articles.exports import catalogue


class NumberConverter(IntConverter):
    """A number of one or two digits without leading zeros, so that each page has one address."""

    regex = "[1-9][0-9]?"


class ArticleConverter(IntConverter):
    """The number of an article. The preamble and the closing lines have none in their address."""

    regex = "|".join(map(str, range(treaty.LAST_ARTICLE, 0, -1)))


class ItemsConverter(StringConverter):
    """The places of a selection, and as little of the address as can be: a suffix may follow."""

    regex = ".+?"


class SuffixConverter(StringConverter):
    """The end of an address that is data, after the dot: what the catalogue of forms names."""

    regex = "|".join(
        re.escape(suffix) for suffix in sorted(catalogue.BY_SUFFIX, key=len, reverse=True)
    )
