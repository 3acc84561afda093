"""A drill: a bureau at work is backed up, loses its machine, comes back, and goes on; everything by HTTP
and CLI.

`left` says what is left of the machine: its data folder without database and vault (`logs`), or nothing but a
mirror of the public feed and one paper (`mirror`).
"""

import http.cookiejar
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

PHRASES = {"data": "示例数据口令 2026-0001", "keys": "示例密钥口令 2026-0002"}
PASSWORD = "shili-2026"  # of the example's accounts
OFFICER, HEAD, PERSONNEL = "duiyuan101", "juzhang", "renshi"


@dataclass
class Machine:
    """A data folder with its settings, and the command line over it."""

    data: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("MINGFA", "DJANGO"))}
        return {**kept, "MINGFA_DATA": str(self.data), **self.settings}

    def run(self, *command: object, fails: bool = False) -> str:
        """Run a command and return what it said."""
        argv = [sys.executable, "-m", "mingfa.commands", *map(str, command)]
        done = subprocess.run(argv, env=self.environment, capture_output=True, text=True, check=False)
        if (done.returncode != 0) is not fails:
            said = f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
            raise AssertionError(f"{command}: {done.returncode}\n{said}")
        return done.stdout + (done.stderr if fails else "")

    @contextmanager
    def serving(self, *, lost: bool = False) -> Iterator[str]:
        """Serve the inside site; where the machine is lost, it ends in the middle of whatever it does."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        argv = [sys.executable, "-m", "mingfa.commands", "serve", "bureau", "--port", str(port)]
        process = subprocess.Popen(
            argv,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            until = time.monotonic() + 90
            while time.monotonic() < until and process.poll() is None:
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(process.pid, signal.SIGKILL if lost else signal.SIGTERM)
            process.communicate(timeout=60)


class Visitor:
    """Somebody signed in at the desk, who also calls the API with the session."""

    def __init__(self, site: str, name: str) -> None:
        self.site, self.jar = site, http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.read("/sign-in/")
        form = {"username": name, "password": PASSWORD, "csrfmiddlewaretoken": self._token()}
        self.opener.open(f"{site}/sign-in/", urllib.parse.urlencode(form).encode(), timeout=60).read()

    def _token(self) -> str:
        return next(cookie.value or "" for cookie in self.jar if cookie.name == "csrftoken")

    def read(self, path: str) -> str:
        """Read a page."""
        try:
            with self.opener.open(self.site + path, timeout=60) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return str(error.read().decode())

    def act(self, name: str, on: int | None = None, /, **inputs: Any) -> tuple[int, dict[str, Any]]:
        """Do an act; return the status and what was answered."""
        body = json.dumps({"inputs": inputs, "on": on, "reasons": {}}).encode()
        headers = {"Content-Type": "application/json", "X-CSRFToken": self._token()}
        asked = urllib.request.Request(f"{self.site}/api/v1/acts/{name}", body, headers)
        try:
            with self.opener.open(asked, timeout=60) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read())

    def must(self, name: str, on: int | None = None, /, **inputs: Any) -> dict[str, Any]:
        """Do an act that has to pass."""
        status, said = self.act(name, on, **inputs)
        assert status == 201, (name, status, said)
        return said


def clue(item: int) -> dict[str, Any]:
    """Return what is typed to register a clue."""
    now = datetime.now().astimezone()
    return {
        "item": item,
        "source": "patrol",
        "found_at": (now - timedelta(minutes=30)).isoformat(),
        "act_on": now.date().isoformat(),
        "street": "650104001",
        "place": "示例路100号门前",
        "summary": "巡查发现当事人涉嫌店外经营。",
    }


@dataclass
class Drill:
    """What happened, for the questions afterwards."""

    figures: dict[str, Any]
    old: Machine
    new: Machine
    seen: Path
    during: list[int]
    after: list[int]
    matter: int
    told: str
    size: int


class Load(threading.Thread):
    """Registers clues until told to stop; keeps what was acknowledged, and when the last was."""

    def __init__(self, who: Visitor, item: int) -> None:
        super().__init__(daemon=True)
        self.who, self.item, self.done = who, item, threading.Event()
        self.entries: list[int] = []

    def run(self) -> None:
        while not self.done.is_set():
            self.entries.append(self.who.must("case.register", **clue(self.item))["entry"])


def drill(folder: Path, old: Machine, new: Machine, left: str, cases: int = 8) -> Drill:
    """Play the whole drill; whatever does not hold raises."""
    old.run("demo", "--no-serve", "--cases", cases)
    phrases = written(folder)
    with old.serving(lost=True) as site:
        officer = Visitor(site, OFFICER)
        item = item_of(officer)
        matter = officer.must("case.register", **clue(item))["entry"]
        load = Load(Visitor(site, OFFICER), item)
        load.start()
        begun = time.monotonic()
        old.run("backup", folder / "set.mingfa", *phrases)
        backed_up = time.monotonic()
        load.done.set()
        load.join()
        verified = officer.must("case.verify", matter, result="worth_filing", words="线索属实，建议立案。")
        after = [verified["entry"]]
        after += [officer.must("case.register", **clue(item))["entry"] for _ in range(3)]
        lost_at = time.monotonic()
        seen = seen_by_a_stranger(folder, old, after[-1])
    remains = lose(folder, old, left)
    begun_again = time.monotonic()
    said = json.loads(new.run("--json", "restore", folder / "set.mingfa", new.data, *phrases))
    size = int(said["sizes"]["record"])
    told = new.run("recover", *remains)
    with new.serving() as site:
        stands_still(site, item)
        hands(site)
        redone(site, matter, item)
        open_again = time.monotonic()
        said_in_public(new)
    new.run("verify", "--laws")
    figures = {
        "backup_seconds": round(backed_up - begun, 1),
        "acts_during_backup": len(load.entries),
        "rpo_seconds": round(lost_at - begun, 1),
        "rpo_acts": sum(index >= size for index in (*load.entries, *after)),
        "rto_seconds": round(open_again - begun_again, 1),
        "bytes": (folder / "set.mingfa").stat().st_size,
    }
    return Drill(figures, old, new, seen, load.entries, after, matter, told, size)


def written(folder: Path) -> list[object]:
    """Write both passphrases down; return the options that name the files."""
    for name, phrase in PHRASES.items():
        (folder / f"{name}.phrase").write_text(f"{phrase}\n")
    return ["--passphrase", folder / "data.phrase", "--keys-passphrase", folder / "keys.phrase"]


def item_of(who: Visitor) -> int:
    """Return an item for which this person's unit registers clues."""
    for found in dict.fromkeys(re.findall(r'href="/items/(\d+)/"', who.read("/items/"))):
        status, _ = who.act("case.register", **clue(int(found)))
        if status == 201:
            return int(found)
    raise AssertionError("no item to register a clue for")


def seen_by_a_stranger(folder: Path, old: Machine, index: int) -> Path:
    """Wait until a head covers an entry; keep what a stranger has seen: heads, a mirror of the feed."""
    until = time.monotonic() + 90
    while size_of(old.data / "logs" / "record" / "checkpoint") <= index and time.monotonic() < until:
        time.sleep(0.5)
    seen = folder / "seen"
    seen.mkdir()
    old.run("mirror", old.data, seen / "mirror")
    for log in ("record", "disclosure"):
        shutil.copy(old.data / "logs" / log / "checkpoint", seen / f"{log}.checkpoint")
    return seen


def size_of(checkpoint: Path) -> int:
    return int(checkpoint.read_text().split("\n")[1])


def lose(folder: Path, old: Machine, left: str) -> list[object]:
    """Lose the machine; return where `recover` may look."""
    if left == "logs":
        for part in ("logs", "feed"):
            shutil.copytree(old.data / part, folder / "left" / part)
    shutil.rmtree(old.data)
    return ["--old", folder / "left"] if left == "logs" else ["--mirror", folder / "seen" / "mirror"]


def stands_still(site: str, item: int) -> None:
    """Nobody acts, and every page says why."""
    officer = Visitor(site, OFFICER)
    status, said = officer.act("case.register", **clue(item))
    assert status >= 400 and "已停止办理" in json.dumps(said, ensure_ascii=False), said
    for path in ("/", "/cases/", "/people/", "/account/", "/sign-in/"):
        assert "已停止办理" in officer.read(path), path


def hands(site: str) -> None:
    """Head and personnel put the restore on record together; nobody alone."""
    head, personnel = Visitor(site, HEAD), Visitor(site, PERSONNEL)
    assert "/acts/bureau.restore/" in head.read("/")
    assert "备份之后办理" in head.read("/restored/")
    head.must("bureau.restore", sought="示例：硬盘损坏，已查找日志目录和公示副本。", compared=True)
    status, said = head.act("bureau.resume", compared=True)
    assert status == 409 and "两人共同" in json.dumps(said, ensure_ascii=False), said
    personnel.must("bureau.resume", compared=True)


def said_in_public(new: Machine) -> None:
    """Wait for the round that puts the statement of the restore into the public files."""
    entries, until = new.data / "logs" / "disclosure" / "tile" / "entries", time.monotonic() + 90
    while time.monotonic() < until:
        if any(b'"op":"restore"' in one.read_bytes() for one in entries.rglob("*") if one.is_file()):
            return
        time.sleep(0.5)
    raise AssertionError("the restore was not said in public")


def redone(site: str, matter: int, item: int) -> None:
    """What was lost is done again, on the matter that was there and anew."""
    officer = Visitor(site, OFFICER)
    assert "已停止办理" not in officer.read("/")
    words = "线索属实，建议立案（重新登记）。"
    made = officer.must("case.verify", matter, result="worth_filing", words=words)
    assert made["receipt"], "the log is signed again"
    officer.must("case.register", **clue(item))
    assert f"账本第 {made['entry']} 条" in officer.read(f"/cases/{matter}/")
