"""Settings of the bureau's inside site: one machine by default, many by environment.

MINGFA_DATA      the data folder (default ./var): database, vault, logs, keys
MINGFA_DATABASE  postgres://user:pw@host:port/name instead of SQLite
MINGFA_VAULT     s3://bucket?endpoint=… instead of the folder
MINGFA_SECRET    the secret of sessions and forms (default: made once, kept in keys/)
MINGFA_HOSTS     host names this site answers to, comma separated
MINGFA_SITE      the addresses people open this site by, comma separated: https makes its cookies secure
MINGFA_PROXY     1 where a proxy stands before this site, which sets X-Forwarded-Proto and -For itself
MINGFA_PORTAL    the public address of the portal, printed in papers
MINGFA_WITNESSES outside witnesses that cosign our heads: "<address> <vkey>; …"
"""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from mingfa.bureau.lib.received import is_ours

DATA = Path(os.environ.get("MINGFA_DATA", "var")).resolve()
VAULT = os.environ.get("MINGFA_VAULT") or (DATA / "vault").as_uri()
LOGS = DATA / "logs"
KEYS = DATA / "keys"
FEED = DATA / "feed"
PORTAL = os.environ.get("MINGFA_PORTAL", "http://localhost:8001").rstrip("/")
WITNESSES = os.environ.get("MINGFA_WITNESSES", "")
ORIGIN = os.environ.get("MINGFA_ORIGIN", "log.example.cn")


def _secret() -> str:
    """Return the site's secret; made on first use so that no copy of the code holds one."""
    if given := os.environ.get("MINGFA_SECRET"):
        return given
    kept = KEYS / "site.secret"
    if not is_ours(DATA):  # a folder named by mistake: nothing is put there
        return secrets.token_urlsafe(50)
    if not kept.exists():
        KEYS.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept.touch(mode=0o600, exist_ok=True)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


def database(data: Path, address: str) -> dict[str, object]:
    """Return Django's database settings: SQLite with full durability, or PostgreSQL.

    `sqlite:///…` names another file than the data folder's: a copy that is worked on.
    """
    url = urlsplit(address)
    if url.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "mingfa.database.postgresql",
            "NAME": url.path.lstrip("/"),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": url.hostname or "",
            "PORT": url.port or "",
            "CONN_MAX_AGE": None,
        }
    return {
        "ENGINE": "mingfa.database.sqlite",
        "NAME": Path(unquote(url.path)) if url.scheme == "sqlite" else data / "db.sqlite3",
        "TEST": {"NAME": ":memory:"},  # as Django would choose for its own engine
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;",
        },
    }


def by_address(site: str, proxy: bool) -> dict[str, Any]:
    """Return what follows from the addresses of the site: whom forms may come from, how cookies are kept.

    Where each of them is https, cookies never travel in clear and browsers remember to ask by https alone.
    """
    addresses = [one.strip().rstrip("/") for one in site.split(",") if one.strip()]
    secure = bool(addresses) and all(one.startswith("https://") for one in addresses)
    prefix = "__Host-" if secure else ""
    return {
        "SITE": addresses,
        "BEHIND_PROXY": proxy,
        "CSRF_TRUSTED_ORIGINS": addresses,
        "SESSION_COOKIE_SECURE": secure,
        "CSRF_COOKIE_SECURE": secure,
        "SESSION_COOKIE_NAME": f"{prefix}sessionid",
        "CSRF_COOKIE_NAME": f"{prefix}csrftoken",
        "SECURE_HSTS_SECONDS": 365 * 24 * 3600 if secure else 0,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if proxy else None,
    }


_BY_ADDRESS = by_address(os.environ.get("MINGFA_SITE", ""), os.environ.get("MINGFA_PROXY", "") == "1")
SITE: list[str] = _BY_ADDRESS["SITE"]
BEHIND_PROXY: bool = _BY_ADDRESS["BEHIND_PROXY"]
globals().update(_BY_ADDRESS)
SECRET_KEY = _secret()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("MINGFA_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
ALLOWED_HOSTS += [host for one in SITE if (host := urlsplit(one).hostname)]
DATABASES = {"default": database(DATA, os.environ.get("MINGFA_DATABASE", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "mingfa.bureau.ledger",
    "mingfa.bureau.papers",
    "mingfa.bureau.people",
    "mingfa.bureau.doorway",
    "mingfa.bureau.appointments",
    "mingfa.bureau.catalogue",
    "mingfa.bureau.records",
    "mingfa.bureau.inspections",
    "mingfa.bureau.cases",
    "mingfa.bureau.service",
    "mingfa.bureau.summary",
    "mingfa.bureau.measures",
    "mingfa.bureau.hearings",
    "mingfa.bureau.review",
    "mingfa.bureau.decisions",
    "mingfa.bureau.remedies",
    "mingfa.bureau.execution",
    "mingfa.bureau.enforcement",
    "mingfa.bureau.permits",
    "mingfa.bureau.disclosure",
    "mingfa.bureau.work",
    "mingfa.bureau.desk",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "mingfa.bureau.desk.errors.without_nul",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "mingfa.bureau.desk.urls"
WSGI_APPLICATION = "mingfa.bureau.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True
STATIC_URL = "/static/"
CSRF_FAILURE_VIEW = "mingfa.bureau.desk.errors.not_believed"
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
FILE_UPLOAD_TEMP_DIR = None
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "mingfa.bureau.desk.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # An error is told with its place; what a person typed or may not see is never written to a log.
    "loggers": {
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "mingfa": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
