"""Carrying an example case from act to act: every step with invented facts that pass, each overridable.

`Play` does the acts of one case by the hands they belong to; demo and tests tell their stories with it.
"""

from datetime import date, datetime, timedelta
from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.ways import what_stands_in_the_way
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.people import reads as people
from mingfa.bureau.records import reads as records
from mingfa.bureau.review.values import POINTS
from mingfa.example.bureau import Cast, Stage
from mingfa.example.codes import credit_code

NO_PICTURE = {
    "the_check_was_recorded_in_picture": "示例：复查笔录能够全面有效记录。",
    "it_was_recorded_in_sound_and_picture": "示例：笔录能够全面有效记录。",
    "the_scene_was_recorded_in_sound_and_picture": "示例：笔录能够全面有效记录。",
}
# Why a decision is lost in which way (行诉法 70, 74, 75).
LOSING = {
    **dict.fromkeys(("revoked", "redo"), "procedure"),
    "unlawful": "slight_flaw",
    "void": "grave",
}
SHOP = {
    "kind": "sole_trader",
    "name": "高新区示例小吃店",
    "code": credit_code(0),
    "representative": "王示例",
    "address": "示例市高新区示例路100号",
    "phone": "13800000000",
}


class Play:
    """One case and the people who carry it. `later` moves the clock on, over nights and rest days."""

    def __init__(self, stage: Stage, cast: Cast, squad: int = 0, item: str = "店外经营") -> None:
        self.stage, self.cast, self.item = stage, cast, item
        self.team = cast.officers[squad][:2]
        self.case = 0
        self.evidence: list[int] = []

    def act(self, name: str, by: int | None = None, /, **inputs: Any) -> Done:
        """Do an act on the case by its first handler, or by somebody else."""
        return self.stage.act(name, self.team[0] if by is None else by, self.case or None, **inputs)

    def later(self, days: int = 0, hours: int = 0) -> None:
        """Let time pass; arrive on a working day between nine and five."""
        self.stage.now = working_time(self.stage.now + timedelta(days=days, hours=hours), people.calendar())

    def ago(self, minutes: int) -> str:
        """Return a moment before now, as typed."""
        return (self.stage.now - timedelta(minutes=minutes)).isoformat()

    # --- from the clue to the filing ---------------------------------------------------------------------

    def register(self, **over: Any) -> Done:
        """Register the clue."""
        clue = {
            "item": self.cast.items[self.item],
            "source": "patrol",
            "found_at": self.ago(30),
            "act_on": self.stage.now.astimezone(CHINA).date().isoformat(),
            "street": "650104001",
            "place": "示例路100号门前",
            "summary": f"巡查发现当事人涉嫌{self.item}。",
        }
        done = self.act("case.register", **{**clue, **over})
        self.case = done.index
        return done

    def keep(self, **over: Any) -> Done:
        """Keep a piece of evidence."""
        piece = {
            "kind": "documentary",
            "name": "现场照片",
            "proves": "违法行为的时间、地点和状况",
            "obtained_at": self.ago(20),
            "origin": "执法人员现场拍摄",
        }
        done = self.act("record.keep", **{**piece, **over})
        self.evidence.append(done.index)
        return done

    def verify(self, **over: Any) -> Done:
        """Verify the clue."""
        return self.act(
            "case.verify", **{"result": "worth_filing", "words": "经现场核查，线索属实，建议立案。", **over}
        )

    def propose(self, **over: Any) -> Done:
        """Put the case to the head for filing."""
        proposal = {
            "party": SHOP,
            "handlers": self.team,
            "recusal_declared": True,
            "facts": f"当事人在示例路100号门前{self.item}，涉嫌违法。",
            "opinion": "有初步证据，属本机关管辖，建议立案调查。",
        }
        return self.act("case.propose", **{**proposal, **over})

    def file(self, **over: Any) -> Done:
        """Approve the filing."""
        return self.act(
            "case.file", self.cast.deputies[0], **{"approved": True, "opinion": "同意立案。", **over}
        )

    # --- the investigation -------------------------------------------------------------------------------

    def inspect(self, **over: Any) -> Done:
        """Record an inspection."""
        record = {
            "started_at": self.ago(90),
            "ended_at": self.ago(50),
            "place": "示例路100号门前",
            "officers": self.team,
            "certificate_shown": True,
            "rights_told": True,
            "kit_checked": True,
            "findings": f"现场存在{self.item}情形，占用面积约6平方米。",
            "signed": "signed",
            "reasons": NO_PICTURE,
        }
        return self.act("record.inspect", **{**record, **over})

    def question(self, **over: Any) -> Done:
        """Record a questioning."""
        record = {
            "started_at": self.ago(80),
            "ended_at": self.ago(40),
            "place": "本局询问室",
            "officers": self.team,
            "person": "王示例",
            "relation": "当事人",
            "certificate_shown": True,
            "rights_told": True,
            "identity_answer": "看清了。",
            "rights_answer": "听清了，不申请回避。",
            "questions": [
                {"q": f"{self.item}的情况是否属实？", "a": "属实。"},
                {"q": "是否经过批准？", "a": "没有。"},
            ],
            "signed": "signed",
            "reasons": NO_PICTURE,
        }
        return self.act("record.question", **{**record, **over})

    def order(self, **over: Any) -> Done:
        """Order the correction."""
        what = {"facts": f"当事人{self.item}。", "what": "立即改正，恢复原状。"}
        return self.act("correction.order", **{**what, **over})

    def conclude(self, **over: Any) -> Done:
        """Conclude the investigation; by default a fine in the middle of the item's first fined step."""
        case = cases.case(self.case)
        assert case is not None
        step = next(s for s in case.item.steps if s.kind == "fine")
        held = records.recorded(self.case).usable
        report = {
            "facts": f"经查，当事人在示例路100号门前{self.item}，占用面积约6平方米，经责令改正后未及时改正。",
            "evidence": [{"evidence": e.id, "proves": e.proves} for e in held],
            "outcome": "penalty",
            "step": step.name,
            "factors": "当事人无从轻、从重情节。",
            "kinds": ["fine"],
            "amount": (step.low + step.high) // 2,
            "reasons": NO_PICTURE,
        }
        return self.act("case.conclude", **{**report, **over})

    # --- telling, hearing, review ------------------------------------------------------------------------

    def notify(self, **over: Any) -> Done:
        """Issue the notice of the proposed penalty."""
        return self.act("notice.issue", self.cast.deputies[0], **over)

    def serve(self, paper: int, **over: Any) -> Done:
        """Serve a paper in person, on whoever may receive it."""
        case = cases.case(self.case)
        delivery = {
            "paper": paper,
            "method": "personal",
            "place": "示例路100号",
            "servers": self.team,
            "received_by": "王示例",
            "relation": "representative" if case and case.is_unit else "self",
            "signed": True,
            "reasons": NO_PICTURE,
        }
        return self.act("service.serve", **{**delivery, **over})

    def submit(self, **over: Any) -> Done:
        """Submit for legal review."""
        return self.act(
            "review.request", **{"explanation": "事实清楚，证据充分，裁量适当，请予审核。", **over}
        )

    def review(self, **over: Any) -> Done:
        """Give the opinion: agree on all eight points."""
        opinion = {
            "points": [{"point": p, "ok": True, "note": "经核对卷宗，符合要求。"} for p in POINTS],
            "opinion": "pass",
            "words": "同意承办机构的处理建议。",
        }
        return self.act("review.opine", self.cast.reviewers[1], **{**opinion, **over})

    def discuss(self, **over: Any) -> Done:
        """Discuss collectively."""
        heads = [self.cast.head, *self.cast.deputies]
        meeting = {
            "started_at": self.ago(60),
            "ended_at": self.ago(20),
            "place": "本局第一会议室",
            "chair": self.cast.head,
            "members": heads,
            "speeches": [{"person": p, "text": "事实清楚，证据充分，同意处理建议。"} for p in heads],
            "agreeing": len(heads),
            "approved": True,
            "conclusion": "同意承办机构的处理建议。",
        }
        return self.act("discussion.record", self.cast.head, **{**meeting, **over})

    # --- deciding and after ------------------------------------------------------------------------------

    def decide(self, **over: Any) -> Done:
        """Make the decision."""
        return self.act("decision.make", self.cast.head, **{"opinion": "同意。", "agreed": True, **over})

    def pay(self, amount: int, **over: Any) -> Done:
        """Record a payment at the bank, in 分."""
        slip = {
            "amount": amount,
            "channel": "bank",
            "receipt_no": f"示例缴{self.case:06d}",
            "bank": "示例银行高新支行",
            "paid_on": self.stage.now.astimezone(CHINA).date().isoformat(),
        }
        return self.act("execution.pay", **{**slip, **over})

    def ask_to_defer(self, **over: Any) -> Done:
        """Register that the party asks to pay in parts."""
        wish = {
            "kind": "instalments",
            "applied_on": self.stage.now.astimezone(CHINA).date().isoformat(),
            "hardship": "示例：店铺停业，暂无收入，附经营情况证明。",
            "wish": "分两期缴纳。",
        }
        return self.act("deferral.request", **{**wish, **over})

    def grant_deferral(self, plan: list[dict[str, object]], **over: Any) -> Done:
        """Grant a plan to pay by."""
        return self.act(
            "deferral.grant", self.cast.deputies[0], **{"plan": plan, "opinion": "同意。", **over}
        )

    def correct(self, **over: Any) -> Done:
        """Check that the correction was made."""
        check = {
            "officers": self.team,
            "checked_at": self.ago(30),
            "corrected": True,
            "findings": "经复查，违法行为已经改正，现场恢复原状。",
            "reasons": NO_PICTURE,
        }
        return self.act("execution.correct", **{**check, **over})

    def finish(self, **over: Any) -> Done:
        """Confirm that the decision is performed."""
        return self.act("execution.finish", **{"performance": "罚款已缴清，违法行为已改正。", **over})

    def close(self, **over: Any) -> Done:
        """Propose and approve the closing."""
        words = {
            "performance": "处罚决定已履行完毕。",
            "remedies": "当事人未申请行政复议，未提起行政诉讼。",
            "opinion": "建议结案。",
        }
        self.act("case.propose_closing", **words)
        return self.act(
            "case.close", self.cast.deputies[0], **{"approved": True, "opinion": "同意结案。", **over}
        )

    def revoke(self, **over: Any) -> Done:
        """Take the decision back."""
        why = {"ground": "self", "effect": "revoked", "reason": "经复查，认定事实的主要证据不足。"}
        return self.act("decision.revoke", self.cast.head, **{**why, **over})

    def lose(self, kind: str = "reconsideration", outcome: str = "revoked", **over: Any) -> int:
        """Let the decision be challenged and lost today, in one go; return the key of the remedy."""
        today, decision = (
            self.stage.now.astimezone(CHINA).date().isoformat(),
            decisions.decision_of(self.case),
        )
        assert decision is not None
        bureau = people.bureau()
        notice = {
            "kind": kind,
            "decision": decision.id,
            "body": bureau.court if kind == "litigation" else bureau.government,
            "document": "示例府复答字〔2026〕8号",
            "applicant": "王示例",
            "applied_on": today,
            "received_on": today,
            "request": "请求撤销处罚决定。",
        }
        remedy = self.act("remedy.accept", **notice).index
        ruled = {
            "remedy": remedy,
            "outcome": outcome,
            "ruling": "示例府复决字〔2026〕3号",
            "ended_on": today,
            "grounds": [LOSING[outcome]] if outcome in LOSING else [],
            "words": "撤销被申请人作出的行政处罚决定。",
        }
        self.act("remedy.conclude", **{**ruled, **over})
        return remedy

    # --- whole stretches ---------------------------------------------------------------------------------

    def to_filed(self, **over: Any) -> "Play":
        """Carry the case until it is filed; `over` goes into the registration."""
        self.register(**over)
        self.keep()
        self.verify()
        self.propose()
        self.file()
        return self

    def to_concluded(self, **over: Any) -> "Play":
        """Carry the case until the investigation is concluded; `over` goes into the conclusion."""
        self.to_filed()
        self.later(days=1)
        self.inspect()
        self.question()
        self.order()
        self.conclude(**over)
        return self

    def to_reviewed(self, **over: Any) -> "Play":
        """Carry the case until it passed review."""
        self.to_concluded(**over)
        self.tell()
        self.submit()
        self.later(days=1)
        self.review()
        return self

    def tell(self) -> None:
        """Issue and serve the notice, and wait until the party's time is over."""
        self.serve(self.notify().index)
        while not self.was_heard():
            self.later(days=1)

    def was_heard(self) -> bool:
        """Say whether the party's time is over."""
        ways = what_stands_in_the_way("review.request", by=self.team[0], on=self.case, now=self.stage.now)
        return all(r.code != "the_party_was_told_and_heard" for r in ways)

    def to_decided(self, **over: Any) -> Done:
        """Carry the case to its decision."""
        self.to_reviewed(**over)
        self.later(hours=2)
        return self.decide()


def working_time(at: datetime, calendar: Calendar) -> datetime:
    """Return the same moment, or the next one in working hours."""
    local = at.astimezone(CHINA)
    if local.hour >= 17:
        local = (local + timedelta(days=1)).replace(hour=9)
    elif local.hour < 9:
        local = local.replace(hour=9)
    day: date = local.date()
    open_day = calendar.next_workday(day)
    return local + (open_day - day)
