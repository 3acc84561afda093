"""The checkout this program runs from: tests, benchmarks and the plan stand beside the package, not in it."""

from pathlib import Path

from mingfa.commands import Failure

ROOT = Path(__file__).resolve().parents[3]


def require_checkout() -> Path:
    """Return the checkout's folder, or fail where only the installed package is there."""
    if not (ROOT / "tests" / "guards").is_dir():
        raise Failure("此命令需要完整的源代码目录。请在 git clone 得到的目录中运行 ./mingfa。")
    return ROOT
