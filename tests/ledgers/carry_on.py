"""`python -m tests.ledgers.carry_on about.json`: carry the waiting case of a golden ledger on."""

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path

import django

django.setup()

from django.utils import timezone  # noqa: E402

from mingfa.bureau.ledger import reader  # noqa: E402
from mingfa.bureau.work.rounds import round_of_work  # noqa: E402
from mingfa.example.bureau import Cast, Stage  # noqa: E402
from mingfa.example.cases import Play  # noqa: E402

about = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
last = reader.last_entered()
assert last is not None
entered = max(last, timezone.now()) + timedelta(minutes=1)
stage = Stage(entered)
# Entered today, and said to be done when it was due: so the same acts are lawful in every later year.
stage.now = datetime.fromisoformat(reader.leaf(about["case"]).entry.text("at")) + timedelta(hours=1)
play = Play(stage, Cast(**about["cast"]))
play.case = about["case"]
play.verify()
play.propose()
play.file()
stage.now += timedelta(hours=3)
play.inspect()
failed = round_of_work(entered + timedelta(hours=1))["failed"]
print(len(reader.history(play.case)), failed)
