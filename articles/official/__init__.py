"""The treaty's official text: read from published copies, checked, and compared with our edition.

A file goes through ``extraction`` (lines), ``furniture`` (page numbers and running heads),
``setting`` and ``joining`` (how the lines were set, and which belong together), ``paragraphs``,
``headings``, ``parsing`` and ``sections`` (the treaty's parts), and ``importing`` (the whole way,
and what must hold at its end). ``files`` keeps a copy, ``fetching`` gets one. ``dates`` and
``cues`` read the dates and names in a text, and ``checking`` holds our edition against it.
``languages`` and ``labels`` say how treaties are worded and numbered; nothing here knows the
treaty's own words.
"""

from articles.official.importing import Landmark, read
from articles.official.text import Parsed, Refused

__all__ = ["Landmark", "Parsed", "Refused", "read"]
