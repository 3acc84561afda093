"""From recorded facts to an official paper (文书): the same facts and time give the same bytes.

Plan 2.1.a: every act makes its paper from the recorded facts. What users wrote reaches Typst as data only,
never as source.
"""

import hashlib
import io
import mimetypes
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone

import segno
import typst

from mingfa.bureau.lib.canonical import canonical_json
from mingfa.bureau.lib.money import capital

from . import typefaces
from .errors import BadFacts, Incomplete, Undrawable
from .forms import Form, form, missing_contents
from .typst_engine import press

BEIJING = timezone(timedelta(hours=8))


def render(
    kind: str,
    facts: Mapping[str, object],
    *,
    made_at: datetime,
    draft: bool = False,
    receipt_url: str | None = None,
    attachments: Mapping[str, bytes] | None = None,
) -> bytes:
    """Make the paper of this kind as PDF/A (2a; 3a with attachments, which are embedded by file name).

    Facts are plain JSON: money in 分, dates as ISO text. A draft carries a watermark and no seal, and may be
    incomplete. `receipt_url` is printed as a QR code. Raises Incomplete, Undrawable or BadFacts, and never
    prints an empty box.
    """
    chosen = form(kind)
    if made_at.tzinfo is None:
        raise ValueError("made_at must know its time zone")
    made_at = made_at.astimezone(BEIJING)
    if not draft and (missing := missing_contents(kind, facts)):
        raise Incomplete(chosen.title, missing)
    attached = dict(sorted((attachments or {}).items()))
    if unknown := typefaces.undrawable("".join((*_texts(facts), *attached))):
        raise Undrawable(unknown)
    try:
        data = _data(chosen, facts, made_at, draft, receipt_url, attached)
    except (TypeError, ValueError) as error:
        raise BadFacts(chosen.title, str(error)) from error
    try:
        return press(chosen.template, {"data": data}, made_at=made_at, attachments=bool(attached))
    except typst.TypstError as error:
        raise BadFacts(chosen.title, error.message) from error


def digest_of_facts(kind: str, facts: Mapping[str, object]) -> str:
    """Return the SHA-256 over kind and facts (sorted JSON); its beginning stands beside the QR code."""
    return hashlib.sha256(canonical_json([kind, facts])).hexdigest()


def _data(
    chosen: Form,
    facts: Mapping[str, object],
    made_at: datetime,
    draft: bool,
    receipt_url: str | None,
    attachments: Mapping[str, bytes],
) -> str:
    """Return the one JSON text a template sees."""
    return canonical_json(
        {
            "form": {
                "title": chosen.title,
                "code": chosen.code,
                "version": chosen.version,
                "outward": chosen.outward,
            },
            "facts": facts,
            "fonts": typefaces.stacks(),
            "capital": {str(n): capital(n) for n in sorted(set(_amounts(facts)))},
            "made_at": made_at.isoformat(timespec="minutes"),
            "draft": draft,
            "receipt": None
            if receipt_url is None
            else _receipt(receipt_url, digest_of_facts(chosen.kind, facts)),
            "attachments": {name: _attachment(name, content) for name, content in attachments.items()},
        }
    ).decode()


def _receipt(url: str, digest: str) -> dict[str, object]:
    code = segno.make_qr(url, error="m")
    drawn = io.BytesIO()
    code.save(drawn, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None)
    return {
        "url": url,
        "svg": drawn.getvalue().decode(),
        "modules": len(code.matrix),
        "digest": " ".join(digest[i : i + 4] for i in range(0, 16, 4)),
    }


def _attachment(name: str, content: bytes) -> dict[str, object]:
    """Return a file as Typst can take it: as text where it is text, else as a list of its bytes."""
    mime, _ = mimetypes.guess_type(name)
    try:
        plain: str | list[int] = content.decode()
    except UnicodeDecodeError:
        plain = list(content)
    return {"content": plain, "mime": mime or "application/octet-stream", "description": name}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _amounts(value: object) -> Iterator[int]:
    """Yield every sum of money among the facts: the whole numbers under a name that ends in `amount`."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if str(name).endswith("amount") and isinstance(inner, int):
                yield inner
            else:
                yield from _amounts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _amounts(inner)
