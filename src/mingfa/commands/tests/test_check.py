"""`mingfa check`: no go-live while anything blocks; each finding says what to do."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mingfa.bureau.law.config import Config, Recorded, example_config, local_values
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.ledger import heads
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.models import Role
from mingfa.commands import check, main, readiness
from mingfa.commands.readiness import GIB, Finding
from mingfa.example.bureau import Cast, Stage

Capture = pytest.CaptureFixture[str]
TODAY = date(2026, 9, 7)
REAL = {"hosts": ["banan.example.org"], "portal": "https://gs.example.org", "origin": "log.gov.invalid"}


def actor(number: int, **more: Any) -> Actor:
    plain = Actor(
        number, f"示例{number}", 1, "示例中队", frozenset(), "示E1", TODAY, date(2028, 1, 1), "示A1"
    )
    return replace(plain, **more)


def blocking(found: Iterator[Finding]) -> list[bool]:
    return [one.blocks for one in found]


def test_every_local_value_without_value_or_with_an_example_blocks() -> None:
    assert len(blocking(readiness.of_local_values(Config(), TODAY))) == len(local_values())
    assert all(one.blocks for one in readiness.of_local_values(example_config(), TODAY))
    real = [
        Recorded(r.id, r.value, "虚构市〔2026〕1号", r.valid_from)
        for one in local_values()
        if (r := example_config().recorded(one, TODAY)) is not None
    ]
    assert list(readiness.of_local_values(Config(real), TODAY)) == []


@pytest.mark.rule("TIME-06")
@pytest.mark.parametrize(
    ("known", "today", "blocks"),
    [
        ([2026], date(2026, 10, 31), []),
        ([2026], date(2026, 11, 1), [False, False]),
        ([2026, 2027], date(2026, 11, 1), []),
        ([2026], date(2027, 1, 1), [True, True]),
        ([], date(2026, 12, 1), [True, True, False, False]),
    ],
)
def test_this_year_must_be_known_the_next_from_november_on(
    known: list[int], today: date, blocks: list[bool]
) -> None:
    """Once for the nation's holidays, once for the festivals of this place."""
    calendar = Calendar((), dict.fromkeys(known, ()), known)
    assert blocking(readiness.of_calendar(calendar, today)) == blocks


FULL = {need.role: [actor(n) for n in range(need.least)] for need in readiness.NEEDS}


@pytest.mark.clause("3.1.a", "1.1.a")
@pytest.mark.parametrize(
    ("changed", "blocks"),
    [
        ({}, []),
        ({Role.HEAD: []}, [True]),
        ({Role.PUBLICITY: [actor(1), actor(1)]}, [True]),
        ({Role.SUPERVISOR: []}, [True]),
        ({Role.ARCHIVIST: []}, [False]),
        ({Role.REVIEWER: [actor(1, legal_qualification="")]}, [True]),
        ({Role.REVIEW_HEAD: [actor(1, legal_qualification="")]}, [True]),
    ],
)
def test_posts_that_must_be_held(changed: dict[str, list[Actor]], blocks: list[bool]) -> None:
    assert blocking(readiness.of_posts({**FULL, **changed})) == blocks


@pytest.mark.clause("3.1.b")
@pytest.mark.rule("QUAL-10")
@pytest.mark.parametrize(("reviewers", "officers", "warned"), [(1, 20, 0), (1, 21, 1), (0, 1, 1), (0, 0, 0)])
def test_one_reviewer_in_twenty_is_a_warning(reviewers: int, officers: int, warned: int) -> None:
    assert blocking(readiness.of_ratio(reviewers, officers)) == [False] * warned


@pytest.mark.parametrize(
    ("until", "said"), [("2026-12-01", ""), ("2026-11-06", "到期"), ("2026-09-06", "没有在今日有效")]
)
def test_certificates_are_warned_about_sixty_days_before(until: str, said: str) -> None:
    officer = actor(1, certificate_from=date(2020, 1, 1), certificate_to=date.fromisoformat(until))
    found = list(readiness.of_certificates([officer], TODAY))
    assert [said in one.because for one in found] == ([True] if said else [])


@pytest.mark.parametrize(
    ("changed", "blocks"),
    [
        ({}, []),
        ({"hosts": ["*"]}, [True]),
        ({"hosts": ["localhost"]}, [False]),
        ({"portal": "http://localhost:8001"}, [True]),
        ({"portal": "http://gs.example.org"}, [False]),
        ({"origin": "log.example.cn"}, [True]),
        ({"secret": "short"}, [True]),
        ({"debug": True}, [True]),
    ],
)
def test_settings_that_are_unsafe_or_placeholders(changed: dict[str, Any], blocks: list[bool]) -> None:
    safe: dict[str, Any] = {**REAL, "secret": "x" * 50, "debug": False}
    assert blocking(readiness.of_site(**{**safe, **changed})) == blocks


@pytest.mark.parametrize(
    ("site", "blocks"),
    [([], [True]), (["http://10.0.0.5"], [True]), (["https://mingfa.example.org"], [])],
)
def test_a_site_in_clear_does_not_go_live(site: list[str], blocks: list[bool]) -> None:
    assert blocking(readiness.of_addresses(site)) == blocks


@pytest.mark.parametrize(("free", "blocks"), [(20 * GIB, []), (5 * GIB, [False]), (GIB // 2, [True])])
def test_space_is_warned_about_before_it_blocks(free: int, blocks: list[bool]) -> None:
    assert blocking(readiness.of_space(free, "示例盘")) == blocks


@pytest.mark.parametrize(("mode", "blocks"), [(0o600, []), (0o700, []), (0o640, [True]), (0o604, [True])])
def test_keys_are_for_their_owner_alone(mode: int, blocks: list[bool]) -> None:
    assert blocking(readiness.of_modes({"示例.key": mode})) == blocks


@pytest.fixture
def own_folder(settings: Any, tmp_path: Path) -> Path:
    """Give logs, keys, feed and vault a folder of their own."""
    settings.DATA, settings.VAULT = tmp_path, (tmp_path / "vault").as_uri()
    settings.LOGS, settings.KEYS, settings.FEED = (tmp_path / name for name in ("logs", "keys", "feed"))
    return tmp_path


def checked(capsys: Capture) -> dict[str, Any]:
    code = main(["check", "--json"])
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert code == (0 if result["ready"] else 1)
    return result


def test_the_example_bureau_may_not_go_live(cast: Cast, own_folder: Path, capsys: Capture) -> None:
    result = checked(capsys)
    assert not result["ready"]
    assert result["unchecked"] == []
    assert "示例机关" in result["topics"]["机关"][0]["because"]
    assert result["topics"]["任职"] == []
    assert all(one["todo"] for findings in result["topics"].values() for one in findings)
    assert main(["check"]) == 1
    assert "阻止上线" in capsys.readouterr().out


def test_a_post_that_ended_is_missed(cast: Cast, stage: Stage, own_folder: Path, capsys: Capture) -> None:
    supervisor = check.people.actors(Role.SUPERVISOR, TODAY)[0]
    post = check.people.Appointment.objects.get(person=supervisor.id)
    stage.act("person.dismiss", cast.appointer, appointment=post.pk, until="2026-09-07")
    found = checked(capsys)["topics"]["任职"]
    assert [one["because"][:6] for one in found] == ["执法监督人员"]


def test_a_signed_log_with_its_key_is_in_order(cast: Cast, own_folder: Path, capsys: Capture) -> None:
    assert checked(capsys)["topics"]["签署与密钥"][0]["because"] == "尚无密钥目录。"
    assert not (own_folder / "keys").exists(), "looking must not make a key"
    heads.sign()
    heads.sign("disclosure")
    own_folder.joinpath("keys").chmod(0o700)
    result = checked(capsys)
    assert result["topics"]["签署与密钥"] == []
    assert result["topics"]["公示数据"] == []


def test_a_changed_key_file_and_a_lost_head_block(cast: Cast, own_folder: Path, capsys: Capture) -> None:
    heads.sign()
    heads.sign("disclosure")
    keys = own_folder / "keys"
    keys.chmod(0o755)
    (own_folder / "logs/record/vkey").write_text("log.example.cn/record+00000000+示例\n")
    next(keys.glob("*disclosure.head")).unlink()
    said = "".join(one["because"] for one in checked(capsys)["topics"]["签署与密钥"])
    for part in ("其他用户可以读取", "执法记录日志的 vkey 文件与签署密钥不符", "公示日志的签署状态不可读"):
        assert part in said


def test_a_vault_that_cannot_be_written_blocks(
    cast: Cast, own_folder: Path, capsys: Capture, settings: Any
) -> None:
    assert checked(capsys)["topics"]["文件库"] == []
    settings.VAULT = "ftp://example.org/vault"
    assert checked(capsys)["topics"]["文件库"][0]["blocks"]
