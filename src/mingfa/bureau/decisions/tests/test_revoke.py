"""Revoking: the head names the ground and its document; the paper says what it means."""

import pytest
from django.db import DatabaseError, connection, transaction

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.decisions import reads
from mingfa.bureau.decisions.models import Decision
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.example.asking import refused

RULING = {"document": "示例府复决字〔2026〕3号"}


@pytest.mark.rule("PUB-05")
@pytest.mark.clause("1.4.e")
def test_a_revoked_decision_keeps_its_words_and_says_so(decided):
    before = reads.decision_of(decided.case)
    done = decided.revoke(reason="认定事实的主要证据不足。")
    after = reads.decision_of(decided.case)
    assert (after.revoked, after.number, after.amount) == (done.index, before.number, before.amount)
    found = reads.revocation_of(after.id)
    assert (found.id, found.ground, found.effect, found.reason) == (
        done.index,
        "self",
        "revoked",
        "认定事实的主要证据不足。",
    )
    assert cases.case(decided.case).state == "revoked"
    assert done.number.endswith("撤决字〔2026〕第1号")


def test_a_decision_that_stands_has_no_revocation(decided):
    assert reads.revocation_of(decided.decision) is None


@pytest.mark.rule("PUB-05")
def test_an_outside_ground_names_its_document(decided):
    assert refused(decided.revoke, ground="superior") == {"an_outside_ground_names_its_document": "PUB-05"}
    assert decided.revoke(ground="superior", **RULING).number


@pytest.mark.rule("PUB-05", "REM-04")
@pytest.mark.clause("1.4.e")
@branching(
    ("ground", "kind"),
    [("reconsideration", "reconsideration"), ("court", "litigation")],
    ids=["复议", "诉讼"],
)
def test_a_ruling_is_carried_out_by_its_name_and_as_it_ruled(decided, ground, kind):
    told = {"a_ruling_is_carried_out_as_it_is_on_record": "PUB-05"}
    assert refused(decided.revoke, ground=ground, **RULING) == told
    ruling = decided.lose(kind)
    other = "court" if ground == "reconsideration" else "reconsideration"
    assert refused(decided.revoke, ground="self") == told
    assert refused(decided.revoke, ground=other, ruling=ruling) == told
    assert refused(decided.revoke, ground=ground, effect="unlawful", ruling=ruling) == told
    assert refused(decided.revoke, ground=ground, ruling=ruling + 1) == told
    decided.revoke(ground=ground, ruling=ruling)
    found = reads.revocation_of(decided.decision)
    assert (found.ground, found.document) == (ground, RULING["document"])


@pytest.mark.rule("PUB-05")
def test_a_ruling_that_upholds_takes_nothing_back(decided):
    ruling = decided.lose(outcome="upheld", grounds=[])
    told = {"a_ruling_is_carried_out_as_it_is_on_record": "PUB-05"}
    assert refused(decided.revoke, ground="reconsideration", ruling=ruling) == told


# 原因、结果 → 决定书怎么写
@pytest.mark.clause("1.4.e")
@branching(
    ("given", "basis", "effect", "ended", "remedies"),
    [
        ({}, "行政处罚法》第七十五条第二款", "本机关决定撤销{it}。", True, True),
        ({"effect": "unlawful"}, "行政处罚法》第七十五条第二款", "本机关确认{it}违法。", False, True),
        ({"effect": "void"}, "行政处罚法》第七十五条第二款", "本机关确认{it}无效。", True, True),
        (
            {"ground": "superior", "effect": "redo", **RULING},
            "行政处罚法》第七十五条第二款",
            "本机关决定撤销{it}，并将依法重新作出处理。",
            True,
            True,
        ),
        (
            {"ground": "reconsideration"},
            "行政复议法》第七十七条",
            "{it}已由示例府复决字〔2026〕3号撤销。",
            True,
            False,
        ),
        (
            {"ground": "court", "effect": "unlawful"},
            "行政诉讼法》第九十四条",
            "{it}已由示例府复决字〔2026〕3号确认违法。",
            False,
            False,
        ),
    ],
    ids=["自行撤销", "自行确认违法", "自行确认无效", "上级责令重作", "复议撤销", "法院确认违法"],
)
def test_the_paper_says_what_becomes_of_the_decision(decided, given, basis, effect, ended, remedies):
    number = reads.decision_of(decided.case).number
    kind = {"reconsideration": "reconsideration", "court": "litigation"}.get(given.get("ground", ""))
    ruled = {"ruling": decided.lose(kind, given.get("effect", "revoked"))} if kind else {}
    facts = facts_of_paper(decided.revoke(**given, **ruled).index)
    assert facts["original"]["number"] == number
    assert basis in facts["basis"]
    assert facts["effect"] == effect.format(it=f"《行政处罚决定书》（{number}）")
    assert bool(facts["consequence"]) is ended
    assert ("court" in facts) is remedies and facts["by_ruling"] is not remedies


def test_a_decision_not_to_penalise_is_revoked_by_its_own_name(without_penalty):
    play = without_penalty()
    play.decide()
    play.later(hours=1)
    facts = facts_of_paper(play.revoke().index)
    assert facts["original"]["title"] == "不予行政处罚决定书" and facts["consequence"] == ""


def test_only_the_head_revokes_and_once(decided):
    why = {"ground": "self", "effect": "revoked", "reason": "证据不足。"}
    for who in (decided.cast.deputies[0], decided.team[0], decided.cast.supervisor):
        with pytest.raises(NotYours):
            decided.act("decision.revoke", who, **why)
    decided.revoke()
    assert refused(decided.revoke) == {"the_step_is_open": "AV-01"}


def test_nothing_is_revoked_before_it_is_decided(reviewed):
    assert refused(reviewed.revoke) == {"the_step_is_open": "AV-01"}


# --- the database


def run(statement: str, *values: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.clause("2.4.c", "3.4.b")
@branching(
    "change",
    [
        "amount = amount - 1",
        "kinds = '[]'",
        "outcome = 'no_penalty_minor'",
        "version = version + 1",
        "number = 'x'",
        "decided_by = decided_by + 1",
        "head = head + 1",
        "decided_on = '2026-01-01'",
    ],
)
def test_what_a_decision_says_is_never_changed(decided, change):
    with pytest.raises(DatabaseError, match="only revoked"):
        run(f"UPDATE decisions_decision SET {change}")


def test_a_decision_is_neither_deleted_nor_replaced(decided):
    with pytest.raises(DatabaseError, match="never deleted"):
        run("DELETE FROM decisions_decision")
    if connection.vendor == "sqlite":
        with pytest.raises(DatabaseError, match="only revoked"):
            run("INSERT OR REPLACE INTO decisions_decision SELECT * FROM decisions_decision")
    assert Decision.objects.count() == 1


def test_a_revoked_decision_is_not_brought_back(decided):
    decided.revoke()
    for change in ("revoked = NULL", "revoked = revoked + 1"):
        with pytest.raises(DatabaseError, match="only revoked"):
            run(f"UPDATE decisions_decision SET {change}")
