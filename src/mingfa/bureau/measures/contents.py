"""What the papers of preservation and measures say, made from the recorded facts (plan 2.1.a)."""

from collections.abc import Iterable
from datetime import date, datetime

from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.measures import inputs
from mingfa.bureau.measures.facts import Holding, lapses_on
from mingfa.bureau.measures.values import ENDS, KINDS, Approval, Measure, ends_on
from mingfa.bureau.records.contents import (
    confirmation,
    moment,
    officers_block,
    open_end,
    opinion,
    party_block,
    remedy_block,
    written,
)

POINTS = {
    "shown_at": "执法人员出示执法身份证件",
    "notified_at": "通知当事人到场",
    "told_at": "当场告知采取措施的理由、依据以及当事人依法享有的权利、救济途径",
    "heard_at": "听取当事人的陈述和申辩",
    "handed_over_at": "当场交付决定书和清单",
}


BACK = ("copied", "lifted")


def things_block(things: Iterable[inputs.Thing]) -> list[dict[str, object]]:
    """Return a list as the rows keep it and papers print it."""
    return [t.model_dump(include={"name", "spec", "quantity", "per", "condition"}) for t in things]


def rows_of(measure: Measure, numbers: Iterable[int]) -> list[dict[str, object]]:
    """Return rows of a measure's list, each with the number it has there."""
    return [{**measure.things[n - 1], "n": n} for n in numbers]


def iso(at: datetime | None) -> str:
    """Write a moment as papers read it; blank where there is none."""
    return at.isoformat() if at else ""


def to(party: Party | None) -> dict[str, object]:
    return {"party": party_block(party)}


def approval_facts(
    f: Holding,
    given: inputs.PreservationWord | inputs.MeasureWord,
    asked: Approval,
    reason: str,
    basis: Iterable[str],
) -> dict[str, object]:
    """Return what the 审批表 says before anything is taken: the report, and the head's word."""
    return {
        **to(f.party),
        "cause": f.case.item.name,
        "measure": asked.kind_zh,
        "things": asked.things,
        "reason": opinion(reason, [f.asker], asked.asked_on),
        "basis": written(basis),
        "opinions": {"head": _heads(f, given, "同意", "不予批准")},
    }


def _heads(
    f: Holding, given: inputs.PreservationWord | inputs.MeasureWord | inputs.MakeUp, yes: str, nay: str
) -> dict[str, object]:
    """Return the head's opinion; its word is not said twice."""
    word = yes if given.approved else nay
    said = given.opinion if given.opinion.startswith(word) else f"{word}。{given.opinion}"
    return opinion(said, [f.by.name], f.today)


def made_up_facts(f: Holding, given: inputs.MakeUp, said: inputs.Seized) -> dict[str, object]:
    """Return what the 审批表 says of a measure taken in an emergency (强制法 19)."""
    return {
        **to(f.party),
        "cause": f.case.item.name,
        "measure": f.of.kind_zh,
        "things": f.of.names(range(1, len(f.of.things) + 1)),
        "reason": opinion(said.reason, [o.name for o in f.officers], f.of.taken_on),
        "basis": written(said.basis),
        "taken_at": iso(f.of.taken_at),
        "emergency": said.emergency,
        "opinions": {"head": _heads(f, given, "同意补办", "不予批准，立即解除")},
    }


def preservation_facts(f: Holding, given: inputs.Preserving) -> dict[str, object]:
    """Return what the 先行登记保存证据通知书 and its list say."""
    lapse = lapses_on(f.today, f.look.calendar)
    return {
        **to(f.party),
        "cause": f.case.item.name,
        "basis": str(cite("行政处罚法 56")),
        "place": given.place,
        "keeping": {"here": "就地保存", "away": "异地保存"}[given.keeping],
        "kept_at": given.kept_at,
        "keeper": given.keeper,
        "until": lapse.end.isoformat(),
        **open_end(lapse),
        "things": things_block(given.things),
        "officers": officers_block(f.officers),
        "witness": given.witness,
        "confirmation": confirmation(given.signed, given.refusal)
        if given.signed != "signed"
        else "以上清单已核对无误，已收到通知书和清单。",
    }


def preservation_end_facts(f: Holding, given: inputs.PreservationEnd) -> dict[str, object]:
    """Return what the 先行登记保存证据处理决定书 says."""
    assert f.preservation is not None, "the gate on it has passed"
    return {
        **to(f.party),
        "original": {"number": f.preservation.number, "date": f.preservation.taken_on.isoformat()},
        "things": list(f.preservation.things),
        "how": ENDS[given.how],
        "reason": given.reason,
        "receipt": "以上证据已经退还，经双方逐项核对，与清单相符。" if given.how in BACK else "",
        "basis": str(cite("行政处罚法 56")),
        **remedy_block(),
    }


def seizure_facts(f: Holding, given: inputs.OnTheSpot, why: inputs.Why) -> dict[str, object]:
    """Return what the 查封（扣押）决定书 and its list say (强制法 24)."""
    return {
        **to(f.party),
        "cause": f.case.item.name,
        "measure": KINDS[why.kind],
        "reason": why.reason,
        "basis": written(why.basis),
        "from_on": f.today.isoformat(),
        "until": ends_on(f.today, given.days, ()).isoformat(),
        "days": f"{given.days}日",
        "place": given.place,
        "kept_at": given.kept_at,
        "keeper": given.keeper,
        "things": things_block(given.things),
        "officers": officers_block(f.officers),
        "witness": given.witness,
        "emergency": getattr(given, "emergency", ""),
        **remedy_block(),
    }


def scene_facts(f: Holding, given: inputs.SceneRecord, said: inputs.Seized) -> dict[str, object]:
    """Return what the 现场笔录 says: the points of 强制法 18 with their times, and the recordings."""
    taken = f.of
    approved = "事先报告行政机关负责人并经批准" if said.approval else f"情况紧急，当场实施：{said.emergency}"
    points = [{"text": approved, "at": ""}, {"text": "由两名以上行政执法人员实施", "at": ""}]
    points += [
        {"text": words, "at": iso(getattr(said, name))}
        for name, words in POINTS.items()
        if getattr(said, name) is not None
    ]
    if not taken.party_present:
        points.append({"text": f"当事人不到场，邀请见证人{taken.witness}到场", "at": ""})
    return {
        **to(f.party),
        "decision": taken.number,
        "measure": taken.kind_zh,
        "from_at": iso(taken.started_at),
        "to_at": iso(given.ended_at),
        "place": taken.place,
        "officers": officers_block(f.officers),
        "recorder": f.by.name,
        "points": points,
        "statement": said.statement
        or ("当事人未作陈述、申辩。" if taken.party_present else "当事人不到场。"),
        "findings": given.findings,
        "recordings": _recordings(f, given),
        "confirmation": confirmation(given.signed, given.refusal or "当事人不到场，由见证人签名。"),
    }


def _recordings(f: Holding, given: inputs.SceneRecord) -> list[dict[str, str]]:
    return [
        {
            "name": f"{t.file.name}（{t.file.sha256[:8]}）至{moment(t.ended_at)}",
            "by": f.by.name,
            "at": iso(t.started_at),
            "place": f.of.place,
        }
        for t in given.recordings
    ]


def about(measure: Measure) -> dict[str, object]:
    return {
        "measure": measure.kind_zh,
        "original": {"number": measure.number, "date": measure.taken_on.isoformat()},
    }


def testing_facts(f: Holding, given: inputs.Testing) -> dict[str, object]:
    """Return what the 检测（检验、检疫、鉴定）期间告知书 says (强制法 25.3)."""
    return {
        **to(f.party),
        **about(f.of),
        "detail": given.what,
        "by": given.by,
        "from_on": given.from_on.isoformat(),
        "until": given.until_on.isoformat(),
        "basis": str(cite("行政强制法 25.3")),
    }


def extension_facts(f: Holding, given: inputs.Extension, until: date) -> dict[str, object]:
    """Return what the 延长查封（扣押）期限决定书 says (强制法 25.2)."""
    return {
        **to(f.party),
        **about(f.of),
        "reason": given.reason,
        "basis": str(cite("行政强制法 25.1")),
        "days": f"{given.days}日",
        "from_on": f.of.ends_on.isoformat(),
        "until": until.isoformat(),
        **remedy_block(),
    }


def what_becomes_of_it(measures: Iterable[Measure], confiscates: bool) -> str:
    """Say in a decision what becomes of what is held (强制法 27); blank where nothing is."""
    words = [
        f"本机关于{long_date(m.taken_on)}{m.kind_zh}的{m.names(m.left)}（{m.number}），"
        + (
            "依法应当没收的予以没收，其余解除并退还当事人。"
            if confiscates
            else "不再需要的，依法解除并退还当事人。"
        )
        for m in measures
    ]
    return "".join(words)
