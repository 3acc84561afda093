"""Outside witnesses cosign our heads; one that is silent holds nothing up, and none signs a fork."""

import threading

import pytest

from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.models import RECORD
from mingfa.bureau.ledger.reader import leaf
from mingfa.bureau.ledger.witnessing import cosign
from mingfa.tlog import CosigningKey, Policy, VerifierKey, check_receipt
from mingfa.witness import Witness
from mingfa.witness.server import Server

COSIGNER = CosigningKey.from_seed("witness.example.cn/sifaju", bytes([7]) * 32)


@pytest.fixture(autouse=True)
def places(settings, tmp_path):
    settings.LOGS, settings.KEYS = tmp_path / "logs", tmp_path / "keys"


@pytest.fixture
def witness(cast, tmp_path):
    heads.sign(RECORD)
    known = [VerifierKey.parse(heads.vkey(RECORD))]
    with Server(("127.0.0.1", 0), Witness(tmp_path / "witness", [COSIGNER], known)) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def quorum() -> Policy:
    """One log and one witness, both of whom must have signed."""
    lines = [f"log {heads.vkey(RECORD)}", f"witness sifaju {COSIGNER.vkey()}", "quorum sifaju"]
    return Policy.parse("\n".join(lines) + "\n")


@pytest.mark.clause("2.4.c")
def test_a_receipt_carries_the_witness(cast, stage, settings, witness):
    settings.WITNESSES = f"{witness} {COSIGNER.vkey()}"
    assert cosign(RECORD) == []
    assert check_receipt(heads.receipt(3), leaf(3).data, quorum()).index == 3
    stage.act("unit.set_up", cast.appointer, name="示例新中队", kind="enforcement")
    assert cosign(RECORD) == []
    assert check_receipt(heads.receipt(4), leaf(4).data, quorum()).index == 4


def test_a_silent_witness_is_named_and_holds_nothing_up(cast, settings):
    settings.WITNESSES = f"http://127.0.0.1:9 {COSIGNER.vkey()}"
    (silent,) = cosign(RECORD)
    assert silent.startswith("witness.example.cn/sifaju")
    assert check_receipt(heads.receipt(3), leaf(3).data, Policy.of(heads.vkey(RECORD))).index == 3
