"""Verifies quotations against every text that is loaded.

``reading`` understands what was typed, ``index`` holds the texts as strings of words, ``finding``
says where passages stand, ``comparing`` what differs, and ``matches`` what that comes to.
"""

from articles.quotations.matches import Verification
from articles.quotations.reading import MAX_LENGTH
from articles.quotations.verifying import verify

__all__ = ["MAX_LENGTH", "Verification", "verify"]
