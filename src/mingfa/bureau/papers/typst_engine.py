"""The press: Typst, kept warm, shared by the threads of one process.

Papers are always made as PDF/A (ISO 19005): there a character without a glyph is an error, where plain PDF
would print an empty box and say nothing.
"""

import os
import queue
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

import typst

from . import typefaces
from .forms import ROOMS

STYLE = Path(__file__).resolve().parent


def press(source: Path, inputs: Mapping[str, str], *, made_at: datetime, attachments: bool) -> bytes:
    """Set a template with these inputs; raise typst.TypstError where Typst refuses."""
    with _compiler() as compiler:
        made = compiler.compile(
            input=str(source),
            format="pdf",
            sys_inputs=dict(inputs),
            pdf_standards=["a-3a", "ua-1"] if attachments else ["a-2a", "ua-1"],
            timestamp=made_at.replace(microsecond=0),
        )
    assert isinstance(made, bytes)  # one PDF, held in memory
    return made


@cache
def _idle() -> "queue.SimpleQueue[typst.Compiler]":
    """Make the compilers. Each serves one thread at a time; more of them than cores would gain nothing."""
    idle: queue.SimpleQueue[typst.Compiler] = queue.SimpleQueue()
    for _ in range(min(4, os.cpu_count() or 1)):
        idle.put(typst.Compiler(root=str(ROOMS), font_paths=typefaces.library(), ignore_system_fonts=True))
    return idle


@contextmanager
def _compiler() -> Iterator[typst.Compiler]:
    idle = _idle()
    compiler = idle.get()
    try:
        yield compiler
    finally:
        idle.put(compiler)
