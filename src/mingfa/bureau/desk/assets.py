"""The desk's own files: one stylesheet, one script, one mark. Nothing is asked of any other site."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse

FOLDER = Path(__file__).resolve().parent / "static" / "desk"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@cache
def _files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.suffix in TYPES}


@cache
def version(name: str) -> str:
    """Return the beginning of a file's digest, so that a new version has a new address."""
    return sha256(_files()[name]).hexdigest()[:12]


def asset(request: HttpRequest, name: str) -> HttpResponse:
    """Send one of the desk's files."""
    if name not in _files():
        raise Http404
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(_files()[name], content_type=TYPES[Path(name).suffix], headers=headers)
