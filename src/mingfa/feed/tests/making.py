"""Makes feeds by hand, through tlog and the feed's own writer, with invented content only."""

import secrets
from datetime import date, timedelta
from pathlib import Path

from pydantic import TypeAdapter

from mingfa.feed.item import Item
from mingfa.feed.notice import (
    AgencyPage,
    BasisText,
    Channel,
    Content,
    Guide,
    Index,
    ItemPage,
    Masked,
    Notice,
    Officer,
    PublicText,
    Step,
)
from mingfa.feed.operations import Anchor, Counts, Operation, Publish, Reason, Stays, Withdraw
from mingfa.feed.value import canonical, to_value
from mingfa.feed.writer import drop_item, write_item
from mingfa.tlog.checkpoint import Checkpoint
from mingfa.tlog.commitment import new_salt
from mingfa.tlog.export import export
from mingfa.tlog.hashing import leaf_hash
from mingfa.tlog.keys import SigningKey
from mingfa.tlog.store import FileStore
from mingfa.tlog.tree import Edge

ORIGIN = "shili.example.cn/disclosure"
AT = "2026-03-16T10:00:00+08:00"
FLOW = (
    "发现、出示证件、责令改正（当场）",
    "立案（15 日内）",
    "调查取证，告知权利",
    "法制审核",
    "作出决定",
    "7 个工作日内公示",
)


def seal(name: str, value: str) -> Item:
    """Make an item with a fresh salt, to be committed to under its `commitment`."""
    return Item(new_salt(), name, value)


def to_entry(operation: Operation) -> bytes:
    """Return the exact bytes to append. A publication without a due day says so ("due": null)."""
    data = TypeAdapter(type(operation)).dump_python(operation, mode="json")
    if data.get("reason") is None:
        data.pop("reason", None)
    return canonical(data).encode()


class FeedMaker:
    """A data folder as a bureau leaves it behind: `logs/disclosure/` and `feed/`."""

    def __init__(self, folder: Path, seed: bytes = b"\x07" * 32) -> None:
        self.folder = folder
        self.key = SigningKey.from_seed(ORIGIN, seed)
        self.record_key = SigningKey.from_seed("shili.example.cn/record", b"\x08" * 32)
        self.log = FileStore(folder / "logs/disclosure")
        self.entries: list[bytes] = []
        self.edge = Edge.empty()
        self.signed = 0
        self.items: dict[str, dict[str, str]] = {}
        (folder / "logs/disclosure").mkdir(parents=True, exist_ok=True)
        (folder / "logs/disclosure/vkey").write_text(self.key.vkey() + "\n")
        self.feed.mkdir(exist_ok=True)
        (self.feed / "record.vkey").write_text(self.record_key.vkey() + "\n")

    @property
    def feed(self) -> Path:
        return self.folder / "feed"

    def append(self, operation: Operation) -> int:
        data = to_entry(operation)
        self.entries.append(data)
        self.edge = self.edge.push(leaf_hash(data))
        return len(self.entries) - 1

    def put(self, name: str, content: Content) -> str:
        item: Item = seal(name, to_value(content))
        write_item(self.feed, item.commitment, item.salt, item.name, item.value)
        return item.commitment

    def publish(
        self,
        kind: str,
        content: Content,
        text: PublicText | None = None,
        replaces: str | None = None,
        reason: str = "更正笔误",
        at: str = AT,
    ) -> str:
        """Publish (or replace) and return the reference."""
        items = {"notice": self.put("notice", content)}
        if text is not None:
            items["text"] = self.put("text", text)
        ref = replaces or secrets.token_hex(16)
        due = content.due_on.isoformat() if isinstance(content, Notice) else None
        why = Reason("error", reason) if replaces else None
        op = "replace" if replaces else "publish"
        for old in self.items.get(ref, {}).values():
            drop_item(self.feed, old)
        self.append(Publish(op, ref, kind, items, len(self.entries) * 7, due, at, why))  # type: ignore[arg-type]
        self.items[ref] = items
        return ref

    def withdraw(self, ref: str, notice: Notice, code: str = "revoked", text: str = "行政复议撤销") -> None:
        stays = Stays(
            notice.number, notice.decided_on.isoformat(), notice.published_on.isoformat(), notice.category
        )
        self.append(Withdraw(ref, Reason(code, text), stays, "2026-03-18T09:00:00+08:00"))
        for commitment in self.items.pop(ref).values():
            drop_item(self.feed, commitment)

    def anchor(self, counts: dict[str, Counts], at: str = AT, size: int = 500) -> int:
        head = self.record_key.sign(Checkpoint("shili.example.cn/record", size, bytes(32)).text())
        return self.append(Anchor(head, counts, at))

    def sign(self) -> None:
        """Export what is new and sign it: from now on it is public."""
        size = len(self.entries)
        root = export(self.log, self.signed, size, self.entries[self.signed :])
        self.log.write_checkpoint(self.key.sign(Checkpoint(ORIGIN, size, root).text()).encode())
        self.signed = size


def notice(serial: int = 18, **changes: object) -> Notice:
    day = date(2026, 3, 12) - timedelta(days=(18 - serial) % 700)
    fields: dict[str, object] = {
        "number": f"示城管罚决字〔2026〕第{serial:03}号",
        "agency": "示例区城市管理局",
        "unit": "市容中队",
        "title": "示例餐饮有限公司超出门窗经营案",
        "party": "示例餐饮有限公司",
        "party_kind": "unit",
        "uscc": "91650104MA00000000",
        "category": "行政处罚（普通程序）",
        "cause": "超出门窗经营",
        "facts": "在门店外人行道摆放桌椅从事经营，面积约6平方米，经责令改正未改正。",
        "basis": ("《示例市市容环境卫生管理条例》第十二条第一款",),
        "step": "一般（裁量基准第12项）",
        "conclusion": "罚款人民币叁佰元整",
        "penalty_kinds": ("罚款",),
        "amount": 30_000,
        "reviewed_on": day - timedelta(days=1),
        "decided_on": day,
        "served_on": day + timedelta(days=1),
        "due_on": day + timedelta(days=11),
        "published_on": day + timedelta(days=4),
        "workday_of_publication": 2,
        "until": day + timedelta(days=365),
        "responsible_unit": "法制室",
        "item_code": "650104-ZF-0612",
        "index": Index(index_number=f"shili001-2026-{serial:06}", subject="城市管理执法", genre="公示"),
    }
    return Notice(**{**fields, **changes})  # type: ignore[arg-type]


def text_of(notice: Notice) -> PublicText:
    return PublicText(
        title="行政处罚决定书",
        number=notice.number,
        paragraphs=(
            (f"当事人：{notice.party}，法定代表人", Masked(masked="法定代表人姓名"), "，住所地示例路某号。"),
            ("经查，当事人在示例路某号门店外人行道摆放桌椅从事经营活动。以上事实有现场笔录等证据证实。",),
            ("你单位的上述行为违反了《示例市市容环境卫生管理条例》第十二条第一款的规定，决定给予处罚如下：",),
            (f"{notice.conclusion}。",),
        ),
        signature=notice.agency,
        date=notice.decided_on,
    )


def item_page(code: str = "650104-ZF-0612", **changes: object) -> ItemPage:
    boxes = "".join(
        f'<rect x="20" y="{20 + 60 * i}" width="360" height="40" fill="none" stroke="#1d4e89"/>'
        f'<text x="200" y="{45 + 60 * i}" text-anchor="middle" font-size="15">{words}</text>'
        for i, words in enumerate(FLOW)
    )
    fields: dict[str, object] = {
        "code": code,
        "name": "超出门窗、外墙经营",
        "kind": "行政处罚",
        "area": "市容环境卫生管理",
        "agency": "示例区城市管理局",
        "unit": "市容中队",
        "duties": "负责本行政区域内市容环境卫生的监督检查和行政处罚。",
        "flow": FLOW,
        "flow_svg": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 380">{boxes}</svg>',
        "basis": (
            BasisText(
                citation="《示例市市容环境卫生管理条例》第十二条第一款",
                text="临街经营者不得超出门窗、外墙摆卖物品。违反的，责令改正；拒不改正的，处五十元以上五百元以下罚款。",
                valid_from=date(2024, 9, 1),
            ),
        ),
        "steps": (
            Step(name="轻微", when="首次，当场改正，未造成后果", result="不予处罚，教育"),
            Step(name="一般", when="责令改正后未改正，面积不足10平方米", result="50–300 元"),
            Step(name="较重", when="面积10平方米以上，或一年内再次违反", result="300–500 元"),
        ),
        "contacts": ("咨询：0991-0000000", "投诉举报：12345"),
        "remedies": ("收到决定书起60日内可向示例区人民政府申请行政复议，6个月内可向人民法院起诉。",),
        "guide": Guide(
            accepting_office="市容中队（示例路1号）",
            conditions=("发生在本区行政区域内",),
            time_limit="立案之日起90日内",
        ),
        "valid_from": date(2026, 1, 1),
        "index": Index(index_number="shili001-2026-000001", subject="权责清单"),
    }
    return ItemPage(**{**fields, **changes})  # type: ignore[arg-type]


def agency_page() -> AgencyPage:
    return AgencyPage(
        agency="示例区城市管理局",
        duties=("负责市容环境卫生管理的行政执法。", "负责城乡规划管理方面的部分行政处罚。"),
        officers=(
            Officer(name="示例甲", unit="市容中队", certificate="XJ0104001", state="valid"),
            Officer(name="示例乙", unit="市容中队", certificate="XJ0104002", state="expired"),
            Officer(name="示例丙", unit="法制室", certificate="XJ0104003", state="valid"),
        ),
        remedies=(
            Channel(
                name="行政复议",
                details="向示例区人民政府申请",
                term="知道该行为之日起60日内（行政复议法第二十条）",
            ),
            Channel(name="行政诉讼", details="向示例区人民法院起诉", term="6个月内（行政诉讼法第四十六条）"),
        ),
        complaints=(Channel(name="监督电话", details="0991-0000000"), Channel(name="热线", details="12345")),
        address="示例区示例路1号",
        hours="工作日 10:00–14:00，15:30–19:30",
        site_name="示例区城市管理局",
        site_code="0000000000",
    )


def example(folder: Path) -> FeedMaker:
    """A small feed with every kind of thing in it; signed. Refs lie in `.items`, in order of publication."""
    maker = FeedMaker(folder)
    maker.publish("agency", agency_page())
    maker.publish("item", item_page())
    maker.anchor(
        {"penalty": Counts(0, 0, 0, 0), "coercion": Counts(0, 0, 0, 0)}, at="2026-01-31T20:00:00+08:00"
    )
    kept = notice(18)
    maker.publish("penalty", kept, text_of(kept))
    person = notice(
        17, title="擅自占用城市道路堆放物料案", party="王某", party_kind="person", uscc=None,
        cause="擅自占用城市道路堆放物料", conclusion="警告", penalty_kinds=("警告",), amount=None,
    )  # fmt: skip
    maker.publish("penalty", person)
    gone = notice(
        12,
        title="示例建筑工程有限公司未覆盖运输案",
        party="示例建筑工程有限公司",
        cause="未按规定覆盖运输建筑垃圾",
    )
    gone_ref = maker.publish("penalty", gone, text_of(gone))
    li = {"party": "李某", "party_kind": "person", "uscc": None, "title": "未分类投放生活垃圾案"}
    right_ref = maker.publish("penalty", notice(9, **li, cause="未分类投放垃圾"))
    right = notice(9, **li, cause="未分类投放生活垃圾", conclusion="罚款人民币伍拾元整", amount=5_000)
    maker.publish("penalty", right, replaces=right_ref)
    maker.withdraw(gone_ref, gone)
    maker.anchor(
        {"penalty": Counts(4, 4, 1, 0), "coercion": Counts(0, 0, 0, 0)}, at="2026-03-31T20:00:00+08:00"
    )
    maker.sign()
    return maker
