"""The portal's settings. No database of Django's, no session, no key: it reads a feed and renders pages.

MINGFA_DATA         the data folder (default ./var)
MINGFA_FEED         where the feed is: a folder or a web address (default: the data folder)
MINGFA_PORTAL_DB    the portal's SQLite file, made from the feed (default: portal.sqlite3 in the data folder)
MINGFA_LOG_VKEY     the log's verifier key, pinned (default: the feed's own vkey file)
MINGFA_RECORD_VKEY  the record log's verifier key, for served papers, pinned (default: the feed's record.vkey)
MINGFA_PORTAL       the portal's public address, for feeds and canonical links (default http://localhost:8001)
"""

import os
from pathlib import Path

DATA = Path(os.environ.get("MINGFA_DATA") or "var").resolve()
FEED = os.environ.get("MINGFA_FEED") or str(DATA)
PORTAL_DB = Path(os.environ.get("MINGFA_PORTAL_DB") or DATA / "portal.sqlite3")
LOG_VKEY = os.environ.get("MINGFA_LOG_VKEY") or None
RECORD_VKEY = os.environ.get("MINGFA_RECORD_VKEY") or None
PORTAL = (os.environ.get("MINGFA_PORTAL") or "http://localhost:8001").rstrip("/")

# Django's URL resolver and template engine ask for these; nothing here is secret.
DEBUG = False
SECRET_KEY = "the portal signs nothing"
ROOT_URLCONF = "mingfa.portal.urls"
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = False
DATABASES: dict[str, object] = {}
INSTALLED_APPS: list[str] = []
