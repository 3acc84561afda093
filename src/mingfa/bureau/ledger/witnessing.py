"""Asking outside witnesses to cosign a head: then not even our key's holder can rewrite what they have seen.

A witness is a justice bureau, a procuratorate, a sister district; it runs `python -m mingfa.witness` and sees
three lines of text. It signs only what extends what it signed before. A silent one holds nothing up.
"""

from dataclasses import dataclass

from django.conf import settings

from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.heads import size_of
from mingfa.bureau.ledger.models import DISCLOSURE, Head
from mingfa.tlog import FileStore, Policy, VerifierKey, prove_consistency, publish
from mingfa.witness import NotCosigned, ask


@dataclass(frozen=True, slots=True)
class Outside:
    """An outside witness: where it is asked, and the key it signs with."""

    url: str
    key: VerifierKey


def outside() -> list[Outside]:
    """Return the witnesses of MINGFA_WITNESSES: `<address> <vkey>`, parted by semicolons."""
    pairs = (one.split() for one in settings.WITNESSES.split(";") if one.strip())
    return [Outside(url, VerifierKey.parse(key)) for url, key in pairs]


def cosign(log: str = DISCLOSURE) -> list[str]:
    """Have every witness cosign the log's head and put the lines out; return who did not, and why."""
    store = FileStore(heads.folder(log))
    note = Head.objects.get(log=log, size=size_of(heads.sign(log))).note

    def prove(old: int, new: int) -> list[bytes]:
        return prove_consistency(old, new, store) if old else []

    lines, failed = [], []
    for witness in outside():
        try:
            lines.append(ask(witness.url, note, prove, witness.key))
        except NotCosigned as error:
            failed.append(f"{witness.key.name}：{error}")
    if lines:
        publish(store, note + "".join(lines), Policy.of(heads.vkey(log)))
    return failed
