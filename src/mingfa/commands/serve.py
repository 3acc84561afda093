"""`mingfa serve [bureau|portal|all]`: the two sites, each in a process of its own, stopped together.

One worker with 64 threads: slow phones hold a thread and nothing else, and SQLite has one writing process.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from mingfa.bureau.lib.received import is_ours
from mingfa.commands import BUREAU, Failure

THREADS = 64
PATIENCE = 60.0
GRACE = 20.0


@dataclass(frozen=True, slots=True)
class Site:
    """A site: what people call it, its WSGI application, and its port."""

    zh: str
    application: str
    port: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "site", nargs="?", choices=("bureau", "portal", "all"), default="all", help="默认 all"
    )
    parser.add_argument("--host", default="127.0.0.1", help="监听地址（默认仅本机）")
    parser.add_argument("--port", type=int, default=8000, help="内网办案端口（默认 8000）")
    parser.add_argument("--portal-port", type=int, default=8001, help="公示门户端口（默认 8001）")


def run(args: argparse.Namespace) -> int:
    sites = {
        "bureau": Site("内网办案", "mingfa.bureau.wsgi:application", args.port),
        "portal": Site("公示门户", "mingfa.portal.wsgi:application", args.portal_port),
    }
    chosen = list(sites.values()) if args.site == "all" else [sites[args.site]]
    for site in chosen:
        require_free(args.host, site)
    if sites["bureau"] in chosen:
        require_folder(Path(os.environ["MINGFA_DATA"]))
        migrate()
    with stopping_on_signals(), running(chosen, args.host) as processes:
        for site, process in zip(chosen, processes, strict=True):
            wait_until_it_answers(args.host, site, process)
            print(f"{site.zh}：http://{shown_host(args.host)}:{site.port}/", flush=True)
        print("按 Ctrl+C 停止。", flush=True)
        return wait_for_the_first(processes)


def require_folder(folder: Path) -> None:
    """Refuse a data folder that is not there or holds other things: a slip of the hand makes no bureau."""
    if is_ours(folder):
        return
    if folder.is_dir():
        because = f"{folder} 中有其他文件，不是执法机关的数据目录。请核对 --data，或者另选一个空目录。"
    else:
        because = f"没有数据目录 {folder}。请核对 --data；新设机关的，请先建立这个空目录：mkdir -p {folder}"
    raise Failure(because, usage=True)


def migrate() -> None:
    """Bring the bureau's tables up to date before anybody is let in."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": BUREAU}
    command = [sys.executable, "-m", "django", "migrate", "--no-input", "--verbosity", "0"]
    if subprocess.run(command, env=environment, check=False).returncode:
        raise Failure("数据库结构未能更新，网站没有开启。请先查看上面的原因。")


def require_free(host: str, site: Site) -> None:
    """Refuse a port that somebody holds: the server would share it, and requests would go astray."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, site.port))
        except OSError as taken:
            because = f"{site.zh}的端口 {site.port} 无法使用（{taken.strerror}）。"
            raise Failure(because + "请停止占用它的程序，或用 --port、--portal-port 另选端口。") from taken


@contextmanager
def running(sites: list[Site], host: str) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start the sites; whatever happens afterwards, leave none behind."""
    processes: list[subprocess.Popen[bytes]] = []
    try:
        for site in sites:
            processes.append(subprocess.Popen(command(site, host)))
        yield processes
    finally:
        for process in processes:
            process.terminate()
        until = time.monotonic() + GRACE
        for process in processes:
            try:
                process.wait(max(until - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def command(site: Site, host: str) -> list[str]:
    options = {
        "interface": "wsgi",
        "host": host,
        "port": site.port,
        "workers": 1,
        "blocking-threads": THREADS,
    }
    return [
        *(sys.executable, "-m", "granian", "--log-level", "error"),
        *(part for name, value in options.items() for part in (f"--{name}", str(value))),
        site.application,
    ]


def wait_until_it_answers(host: str, site: Site, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            if probe.connect_ex((shown_host(host), site.port)) == 0:
                return
        time.sleep(0.05)
    raise Failure(f"{site.zh}未能开启。请查看上面的原因；运行 mingfa check 可逐项检查。")


def wait_for_the_first(processes: list[subprocess.Popen[bytes]]) -> int:
    """Wait until a site ends by itself, which it never should; a supervisor then starts all anew."""
    while all(process.poll() is None for process in processes):
        time.sleep(0.2)
    return 1


def shown_host(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)


@contextmanager
def stopping_on_signals() -> Iterator[None]:
    """Turn SIGTERM (systemd, containers) into what Ctrl+C does, so that there is one way to stop."""

    def stop(signal_number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        print("\n正在停止……", flush=True)
        raise SystemExit(0) from None
    finally:
        signal.signal(signal.SIGTERM, before)
