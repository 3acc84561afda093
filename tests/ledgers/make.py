"""`python -m tests.ledgers.make v0.2.0`: the golden ledger of a version, made once when it is tagged.

A bureau of invented people with a decided case, drawn papers, a signed log, a case to carry on; salts, keys
and times are fixed, so that made again it is nearly the same. Kept as `data.tar.xz` with what carries the
case on (`about.json`) and what the version promises (`contract.json`).
"""

import io
import json
import os
import random
import sqlite3
import sys
import tarfile
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def _fixed() -> None:
    """Give out the same bytes in every run: what is random in a bureau is not in its example."""
    dice = random.Random(2026)
    os.urandom = random._urandom = dice.randbytes  # type: ignore[attr-defined]


def _play() -> dict[str, Any]:
    """Play the bureau; return who plays and which case waits."""
    # Django is set up by now; these modules cannot be loaded before.
    from datetime import datetime, timedelta  # noqa: PLC0415

    from django.core.management import call_command  # noqa: PLC0415

    from mingfa.bureau.work.rounds import round_of_work  # noqa: PLC0415
    from mingfa.example.bureau import CHINA, Stage, found, list_items  # noqa: PLC0415
    from mingfa.example.cases import Play  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    stage = Stage(datetime(2026, 9, 1, 9, 0, tzinfo=CHINA))
    cast = found(stage, officers=9)
    list_items(stage, cast)
    for number, officer in enumerate(cast.officers[0][:2]):  # theirs is the case that later years carry on
        stage.act(
            "person.certify",
            cast.appointer,
            person=officer,
            certificate=f"示E900{number}",
            certificate_from="2026-01-01",
            certificate_to="2099-12-31",
        )
    stage.act("account.open", cast.appointer, person=cast.head, username="juzhang")
    stage.act("account.open", cast.appointer, person=cast.appointer, username="renshi")
    round_of_work(stage.now)
    decided = Play(stage, cast)
    decided.to_decided()
    decided.later(days=1)
    waiting = Play(stage, cast)
    waiting.register()
    waiting.keep()
    for _ in range(2):
        stage.now += timedelta(minutes=1)
        round_of_work(stage.now)
    return {"cast": asdict(cast), "case": waiting.case, "decided": decided.case}


def _packed(data: Path) -> bytes:
    """Return the data folder as an archive, its database in one file."""
    one = sqlite3.connect(data / "db.sqlite3")
    one.execute("PRAGMA journal_mode=DELETE")
    one.execute("VACUUM")
    one.close()
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:xz", format=tarfile.PAX_FORMAT) as archive:
        for file in sorted(data.rglob("*")):
            if file.is_file() and file.name not in (".lock", "site.secret"):
                entry = archive.gettarinfo(file, str(file.relative_to(data)))
                entry.uid = entry.gid = entry.mtime = 0
                entry.uname = entry.gname = ""
                with file.open("rb") as content:
                    archive.addfile(entry, content)
    return packed.getvalue()


def main() -> int:
    if sys.argv[1] == "--into":  # a folder and a database that are named already: played, and not packed
        _ready(Path(sys.argv[2]))
        _play()
        return 0
    version = sys.argv[1]
    for name in ("MINGFA_DATABASE", "MINGFA_VAULT"):
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory(prefix="mingfa-ledger-") as folder:
        _ready(Path(folder))
        from django.db import connections  # noqa: PLC0415
        from tests.ledgers.contract import contract  # noqa: PLC0415

        about = _play()
        connections.close_all()
        place = HERE / version
        place.mkdir(exist_ok=True)
        (place / "data.tar.xz").write_bytes(_packed(Path(folder)))
        for name, said in (("about", about), ("contract", contract())):
            text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
            (place / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    print(f"{place}: {sum(one.stat().st_size for one in place.iterdir()):,} bytes")
    return 0


def _ready(folder: Path) -> None:
    os.environ |= {"MINGFA_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "mingfa.bureau.settings"}
    os.environ["MINGFA_SECRET"] = "示例"
    import django  # noqa: PLC0415

    django.setup()
    _fixed()


if __name__ == "__main__":
    sys.exit(main())
