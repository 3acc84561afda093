"""`mingfa serve`: refuses a port that is taken, and leaves no process behind."""

import socket
import subprocess
import sys
import time

import pytest

from mingfa.commands import Failure, serve

SLEEPER = serve.Site("示例站点", "unused:application", 0)


def test_a_taken_port_is_refused_with_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        site = serve.Site("示例站点", "unused:application", taken.getsockname()[1])
        with pytest.raises(Failure, match="--port"):
            serve.require_free("127.0.0.1", site)


def test_a_server_that_ends_takes_the_other_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    programs = iter(("import time; time.sleep(60)", "raise SystemExit(3)"))
    monkeypatch.setattr(serve, "command", lambda site, host, tls: [sys.executable, "-c", next(programs)])
    with serve.running([SLEEPER, SLEEPER], "127.0.0.1") as processes:
        assert serve.wait_for_the_first(processes) == 1
    assert all(process.poll() is not None for process in processes)


def test_a_server_that_cannot_start_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        serve, "command", lambda site, host, tls: [sys.executable, "-c", "raise SystemExit(1)"]
    )
    with serve.running([SLEEPER], "127.0.0.1") as processes, pytest.raises(Failure, match="未能开启"):
        serve.wait_until_it_answers("127.0.0.1", SLEEPER, processes[0])


def test_terminating_stops_everything() -> None:
    """SIGTERM, as systemd and containers send it, is Ctrl+C: exit code 0 and no child left."""
    code = (
        "import sys, time; from mingfa.commands import serve;"
        "serve.command = lambda site, host, tls: [sys.executable, '-c', 'import time; time.sleep(60)'];"
        "site = serve.Site('x', 'x', 0)\n"
        "with serve.stopping_on_signals(), serve.running([site], '127.0.0.1') as found:\n"
        "    print(found[0].pid, flush=True)\n"
        "    serve.wait_for_the_first(found)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.terminate()
    assert parent.wait(30) == 0
    time.sleep(0.1)
    assert subprocess.run(["kill", "-0", str(child)], capture_output=True, check=False).returncode != 0
