"""The bureau's site as a WSGI application (what granian serves), with its background work beside it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingfa.bureau.settings")
application = get_wsgi_application()

# Models can be loaded only once Django is set up.
from mingfa.bureau.work import rounds  # noqa: E402

rounds.start()
