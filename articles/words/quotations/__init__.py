"""Verifies quotations against every text that is loaded.

``asides`` parts what was pasted into passages and what stands beside them, ``reading`` understands
a passage, ``index`` holds the texts as strings of words, ``finding`` says where passages stand,
``comparing`` what differs, and ``matches`` what that comes to; ``joints`` tells several quotations
from one that is broken into lines, and ``meaning`` finds what words mean that are nowhere.
"""

from articles.words.quotations.furniture import Furniture
from articles.words.quotations.matches import Verification
from articles.words.quotations.meaning import with_meanings
from articles.words.quotations.reading import MAX_LENGTH
from articles.words.quotations.verifying import Checked, check, verify

__all__ = ["MAX_LENGTH", "Checked", "Furniture", "Verification", "check", "verify", "with_meanings"]
