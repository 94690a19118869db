"""``python -m tests.lighthouse``: what Lighthouse says of every page that search engines keep.

It writes ``docs/lighthouse.md``. Scores are no tests: the exit code is 0 unless something cannot
run.
"""
