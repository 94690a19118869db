"""``python -m tests.bench``: how fast the site is, beside what it could be and what others are.

One run measures all of it in turns and writes ``docs/performance.md``. Times are no tests: the
exit code is 0 unless something cannot run.
"""
