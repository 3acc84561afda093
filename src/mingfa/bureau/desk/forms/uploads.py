"""Files on their way in (plan 2.2.b, 2.4.c): kept by digest, told by their bytes, carried by a form.

A file that was uploaded survives an error in its form: a sealed note in the page names it, and only for the
person who uploaded it. What an act commits to is checked once more against the vault.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from django.conf import settings
from django.core import signing
from django.utils import timezone
from pydantic import BaseModel

from mingfa.bureau.doorway.inputs import File, Inputs
from mingfa.bureau.people import uploads
from mingfa.bureau.records.measuring.follow import measure
from mingfa.bureau.records.measuring.reads import measured
from mingfa.bureau.vault import TooMany, Vault, VaultError, vault_from
from mingfa.bureau.vault.film.found import Measured
from mingfa.bureau.vault.kinds import is_recording
from mingfa.bureau.vault.media import admit, true_type
from mingfa.bureau.vault.names import safe_name

LIMIT = 2 << 30
_SALT = "mingfa.desk.upload"
log = logging.getLogger("mingfa.uploads")


def vault() -> Vault:
    """Return the bureau's vault, opened once for each place that the settings name."""
    return _vault_at(settings.VAULT)


@cache
def _vault_at(url: str) -> Vault:
    return vault_from(url)


def keep(person: int, stream: Any, name: str, claimed: str) -> File:
    """Keep a file that a person hands in, or raise `VaultError` with what is wrong and what to do."""
    now = timezone.now()
    if not uploads.may_hand_in(person, now):
        raise TooMany
    stored = vault().keep(stream, limit=LIMIT)
    kept_as = safe_name(admit(safe_name(name), claimed, stored.media))
    recording = is_recording(stored.media)
    uploads.handed_in(person, stored.sha256, stored.size, now, recording=recording)
    return File(
        sha256=stored.sha256,
        size=stored.size,
        media=stored.media,
        name=kept_as,
        measured=_measured(stored.sha256) if recording else None,
    )


def _measured(sha256: str) -> Measured | None:
    """Measure a recording while its sender waits; what cannot be done now is done in a round."""
    try:
        measure(sha256)
    except Exception as error:  # it is kept already: no trouble of a tool may lose it
        log.warning("%s was not measured when it came in: %s", sha256, error)
    return measured({sha256}).get(sha256)


def seal(file: dict[str, Any], person: int) -> str:
    """Write the note that carries a kept file through the form."""
    return signing.dumps([person, file], salt=_SALT, compress=True)


def receive(
    person: int, errors: dict[str, str], path: str, sent: Sequence[Any], kept: Sequence[str]
) -> list[dict[str, Any]]:
    """Return a field's files: those kept before, then the new ones; a bad one becomes the field's error."""
    files: dict[str, dict[str, Any]] = {}
    for note in kept:
        try:
            whose, file = signing.loads(note, salt=_SALT, max_age=settings.SESSION_COOKIE_AGE)
        except signing.BadSignature:
            continue
        if whose == person:
            files[file["sha256"]] = file
    for upload in sent:
        try:
            file = keep(person, upload, upload.name or "", upload.content_type or "").model_dump()
        except VaultError as error:
            errors[path] = f"“{safe_name(upload.name or '')}”：{error.because}{error.todo}"
        else:
            files[file["sha256"]] = file
    return list(files.values())


def wrong_files(inputs: Inputs, may_name: Callable[[str], bool]) -> dict[str, str]:
    """Name every file that is not in the vault as it is claimed to be: path -> sentence.

    What this person may not name is, for this person, not there.
    """
    found = {}
    for path, file in files_in(inputs):
        there = may_name(file.sha256) and vault().has(file.sha256)
        if not there or vault().size(file.sha256) != file.size:
            found[path] = "存储库中没有这个文件，请先上传。"
            continue
        with vault().open(file.sha256) as stream:
            if true_type(stream) != file.media:
                found[path] = "文件类型与实际内容不一致，请重新上传。"
    return found


def files_in(value: object, path: str = "") -> Iterator[tuple[str, File]]:
    if isinstance(value, File):
        yield path.rstrip("."), value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from files_in(getattr(value, name), f"{path}{name}.")
    elif isinstance(value, list | tuple):
        for n, one in enumerate(value):
            yield from files_in(one, f"{path}{n}.")
