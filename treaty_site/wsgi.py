"""The WSGI application, for any production server. It opens the database only to read it."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

from treaty_site.logs import observed

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "treaty_site.settings")
os.environ["READ_ONLY"] = "1"

django = get_wsgi_application()
application = import_string(settings.IN_FRONT)(django)
if settings.OBSERVERS:
    application = observed(application, [import_string(name) for name in settings.OBSERVERS])
