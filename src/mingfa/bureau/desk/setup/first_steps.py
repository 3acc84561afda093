"""What a new bureau still has to do before its first case, computed from what is there (plan 3.1.a, 3.1.b).

The same needs that `mingfa check` judges before go-live, each with the form that meets it.
"""

from dataclasses import dataclass
from datetime import date

from mingfa.bureau.appointments.values import NEEDS
from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.desk.setup.holidays import SHORT, unknown
from mingfa.bureau.law.config import local_values, missing
from mingfa.bureau.people import reads as people

# Posts that do no act at the desk.
NO_DESK = {"system", "auxiliary"}
KINDS = {"enforcement": "执法机构", "legal": "法制机构", "publicity": "公示档案机构"}


@dataclass(frozen=True)
class Step:
    """One thing to do: whether it is done, how it stands, where it is done and by whom."""

    words: str
    note: str
    done: bool
    href: str
    who: str = "人事管理员"


def steps(today: date) -> list[Step]:
    """Return all steps in the order in which they can be done."""
    return [
        _units(),
        _people(today),
        *_posts(today),
        _accounts(today),
        _values(today),
        _holidays(today),
        *_items(today),
    ]


def left(today: date) -> int:
    """Return how many steps are still to do."""
    return sum(not step.done for step in steps(today))


def _units() -> Step:
    there = {unit.kind for unit in people.units()}
    wanted = [zh for kind, zh in KINDS.items() if kind not in there]
    note = f"尚缺：{'、'.join(wanted)}" if wanted else "执法、法制、公示档案机构都已设立"
    return Step("设立内设机构", note, not wanted, "/acts/unit.set_up/")


def _people(today: date) -> Step:
    found = people.everybody(today)
    certified = sum(one.holds_certificate(today) for one in found)
    qualified = sum(bool(one.legal_qualification) for one in found)
    have = f"有效执法证件{certified}人（至少2人），法律职业资格{qualified}人（至少1人）"
    note = f"已登记{len(found)}人：{have}"
    return Step(
        "登记人员、执法证件和法律职业资格", note, certified >= 2 and qualified >= 1, "/acts/person.enroll/"
    )


def _posts(today: date) -> list[Step]:
    found = []
    for need in NEEDS:
        there = len(people.actors(need.role, today))
        note = f"现有{there}人，至少{need.least}人（{need.basis}）"
        href = f"/acts/person.appoint/?role={need.role}"
        found.append(Step(f"任命{need.role.label}", note, there >= need.least, href))
    return found


def _accounts(today: date) -> Step:
    have = people.usernames()
    wanted = [one.name for one in people.everybody(today) if one.roles - NO_DESK and one.id not in have]
    few = "、".join(wanted[:5]) + (f"等{len(wanted)}人" if len(wanted) > 5 else "")
    note = f"有职务、尚无账号：{few}" if wanted else "有职务的人员都有账号"
    return Step("开立账号，发放初始密码", note, not wanted, "/people/")


def _values(today: date) -> Step:
    wanted, all_of_them = len(missing(people.config(), today)), len(local_values())
    note = f"共{all_of_them}项，已设定{all_of_them - wanted}项；每项都要有依据"
    return Step("设定本地参数", note, not wanted, "/people/#values", "人事管理员、主要负责人")


def _holidays(today: date) -> Step:
    left_out = [f"{year}年{SHORT[scope]}" for scope, year in unknown(people.calendar(), today)]
    note = f"尚未录入、确认：{'、'.join(left_out)}" if left_out else "应当录入的年度都已录入、确认"
    who = "人事管理员、法制机构录入，法制机构、负责人确认"
    return Step("录入、确认放假安排", note, not left_out, "/calendar/", who)


def _items(today: date) -> list[Step]:
    found = catalogue.items()
    listed = sum(item.in_force(today) for item in found)
    drafts = sum(item.listed is None for item in found)
    drafter, lister = "承办机构负责人、法制审核人员、公示管理员", "法制审核机构负责人、主要负责人"
    return [
        Step("编制执法事项", f"已编制{len(found)}项", bool(found), "/acts/item.draft/", drafter),
        Step(
            "审定执法事项，列入权责清单",
            f"已列入、有效的{listed}项，待审定{drafts}项（审定人不是编制人）",
            listed > 0 and not drafts,
            "/acts/item.list/",
            lister,
        ),
    ]
