"""Verifies quotations against every text that is loaded.

``reading`` understands what was typed, ``index`` holds the texts as strings of words, ``finding``
says where passages stand, ``comparing`` what differs, and ``matches`` what that comes to.
"""

from articles.words.quotations.matches import Verification
from articles.words.quotations.reading import MAX_LENGTH
from articles.words.quotations.verifying import verify

__all__ = ["MAX_LENGTH", "Verification", "verify"]
