"""Drawing papers (plan 2.1.a; 处罚法 59): the PDF of what was recorded, with its receipt behind a QR code.

A paper is drawn after its act is committed, because it carries the proof that the act stands in the signed
ledger. What it says is the `paper` item of its leaf; nothing is typed again. An outward paper also leaves a
sealed copy of its proof for the public site: encrypted, under a random name; the QR code on the paper holds
the key, which a browser never sends to a server. Whoever holds the paper can check it; nobody else learns
anything.
"""

import json
import os
from base64 import b64encode
from collections.abc import Collection
from datetime import datetime
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.once import OtherWords
from mingfa.bureau.doorway.refusals import NotYours, Refused
from mingfa.bureau.ledger import heads, reader
from mingfa.bureau.ledger.models import RECORD, Item, Leaf
from mingfa.bureau.lib.pieces import Piece
from mingfa.bureau.papers import form, forms, render
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people.reads import system
from mingfa.bureau.vault import vault_from

RECEIPT, ENTRY, ITEM = "receipt.tlog-proof", "entry.json", "item.json"


def drawn(paper: int, now: datetime | None = None) -> bytes:
    """Return the PDF of a paper; draw it now, on record, if it was not drawn before.

    What is kept is served only as the act of its drawing sealed it. Where nothing can be put on record (no
    automatic post yet, a doorway that stopped), it is drawn to be looked at and not kept.
    """
    row = Paper.objects.get(pk=paper)
    reader.check_rows([row])
    vault = vault_from(settings.VAULT)
    if row.file and vault.has(row.file):
        return vault.read(row.file)
    pdf, copy = _draw(row)
    given = {"paper": paper, "pdf": vault.keep(BytesIO(pdf)).sha256, **copy}
    try:
        do("paper.draw", by=system(), inputs=given, key=f"draw {paper} {row.sealed}", now=now)
    except OtherWords:
        pass  # drawn at the same moment by somebody else: there is one paper, theirs
    except (Refused, NotYours, IndexError):
        return pdf
    kept = Paper.objects.get(pk=paper)
    reader.check_rows([kept])
    return vault.read(kept.file)


def waiting_to_be_drawn(now: datetime | None = None) -> list[Piece[bytes]]:
    """Return the outward papers that nobody has asked for yet, each to be drawn alone, to be at hand."""
    outward = [kind for kind, shape in forms().items() if shape.outward]
    waiting = Paper.objects.filter(file="", kind__in=outward).order_by("pk").values_list("pk", flat=True)
    made = Leaf.objects.filter(log=RECORD, i__in=waiting.order_by().values("pk"))
    acts = dict(made.values_list("i", "act"))
    return [
        Piece("paper", pk, acts.get(pk, ""), f"文书（编号{pk}）", partial(drawn, pk, now)) for pk in waiting
    ]


def facts_of_paper(paper: int) -> dict[str, object]:
    """Return what a paper says, checked against the ledger; `Erased` where it was erased."""
    facts = facts_of_papers([paper])
    if paper not in facts:
        raise reader.Erased("paper")
    return facts[paper]


def facts_of_papers(papers: Collection[int]) -> dict[int, dict[str, object]]:
    """Return what several papers say, in their order, checked against the ledger; without erased ones."""
    recorded = reader.leaves_at(papers)
    if missing := set(papers) - set(recorded):
        raise reader.Altered(f"{RECORD} 第 {min(missing)} 条缺失")
    commitments = {paper: recorded[paper].entry.items["paper"] for paper in papers}
    items = reader.open_items(commitments.values())
    return {paper: json.loads(bytes(items[c].value)) for paper, c in commitments.items() if c in items}


def _draw(row: Paper) -> tuple[bytes, dict[str, str]]:
    """Draw a paper; return the PDF, and name and digest of its sealed copy where there is one."""
    recorded = reader.leaf(int(row.pk))
    commitment = recorded.entry.items["paper"]
    item = reader.open_items([commitment])[commitment]
    proof = {
        RECEIPT: heads.receipt(int(row.pk)).encode(),
        ENTRY: recorded.data,
        ITEM: _opened(item),
    }
    facts = json.loads(bytes(item.value))
    address, copy = None, dict[str, str]()
    if form(row.kind).outward:
        name, key, digest = _seal(row, proof)
        address = f"{settings.PORTAL}/verify/#p={name}.{key}"
        copy = {"copy_name": name, "copy_digest": digest}
    return render(row.kind, facts, made_at=row.made_at, receipt_url=address, attachments=proof), copy


def _opened(item: Item) -> bytes:
    """Return an item as it is handed over: salt, name, value; enough to check its commitment."""
    salt, value = b64encode(bytes(item.salt)).decode(), bytes(item.value).decode()
    return json.dumps({"salt": salt, "name": item.name, "value": value}, ensure_ascii=False).encode()


def _seal(row: Paper, proof: dict[str, bytes]) -> tuple[str, str, str]:
    """Put an encrypted copy of the proof into the feed; return name and key for the QR code, and its digest.

    Drawn again, a paper gets a new name and key; the old copy stays, for papers already handed over.
    """
    name, key, nonce = os.urandom(16), os.urandom(16), os.urandom(12)
    plain = json.dumps(
        {"number": row.number, **{part: data.decode() for part, data in proof.items()}}, ensure_ascii=False
    )
    sealed = nonce + AESGCM(key).encrypt(nonce, plain.encode(), None)
    folder = Path(settings.FEED) / "sealed"
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f".{name.hex()}.part"
    with copy.open("wb") as out:
        out.write(sealed)
        out.flush()
        os.fsync(out.fileno())
    copy.rename(folder / name.hex())
    return name.hex(), key.hex(), sha256(sealed).hexdigest()
