"""Placeholder until the module is written."""

from articles.exports.extract import Extract


def write(extract: Extract) -> str:
    """Return nothing yet."""
    return ""
