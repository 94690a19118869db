"""A published text of a treaty, read into articles, paragraphs and points, without Django.

A file goes through ``extraction`` (lines), ``furniture`` (page numbers and running heads),
``setting`` and ``paragraphs`` (how the lines were set, and which belong together), ``headings``,
``parsing`` and ``sections`` (the treaty's parts), and ``importing`` (the whole way, and what must
hold at its end). ``dates`` reads the dates in a text. ``languages`` and ``labels`` say how
treaties are worded and numbered; nothing here knows the treaty's own words.
"""

from articles.official.importing import read
from articles.official.text import Parsed, Refused

__all__ = ["Parsed", "Refused", "read"]
