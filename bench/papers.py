"""Papers: a warm decision as PDF/A, beside Typst setting one line; and asking whether a text can be drawn.

The baseline is made in the same run by the same Typst with the same fonts, so the ratio says what our style
and our archival standard cost, on whatever machine this runs. Prints JSON.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

import typst

from mingfa.bureau import papers
from mingfa.bureau.papers import typefaces as papers_typefaces
from mingfa.bureau.papers.tests.examples import DECISION, FACTS

ROUNDS = 60
AT = datetime(2026, 9, 28, 2, 0, tzinfo=UTC)
LINE = '#set text(font: "Noto Serif CJK SC")\n当事人应当缴款。第{n}份。'


def milliseconds(act: Callable[[int], object]) -> list[float]:
    """Return how long each round took, in milliseconds; three rounds before them warm up, uncounted."""
    taken = []
    for n in range(ROUNDS + 3):
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


def main() -> int:
    """Measure and print."""
    compiler = typst.Compiler(font_paths=papers_typefaces.library(), ignore_system_fonts=True)
    baseline = milliseconds(lambda n: compiler.compile(input=LINE.format(n=n).encode()))
    start = time.perf_counter()
    size = len(decision(ROUNDS + 9))
    first = (time.perf_counter() - start) * 1000
    made = milliseconds(decision)
    text = (FACTS * 20)[:2000]
    asked = milliseconds(lambda _: [papers_typefaces.undrawable(text) for _ in range(100)])
    result = {
        "bench": "papers",
        "rounds": ROUNDS,
        "baseline_one_line_ms": round(statistics.median(baseline), 3),
        "decision_ms": round(statistics.median(made), 3),
        "decision_p95_ms": round(statistics.quantiles(made, n=20)[-1], 3),
        "decision_first_ms": round(first, 1),
        "ratio": round(statistics.median(made) / statistics.median(baseline), 2),
        "decision_bytes": size,
        "undrawable_2000_characters_ms": round(statistics.median(asked) / 100, 4),
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
