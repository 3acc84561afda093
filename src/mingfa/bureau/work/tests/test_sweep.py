"""What an upload left that was broken off goes away by itself, a day later; what is arriving stays."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone

from mingfa.bureau.work import tasks


def test_what_was_broken_off_yesterday_is_swept_once_an_hour(
    settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "_swept", {})
    settings.VAULT = f"file://{tmp_path}/vault"
    incoming, now = tmp_path / "vault" / "incoming", timezone.now()
    incoming.mkdir(parents=True)
    old, young = incoming / "old.part", incoming / "young.part"
    for remnant, days in ((old, 2), (young, 0)):
        remnant.write_bytes(b"half")
        then = (now - timedelta(days=days)).timestamp()
        os.utime(remnant, (then, then))
    (piece,) = tasks.remnants(now)
    piece.do()
    assert (old.exists(), young.exists()) == (False, True)
    assert tasks.remnants(now + timedelta(minutes=59)) == []
    assert len(tasks.remnants(now + timedelta(hours=1))) == 1
