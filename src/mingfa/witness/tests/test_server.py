"""The witness as a program: over HTTP, from its own command line, asked by a log."""

import http.client
import subprocess
import sys
import threading
from hashlib import sha256
from urllib.request import urlopen

import pytest

from mingfa.tlog import CosigningKey, Policy, SigningKey, VerifierKey
from mingfa.witness import NotCosigned, Witness, ask
from mingfa.witness.__main__ import main
from mingfa.witness.server import MAX_BODY, Server

ORIGIN = "log.example.cn/record"
COSIGNER = CosigningKey.from_seed("witness.example.cn/w1", bytes([1]) * 32)
COSIGNER_KEY = VerifierKey.parse(COSIGNER.vkey())


@pytest.fixture
def key():
    return SigningKey.from_seed(ORIGIN, bytes(32))


@pytest.fixture
def server(tmp_path, key):
    with Server(("127.0.0.1", 0), Witness(tmp_path / "witness", [COSIGNER], [key.verifier])) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def url(server):
    return f"http://127.0.0.1:{server.server_port}"


def test_a_log_asks_and_is_told_from_where_to_prove(url, log, key):
    policy = Policy.parse(f"log {key.vkey()}\nwitness w {COSIGNER.vkey()}\nquorum w\n")
    for size, believed in ((4, 0), (9, 4), (9, 0), (300, 7)):
        note = key.sign(log.head(size).text())
        cosigned = note + ask(url, note, log.proof, COSIGNER_KEY, believed)
        assert policy.check(cosigned).checkpoint == log.head(size)
    with urlopen(f"{url}/{sha256(ORIGIN.encode()).hexdigest()}/checkpoint") as answer:
        assert answer.read().decode() == cosigned
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_log_that_shrank_is_told_so(url, log, key):
    ask(url, key.sign(log.head(9).text()), log.proof, COSIGNER_KEY)
    with pytest.raises(NotCosigned, match="已见证 9 条，多于本日志的 4 条"):
        ask(url, key.sign(log.head(4).text()), log.proof, COSIGNER_KEY)


def test_a_fork_is_not_cosigned(url, log, rewritten, key):
    ask(url, key.sign(log.head(4).text()), log.proof, COSIGNER_KEY)
    with pytest.raises(NotCosigned, match="422"):
        ask(url, key.sign(rewritten.head(6).text()), rewritten.proof, COSIGNER_KEY, 4)


def test_an_answer_under_another_key_is_not_taken(url, log, key):
    other = CosigningKey.from_seed(COSIGNER.name, bytes(32))
    with pytest.raises(NotCosigned, match="不可信"):
        ask(url, key.sign(log.head(4).text()), log.proof, VerifierKey.parse(other.vkey()))


def test_a_witness_that_is_not_there_is_no_crash(log, key):
    with pytest.raises(NotCosigned, match="无法联系"):
        ask("http://127.0.0.1:1", key.sign(log.head(4).text()), log.proof, COSIGNER_KEY)


@pytest.mark.parametrize(
    ("method", "path", "length", "status"),
    [
        ("POST", "/add-checkpoint", "", 411),
        ("POST", "/add-checkpoint", "-1", 411),
        ("POST", "/add-checkpoint", str(MAX_BODY + 1), 413),
        ("POST", "/add-checkpoint", "0", 400),
        ("POST", "/other", "0", 404),
        ("GET", "/", "0", 404),
        ("GET", "/0/checkpoint", "0", 404),
        ("GET", "/../../key", "0", 404),
        ("PUT", "/add-checkpoint", "0", 501),
    ],
)
def test_other_requests_get_their_status(server, method, path, length, status):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.putrequest(method, path, skip_accept_encoding=True)
    if length:
        connection.putheader("Content-Length", length)
    connection.endheaders()
    assert connection.getresponse().status == status
    connection.close()


def test_one_connection_serves_many_requests(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    for _ in range(3):
        connection.request("POST", "/add-checkpoint", b"nonsense")
        answer = connection.getresponse()
        assert (answer.status, answer.read().decode()) == (
            400,
            "请求应为“old 规模”、证明各行、空行和检查点\n",
        )
    connection.close()


def test_a_damaged_record_is_the_operators_matter(tmp_path, url, log, key, capfd):
    ask(url, key.sign(log.head(4).text()), log.proof, COSIGNER_KEY)
    (file,) = (tmp_path / "witness").glob("*/checkpoint")
    file.write_text("")
    with pytest.raises(NotCosigned, match="暂时无法签署"):
        ask(url, key.sign(log.head(6).text()), log.proof, COSIGNER_KEY, 4)
    assert "不得继续签署" in capfd.readouterr().err


def test_the_program_keeps_its_key(tmp_path, capsys):
    arguments = ["--folder", str(tmp_path / "w"), "--name", COSIGNER.name, "--post-quantum", "--vkey"]
    assert main(arguments) == 0
    first = capsys.readouterr().out
    assert main(arguments) == 0
    assert capsys.readouterr().out == first
    vkeys = [line.split("：")[1] for line in first.splitlines()]
    assert [VerifierKey.parse(vkey).kind for vkey in vkeys] == [4, 6]
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "w").iterdir()} == {0o600}
    assert main([*arguments, "--log", "nonsense"]) == 2


def test_the_program_serves(tmp_path, log, key):
    arguments = ["--folder", str(tmp_path / "w"), "--name", COSIGNER.name, "--log", key.vkey(), "--port", "0"]
    with subprocess.Popen(
        [sys.executable, "-m", "mingfa.witness", *arguments], stdout=subprocess.PIPE, text=True
    ) as program:
        try:
            vkey = program.stdout.readline().strip().split("：")[1]
            url = program.stdout.readline().strip().split("：", 1)[1].removesuffix("/add-checkpoint")
            line = ask(url, key.sign(log.head(4).text()), log.proof, VerifierKey.parse(vkey))
            assert line.startswith(f"— {COSIGNER.name} ")
        finally:
            program.terminate()
