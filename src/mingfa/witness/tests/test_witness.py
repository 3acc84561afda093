"""The witness protocol (C2SP tlog-witness): every status it can answer, and what it keeps."""

import threading
from hashlib import sha256

import pytest

from mingfa.tlog import Checkpoint, CosigningKey, Kind, Policy, SigningKey, VerifierKey, open_note
from mingfa.witness import Reply, StateLost, Witness, make_request

ORIGIN = "log.example.cn/record"
NOW = 1_700_000_000


@pytest.fixture
def key():
    return SigningKey.from_seed(ORIGIN, bytes(32))


@pytest.fixture
def cosigner():
    return CosigningKey.from_seed("witness.example.cn/w1", bytes([1]) * 32)


@pytest.fixture
def witness(tmp_path, key, cosigner):
    return Witness(tmp_path / "witness", [cosigner], [key.verifier], lambda: NOW)


def request(log, key, old, new):
    return make_request(old, log.proof(old, new) if old <= new else [], key.sign(log.head(new).text()))


def test_200_cosigns_and_keeps_what_it_cosigned(witness, log, key, cosigner):
    for old, new in ((0, 1), (1, 7), (7, 7), (7, 12)):
        reply = witness.add_checkpoint(request(log, key, old, new))
        assert reply.status == 200
        opened = open_note(log.head(new).text() + "\n" + reply.body, [VerifierKey.parse(cosigner.vkey())])
        assert opened.signatures[0].time == NOW
        kept = witness.checkpoint(sha256(ORIGIN.encode()).hexdigest())
        assert kept == Reply(200, key.sign(log.head(new).text()) + reply.body)


def test_two_keys_give_two_lines(tmp_path, log, key, cosigner):
    quantum = CosigningKey.from_seed(cosigner.name, bytes(32), Kind.COSIGNATURE_PQ)
    witness = Witness(tmp_path / "w", [cosigner, quantum], [key.verifier], lambda: NOW)
    lines = witness.add_checkpoint(request(log, key, 0, 3)).body
    policy = Policy.parse(
        f"log {key.vkey()}\nwitness a {cosigner.vkey()}\nwitness b {quantum.vkey()}\n"
        "group g all a b\nquorum g\n"
    )
    assert len(policy.check(key.sign(log.head(3).text()) + lines).witnesses) == 2


def test_409_names_the_size_it_cosigned(witness, log, key):
    assert witness.add_checkpoint(request(log, key, 1, 4)) == Reply(409, "0\n", "text/x.tlog.size")
    witness.add_checkpoint(request(log, key, 0, 4))
    assert witness.add_checkpoint(request(log, key, 3, 7)) == Reply(409, "4\n", "text/x.tlog.size")
    assert witness.add_checkpoint(request(log, key, 0, 3)) == Reply(409, "4\n", "text/x.tlog.size")


def test_404_for_an_unknown_log(witness, log, tmp_path):
    stranger = SigningKey.generate("log.example.cn/other")
    note = stranger.sign(Checkpoint(stranger.name, 1, log.head(1).root).text())
    assert witness.add_checkpoint(make_request(0, [], note)).status == 404
    assert witness.checkpoint("0" * 64).status == 404


def test_403_for_a_signature_that_is_not_the_logs(witness, log, key):
    assert witness.add_checkpoint(request(log, SigningKey.generate(ORIGIN), 0, 1)).status == 403
    forged = key.sign(log.head(1).text()).replace("\n1\n", "\n2\n")
    assert witness.add_checkpoint(make_request(0, [], forged)).status == 403


@pytest.mark.parametrize("new", [4, 6], ids=["same size", "grown"])
def test_422_for_another_history_even_with_the_true_key(witness, log, rewritten, key, new):
    witness.add_checkpoint(request(log, key, 0, 4))
    before = witness.checkpoint(sha256(ORIGIN.encode()).hexdigest())
    for proof in (rewritten.proof(4, new), log.proof(4, new), []):
        reply = witness.add_checkpoint(make_request(4, proof, key.sign(rewritten.head(new).text())))
        assert reply.status == 422
    assert witness.checkpoint(sha256(ORIGIN.encode()).hexdigest()) == before


def test_422_for_a_proof_where_none_belongs(witness, log, key):
    body = make_request(0, [bytes(32)], key.sign(log.head(4).text()))
    assert witness.add_checkpoint(body).status == 422


@pytest.mark.parametrize(
    "spoil",
    [
        lambda body: b"",
        lambda body: b"\xff" + body,
        lambda body: body.replace(b"old 0", b"old 00"),
        lambda body: body.replace(b"old 0", b"old -1"),
        lambda body: body.replace(b"old 0", b"new 0"),
        lambda body: body.replace(b"old 0", b"old 9"),
        lambda body: body.replace(b"old 0", b"old 0\nAAAA"),
        lambda body: body.replace(b"old 0", b"old 0" + b"\n" + b"A" * 43 + b"=" + b"\nB" * 63),
        lambda body: body.replace(b"old 0\n\n", b"old 0\n"),
        lambda body: body[:-1],
    ],
)
def test_400_for_what_is_not_a_request(witness, log, key, spoil):
    body = request(log, key, 0, 4)
    assert witness.add_checkpoint(spoil(body)).status == 400
    assert witness.add_checkpoint(body).status == 200


def test_a_request_has_at_most_63_proof_lines(witness, log, key):
    body = make_request(0, [bytes(32)] * 64, key.sign(log.head(4).text()))
    assert witness.add_checkpoint(body).status == 400


def test_foreign_lines_are_not_kept(witness, log, key):
    stranger = SigningKey.generate("ad.example.cn").sign(log.head(2).text()).split("\n\n")[1]
    assert witness.add_checkpoint(request(log, key, 0, 2) + stranger.encode()).status == 200
    assert "ad.example.cn" not in witness.checkpoint(sha256(ORIGIN.encode()).hexdigest()).body


def test_a_damaged_record_stops_the_witness(witness, log, key, tmp_path):
    witness.add_checkpoint(request(log, key, 0, 4))
    (file,) = (tmp_path / "witness").glob("*/checkpoint")
    file.write_text("")
    with pytest.raises(StateLost):
        witness.add_checkpoint(request(log, key, 4, 6))


def test_concurrent_requests_never_roll_back(tmp_path, log, key, cosigner):
    """Of all who ask to go on from the same size, exactly one is answered 200."""
    log.grow(20)
    folder = tmp_path / "witness"
    Witness(folder, [cosigner], [key.verifier]).add_checkpoint(request(log, key, 0, 4))
    bodies = [request(log, key, 4, new) for new in range(5, 21)]
    statuses = []

    def submit(body):
        own = Witness(folder, [cosigner], [key.verifier])
        statuses.append(own.add_checkpoint(body).status)

    threads = [threading.Thread(target=submit, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200] + [409] * 15
