"""Settings. Every value that differs between machines comes from the environment.

=================  ==========================================================================
``DATABASE_URL``   ``sqlite:///…`` or ``postgres://…``; without it ``var/treaty.sqlite3``
``ALLOWED_HOSTS``  names under which the site answers, with commas; without it this machine's
``STATIC_ROOT``    where ``collectstatic`` puts files; without it ``var/static``
``BEHIND_PROXY``   ``1`` where a proxy ends TLS and sets ``X-Forwarded-Proto`` itself
``CONTACT``        a mail or https address for whoever finds a mistake; without it none is given
``OFFICIAL_TEXT``  ``0`` keeps ``make run`` from fetching the official text
``LOG_LEVEL``      from which severity on something is logged; without it ``WARNING``
``ACCESS_LOG``     ``1`` for a line of JSON on standard output for each request
``METRICS``        a port of this machine, or address and port, at which figures are to be had
``READ_ONLY``      ``1`` where the database is only read; ``manage.py serve`` sets it itself
``DEBUG``          ``1`` for Django's debug pages, never on a public machine
=================  ==========================================================================
"""

import os
import secrets
from pathlib import Path

from treaty_site.contact import contact_address
from treaty_site.databases import database
from treaty_site.environment import hosts, level, listener, switch

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
FIXTURES_DIR = BASE_DIR / "fixtures"

DEBUG = switch("DEBUG")
# The commands that load need to write; whatever serves says here that it does not.
READ_ONLY = switch("READ_ONLY")

# Nothing this site signs outlives a process: it has no sessions, no cookies and no forms that
# write. A key of its own for each process is therefore safer than one that could leak.
SECRET_KEY = secrets.token_urlsafe(48)

ALLOWED_HOSTS = hosts("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")

FETCHES_OFFICIAL_TEXT = switch("OFFICIAL_TEXT", default=True)

CONTACT = contact_address(os.environ.get("CONTACT", ""))

INSTALLED_APPS = [
    "articles",
    "django_htmx",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

# The first is the outermost: it sees a request first and an answer last.
MIDDLEWARE = [
    # Their headers are on every answer, whoever gives it: files, errors and 304 among them.
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "treaty_site.middleware.policy_headers",
    "treaty_site.middleware.identified",
    # Around all that answers, since it takes the body from HEAD, and everything from 304.
    "treaty_site.middleware.conditional",
    # Inside, because a 304 says how long what it stands for is fresh.
    "treaty_site.middleware.freshness",
    # Before anything looks at what is asked for.
    "treaty_site.middleware.read_only",
    "articles.views.data.options",
    # Files need no data.
    "treaty_site.static_files.StaticFiles",
    "articles.views.middleware.Common",
    "django_htmx.middleware.HtmxMiddleware",
    "articles.views.middleware.RequireEdition",
    "treaty_site.middleware.coded",
]

ROOT_URLCONF = "treaty_site.urls"
WSGI_APPLICATION = "treaty_site.wsgi.application"
# What stands in front of all of Django, the middleware too, and is given the application.
IN_FRONT = "articles.views.ahead.in_front_of"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "treaty_site.template_loader.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "articles.views.context.treaty",
            ],
            # Every template writes links, and parts that need rendering only once.
            "builtins": ["articles.templatetags.links", "articles.templatetags.once"],
        },
    }
]

DATABASES = {
    "default": database(
        os.environ.get("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'treaty.sqlite3'}",
        is_read_only=READ_ONLY,
    )
}

STORAGES = {
    "staticfiles": {"BACKEND": "treaty_site.collecting.StaticFilesStorage"},
}
STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT") or VAR_DIR / "static")
WHITENOISE_ROOT = BASE_DIR / "static/root"  # what programs ask for at the root, by its name alone
WHITENOISE_MAX_AGE = 86_400  # files without a hash in their address hardly ever change
WHITENOISE_ALLOW_ALL_ORIGINS = False  # other sites may read the data, not the design
STATICFILES_DIRS = [BASE_DIR / "static"]

METRICS = listener("METRICS")
# What is told of each answer.
OBSERVERS = [
    *(["treaty_site.logs.log_access"] if switch("ACCESS_LOG") else []),
    *(["treaty_site.metrics.count"] if METRICS else []),
]
LOG_LEVEL = level("LOG_LEVEL")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "treaty_site.logs.Line"},
        "message": {"format": "%(message)s"},
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "level": LOG_LEVEL},
        "stdout": {
            "class": "logging.StreamHandler",
            "formatter": "message",
            "stream": "ext://sys.stdout",
        },
    },
    "loggers": {
        "articles": {"handlers": ["stderr"], "level": LOG_LEVEL},
        "django": {"handlers": ["stderr"], "level": LOG_LEVEL, "propagate": False},
        "psycopg": {"handlers": ["stderr"], "level": LOG_LEVEL},
        # What is not there, or not allowed, is no fault of the site; ACCESS_LOG has it.
        "django.request": {"level": "ERROR"},
        "treaty_site.access": {"handlers": ["stdout"], "level": "INFO", "propagate": False},
    },
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = False

if switch("BEHIND_PROXY"):
    # Only where a proxy sets the header itself: anybody else could write it, too.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SECURE_HSTS_SECONDS = 31_536_000  # sent over HTTPS only
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SILENCED_SYSTEM_CHECKS = [
    "security.W003",  # no CSRF middleware: no form of this site changes anything
    "security.W005",  # HSTS for subdomains: other names below this one are not ours to bind
    "security.W008",  # http to https: the proxy that ends TLS does it
    "security.W021",  # HSTS preload: for whoever owns the whole domain to decide
]
