"""The door while an act is performed: the only hand that writes rows, papers and outcomes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import Matter, kept_by_handler
from mingfa.bureau.doorway.numbering import number_paper
from mingfa.bureau.doorway.refusals import Refused, written_out
from mingfa.bureau.law.gates import Refusal
from mingfa.bureau.ledger import writer
from mingfa.bureau.ledger.entries import Entry, new_item, write_entry
from mingfa.bureau.ledger.models import DISCLOSURE, Sealed
from mingfa.bureau.ledger.reader import check_as_read
from mingfa.bureau.ledger.rows import row_digest, row_name
from mingfa.bureau.papers.models import Paper


@dataclass(frozen=True, slots=True)
class Done:
    """An act that happened: its index in the record log, the matter and the number of the paper it made."""

    index: int
    act: str
    matter: int | None
    number: str


class Door:
    """What an act may do while it is performed: add rows, save rows, make its paper. Nothing else writes.

    `outcome` names which way the procedure goes on where an act has several ends; `said` are open facts
    of the entry, `renamed` the names under which logs go on.
    """

    def __init__(self, index: int, look: Look[Any], nonce: str) -> None:
        self.index, self.look, self.nonce = index, look, nonce
        self.rows: dict[str, Sealed] = {}
        self.outputs: dict[str, object] = {}
        self.erased: set[bytes] = set()
        self.said: dict[str, object] = {}
        self.renamed: dict[str, str] = {}
        self._stood: dict[str, int] = {}
        self.outcome = ""
        self.number = ""
        self.matter: Matter | None = look.matter

    def add(self, row: Sealed) -> None:
        """Add a row; its key is this act."""
        row.leaf = row.sealed = self.index
        row.save(force_insert=True)
        if isinstance(row, Matter):
            kept_by_handler(row)
        self.rows[row_name(row)] = row

    def save(self, row: Sealed) -> None:
        """Save a row that an earlier act made; `Altered` where it was not what that act wrote."""
        self.take(row)
        row.sealed = self.index
        row.save(force_update=True)
        if isinstance(row, Matter):
            kept_by_handler(row)
        self.rows[row_name(row)] = row

    def take(self, row: Sealed) -> None:
        """Remember where a row stood before this act, which is what its last act wrote."""
        if row.sealed != self.index:
            check_as_read(row)
            self._stood.setdefault(row_name(row), row.sealed)

    @property
    def before(self) -> int | None:
        """The entry that the matter stood at before this act; None for one that it begins."""
        return None if self.matter is None else self._stood.get(row_name(self.matter))

    def erase(self, entry: Entry, names: Iterable[str]) -> None:
        """Erase values of an earlier entry: this act's entry names them, and they go with it."""
        self.erased |= {entry.items[name] for name in names}

    @cached_property
    def seals(self) -> dict[str, str]:
        """The digest of every row the act wrote, by its name; asked for when all are written."""
        return {name: row_digest(row) for name, row in self.rows.items()}

    def open_matter(self, matter: Matter) -> None:
        """Add the matter this act begins."""
        matter.last_at = self.look.at
        self.add(matter)
        self.matter = matter

    def paper(self, kind: str, facts: Mapping[str, object], title: str = "") -> Paper:
        """Make the act's paper: number it, check its statutory contents, commit to its facts."""
        paper, complete = number_paper(kind, facts, title, self.look, self.matter)
        self.add(paper)
        self.outputs["paper"], self.number = complete, paper.number
        return paper

    def disclose(self, operation: Mapping[str, object], values: Mapping[str, object]) -> int:
        """Append an operation to the public log, in the same transaction; return its index there.

        Its values are items behind salts like all others; what becomes of public files is the feed's affair.
        """
        log = writer.lock(DISCLOSURE)
        items = [new_item(name, value) for name, value in values.items()]
        index = writer.append(
            log,
            write_entry(operation, items),
            items,
            str(operation["op"]),
            origin=self.renamed.get(DISCLOSURE, ""),
        )
        self.outputs["disclosed"] = index
        return index

    def random(self, label: str) -> str:
        """Return 32 hex characters that nobody can guess and a rebuild gives again."""
        return sha256(f"{self.nonce}:{label}".encode()).hexdigest()[:32]

    def refuse(self, *refusals: Refusal) -> None:
        """Stop the act for reasons only seen while performing it."""
        raise Refused(written_out(list(refusals)))
