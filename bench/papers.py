"""Papers: a warm decision as PDF/A, beside Typst setting one line; and asking whether a text can be drawn.

The baseline is made in the same run by the same Typst with the same fonts, so the ratio says what our style
and our archival standard cost, on whatever machine this runs. Run it with `mingfa bench papers` or
`python -m bench.papers 20`.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import typst

from mingfa.bureau import papers
from mingfa.bureau.papers import typefaces as papers_typefaces
from mingfa.bureau.papers.tests.examples import DECISION, FACTS

ROUNDS = 60
SMALLEST = {"rounds": 2}
AT = datetime(2026, 9, 28, 2, 0, tzinfo=UTC)
LINE = '#set text(font: "Noto Serif CJK SC")\n当事人应当缴款。第{n}份。'


def milliseconds(act: Callable[[int], object], rounds: int) -> list[float]:
    """Return how long each round took, in milliseconds; three rounds before them warm up, uncounted."""
    taken = []
    for n in range(rounds + 3):
        start = time.perf_counter()
        act(n)
        taken.append((time.perf_counter() - start) * 1000)
    return taken[3:]


def decision(n: int) -> bytes:
    """Make a decision that no cache has seen: its number differs."""
    facts = {**DECISION, "document_no": f"高新城管罚决字〔2026〕第{n:04d}号"}
    return papers.render(
        "penalty_decision", facts, made_at=AT, receipt_url=f"https://log.example.cn/r/#{n:064d}"
    )


def run(rounds: int = ROUNDS) -> dict[str, Any]:
    compiler = typst.Compiler(font_paths=papers_typefaces.library(), ignore_system_fonts=True)
    baseline = milliseconds(lambda n: compiler.compile(input=LINE.format(n=n).encode()), rounds)
    start = time.perf_counter()
    size = len(decision(rounds + 9))
    first = (time.perf_counter() - start) * 1000
    made = milliseconds(decision, rounds)
    text = (FACTS * 20)[:2000]
    asked = milliseconds(lambda _: [papers_typefaces.undrawable(text) for _ in range(100)], rounds)
    return {
        "rounds": rounds,
        "baseline_one_line_ms": round(statistics.median(baseline), 3),
        "decision_ms": round(statistics.median(made), 3),
        "decision_p95_ms": round(statistics.quantiles(made, n=20)[-1], 3),
        "decision_first_ms": round(first, 1),
        "ratio": round(statistics.median(made) / statistics.median(baseline), 2),
        "decision_bytes": size,
        "undrawable_2000_characters_ms": round(statistics.median(asked) / 100, 4),
    }


if __name__ == "__main__":
    print(json.dumps(run(*map(int, sys.argv[1:])), ensure_ascii=False, indent=1))
