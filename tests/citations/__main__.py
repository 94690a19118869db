"""``python -m tests.citations`` writes ``printed/`` anew; what changes there is to be read."""

import os
from importlib import import_module

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "treaty_site.settings")
django.setup()

printing = import_module("tests.citations.printing")
for program in printing.PROGRAMS:
    printing.path_of(program).write_text(printing.printed(program), encoding="utf-8")
