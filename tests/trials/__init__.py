"""Trials that take minutes and print figures, for docs/; never part of the tests."""
