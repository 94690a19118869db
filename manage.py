#!/usr/bin/env python
"""Django's command-line utility, with a line instead of a traceback for wrong settings."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "treaty_site.settings")
    if sys.argv[1:2] == ["serve"]:
        os.environ["READ_ONLY"] = "1"
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Wrong settings: {error}")
    except OperationalError as error:
        sys.exit(f"The database named by DATABASE_URL cannot be used: {error}")
