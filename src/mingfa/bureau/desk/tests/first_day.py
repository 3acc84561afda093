"""A real bureau's first day, by its pages alone: from an empty data folder to its first filed case.

Run in a process of its own with MINGFA_DATA set; prints what happened as JSON. Nothing here reaches past the
pages: what a person would pick by its words is picked by its words.
"""

import html
import json
import re
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from PIL import Image

django.setup()

# Only now can models be imported.
from mingfa import example  # noqa: E402
from mingfa.bureau.desk.tests.sending import address, errors_on, fill  # noqa: E402
from mingfa.bureau.law.config import local_values  # noqa: E402
from mingfa.bureau.law.tables import read_yaml  # noqa: E402
from mingfa.bureau.ledger.reader import leaves, size  # noqa: E402
from mingfa.bureau.lib.yamls import parse_yaml  # noqa: E402
from mingfa.example.bureau import CHINA, FOUNDING  # noqa: E402

ITEM = "店外经营"
PEOPLE = {
    "示例局长": ("综合办公室", ["主要负责人"], {}),
    "示例副局长": ("综合办公室", ["分管负责人"], {}),
    "示例法制主任": (
        "示例法制室",
        ["法制审核机构负责人", "法制审核人员"],
        {"legal_qualification": "示A20260000000000"},
    ),
    "示例公示员": ("示例公示室", ["公示管理员"], {}),
    "示例公示审核员": ("示例公示室", ["公示管理员"], {}),
    "示例监督员": ("综合办公室", ["执法监督人员"], {}),
    "示例档案员": ("示例公示室", ["档案管理员"], {}),
    "系统自动处理": ("综合办公室", ["自动处理"], {}),
    "赵示例": ("示例中队", ["执法人员", "承办机构负责人"], {"certificate": "示E0001"}),
    "钱示例": ("示例中队", ["执法人员"], {"certificate": "示E0002"}),
}
VALUES = [row for row in read_yaml("config_example.yaml") if row["id"] in local_values()]
SIGN_IN = {
    "示例局长": "juzhang",
    "示例副局长": "fujuzhang",
    "示例法制主任": "fazhi",
    "赵示例": "zhao.shili",
}
WRONG = (
    {"again": "shili-2026-b"},
    {"password": "123", "again": "123"},
    {"username": "人事"},
    {"uscc": "1"},
    {"government": "示例市司法局"},
)


FESTIVALS = """示例市人民政府办公室关于2026年肉孜节放假的通知
肉孜节：3月20日（周五）放假1天。
2025年12月30日"""


class Clock:
    now = datetime(2026, 9, 7, 9, 0, tzinfo=CHINA)


class Desk:
    """Somebody before a browser."""

    def __init__(self) -> None:
        self.client, self.on = Client(), 0

    def text(self, path: str, status: int = 200) -> str:
        page = self.client.get(path)
        assert page.status_code == status, (path, page.status_code)
        return tight(page.content.decode())

    def do(self, act: str, *, on: int | None = None, query: str = "", **typed: Any) -> HttpResponse:
        """Open the form, fill it in and send it; `__` is a dot, and `[…]` picks an option by its words."""
        Clock.now += timedelta(minutes=1)
        page = self.client.get(address(act, on) + query)
        assert page.status_code == 200, (act, page.status_code)
        sent = {name.replace("__", "."): picked(page, value) for name, value in typed.items()}
        answer = self.client.post(address(act, on), fill(page, sent))
        assert answer.status_code == 302, (act, errors_on(answer))
        return answer

    def signs_in(self, name: str, password: str) -> None:
        answer = self.client.post("/sign-in/", {"username": name, "password": password})
        assert answer.status_code == 302, name


def tight(page: str) -> str:
    """Return a page without the white space around and within tags, which says nothing."""
    return re.sub(r"\s*(<[^<>]*>)\s*", lambda tag: " ".join(tag[1].split()), page)


def picked(page: HttpResponse, value: Any) -> Any:
    """Return what the option with these words sends; anything else is typed as it is."""
    if isinstance(value, list):
        return [picked(page, one) for one in value]
    if not (isinstance(value, str) and value.startswith("[")):
        return value
    words = re.escape(html.escape(value.strip("[]")))
    text = tight(page.content.decode())
    found = re.search(rf'<option value="([^"]+)"[^>]*>{words}[（<]', text) or re.search(
        rf'value="([^"]+)"[^>]*><label for="[^"]+">{words}<', text
    )
    assert found, value
    return found[1]


def picture() -> BytesIO:
    out = BytesIO()
    Image.new("RGB", (640, 480), "#8899aa").save(out, "JPEG")
    out.name, _ = "示例现场.jpg", out.seek(0)
    return out


def founded(officer: Desk) -> dict[str, Any]:
    """Found the bureau from the page that only an empty folder has."""
    told: dict[str, Any] = {
        "home_leads_to": officer.client.get("/", follow=True).redirect_chain[-1][0],
        "sign_in_leads_to": officer.client.get("/sign-in/").headers["Location"],
    }
    account = {"username": "renshi", "password": "shili-2026-a", "again": "shili-2026-a"}
    typed = {k: v for k, v in FOUNDING.items() if k != "example"} | account
    told["wrong"] = []
    for over in WRONG:
        wrong = officer.client.post("/set-up/", typed | over)
        told["wrong"].append((wrong.status_code, errors_on(wrong), size()))
    answer = officer.client.post("/set-up/", typed)
    told["founded_leads_to"] = answer.headers["Location"]
    told["set_up_again"] = (
        officer.client.get("/set-up/").status_code,
        Client().post("/set-up/", typed).status_code,
    )
    told["first_steps"] = still_to_do(officer)
    return told


def still_to_do(officer: Desk) -> list[str]:
    """Return the words of the steps that the page of first steps shows as not done."""
    lines = officer.text("/first-steps/").split("<li>")
    return [
        line.partition("<strong>")[2].partition("</strong>")[0] for line in lines if "待办</span>" in line
    ]


def staffed(officer: Desk) -> None:
    """Set up the units, enroll everybody and appoint them."""
    for name, kind in {
        "示例中队": "执法机构",
        "示例法制室": "法制机构",
        "示例公示室": "公示档案机构",
    }.items():
        officer.do("unit.set_up", name=name, kind=f"[{kind}]")
    for name, (unit, posts, more) in PEOPLE.items():
        if "certificate" in more:
            more = more | {"certificate_from": "2024-1-1", "certificate_to": "2028年12月31日"}
        officer.do("person.enroll", name=name, unit=f"[{unit}]", **more)
        for post in posts:
            officer.do(
                "person.appoint",
                person=f"[{name}]",
                role=f"[{post}]",
                since="今天",
                document="示例任〔2026〕1号",
            )


def valued(officer: Desk) -> None:
    """Set every local value as a person types it: days, 元, yes or no."""
    for row in VALUES:
        typed: dict[str, Any] = {"value": row["value"]}
        if isinstance(row["value"], bool):
            typed = {"value": "[是]" if row["value"] else "[否]"}
        elif row["id"].endswith("_fen"):
            typed = {"value": f"{row['value'] // 100}元"}
        source = {"citation": row["citation"], "valid_from": str(row["valid_from"])}
        officer.do("local.set", query=f"?config_id={row['id']}", **typed, **source)


def announced(officer: Desk, head: Desk) -> None:
    """Announce the festivals of this place as a person pastes their notice, and confirm them."""
    page = officer.client.get("/acts/calendar.announce/?scope=local")
    asked = officer.client.post("/acts/calendar.announce/", fill(page, {"text": FESTIVALS}))
    answer = officer.client.post("/acts/calendar.announce/", fill(asked, {"number": "示例政办发〔2025〕9号"}))
    assert answer.status_code == 302, errors_on(answer)
    waiting = "[2026年本地民族节日放假]"
    head.do("calendar.confirm", announcement=waiting, compared="1")


def accounts(officer: Desk) -> dict[str, Desk]:
    """Open accounts, give out first passwords, and let everybody change theirs."""
    desks = {}
    for name, username in SIGN_IN.items():
        officer.do("account.open", person=f"[{name}]", username=username)
        roster = officer.text("/people/")
        row = next(r for r in roster.split("<tr>") if f">{username}<" in r)
        pk = re.search(r'action="(/people/\d+/password/)"', row)
        assert pk
        shown = officer.client.post(pk[1]).content.decode()
        password = re.search(r'<p class="hash secret">([^<]+)</p>', shown)
        assert password and password[1] not in officer.text("/people/")
        desks[name] = changed(username, password[1])
    return desks


def changed(username: str, first: str) -> Desk:
    """Sign in with a first password: nothing is open but changing it."""
    desk = Desk()
    desk.signs_in(username, first)
    for path in ("/", "/cases/", "/account/"):
        assert desk.client.get(path).headers.get("Location") == "/account/password/"
    assert desk.client.get("/api/v1/cases").status_code == 403
    own = {"old_password": first, "new_password1": first, "new_password2": first}
    assert "不得与原密码相同" in desk.client.post("/account/password/", own).content.decode()
    own |= {"new_password1": "ziji-2026", "new_password2": "ziji-2026"}
    assert desk.client.post("/account/password/", own).status_code == 302
    assert desk.client.get("/").status_code == 200
    return desk


def itemised(leader: Desk, head: Desk) -> None:
    """Draft the first item, row by row, and list it."""
    rows = parse_yaml((Path(example.__file__).parent / "items.yaml").read_text(encoding="utf-8"))
    row = next(r for r in rows if r["name"] == ITEM)
    steps, typed = row.pop("steps"), dict(row)
    for n, step in enumerate(steps):
        words = {"fine": "[罚款]", "warning": "[警告]", "none": "[不予处罚]"}[step["kind"]]
        line = {"name": step["name"], "when": step["when"], "kind": words}
        line |= {k: str(step.get(k, 0) // 100) for k in ("low", "high")}
        typed |= {f"steps__{n}__{k}": v for k, v in line.items()}
    for n, bound in enumerate(row.get("bounds", [])):
        line = {**bound, "low": str(bound.get("low", 0) // 100), "high": str(bound["high"] // 100)}
        typed |= {f"bounds__{n}__{k}": v for k, v in line.items()}
    typed.pop("bounds", None)
    typed["kinds"] = [{"fine": "[罚款]", "warning": "[警告]"}.get(k, k) for k in row["kinds"]]
    typed |= {k: "\n".join(row[k]) for k in ("breaks", "penalises")}
    leader.do("item.draft", office="[示例中队]", valid_from="2026-08-15", **typed)
    head.do("item.list", item=f"[{ITEM}]")


def filed(one: Desk, deputy: Desk) -> int:
    """Bring the first case from the clue to its filing."""
    answer = one.do(
        "case.register",
        item=f"[{ITEM}]",
        source="patrol",
        found_at="今天 8:30",
        act_on="今天",
        street="650104001",
        place="示例路100号门前",
        summary="巡查发现店外经营。",
    )
    case = int(answer.headers["Location"].rstrip("/").rpartition("/")[2])
    one.do(
        "record.keep",
        on=case,
        kind="documentary",
        name="现场照片",
        proves="店外经营事实",
        obtained_at="今天 8:40",
        origin="现场拍摄",
        file=picture(),
    )
    one.do("case.verify", on=case, result="worth_filing", words="属实。")
    one.do(
        "case.propose",
        on=case,
        party__kind="[个体工商户]",
        party__name="示例小吃店",
        party__address="示例路100号",
        party__representative="王示例",
        handlers=["[赵示例]", "[钱示例]"],
        recusal_declared="1",
        facts="店外经营。",
        opinion="建议立案。",
    )
    deputy.do("case.file", on=case, approved="[是]", opinion="同意立案。")
    return case


def first_day() -> dict[str, Any]:
    """Play the day and tell what was seen."""
    call_command("migrate", verbosity=0)
    officer = Desk()
    told = founded(officer)
    staffed(officer)
    valued(officer)
    desks = accounts(officer)
    announced(officer, desks["示例局长"])
    itemised(desks["赵示例"], desks["示例局长"])
    case = filed(desks["赵示例"], desks["示例副局长"])
    told["left"] = still_to_do(officer)
    told["values"] = len(VALUES)
    told["case"] = desks["赵示例"].text(f"/cases/{case}/")
    told["acts"] = [leaf.entry.text("act") for leaf in leaves()]
    return told


if __name__ == "__main__":
    # Passwords are hashed to be slow; not here.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    timezone.now = lambda: Clock.now
    print(json.dumps(first_day(), ensure_ascii=False))
