"""The example bureau: head, deputies, legal office, squads, officers with certificates (plan 3.1, 3.4.a)."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.law.tables import read_yaml
from mingfa.bureau.lib.yamls import parse_yaml
from mingfa.bureau.people.models import Role

CHINA = timezone(timedelta(hours=8))
SINCE = date(2026, 1, 1)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张"

FOUNDING: dict[str, Any] = {
    "name": "高新区（新市区）城市管理局",
    "short": "高新（新）城管",
    "uscc": "11650104MB0000000X",
    "region": "650104",
    "area": "乌鲁木齐市高新区（新市区）",
    "address": "示例市高新区示例路1号",
    "phone": "0991-0000000",
    "government": "示例市高新区（新市区）人民政府",
    "court": "示例市新市区人民法院",
    "bank": "示例银行高新支行（账户名称：示例区财政局，账号：0000 0000 0000 0000）",
    "office": "综合办公室",
    "appointer": "示例人事员",
    "example": True,
}


@dataclass
class Cast:
    """Who plays: ids by name, for acting through the doorway."""

    appointer: int = 0
    head: int = 0
    deputies: list[int] = field(default_factory=list)
    review_head: int = 0
    reviewers: list[int] = field(default_factory=list)
    publicity: int = 0
    publicity_head: int = 0
    archivist: int = 0
    supervisor: int = 0
    window: int = 0
    leaders: list[int] = field(default_factory=list)
    officers: list[list[int]] = field(default_factory=list)
    units: dict[str, int] = field(default_factory=dict)
    items: dict[str, int] = field(default_factory=dict)


class Stage:
    """Acts at a chosen time: the clock of the example moves, the doorway is the real one.

    Put back, it is only the time at which something is said to be done: no entry comes before the last.
    """

    def __init__(self, start: datetime) -> None:
        self.now = self._entered = start

    def act(self, name: str, by: int, on: int | None = None, /, **inputs: Any) -> Done:
        """Do an act at the stage's time; every warning is passed with a recorded reason."""
        reasons: dict[str, str] = inputs.pop("reasons", {})
        self.now += timedelta(seconds=1)
        self._entered = max(self._entered, self.now)
        return do(name, by=by, inputs=inputs, on=on, at=self.now, now=self._entered, reasons=reasons)


def found(stage: Stage, officers: int = 24) -> Cast:
    """Found the bureau and appoint everybody; returns the cast."""
    cast = Cast(appointer=stage.act("bureau.found", 0, **FOUNDING).index)
    for name, kind in (
        ("市容中队", "enforcement"),
        ("环卫中队", "enforcement"),
        ("建筑垃圾中队", "enforcement"),
        ("法制室", "legal"),
        ("公示档案室", "publicity"),
    ):
        cast.units[name] = stage.act("unit.set_up", cast.appointer, name=name, kind=kind).index
    _leadership(stage, cast)
    _squads(stage, cast, officers)
    _local_values(stage, cast)
    return cast


def enroll(stage: Stage, cast: Cast, name: str, unit: str, *roles: str, **more: Any) -> int:
    """Enroll a person and give the posts; return who it is."""
    home = cast.units.get(unit, cast.appointer)
    person = stage.act("person.enroll", cast.appointer, name=name, unit=home, **more).index
    for role in roles:
        stage.act(
            "person.appoint",
            cast.appointer,
            person=person,
            role=role,
            since=SINCE.isoformat(),
            document="示例任〔2026〕1号",
            reasons={"reviewers_are_one_in_twenty": "示例机关设立阶段，随后配备。"},
        )
    return person


def _leadership(stage: Stage, cast: Cast) -> None:
    cast.head = enroll(stage, cast, "示例局长", "综合办公室", Role.HEAD)
    cast.deputies = [enroll(stage, cast, f"示例副局长{n}", "综合办公室", Role.DEPUTY) for n in "甲乙"]
    legal = "示A2026000000000{}"
    cast.review_head = enroll(
        stage,
        cast,
        "示例法制主任",
        "法制室",
        Role.REVIEW_HEAD,
        Role.REVIEWER,
        legal_qualification=legal.format(0),
    )
    cast.reviewers = [cast.review_head] + [
        enroll(stage, cast, f"示例审核员{c}", "法制室", Role.REVIEWER, legal_qualification=legal.format(n))
        for n, c in enumerate("甲乙", 1)
    ]
    cast.publicity = enroll(stage, cast, "示例公示员", "公示档案室", Role.PUBLICITY)
    cast.publicity_head = enroll(stage, cast, "示例公示审核员", "公示档案室", Role.PUBLICITY)
    cast.archivist = enroll(stage, cast, "示例档案员", "公示档案室", Role.ARCHIVIST)
    cast.window = enroll(stage, cast, "示例窗口员", "综合办公室", Role.WINDOW)
    cast.supervisor = enroll(stage, cast, "示例监督员", "综合办公室", Role.SUPERVISOR)
    enroll(stage, cast, "系统自动处理", "综合办公室", Role.SYSTEM)


def _squads(stage: Stage, cast: Cast, officers: int) -> None:
    squads = [u for u in cast.units if u.endswith("中队")]
    for s, unit in enumerate(squads):
        team: list[int] = []
        for n in range(s, officers, len(squads)):
            surname = SURNAMES[n % len(SURNAMES)]
            roles = [Role.OFFICER, Role.UNIT_LEADER] if not team else [Role.OFFICER]
            team.append(
                enroll(
                    stage,
                    cast,
                    f"{surname}示例",
                    unit,
                    *roles,
                    certificate=f"示E{n + 1:04d}",
                    certificate_from="2024-01-01",
                    certificate_to="2028-12-31",
                )
            )
        cast.leaders.append(team[0])
        cast.officers.append(team)


def _local_values(stage: Stage, cast: Cast) -> None:
    for row in read_yaml("config_example.yaml"):
        if row["id"] == "local_festivals":
            announce_festivals(stage, cast, row["valid_from"].year, row["citation"], row["value"])
            continue
        stage.act(
            "local.set",
            cast.appointer,
            config_id=row["id"],
            value=row["value"],
            citation=row["citation"],
            valid_from=row["valid_from"].isoformat(),
        )


def announce_festivals(
    stage: Stage, cast: Cast, year: int, notice: str, festivals: list[dict[str, Any]]
) -> None:
    """Announce the local festivals of a year, and confirm them."""
    days = [{"date": day["date"].isoformat(), "status": "off", "name": day["name"]} for day in festivals]
    named = "、".join(f"{day['date']}{day['name']}" for day in days)
    announced = stage.act(
        "calendar.announce",
        cast.appointer,
        scope="local",
        text=f"{notice}：{named}放假。",
        year=year,
        number=notice,
        issued_on=SINCE.isoformat(),
        days=days,
    )
    stage.act("calendar.confirm", cast.head, announcement=announced.index, compared=True)


def list_items(stage: Stage, cast: Cast) -> None:
    """Draft and list the twelve items of the example's list of powers and duties."""
    rows = parse_yaml((Path(__file__).parent / "items.yaml").read_text(encoding="utf-8"))
    for row in rows:
        unit = "建筑垃圾中队" if row["field"] in ("建筑垃圾", "施工管理") else "市容中队"
        drafted = stage.act(
            "item.draft", cast.reviewers[1], office=cast.units[unit], valid_from="2026-08-15", **row
        )
        stage.act("item.list", cast.review_head, item=drafted.index)
        cast.items[row["name"]] = drafted.index
