"""The static site's search index: files of pairs of characters, read by static/find.js.

Exact substrings as in grams.py: the list of a pair is exact, longer terms are checked in the bodies.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from sqlite3 import Row

from mingfa.feed.signs import RADICALS
from mingfa.portal.grams import ALIKE
from mingfa.portal.store import Store

SHARDS, ROWS, BODIES = 64, 1000, 64
"""Files of grams; light rows and searched bodies per file."""


def search_files(store: Store) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file; ids are places in the list of all decisions, oldest first."""
    records = store.rows("SELECT * FROM record ORDER BY id")
    words: dict[int, list[str]] = defaultdict(list)
    for row in store.rows("SELECT id, word FROM word"):
        words[row["id"]].append(row["word"])
    shards: list[dict[str, list[int]]] = [{} for _ in range(SHARDS)]
    for number, record in enumerate(records):
        for gram in grams_of(record["body"]):
            shards[shard_of(gram)].setdefault(gram, []).append(number)
    sizes = {"docs": len(records), "rows": ROWS, "bodies": BODIES, "shards": SHARDS}
    yield "meta.json", _json(sizes | {"alike": ALIKE | RADICALS})
    for shard, postings in enumerate(shards):
        steps = {
            gram: [b - a for a, b in zip([0, *ids], ids, strict=False)] for gram, ids in postings.items()
        }
        yield f"gram/{shard}.json", _json(steps)
    for chunk in range(0, len(records), BODIES):
        yield f"body/{chunk // BODIES}.json", _json([row["body"] for row in records[chunk : chunk + BODIES]])
    for chunk in range(0, len(records), ROWS):
        rows = [_light(row, sorted(words[row["id"]])) for row in records[chunk : chunk + ROWS]]
        yield f"rows/{chunk // ROWS}.json", _json(rows)


def _light(row: Row, words: list[str]) -> dict[str, object]:
    shown = {name: row[name] for name in ("slug", "number", "party", "cause", "conclusion", "state")}
    days = {"decided": row["decided_on"], "published": row["published_on"]}
    return {**shown, **days, "item": row["item_code"], "words": words}


def _steps(ids: list[int]) -> list[int]:
    return [after - before for before, after in zip([0, *ids], ids, strict=False)]


def grams_of(body: str) -> set[str]:
    """Return every character and every pair of neighbours of a body, within its runs."""
    grams: set[str] = set()
    for run in body.split():
        grams.update(run)
        grams.update(first + second for first, second in zip(run, run[1:], strict=False))
    return grams


def shard_of(gram: str) -> int:
    """Return in which file a gram stands; static/find.js computes the same."""
    total = 7
    for character in gram:
        total = (total * 31 + ord(character)) % 65521
    return total % SHARDS


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
