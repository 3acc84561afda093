"""Notes, cosignatures, policies and receipts: what is accepted, and that nothing else is."""

import pytest

from mingfa.tlog import (
    BadProof,
    Checkpoint,
    CosigningKey,
    Kind,
    Malformed,
    Policy,
    SigningKey,
    Untrusted,
    VerifierKey,
    check_receipt,
    leaf_hash,
    make_receipt,
    open_note,
    parse_receipt,
    prove_inclusion,
)
from mingfa.tlog.hashing import EMPTY_ROOT

TEXT = "示例文本\n"


@pytest.fixture
def signer():
    return SigningKey.from_seed("log.example.cn/a", bytes(32))


def test_a_note_opens_with_its_key_and_ignores_strangers(signer):
    stranger = SigningKey.generate("log.example.cn/b")
    line = stranger.sign(TEXT).split("\n\n")[1]
    opened = open_note(signer.sign(TEXT) + line, [signer.verifier])
    assert opened.text == TEXT
    assert [signature.key for signature in opened.signatures] == [signer.verifier]


def test_a_note_of_strangers_only_is_refused(signer):
    with pytest.raises(Untrusted, match="没有任何受信任"):
        open_note(SigningKey.generate(signer.name).sign(TEXT), [signer.verifier])


def test_a_bad_line_of_a_known_key_rejects_the_note(signer):
    other = signer.sign("另一文本\n").split("\n\n")[1]
    with pytest.raises(Untrusted, match="签名不成立"):
        open_note(signer.sign(TEXT) + other, [signer.verifier])


def test_text_may_hold_blank_lines_and_ends_at_the_last_one(signer):
    assert open_note(signer.sign("甲\n\n乙\n"), [signer.verifier]).text == "甲\n\n乙\n"


def test_a_repeated_signature_counts_once(signer):
    note = signer.sign(TEXT)
    assert len(open_note(note + note.split("\n\n")[1], [signer.verifier]).signatures) == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda note: note[:-1],
        lambda note: note + "\n",
        lambda note: note.replace("\n\n", "\n"),
        lambda note: note.replace("— ", "- "),
        lambda note: note.replace("— ", "—  "),
        lambda note: note.replace("=", ""),
        lambda note: note.replace("\n\n", "\r\n\r\n"),
        lambda note: note + "— log.example.cn/c AAAA\n",
        lambda note: note + "— log.example.cn/c AAAAAAB=\n",
        lambda note: note + "— log+example AAAAAAA=\n",
        lambda note: "\ud800" + note,
        lambda note: note + "— log.example.cn/c AAAAAAA=\n" * 100,
        lambda note: "长" * 1_000_000 + note,
    ],
)
def test_what_is_not_a_note_is_refused(signer, spoil):
    spoilt = spoil(signer.sign(TEXT))
    with pytest.raises(Malformed):
        open_note(spoilt, [signer.verifier])


@pytest.mark.parametrize("spelling", ["AAAAAAB=", "AAAAAAA", "AAAA AAA=", "AAAAAAA=\n", "----", "%%%%"])
def test_base64_has_one_spelling(signer, spelling):
    head = f"log.example.cn/a\n1\n{spelling}\n"
    with pytest.raises(Malformed):
        Checkpoint.parse(head)


def test_a_vkey_must_fit_its_own_number(signer):
    vkey = signer.vkey()
    assert VerifierKey.parse(vkey) == signer.verifier
    name, number, blob = vkey.split("+", 2)
    for wrong in (
        f"{name}x+{number}+{blob}",
        f"{name}+00000000+{blob}",
        f"{name}+{number.upper()}x+{blob}",
        f"{name}+{number}",
        f"{name}+{number}+Ag==",
        f"{name}+{number}+AQ==",
    ):
        with pytest.raises(Malformed):
            VerifierKey.parse(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n1\n",
        "a\n1\n{r}",
        "a\n1\n{r}\nmore\n",
        "a\n01\n{r}\n",
        "a\n+1\n{r}\n",
        "a\n１\n{r}\n",
        "a\n9223372036854775808\n{r}\n",
        "a b\n1\n{r}\n",
        "\n1\n{r}\n",
        "a\n0\n{r}\n",
        "a\n1\nAAAA\n",
    ],
)
def test_what_is_not_a_checkpoint_is_refused(text):
    root = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0="
    with pytest.raises(Malformed):
        Checkpoint.parse(text.format(r=root))
    assert Checkpoint.parse(f"a\n1\n{root}\n").text() == f"a\n1\n{root}\n"


@pytest.mark.parametrize("kind", [Kind.COSIGNATURE, Kind.COSIGNATURE_PQ])
def test_a_cosignature_holds_for_its_head_and_time_only(signer, kind):
    witness = CosigningKey.from_seed("witness.example.cn/示例", bytes(32), kind)
    head, other = Checkpoint(signer.name, 0, EMPTY_ROOT), Checkpoint(signer.name, 1, EMPTY_ROOT)
    line = witness.cosign(head, 1_700_000_000)
    keys = [VerifierKey.parse(witness.vkey())]
    assert open_note(head.text() + "\n" + line, keys).signatures[0].time == 1_700_000_000
    with pytest.raises(Untrusted):
        open_note(other.text() + "\n" + line, keys)


def _network(needs):
    witnesses = {
        name: CosigningKey.from_seed(f"{name}.example.cn", bytes([i]) * 32)
        for i, name in enumerate("abcd", 1)
    }
    lines = "".join(f"witness {name} {key.vkey()}\n" for name, key in witnesses.items())
    return witnesses, lines + "# 示例\n\n\tgroup g 2 a b c \n" + needs


@pytest.mark.parametrize(
    ("quorum", "cosigners", "enough"),
    [
        ("quorum none", "", True),
        ("quorum a", "a", True),
        ("quorum a", "bcd", False),
        ("quorum g", "ab", True),
        ("quorum g", "ad", False),
        ("group all all g d\nquorum all", "abc", False),
        ("group all all g d\nquorum all", "bcd", True),
        ("group one any g d\nquorum one", "d", True),
        ("group one any g d\nquorum one", "a", False),
    ],
)
def test_a_quorum_is_counted_as_written(signer, quorum, cosigners, enough):
    witnesses, lines = _network(quorum)
    policy = Policy.parse(f"log {signer.vkey()} https://log.example.cn\n{lines}\n")
    head = Checkpoint(signer.name, 0, EMPTY_ROOT)
    note = signer.sign(head.text()) + "".join(witnesses[name].cosign(head, 5) for name in cosigners)
    if enough:
        assert len(policy.check(note).witnesses) == len(cosigners)
    else:
        with pytest.raises(Untrusted, match="见证签名不足"):
            policy.check(note)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "quorum x",
        "quorum none\nquorum none",
        "group g 4 a b c\nquorum g",
        "group g 0 a b\nquorum g",
        "group g any\nquorum g",
        "group g any a a\nquorum g",
        "group g any a\ngroup h any a\nquorum h",
        "group g any none\nquorum g",
        "group a any b\nquorum a",
        "group none any b\nquorum none",
        "quorum g\ngroup g any a",
        "trust a\nquorum none",
    ],
)
def test_a_policy_with_an_error_is_refused(line):
    _, lines = _network("")
    with pytest.raises(Malformed, match="信任策略"):
        Policy.parse(lines.split("#")[0] + line + "\n")


def test_keys_are_not_taken_twice_nor_for_the_wrong_use(signer):
    witness = CosigningKey.from_seed("w.example.cn", bytes(32))
    for text in (
        f"log {signer.vkey()}\nlog {signer.vkey()}\nquorum none\n",
        f"log {witness.vkey()}\nquorum none\n",
        f"witness a {signer.vkey()}\nquorum a\n",
    ):
        with pytest.raises(Malformed, match="第 [12] 行"):
            Policy.parse(text)


def test_a_log_cannot_speak_under_another_logs_name(signer):
    note = signer.sign(Checkpoint("log.example.cn/b", 0, EMPTY_ROOT).text())
    with pytest.raises(Untrusted, match="log.example.cn/b"):
        Policy.of(signer.vkey()).check(note)


def test_a_log_may_sign_with_a_post_quantum_key(signer):
    key = CosigningKey.from_seed(signer.name, bytes(32), Kind.COSIGNATURE_PQ)
    head = Checkpoint(signer.name, 0, EMPTY_ROOT)
    note = signer.sign(head.text()) + key.cosign(head, 7)
    assert Policy.of(key.vkey()).check(note).checkpoint == head


def test_a_receipt_proves_its_entry_and_no_other(keys, log300):
    receipt = make_receipt(7, prove_inclusion(7, 300, log300.store), log300.note, extra="附注".encode())
    checked = check_receipt(receipt, log300.entries[7], keys.policy)
    assert (checked.index, checked.extra.decode()) == (7, "附注")
    with pytest.raises(BadProof, match="已被改动"):
        check_receipt(receipt, log300.entries[8], keys.policy)
    with pytest.raises(BadProof):
        check_receipt(receipt.replace("index 7", "index 6"), log300.entries[7], keys.policy)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("@v1", "@v2"),
        lambda text: text.replace("index 7\n", ""),
        lambda text: text.replace("index 7", "index 07"),
        lambda text: text.replace(
            "index 7", "index 7\n" + "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n" * 64
        ),
        lambda text: text.replace("\n\n", "\n"),
        lambda text: text.replace("index 7", "extra AB==\nindex 7"),
    ],
)
def test_what_is_not_a_receipt_is_refused(log300, spoil):
    receipt = make_receipt(7, [leaf_hash(b"")], log300.note)
    assert parse_receipt(receipt).path == (leaf_hash(b""),)
    with pytest.raises(Malformed):
        parse_receipt(spoil(receipt))
