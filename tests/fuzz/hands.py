"""Two hands at the same moment: an act by this process and one by another thread or another process.

A thread is the other officer on the same web process, a process the other officer on another one: it has
its own connection and knows nothing of what this one has read.
"""

import multiprocessing
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connections

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.inputs import InvalidInputs
from mingfa.bureau.doorway.refusals import NotYours, Refused

PATIENCE = 60
_fork = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Try:
    """An act as it comes to the doorway."""

    name: str
    by: int
    on: int | None
    at: datetime
    now: datetime
    inputs: Mapping[str, Any]
    reasons: Mapping[str, str] = field(default_factory=dict)
    key: str = ""


@dataclass(frozen=True)
class Came:
    """What came of it: done, refused in which way and by which codes, or broken."""

    how: str
    codes: tuple[str, ...] = ()
    done: Done | None = None
    words: str = ""

    def __str__(self) -> str:
        return f"{self.how} {' '.join(self.codes)} {self.words}".strip()


def enter(one: Try) -> Came:
    """Do an act; say what came of it."""
    try:
        done = do(
            one.name, by=one.by, inputs=dict(one.inputs), on=one.on, at=one.at, now=one.now,
            reasons=one.reasons, key=one.key,
        )  # fmt: skip
    except Refused as refused:
        return Came("Refused", tuple(sorted(r.code for r in refused.refusals)))
    except InvalidInputs as invalid:
        return Came("InvalidInputs", tuple(sorted(invalid.errors)))
    except NotYours:
        return Came("NotYours")
    except Exception as broken:
        return Came("broke", words=f"{type(broken).__name__}: {broken}")
    return Came("done", (one.name,), done)


class Thread:
    """The other hand in this process."""

    @staticmethod
    @contextmanager
    def busy(one: Try) -> Iterator[Callable[[], Came]]:
        """Let the other hand act while the block runs; yield how to wait for what came of it."""
        came: list[Came] = []
        start = threading.Barrier(2)

        def act() -> None:
            try:
                connections["default"].ensure_connection()
                start.wait()
                came.append(enter(one))
            finally:
                connections.close_all()

        thread = threading.Thread(target=act)
        thread.start()
        start.wait()

        def wait() -> Came:
            thread.join(PATIENCE)
            return came[0] if came else Came("broke", words="the other thread never came back")

        yield wait
        thread.join(PATIENCE)


@contextmanager
def looking(look: Callable[[], object]) -> Iterator[None]:
    """Let somebody look, again and again, while the block runs; what they are shown never breaks."""
    over, faults = threading.Event(), list[BaseException]()

    def read() -> None:
        try:
            look()
            while not over.is_set():
                look()
        except NotYours:
            pass
        except Exception as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(PATIENCE)
    if faults:
        trace = "".join(traceback.format_exception(faults[0])[-4:])
        raise AssertionError(f"shown while somebody acted:\n{trace}")


class Process:
    """The other hand in another process, with a connection and a memory of its own."""

    def __init__(self) -> None:
        self.pipe, theirs = _fork.Pipe()
        connections["default"].close()
        self.process = _fork.Process(target=_serve, args=(theirs, self.pipe), daemon=True)
        self.process.start()
        theirs.close()

    @contextmanager
    def busy(self, one: Try) -> Iterator[Callable[[], Came]]:
        self.pipe.send(one)

        def wait() -> Came:
            if not self.pipe.poll(PATIENCE):
                return Came("broke", words="the other process never came back")
            came: Came = self.pipe.recv()
            return came

        yield wait

    def end(self) -> None:
        self.pipe.close()
        self.process.join(PATIENCE)


def _serve(pipe: Any, ours: Any) -> None:
    """Act as told until nobody tells any more."""
    ours.close()
    connections["default"] = connections.create_connection("default")
    try:
        while True:
            pipe.send(enter(pipe.recv()))
    except EOFError:
        connections["default"].close()
