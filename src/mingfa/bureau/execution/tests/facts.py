"""Facts of execution for law cases, made without a database: lawful but for what is given."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

from mingfa.bureau.cases.tests.facts import challenge
from mingfa.bureau.decisions.values import DecisionView
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.execution import inputs as execution_inputs
from mingfa.bureau.execution.facts import Fine, owing
from mingfa.bureau.execution.hooks import Ended
from mingfa.bureau.execution.rules import Executing
from mingfa.bureau.execution.values import Deferral, Due, PaymentView, PerformanceView
from mingfa.bureau.law.config import Config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.measures.values import Held
from mingfa.bureau.people.actors import Actor

NOTHING = Held((), (), (), ())
FAR = date(2030, 12, 31)
Row = dict[str, Any]


def officer(pk: int = 11, *, roles: Sequence[str] = ("officer",), until: date = FAR) -> Actor:
    """Return somebody with a certificate."""
    return Actor(
        id=pk,
        name="王示例",
        unit=1,
        unit_name="市容中队",
        roles=frozenset(roles),
        certificate=f"示E{pk:04d}",
        certificate_from=date(2024, 1, 1),
        certificate_to=until,
        legal_qualification="",
    )


def look_of(inputs: Any, on: date, by: Actor | None = None, hour: int = 10, minute: int = 0) -> Look[Any]:
    """Return the frame of an act on a day, at ten unless told."""
    now = datetime(on.year, on.month, on.day, hour, minute, tzinfo=CHINA)
    return Look("", by or officer(), now, now, inputs, None, Config(), Calendar())


def fine_of(
    fine: int,
    due: date | None,
    payments: Sequence[Row] = (),
    plans: Sequence[Row] = (),
    paused: Sequence[Any] = (),
) -> Fine:
    """Return a fine: payments {day, amount}, plans {granted, parts: [{day, amount}]}, paused [from, to]."""
    made = [
        PaymentView(n, 1, p["amount"], p.get("surcharge", 0), f"示{n}", "示例银行", p["day"], ())
        for n, p in enumerate(payments)
    ]
    granted = [
        Deferral(
            n,
            1,
            "instalments",
            p["granted"],
            "granted",
            tuple(Due(d["day"], d["amount"]) for d in p["parts"]),
            p["granted"],
        )
        for n, p in enumerate(plans)
    ]
    return Fine(fine, due, made, granted, [(a, b) for a, b in paused])


def surcharge_on(day: date, **fine: Any) -> int:
    """Return the additional fine at the end of a day, in 分."""
    return owing(fine_of(**fine), day).surcharge


def due_on(day: date, **fine: Any) -> date | None:
    """Return by when the next part is to be paid, as it stands on a day."""
    return owing(fine_of(**fine), day).due_on


def executing(
    inputs: Any,
    *,
    on: date = date(2026, 10, 12),
    by: Actor | None = None,
    served_on: date | None = date(2026, 9, 21),
    fine: int = 100_000,
    payments: Sequence[Row] = (),
    plans: Sequence[Row] = (),
    reduced: int = 0,
    ordered: bool = False,
    checks: Sequence[bool] = (),
    officers: Sequence[Actor] = (),
    asked: Sequence[str] = (),
    ended: Sequence[Row] = (),
    receipt_is_used: bool = False,
    owed_on: date | None = None,
    challenged: Row | None = None,
    gains: int = 0,
    collected: int = 0,
    things: Sequence[Row] = (),
    measures: Sequence[Row] = (),
) -> Executing:
    """Return a case with a fine of 1000.00, decided and served on 21 September, due on 8 October 2026."""
    due = date(2026, 10, 8) if served_on else None
    words = ("示责改〔2026〕1号", "恢复原状", None)
    told = SimpleNamespace(things=tuple(things), measures=tuple(measures))
    kinds = ("fine", *(str(one["kind"]) for one in measures))
    case: Any = SimpleNamespace(
        id=1, handlers=(11, 12), corrections=(words,) if ordered else (), proposal=told
    )
    return Executing(
        look=look_of(inputs, on, by),
        case=case,
        decision=DecisionView(
            2, 1, "penalty", kinds, fine, "示罚〔2026〕1号", date(2026, 9, 21), 3, 3, 4, 5, None, gains
        ),
        served_on=served_on,
        owed=replace(
            owing(fine_of(fine, due, payments, plans), owed_on or on, reduced=reduced),
            gains=gains,
            paid_gains=collected,
        ),
        checks=tuple(PerformanceView(n, 1, good, on) for n, good in enumerate(checks)),
        officers=tuple(officers),
        held=NOTHING,
        receipt_is_used=receipt_is_used,
        deferrals=tuple(Deferral(n, 2, kind, on, "asked") for n, kind in enumerate(asked)),
        ended=tuple(Ended(**e) for e in ended),
        challenges=(challenge(**challenged),) if challenged is not None else (),
    )


def asking(on: date = date(2026, 10, 12), applied_on: date = date(2026, 10, 10), **over: Any) -> Executing:
    """Return a party that asks to pay in parts."""
    wish = execution_inputs.DeferralWish(
        kind="instalments", applied_on=applied_on, hardship="经营困难。", wish="分两期缴纳。"
    )
    return executing(wish, on=on, **over)


def granting(
    plan: Sequence[Sequence[Any]] = ((date(2026, 11, 12), 50_000), (date(2026, 12, 14), 50_000)),
    asked: Sequence[str] = ("instalments",),
    head: int = 99,
    **over: Any,
) -> Executing:
    """Return a head about to grant two parts."""
    parts = [execution_inputs.Part(on=day, amount=amount) for day, amount in plan]
    given = execution_inputs.DeferralGrant(plan=parts, opinion="同意。")
    return executing(given, by=officer(head, roles=("deputy",)), asked=asked, **over)


def paying(**over: Any) -> Executing:
    """Return a payment of the whole fine at the bank, on the last day."""
    slip = {
        "amount": 100_000,
        "channel": "bank",
        "receipt_no": "示例缴1",
        "bank": "示例银行",
        "paid_on": date(2026, 10, 8),
    }
    slip |= {name: over.pop(name) for name in list(over) if name in execution_inputs.Receipt.model_fields}
    given = execution_inputs.Receipt.model_validate(slip)
    return executing(given, owed_on=given.paid_on, **over)


def finishing(**over: Any) -> Executing:
    """Return a case whose fine was paid in time."""
    whole = [{"day": date(2026, 10, 8), "amount": 100_000}]
    more = {name: over.pop(name) for name in ("received", "carried") if name in over}
    given = execution_inputs.Finish.model_validate({"performance": "已履行。", **more})
    return executing(given, **{"payments": whole, **over})
