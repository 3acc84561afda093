"""What granian serves: the portal over the feed that the settings name."""

import os

from mingfa.feed.source import source_of
from mingfa.portal import settings
from mingfa.portal.server import Portal
from mingfa.portal.site import Site

# Never another's settings, even when the process that started this one had them: the portal holds no key.
os.environ["DJANGO_SETTINGS_MODULE"] = "mingfa.portal.settings"


def _open() -> Portal:
    source = source_of(settings.FEED)
    site = Site(source, settings.PORTAL_DB, settings.LOG_VKEY, settings.RECORD_VKEY, settings.PORTAL)
    site.look()
    site.follow()
    return Portal(site)


application = _open()
