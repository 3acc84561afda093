"""Makes a served paper's sealed proof as a bureau leaves it behind, with invented content only."""

import base64
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mingfa.feed.value import canonical
from mingfa.tlog import (
    Checkpoint,
    FileStore,
    SigningKey,
    commit,
    export,
    make_receipt,
    new_salt,
    prove_inclusion,
)

NUMBER = "示城管罚决字〔2026〕第018号"
FACTS: dict[str, object] = {
    "agency": {"name": "示例区城市管理局", "address": "示例区示例路1号", "seal": "specimen"},
    "document_no": NUMBER,
    "date": "2026-03-12",
    "cause": "超出门窗经营案",
    "party": {
        "kind": "unit",
        "name": "示例餐饮有限公司",
        "id_no": "91650104MA00000000",
        "representative": "王示例",
        "address": "示例区示例路100号",
    },
    "findings": "当事人在示例路100号门外人行道摆放桌椅从事经营，面积约6平方米，经责令改正未改正。",
    "evidence": [
        {"name": "现场照片", "proves": "违法行为的时间、地点和状况"},
        {"name": "询问笔录", "proves": "当事人承认上述事实"},
    ],
    "violated": "《示例市市容环境卫生管理条例》第十二条第一款",
    "penalty_basis": "《示例市市容环境卫生管理条例》第四十条",
    "penalties": [{"kind": "罚款", "amount": 123_456}, {"kind": "没收违法所得", "detail": "五十元"}],
    "performance": "自收到本决定书之日起十五日内到示例银行缴纳。",
    "reconsideration_to": "示例区人民政府",
    "court": "示例区人民法院",
    "published": True,
}


@dataclass
class Proof:
    """A paper's proof before it is sealed; every part may be altered, to see what a checker says."""

    receipt: str
    entry: str
    item: dict[str, str]
    number: str = NUMBER
    key: bytes = field(default_factory=lambda: os.urandom(16))
    name: str = field(default_factory=lambda: os.urandom(16).hex())

    def seal(self, feed: Path) -> str:
        """Leave the copy in the feed's folder; return the fragment of the QR code."""
        held = {"number": self.number, "receipt.tlog-proof": self.receipt, "entry.json": self.entry}
        plain = json.dumps(
            {**held, "item.json": json.dumps(self.item, ensure_ascii=False)}, ensure_ascii=False
        )
        nonce = os.urandom(12)
        (feed / "sealed").mkdir(exist_ok=True)
        (feed / "sealed" / self.name).write_bytes(
            nonce + AESGCM(self.key).encrypt(nonce, plain.encode(), None)
        )
        return f"#p={self.name}.{self.key.hex()}"


def recorded(signer: SigningKey, folder: Path, facts: dict[str, object] | None = None) -> Proof:
    """Put a decision into a small record log of this key and return its proof; index 11 of 21."""
    salt, value = new_salt(), canonical(facts or FACTS)
    entry = {
        "act": "decision.make",
        "at": "2026-03-12T11:00:14+08:00",
        "entered": "2026-03-12T11:05:02+08:00",
        "by": 6,
        "on": 3,
        "nonce": "0" * 32,
        "outcome": "penalty",
        "items": {"in/agreed": "0" * 64, "paper": commit(salt, "paper", value.encode()).hex()},
        "v": 1,
    }
    entries = [f"示例条目{n}".encode() for n in range(21)]
    entries[11] = canonical(entry).encode()
    log = FileStore(folder)
    root = export(log, 0, len(entries), entries)
    note = signer.sign(Checkpoint(signer.name, len(entries), root).text())
    item = {"salt": base64.b64encode(salt).decode(), "name": "paper", "value": value}
    return Proof(make_receipt(11, prove_inclusion(11, 21, log), note), entries[11].decode(), item)
