"""The command line of Mingfa: a table of commands, each one a small module found by its name.

A command module has `add_arguments(parser)` and `run(args) -> int`. Only the module of the command that was
asked for is loaded, after Django where its row names settings; so `--help` is quick and commands do not see
one another.
Exit codes: 0 done or true, 1 not true, 2 wrong usage.
"""

import argparse
import difflib
import importlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Protocol, cast

BUREAU = "mingfa.bureau.settings"
PORTAL = "mingfa.portal.settings"


@dataclass(frozen=True, slots=True)
class Command:
    """A row of the table: help line, the Django settings needed, whether it is about the bureau of the data
    folder, whether unknown arguments are passed on.
    """

    help: str
    settings: str | None = None
    of_bureau: bool = False
    passes_on: bool = False


COMMANDS = {
    "demo": Command("新建数据目录与示例单位，逐案走完全流程，然后开启网站", BUREAU),
    "serve": Command("开启网站：内网办案（8000 端口）与公示门户（8001 端口）"),
    "check": Command(
        "上线检查：缺少的本地参数、年度节假日、任职、字体、密钥，逐项说明如何补齐", BUREAU, of_bureau=True
    ),
    "upgrade": Command(
        "升级：在副本上更新、核验、重演，全部无误才启用，否则一切如旧", BUREAU, of_bureau=True
    ),
    "acts": Command("全部执法行为一览：名称、所属、何人可为、适用规则、文书", BUREAU),
    "rules": Command("规则覆盖：每条规则在何处落实、由哪些测试证明"),
    "clauses": Command("方案条款：在何处落实、由哪些测试证明"),
    "term": Command("期限计算：从某日的事件起算，列出跳过的日子、理由和依据", BUREAU),
    "verify": Command("核验日志、文件与账本，逐一指出不符之处", BUREAU),
    "rebuild": Command("仅凭账本在空库中重建全部数据，或逐行比对", BUREAU, of_bureau=True),
    "backup": Command("备份：运行中制作一份加密、已核对的备份，密钥另存", BUREAU, of_bureau=True),
    "restore": Command("恢复：把备份放回一个空目录", BUREAU),
    "recover": Command("恢复之后：逐条列出备份以后还能证明的内容，留待登记", BUREAU, of_bureau=True),
    "receipt": Command("离线核验回执"),
    "portal": Command("生成可直接托管的静态公示门户", PORTAL),
    "mirror": Command("保存一份经过核验的公示数据副本"),
    "export": Command("导出：案件台账、已签署的日志", BUREAU, of_bureau=True),
    "bench": Command("性能测试，每项与同次运行的基准比较"),
    "test": Command("准备所需环境并运行全部测试；其后的参数原样交给 pytest", passes_on=True),
}


class Module(Protocol):
    """What a command module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, args: argparse.Namespace) -> int: ...


class Parser(argparse.ArgumentParser):
    """argparse with Chinese headings, and exit code 2 with a Chinese sentence on wrong usage."""

    def __init__(self, prog: str, description: str | None = None) -> None:
        super().__init__(prog, description=description, allow_abbrev=False, add_help=False)
        self._positionals.title, self._optionals.title = "参数", "选项"

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"用法有误：{message}\n运行 {self.prog} --help 查看用法。\n")


class Failure(Exception):
    """What a command cannot do, as a Chinese sentence; becomes exit code 1, or 2 for wrong usage."""

    def __init__(self, because: str, *, usage: bool = False) -> None:
        super().__init__(because)
        self.code = 2 if usage else 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    shared, rest = _shared().parse_known_args(sys.argv[1:] if argv is None else argv)
    if not rest or rest[0] in ("-h", "--help", "help"):
        print(_overview())
        return 0
    try:
        code = _dispatch(rest[0], rest[1:], shared)
        sys.stdout.flush()
        return code
    except Failure as failure:
        print(failure, file=sys.stderr)
        return failure.code
    except SystemExit as leaving:  # argparse leaves by exception: --help with 0, wrong usage with 2
        return leaving.code if isinstance(leaving.code, int) else 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `mingfa rules | head`: nobody reads on, which is no error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def require_bureau() -> None:
    """Refuse a data folder that holds no bureau: a slip of the hand must not make one there."""
    connection = importlib.import_module("django.db").connection
    place = Path(str(connection.settings_dict["NAME"]))
    if connection.vendor == "sqlite" and not connection.is_in_memory_db() and not place.is_file():
        because = f"{place.parent} 中没有执法机关的数据。请核对 --data（或 MINGFA_DATA）指定的数据目录；"
        raise Failure(because + "新设机关的，请先运行 mingfa serve 并在网页上设立。", usage=True)
    importlib.import_module(f"{__name__}.opening").require_known()


def show(args: argparse.Namespace, result: object, lines: Iterable[str]) -> None:
    """Print a command's result: the lines for people, or `result` as JSON with `--json`."""
    if args.json:
        print(json.dumps(result, ensure_ascii=False, indent=1, default=str))
    else:
        print("\n".join(lines))


def _dispatch(name: str, rest: Sequence[str], shared: argparse.Namespace) -> int:
    command = COMMANDS.get(name)
    if command is None or not _is_there(name):
        near = difflib.get_close_matches(name, [n for n in COMMANDS if _is_there(n)], 1)
        hint = f"是否想用 {near[0]}？" if near else "运行 mingfa --help 查看全部命令。"
        raise Failure(f"没有名为“{name}”的命令。{hint}", usage=True)
    os.environ["MINGFA_DATA"] = str(shared.data)
    if command.settings:
        os.environ["DJANGO_SETTINGS_MODULE"] = command.settings
        importlib.import_module("django").setup()
    module = cast(Module, importlib.import_module(f"{__name__}.{name}"))
    parser = Parser(f"mingfa {name}", command.help)
    parser.add_argument("-h", "--help", action="help", help="显示本说明")
    module.add_arguments(parser)
    args, unknown = parser.parse_known_args(rest, argparse.Namespace(**vars(shared), passed_on=[]))
    if unknown and not command.passes_on:
        parser.error(f"不认识的参数 {' '.join(unknown)}")
    args.passed_on = unknown
    if command.of_bureau:
        require_bureau()
    return module.run(args)


def _shared() -> Parser:
    """Return the parser of what every command takes, before or after its name."""
    parser = Parser("mingfa")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("MINGFA_DATA") or "var"))
    parser.add_argument("--json", action="store_true")
    return parser


def _is_there(name: str) -> bool:
    return importlib.util.find_spec(f"{__name__}.{name}") is not None


def _overview() -> str:
    width = max(map(len, COMMANDS))
    rows = [f"  {name:<{width}}  {command.help}" for name, command in COMMANDS.items() if _is_there(name)]
    return "\n".join(
        (
            "用法：mingfa [--data 目录] [--json] 命令 [参数]",
            "",
            "明法：行政执法公示、执法全过程记录、重大执法决定法制审核。",
            "",
            *rows,
            "",
            "  --data 目录  数据目录（默认 var，或环境变量 MINGFA_DATA）",
            "  --json       以 JSON 输出结果",
            "",
            "退出码：0 完成或属实；1 不属实或未完成；2 用法有误。",
            "mingfa 命令 --help 查看各命令的参数。",
        )
    )
