"""The portal's speed: pages under load beside a bare WSGI answer, search beside a plain scan, in one run.

Run it alone with `python bench/portal.py [RECORDS]`; it prints JSON. Load comes from wrk where it is
installed, else from a small loop of its own, over loopback, on the same machine as the server. All
records are invented.
"""

import http.client
import json
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mingfa.feed.notice import Notice
from mingfa.feed.operations import Publish
from mingfa.feed.reader import Feed
from mingfa.feed.source import Missing
from mingfa.feed.tests.making import seal, to_entry
from mingfa.feed.value import to_value
from mingfa.portal.grams import terms_of
from mingfa.portal.ingest import catch_up
from mingfa.portal.listing import Filters, find, find_all
from mingfa.portal.store import Store
from mingfa.tlog import Checkpoint, FileStore, SigningKey, export

RECORDS = 100_000
SECONDS, CONNECTIONS = 4, 16
SMALLEST = {"records": 500}
ORIGIN = "ceshi.example.cn/disclosure"
PARTIES = (
    "示例餐饮有限公司",
    "示例建筑工程有限公司",
    "示例商行",
    "示例运输有限公司",
    "王某",
    "李某",
    "艾某",
    "马某",
)
CAUSES = (
    "超出门窗经营",
    "擅自占用城市道路堆放物料",
    "未按规定覆盖运输建筑垃圾",
    "未分类投放生活垃圾",
    "擅自设置户外广告",
    "犬只未束犬链",
    "未经许可挖掘城市道路",
    "违法搭建临时建筑",
    "焚烧沥青油毡",
    "损毁绿化",
)
ROADS = ("北京路", "河南路", "长春路", "天津路", "四平路", "鲤鱼山路", "示例巷", "喀什路", "苏州路", "迎宾路")
BARE = """
BODY = b"x" * 6000
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(BODY)))])
    return [BODY]
"""


class Bench:
    """A folder that plays the bureau: a real log, with its contents in memory, not in many small files."""

    def __init__(self, folder: Path, records: int) -> None:
        self.folder = folder
        self.items: dict[str, bytes] = {}
        self.notices: list[Notice] = []
        key = SigningKey.from_seed(ORIGIN, b"\x05" * 32)
        self.store = FileStore(folder / "logs/disclosure")
        (folder / "logs/disclosure").mkdir(parents=True)
        (folder / "logs/disclosure/vkey").write_text(key.vkey())
        entries = list(self._entries(records))
        root = export(self.store, 0, records, entries)
        self.store.write_checkpoint(key.sign(Checkpoint(ORIGIN, records, root).text()).encode())

    def _entries(self, records: int) -> Iterator[bytes]:
        chance = random.Random(11)
        for serial in range(records):
            notice = invented(chance, serial)
            self.notices.append(notice)
            item = seal("notice", to_value(notice))
            self.items[f"item/{item.commitment}"] = item.to_bytes()
            at = f"{notice.published_on}T10:00:00+08:00"
            yield to_entry(
                Publish("publish", f"{serial:032x}", "penalty", {"notice": item.commitment}, serial, None, at)
            )

    def read(self, path: str) -> bytes:
        if path.startswith("log/"):
            try:
                return self.store.read(path.removeprefix("log/"))
            except FileNotFoundError as error:
                raise Missing(path) from error
        if path not in self.items:
            raise Missing(path)
        return self.items[path]


def invented(chance: random.Random, serial: int) -> Notice:
    day = date(2018, 1, 1) + timedelta(days=serial // 40)
    party, cause, road = chance.choice(PARTIES), chance.choice(CAUSES), chance.choice(ROADS)
    amount = chance.choice((None, 5_000, 20_000, 30_000, 50_000, 100_000))
    person = party.endswith("某")
    place, area = f"{road}{chance.randint(1, 999)}号", chance.randint(1, 60)
    plate = f"新A{chance.randint(10000, 99999)}"
    facts = (
        f"{day}，执法人员在{place}巡查发现当事人{cause}，面积约{area}平方米，车牌{plate}，经责令逾期未改正。"
    )
    facts += "以上事实有现场笔录、照片、询问笔录证实。" * 8
    return Notice(
        number=f"测城管罚决字〔{day.year}〕第{serial:06}号",
        agency="示例区城市管理局",
        unit=f"第{serial % 9 + 1}中队",
        title=f"{cause}案",
        party=party,
        party_kind="person" if person else "unit",
        category="行政处罚（普通程序）",
        cause=cause,
        facts=facts,
        basis=("《示例市市容环境卫生管理条例》第十二条第一款", "《示例市城市管理条例》第三十条"),
        conclusion="警告" if amount is None else f"罚款{amount // 100}元",
        penalty_kinds=("警告",) if amount is None else ("罚款",),
        amount=amount,
        decided_on=day,
        due_on=day + timedelta(days=11),
        published_on=day + timedelta(days=chance.randint(1, 9)),
        workday_of_publication=chance.randint(1, 7),
        responsible_unit="法制室",
    )


def run(records: int = RECORDS) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(folder, records)
        db = folder / "portal.sqlite3"
        begun = time.process_time()
        catch_up(db, Feed(bench))
        ingest = time.process_time() - begun
        found = {
            "records": records,
            "database_mb": round(db.stat().st_size / 1e6, 1),
            "ingest_cpu_ms_per_record": round(ingest / records * 1e3, 3),
            "search": search(Store(db), bench.notices),
        }
        found["served"] = load(folder, bench.notices)
    return found


def queries_of(notices: list[Notice], count: int) -> list[str]:
    """Return substrings of 1 to 6 characters of what the records say, and some that occur nowhere."""
    chance = random.Random(3)
    queries = []
    for _ in range(count):
        text = chance.choice((lambda n: n.facts, lambda n: n.number, lambda n: n.party + n.cause))(
            chance.choice(notices)
        )
        length = chance.choice((1, 2, 2, 3, 4, 4, 6))
        at = chance.randrange(max(1, len(text) - length))
        queries.append(text[at : at + length])
    return [query for query in queries if terms_of(query)] + ["无此词语", "龘", "新A00000x"]


def search(store: Store, notices: list[Notice]) -> dict[str, Any]:
    first_page = []
    for query in queries_of(notices, 400):
        begun = time.perf_counter()
        find(store, Filters(q=query))
        first_page.append((time.perf_counter() - begun) * 1e3)
    lost = extra = hits = 0
    scans, searches = [], []
    for query in queries_of(notices, 40)[:40:2] + ["无此词语", "犬", "焚烧沥青"]:
        begun = time.perf_counter()
        got = {row["id"] for row in find_all(store, Filters(q=query))}
        searches.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        true = plain_scan(store, query)
        scans.append(time.perf_counter() - begun)
        hits, lost, extra = hits + len(true), lost + len(true - got), extra + len(got - true)
    quantiles = statistics.quantiles(first_page, n=100)
    return {
        "first_page_and_count_ms": {
            "p50": quantiles[49],
            "p95": quantiles[94],
            "p99": quantiles[98],
            "n": len(first_page),
        },
        "compared_hits": hits,
        "lost": lost,
        "extra": extra,
        "plain_scan_ms_median": statistics.median(scans) * 1e3,
        "p95_ratio_to_plain_scan": quantiles[94] / (statistics.median(scans) * 1e3),
    }


def plain_scan(store: Store, query: str) -> set[int]:
    where = " AND ".join("instr(body, ?) > 0" for _ in terms_of(query))
    return {row["id"] for row in store.rows(f"SELECT id FROM record WHERE {where}", terms_of(query))}


@contextmanager
def serving(application: str, folder: Path, workers: int) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    command += ["--workers", str(workers), "--blocking-threads", "4", "--log-level", "error", application]
    paths = os.pathsep.join([str(folder), *sys.path])
    environment = {**os.environ, "MINGFA_DATA": str(folder), "PYTHONPATH": paths}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def load(folder: Path, notices: list[Notice]) -> dict[str, Any]:
    (folder / "bare_answer.py").write_text(BARE)
    number = quote(notices[-1].number)
    pages = {
        "decision": f"/decisions/{number}",
        "list": "/decisions/",
        "search": f"/decisions/?q={quote('占用')}",
    }
    served: dict[str, Any] = {
        "tool": "wrk" if shutil.which("wrk") else "own loop",
        "connections": CONNECTIONS,
    }
    for workers in (1, 2):
        with serving("bare_answer:application", folder, workers) as port:
            bare = hit(port, "/")
        with serving("mingfa.portal.wsgi:application", folder, workers) as port:
            figures = {name: hit(port, path) for name, path in pages.items()}
            figures["every_page_once_ms"] = first_visits(port, notices)
        for name in pages:
            figures[name]["ratio_to_bare"] = round(figures[name]["per_second"] / bare["per_second"], 3)
        served[f"workers_{workers}"] = {"bare": bare, **figures}
    return served


def first_visits(port: int, notices: list[Notice]) -> dict[str, float]:
    """Ask for pages that nobody asked for before: each is rendered anew."""
    chance, times = random.Random(5), []
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for notice in chance.sample(notices, min(300, len(notices))):
        begun = time.perf_counter()
        connection.request("GET", f"/decisions/{quote(notice.number)}")
        connection.getresponse().read()
        times.append((time.perf_counter() - begun) * 1e3)
    quantiles = statistics.quantiles(times, n=100)
    return {"p50": round(quantiles[49], 2), "p99": round(quantiles[98], 2)}


def hit(port: int, path: str) -> dict[str, float]:
    if shutil.which("wrk") is None:
        return own_loop(port, path)
    address = f"http://127.0.0.1:{port}{path}"
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", address]
    subprocess.run([*command[:3], "-d1s", address], capture_output=True, check=True)
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out:
        raise RuntimeError(out)
    latency = re.search(r"99%\s+([\d.]+)(us|ms|s)", out)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", out)
    if latency is None or rate is None:
        raise RuntimeError(out)
    scale = {"us": 1e-3, "ms": 1.0, "s": 1e3}[latency[2]]
    return {"per_second": float(rate[1]), "p99_ms": round(float(latency[1]) * scale, 2)}


def own_loop(port: int, path: str) -> dict[str, float]:
    times: list[float] = []
    until = time.monotonic() + SECONDS

    def visitor() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        while time.monotonic() < until:
            begun = time.perf_counter()
            connection.request("GET", path)
            connection.getresponse().read()
            times.append(time.perf_counter() - begun)

    visitors = [threading.Thread(target=visitor) for _ in range(CONNECTIONS)]
    for thread in visitors:
        thread.start()
    for thread in visitors:
        thread.join()
    return {
        "per_second": len(times) / SECONDS,
        "p99_ms": round(statistics.quantiles(times, n=100)[98] * 1e3, 2),
    }


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS), ensure_ascii=False, indent=1))
