"""A growing log for the tests, all of whose heads and proofs can be had."""

import pytest

from mingfa.tlog import Checkpoint, FileStore, export, prove_consistency, root_from_tiles

ORIGIN = "log.example.cn/record"


class Log:
    """A log of invented entries, each size exported; `mark` tells one history from another."""

    def __init__(self, folder, mark=b"", origin=ORIGIN):
        self.store, self.mark, self.origin, self.size = FileStore(folder), mark, origin, 0

    def grow(self, size):
        while self.size < size:
            export(self.store, self.size, self.size + 1, [self.mark + b"%d" % self.size])
            self.size += 1
        return self

    def head(self, size):
        self.grow(size)
        return Checkpoint(self.origin, size, root_from_tiles(size, self.store))

    def proof(self, old, new):
        self.grow(new)
        return prove_consistency(old, new, self.store)


@pytest.fixture
def log(tmp_path):
    return Log(tmp_path / "log")


@pytest.fixture
def rewritten(tmp_path):
    """The same log with another history."""
    return Log(tmp_path / "rewritten", b"other-")
