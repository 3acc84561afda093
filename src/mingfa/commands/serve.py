"""`mingfa serve [bureau|portal|all]`: the two sites, each in a process of its own, stopped together.

One worker with 64 threads: slow phones hold a thread and nothing else, and SQLite has one writing process.
"""

import argparse
import os
import signal
import socket
import ssl
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


@dataclass(frozen=True, slots=True)
class Tls:
    """The certificate (with its chain) and the key by which a site is served over https."""

    certificate: Path
    key: Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "site", nargs="?", choices=("bureau", "portal", "all"), default="all", help="默认 all"
    )
    parser.add_argument(
        "--tls", nargs=2, type=Path, metavar=("证书", "私钥"), help="以 https 提供服务：PEM 证书（链）和私钥"
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
    tls = None if args.tls is None else Tls(*args.tls)
    if tls is not None:
        require_certificate(tls)
        os.environ.setdefault("MINGFA_SITE", f"https://{own_name()}:{args.port}")
    for site in chosen:
        require_free(args.host, site)
    if sites["bureau"] in chosen:
        require_folder(Path(os.environ["MINGFA_DATA"]))
        open_data()
    with stopping_on_signals(), running(chosen, args.host, tls) as processes:
        for site, process in zip(chosen, processes, strict=True):
            wait_until_it_answers(args.host, site, process)
            print(
                f"{site.zh}：{'https' if tls else 'http'}://{shown_host(args.host)}:{site.port}/", flush=True
            )
        print("按 Ctrl+C 停止。", flush=True)
        return wait_for_the_first(processes)


def require_certificate(tls: Tls) -> None:
    """Refuse files that are no certificate and its key; the server itself would only end."""
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(tls.certificate, tls.key, password="")
        pkcs8 = "BEGIN PRIVATE" in tls.key.read_text()
    except (OSError, ValueError) as error:
        because = f"证书 {tls.certificate} 或私钥 {tls.key} 无法使用：不能读取、互不匹配，或者私钥设有口令。"
        raise Failure(because + "请核对两个文件（PEM 格式）。", usage=True) from error
    if not pkcs8:
        todo = f"请先转换：openssl pkcs8 -topk8 -nocrypt -in {tls.key} -out 新私钥"
        raise Failure(f"私钥 {tls.key} 不是 PKCS#8 格式。{todo}", usage=True)


def own_name() -> str:
    """Return the first name this site answers to."""
    return os.environ.get("MINGFA_HOSTS", "localhost").split(",")[0]


def require_folder(folder: Path) -> None:
    """Refuse a data folder that is not there or holds other things: a slip of the hand makes no bureau."""
    if is_ours(folder):
        return
    if folder.is_dir():
        because = f"{folder} 中有其他文件，不是执法机关的数据目录。请核对 --data，或者另选一个空目录。"
    else:
        because = f"没有数据目录 {folder}。请核对 --data；新设机关的，请先建立这个空目录：mkdir -p {folder}"
    raise Failure(because, usage=True)


def open_data() -> None:
    """Refuse data of a newer program or of an earlier one; make a new folder ready."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": BUREAU}
    command = [sys.executable, "-m", "mingfa.commands.opening"]
    ended = subprocess.run(command, env=environment, check=False, stderr=subprocess.PIPE, text=True)
    if ended.returncode == 1 and "Traceback" not in ended.stderr:
        raise Failure(ended.stderr.strip())
    if ended.returncode:
        raise Failure(f"{ended.stderr}\n数据库结构未能更新，网站没有开启。请先查看上面的原因。")


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
def running(sites: list[Site], host: str, tls: Tls | None = None) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start the sites; whatever happens afterwards, leave none behind."""
    processes: list[subprocess.Popen[bytes]] = []
    try:
        for site in sites:
            processes.append(subprocess.Popen(command(site, host, tls)))
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


def command(site: Site, host: str, tls: Tls | None = None) -> list[str]:
    options: dict[str, object] = {
        "interface": "wsgi",
        "host": host,
        "port": site.port,
        "workers": 1,
        "blocking-threads": THREADS,
    }
    if tls is not None:
        options |= {"ssl-certificate": tls.certificate, "ssl-keyfile": tls.key, "ssl-protocol-min": "tls1.2"}
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
