"""The treaty's official text: read from published copies, checked, and compared with our edition.

A file goes through ``extraction`` (lines), ``furniture`` (page numbers and running heads),
``paragraphs`` (lines put together), ``headings``, ``parsing`` and ``sections`` (the treaty's
parts), and ``importing`` (the whole way, and what must hold at its end). ``languages`` says how
treaties are worded; nothing here knows the treaty's own words.
"""

from articles.official.importing import Landmark, read
from articles.official.text import Parsed, Refused, as_text

__all__ = ["Landmark", "Parsed", "Refused", "as_text", "read"]
