"""`python -m mingfa.witness`: run a witness for some logs. A partner needs nothing else of Mingfa."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from mingfa.tlog import CosigningKey, Kind, LogError, VerifierKey
from mingfa.tlog.store import make_folder
from mingfa.witness.refusals import Refused
from mingfa.witness.seeds import create_seed, load_seed
from mingfa.witness.server import Server
from mingfa.witness.witness import Witness

FILES = {Kind.COSIGNATURE: "key", Kind.COSIGNATURE_PQ: "key-ml-dsa-44"}


def main(argv: Sequence[str] | None = None) -> int:
    """serve until stopped; give 2 where the arguments or the folder are wrong."""
    options = _parser().parse_args(argv)
    kinds = [Kind.COSIGNATURE, Kind.COSIGNATURE_PQ] if options.post_quantum else [Kind.COSIGNATURE]
    try:
        keys = [load_key(options.folder, options.name, kind) for kind in kinds]
        logs = [VerifierKey.parse(vkey) for vkey in options.log]
        witness = Witness(options.folder, keys, logs)
    except (LogError, Refused) as error:
        print(error, file=sys.stderr)
        return 2
    for key in keys:
        print(f"见证方验证公钥：{key.vkey()}", flush=True)
    if options.vkey:
        return 0
    server = Server((options.host, options.port), witness)
    print(f"见证服务已启动：http://{options.host}:{server.server_port}/add-checkpoint", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("见证服务已停止", flush=True)
    finally:
        server.server_close()
    return 0


def load_key(folder: Path, name: str, kind: Kind) -> CosigningKey:
    """load a witness's key, or make it on the first start."""
    make_folder(folder)
    file = folder / FILES[kind]
    seed = load_seed(file)
    return CosigningKey.from_seed(name, create_seed(file) if seed is None else seed, kind)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("mingfa.witness", description="日志见证服务：只签署与既往一致的检查点")
    add = parser.add_argument
    add("--folder", type=Path, required=True, help="存放密钥和检查点的文件夹")
    add("--name", required=True, help="见证方名称，如 witness.example.cn/w1")
    add("--log", action="append", default=[], metavar="VKEY", help="所见证日志的验证公钥，可重复")
    add("--host", default="127.0.0.1", help="监听地址")
    add("--port", type=int, default=8002, help="监听端口")
    add("--post-quantum", action="store_true", help="同时以 ML-DSA-44 签署")
    add("--vkey", action="store_true", help="只显示验证公钥")
    return parser


if __name__ == "__main__":
    sys.exit(main())
