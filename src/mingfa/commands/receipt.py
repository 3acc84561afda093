"""`mingfa receipt FILE`: does what I hold stand in the signed ledger? Checked offline, the bureau not asked.

FILE is a receipt (C2SP tlog-proof), or one of our papers, whose PDF carries receipt, entry and item attached.
Stands on plan 2.4.c: both sides can check what concerns them.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]

from mingfa.bureau.law.procedures.procedure import procedures
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.papers.forms import Form, fact, forms
from mingfa.commands import Failure, show
from mingfa.feed.item import Altered, Item, open_item
from mingfa.tlog import Checked, LogError, Malformed, Policy, check_receipt

RECEIPT, ENTRY, ITEM = "receipt.tlog-proof", "entry.json", "item.json"
CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody holds: the receipt's text, the entry's exact bytes, and the item where there is one."""

    receipt: str
    entry: bytes
    item: bytes | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="回执文件，或者本系统制作的文书（PDF）")
    parser.add_argument("--entry", type=Path, help="回执所证明的条目（文书自带，不必另给）")
    parser.add_argument("--item", type=Path, help="条目所承诺的内容（文书自带，不必另给）")
    parser.add_argument("--policy", type=Path, help="信任策略文件：日志、见证人及其数目")
    parser.add_argument("--vkey", help="日志的验证公钥；默认取数据目录中的 logs/*/vkey")


def run(args: argparse.Namespace) -> int:
    policy, held = trust(args), held_in(args)
    try:
        checked = check_receipt(held.receipt, held.entry, policy)
        entry = json.loads(held.entry)
        item = opened(entry, held.item) if held.item is not None else None
    except (LogError, Altered, ValueError) as error:
        show(args, {"valid": False, "because": str(error)}, [f"回执无效：{error}。"])
        return 1
    show(args, as_json(checked, entry, item), told(checked, entry, item))
    return 0


def trust(args: argparse.Namespace) -> Policy:
    """Return whom to trust: the policy given, the key given, or the keys in the data folder."""
    try:
        if args.policy is not None:
            return Policy.parse(read(args.policy).decode())
        kept = sorted([*args.data.glob("logs/*/vkey"), *args.data.glob("logs/*/before/*/vkey")])
        keys = [args.vkey] if args.vkey else [file.read_text().strip() for file in kept]
        if not keys:
            raise Failure(
                "没有可信任的验证公钥。请用 --vkey 或 --policy 给出，可在公示门户的核验页取得。", usage=True
            )
        return Policy.of(*keys)
    except (Malformed, UnicodeDecodeError) as error:
        raise Failure(f"信任策略或者公钥无法读取：{error}。", usage=True) from error


def held_in(args: argparse.Namespace) -> Held:
    """Return what FILE holds; of a bare receipt, with the files named beside it."""
    data = read(args.file)
    if data.startswith(b"%PDF"):
        return from_paper(data)
    if args.entry is None:
        raise Failure("请用 --entry 给出回执所证明的条目文件。", usage=True)
    try:
        return Held(data.decode(), read(args.entry), read(args.item) if args.item else None)
    except UnicodeDecodeError:
        raise Failure(f"{args.file} 既不是回执，也不是文书（PDF）。", usage=True) from None


def from_paper(pdf: bytes) -> Held:
    """Take receipt, entry and item from a paper's attachments."""
    try:
        document = pypdfium2.PdfDocument(pdf)
        found = {one.get_name(): bytes(one.get_data()) for one in _attachments(document)}
        return Held(found[RECEIPT].decode(), found[ENTRY], found[ITEM])
    except (pypdfium2.PdfiumError, UnicodeDecodeError) as error:
        raise Failure(f"文书无法读取：{error}。") from error
    except KeyError as missing:
        raise Failure(f"文书中没有附件 {missing.args[0]}，无法核验；请向制作机关索取原件。") from missing


def _attachments(document: pypdfium2.PdfDocument) -> Iterator[Any]:
    return (document.get_attachment(n) for n in range(document.count_attachments()))


def read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Failure(f"无法读取 {file}：{error.strerror}。", usage=True) from error


def opened(entry: dict[str, Any], data: bytes) -> Item:
    """Return the item, checked against the commitment the entry holds under its name; or raise Altered."""
    try:
        name = json.loads(data)["name"]
        commitment = entry["items"][name]
    except (ValueError, KeyError, TypeError) as error:
        raise Altered(ITEM, "条目中没有该内容的承诺值") from error
    return open_item(commitment, data)


def as_json(checked: Checked, entry: dict[str, Any], item: Item | None) -> dict[str, object]:
    head = checked.trusted.checkpoint
    return {
        "valid": True,
        "log": head.origin,
        "index": checked.index,
        "size": head.size,
        "witnesses": [one.key.name for one in checked.trusted.witnesses],
        "entry": entry,
        "item": None if item is None else {"name": item.name, "value": json.loads(item.value)},
    }


def told(checked: Checked, entry: dict[str, Any], item: Item | None) -> Iterator[str]:
    """Yield what was checked and what the entry says, in words."""
    head, witnesses = checked.trusted.checkpoint, checked.trusted.witnesses
    signed = f"，并有{'、'.join(one.key.name for one in witnesses)}见证" if witnesses else ""
    yield f"回执有效：这是日志 {head.origin} 的第{checked.index}条（签署时共{head.size}条）{signed}。"
    yield from said(entry)
    if item is None:
        yield "未给出内容文件：只证明该条目在案，不证明其内容。"
        return
    yield f"内容“{item.name}”与条目的承诺值一致。"
    value = json.loads(item.value)
    if isinstance(value, dict) and (form := form_of(value)) is not None:
        yield f"《{form.title}》记载如下，请与纸面逐项比对："
        yield from (f"  {label}：{words}" for label, words in contents(form, value))


def said(entry: dict[str, Any]) -> Iterator[str]:
    """Yield the open facts of an entry, those that everybody may read."""
    if "act" not in entry:
        yield f"公示操作：{entry.get('op', '未知')}"
        return
    yield f"执法行为：{title_of(str(entry['act']))}"
    yield f"办理时间：{moment(entry['at'])}；录入时间：{moment(entry['entered'])}"
    case = "" if entry.get("on") is None else f"；案件编号：{entry['on']}"
    yield f"办理人编号：{entry['by']}{case}"


def title_of(act: str) -> str:
    """Name the act by the procedure's table; one outside it keeps its own name."""
    known = {step.act: step.zh for table in procedures() for step in table.steps}
    return f"{known[act]}（{act}）" if act in known else act


def moment(text: str) -> str:
    return f"{datetime.fromisoformat(text).astimezone(CHINA):%Y-%m-%d %H:%M:%S}"


def form_of(facts: dict[str, Any]) -> Form | None:
    """Find which form a paper's facts belong to, by the word in its number."""
    number = str(facts.get("document_no", ""))
    return next((form for form in forms().values() if f"{form.series}〔" in number), None)


def contents(form: Form, facts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the paper's contents by the labels of its form."""
    for field in form.fields:
        if words := in_words(fact(facts, field.name)):
            yield field.label, words


def in_words(value: object, name: str = "") -> str:
    """Return a value as one line: the parts of lists and groups one after another, amounts in 元."""
    if isinstance(value, dict):
        return "，".join(filter(None, (in_words(part, key) for key, part in value.items())))
    if isinstance(value, list):
        return "；".join(filter(None, (in_words(part, name) for part in value)))
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int) and name == "amount":
        return f"{yuan(value)}元"
    return "" if value is None else str(value)
