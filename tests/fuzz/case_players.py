"""Players of penalty cases: contested, sideways, published, disputed to the end."""

import re
from datetime import date, datetime, timedelta
from typing import Any

from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.disclosure import reads as disclosure
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.hearings import reads as hearings
from mingfa.bureau.people import reads as people
from mingfa.bureau.records import reads as records
from mingfa.bureau.service import reads as service
from mingfa.example import hearing
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play
from mingfa.example.enforcement import VIDEO
from mingfa.example.remedies import Challenged

SITE = "施工工地防尘措施不到位"
HEAVY = {"step": "严重", "amount": 8_000_000, "factors": "裸露土方面积大，拒不改正。"}


DAY = re.compile(r"2026-\d\d-\d\d")
OLD = {
    "matter_code": "09999",
    "name": "夜间施工噪声（旧）",
    "field": "市容秩序",
    "breaks": ["噪声污染防治法 43"],
    "penalises": ["噪声污染防治法 77"],
    "kinds": ["warning", "fine"],
    "steps": [
        {"name": "轻微", "when": "初次违法并当场改正", "kind": "none"},
        {"name": "一般", "when": "责令改正后未改正", "kind": "fine", "low": 5000, "high": 20000},
    ],
    "conditions": "有证据证明违法行为存在。",
    "time_limit": "自立案之日起九十日",
    "correction": "立即改正",
    "valid_from": "2023-01-01",
}
COMPARED = {
    "old_text": "责令改正，处一万元以上十万元以下的罚款（照录示例）。",
    "old_source": "示例公报",
    "new": ["生态环境法典 562"],
    "result": "old_lighter",
    "why": "旧规定罚款幅度的下限和上限均低于新规定。",
}


class Contested(Play):
    """A case in which the party speaks, asks for a hearing, and is heard."""

    def __init__(self, stage: Stage, cast: Cast) -> None:
        super().__init__(stage, cast, 2, SITE)

    def told(self) -> "Contested":
        self.to_concluded(**HEAVY)
        self.serve(self.notify().index)
        return self

    def says(self) -> Done:
        said = {"made_on": self.stage.now.date().isoformat(), "by": "当事人本人", "form": "written"}
        return self.act("statement.hear", **said, points=["占用时间很短，请求从轻处理。"])

    def answers(self) -> Done:
        points = [p for p in hearings.points(self.case) if p.adopted is None]
        given = [
            {"statement": p.statement, "point": p.n, "adopted": False, "reason": "不影响违法事实的认定。"}
            for p in points
        ]
        return self.act("statement.answer", answers=given)

    def waives(self) -> Done:
        rights = {"rights": ["statement", "hearing"], "signed": True, "document": "示例：放弃权利声明书"}
        made_on = self.stage.now.date().isoformat()
        return self.act("statement.waive", made_on=made_on, by="当事人本人", **rights)

    def asks(self) -> Done:
        return hearing.ask_for_it(self)

    def appoint(self) -> Done:
        return hearing.appoint(self)

    def announce(self) -> Done:
        return self.act(
            "hearing.announce",
            self.cast.review_head,
        )

    def hold(self) -> Done:
        found = hearings.hearings(self.case)
        if found:
            self.stage.now = max(self.stage.now, found[-1].starts_at + timedelta(hours=2))
        return hearing.hold(self)

    def report(self) -> Done:
        return hearing.report(self)

    def heard(self) -> Done:
        self.told()
        self.asks()
        self.later(days=1)
        self.appoint()
        self.hold()
        return self.report()

    def asked_for(self) -> "Contested":
        """Carry it to a hearing that is appointed and announced."""
        self.told()
        self.asks()
        self.later(days=1)
        self.appoint()
        self.announce()
        return self

    def put_off(self) -> Done:
        """Postpone the hearing, hold it, interrupt it."""
        self.asked_for()
        self.later(days=1)
        self.postpone()
        self.exclude_days()
        return self.interrupted()

    def given_up(self) -> Done:
        self.asked_for()
        self.later(days=1)
        self.waives()
        return self.ends()

    def exclude_days(self) -> Done:
        """Count out the days from the notice of the hearing to the hearing."""
        told = service.served_kind(self.case, "hearing_notice", self.stage.now.date())
        assert told is not None
        day = told.served_on.isoformat()
        why = {"basis": "示例规章第三十条", "reason": "听证期间。"}
        return self.act("term.exclude", self.cast.deputies[0], paper=told.paper, first=day, last=day, **why)

    def decided_after(self) -> Done:
        """Decide on the record of the hearing, with the discussion that a heavy fine needs."""
        self.heard()
        self.submit()
        self.later(days=1)
        self.review()
        self.discuss()
        return self.decide()

    def waived(self) -> Done:
        self.told()
        self.waives()
        self.submit()
        self.later(days=1)
        self.review()
        self.discuss()
        return self.decide()

    def answered(self) -> Done:
        self.told()
        self.says()
        return self.answers()

    def takes_back(self) -> Done:
        return self.act("review.withdraw", self.team[0], reason="补充材料后重新送审。")

    def postpone(self) -> Done:
        named = {
            "starts_at": hearing.first_time(self).isoformat(),
            "venue": "本局听证室",
            "chair": self.cast.reviewers[2],
            "hearers": [self.cast.review_head],
            "recorder": self.cast.archivist,
            "reason": "当事人因病不能参加。",
        }
        done = self.act("hearing.postpone", self.cast.review_head, **named)
        self.serve(done.index)
        return done

    def interrupted(self) -> Done:
        return self.act("hearing.suspend", self.cast.review_head, reason="需要通知新的证人到场。")

    def ends(self) -> Done:
        why = {"ground": "withdrawn", "reason": "当事人撤回听证申请。", "document": "示例：撤回听证申请书"}
        return self.act("hearing.end", self.cast.review_head, **why)

    def announced_service(self) -> Done:
        self.to_concluded()
        paper = self.notify().index
        self.later(days=1)
        tried = {"on": self.stage.now.date().isoformat(), "method": "personal", "result": "当事人下落不明。"}
        done = self.act(
            "service.announce", paper=paper, place="公告栏", reason="当事人下落不明。", attempts=[tried] * 2
        )
        self.later(days=31)
        return done

    def address(self) -> Done:
        given = {"address": "示例路100号", "by": "王示例", "relation": "representative", "signed": True}
        return self.act("service.confirm_address", **given)

    def closed(self) -> Done:
        """Carry it to the very end: decided, served, paid, corrected, closed."""
        done = self.waived()
        self.serve(done.index)
        self.correct()
        decision = decisions.decision_of(self.case)
        assert decision is not None
        if decision.amount:
            self.pay(decision.amount)
        self.finish()
        return self.close()


class Sideways(Play):
    """A case that leaves the straight way: refused, referred, suspended, handed to the police, devices."""

    def not_filed(self) -> Done:
        self.register()
        self.keep()
        self.verify(result="not_worth_filing", words="经现场核查，线索不属实。")
        return self.refuse_filing()

    def refuse_filing(self) -> Done:
        return self.act("case.refuse_filing", self.cast.deputies[0], agreed=True, opinion="同意不予立案。")

    def suspend(self) -> Done:
        why = {"ground": "party_missing", "basis": "示例规章第三十条", "reason": "当事人下落不明。"}
        return self.act("case.suspend", self.cast.deputies[0], **why)

    def resume(self) -> Done:
        return self.act("case.resume", self.cast.deputies[0], reason="中止原因消除。")

    def crime(self) -> Done:
        return self.act(
            "crime.report", team=self.team, crime="示例涉嫌犯罪", facts="数额较大，涉嫌犯罪。", goods="无"
        )

    def head_agrees(self) -> Done:
        return self.act("crime.decide", self.cast.head, approved=True, opinion="同意移送。")

    def hand_over(self) -> Done:
        given = {
            "police": "示例公安分局",
            "handed_at": self.ago(0),
            "facts": "涉嫌犯罪，移送处理。",
            "materials": ["案件移送书", "调查报告"],
            "copied": True,
        }
        return self.act("crime.hand_over", **given)

    def police(self, filed: bool = False) -> Done:
        answer = {"document": "示例公不立字〔2026〕1号", "received_on": self.stage.now.date().isoformat()}
        return self.act("crime.reply", filed=filed, words="不予立案，退回处理。", **answer)

    def to_the_police(self) -> Done:
        self.to_filed()
        self.crime()
        self.head_agrees()
        self.hand_over()
        return self.police()

    def exclude(self) -> Done:
        held = records.recorded(self.case).usable
        return self.act("record.exclude", evidence=held[0].id, reason="来源无法核实。")

    def device(self) -> Done:
        day = (self.stage.now.date() - timedelta(days=40)).isoformat()
        return self.stage.act(
            "device.register",
            self.cast.review_head,
            name="示例路口监控",
            place="示例路口",
            why_there="占道经营多发",
            standard="示例标准",
            legal_review="示例法审字1号",
            legal_review_on=day,
            technical_review="示例技审字1号",
            technical_review_on=day,
            sign=True,
            published_in="门户网站",
            published_on=day,
            used_from=(self.stage.now.date() - timedelta(days=5)).isoformat(),
            public_place=True,
            public_safety=True,
        )

    def longer(self) -> Done:
        return self.act("term.extend", self.cast.deputies[0], reason="案情复杂。")

    def once_more(self) -> Done:
        heads = [self.cast.head, *self.cast.deputies]
        meeting = {
            "started_at": self.ago(60),
            "ended_at": self.ago(20),
            "place": "本局第一会议室",
            "chair": self.cast.head,
            "members": heads,
            "speeches": [{"person": p, "text": "同意延长。"} for p in heads],
            "agreeing": len(heads),
            "approved": True,
            "conclusion": "同意延长六十日。",
            "reason": "案情特别复杂，仍不能在延长的期限内作出决定。",
        }
        return self.act("term.extend_again", self.cast.head, **meeting)

    def complainant(self) -> Done:
        day = self.stage.now.date().isoformat()
        return self.act("complainant.tell", told_on=day, how="phone", words="已告知处理结果。")

    def complaint_not_filed(self) -> Done:
        self.register(source="complaint")
        self.keep()
        self.verify(result="not_worth_filing")
        self.refuse_filing()
        return self.complainant()

    def refer(self) -> Done:
        given = {
            "to": "示例市交通运输局",
            "ground": "power",
            "facts": "不属本机关职权范围。",
            "materials": ["现场照片"],
        }
        return self.act("case.refer", self.cast.deputies[0], **given)

    def referred(self) -> Done:
        self.register()
        self.keep()
        self.refer()
        self.later(days=2)
        return self.referral_back()

    def referral_back(self) -> Done:
        day = self.stage.now.date().isoformat()
        return self.act(
            "referral.reply", accepted=True, received_on=day, signed_by="示例科", words="已接收。"
        )

    def compare(self) -> Done:
        return self.act("case.compare", **COMPARED)

    def old_law(self) -> Done:
        """Carry a case of July, whose law ended in August, through the comparison of laws."""
        self.to_filed(item=self.old_item(), act_on="2026-07-20")
        self.inspect()
        self.order()
        self.compare()
        return self.conclude()

    def old_item(self) -> int:
        unit, now = self.cast.units["市容中队"], f"{self.stage.now:%d%H%M}"
        bounds = [{"article": one, "set_by": one, "high": 10_000_000} for one in OLD["penalises"]]
        item = {**OLD, "bounds": bounds, "office": unit, "code": f"650104-ZF-{now}"}
        drafted = self.stage.act("item.draft", self.cast.reviewers[1], **item)
        self.stage.act("item.list", self.cast.review_head, item=drafted.index)
        return drafted.index

    def item_ends(self) -> Done:
        """End an item that nobody needs any more."""
        day = (self.stage.now.date() + timedelta(days=5)).isoformat()
        why = {"valid_to": day, "reason": "依据已经废止。"}
        return self.stage.act("item.end", self.cast.review_head, item=self.old_item(), **why)

    def exclude_days(self) -> Done:
        """Count out the days of a test whose paper was served."""
        day = self.stage.now.date()
        days = {"first": day.isoformat(), "last": (day + timedelta(days=5)).isoformat()}
        paper = self.papers()[-1]
        why = {"basis": "示例规章第三十条", "reason": "检测期间。"}
        return self.act("term.exclude", self.cast.deputies[0], paper=paper, **days, **why)

    def papers(self) -> list[int]:
        return [p.id for p in service.papers_to_serve(self.case)]

    def stopped(self) -> Done:
        self.to_filed()
        self.suspend()
        self.later(days=3)
        return self.resume()

    def filmed(self) -> Done:
        """Rest on what a device recorded, reviewed and told."""
        self.to_filed()
        device = self.device().index
        self.later(days=1)
        kept = self.keep(kind="av", file=VIDEO, device=device)
        fit = dict.fromkeys(("true", "clear", "complete", "accurate"), True)
        self.act("record.review_device", evidence=kept.index, words="清晰完整。", **fit)
        return self.tell_recorded()

    def tell_recorded(self) -> Done:
        return self.act("record.tell", person="王示例", facts="占道。", lookup="网站", answer="窗口")

    def device_ends(self) -> Done:
        device = records.devices()[-1].id
        day = self.stage.now.date().isoformat()
        return self.stage.act("device.end", self.cast.review_head, device=device, on=day, reason="拆除。")

    def sample(self) -> Done:
        taken = {
            "sampled_at": self.ago(30),
            "place": "示例路100号",
            "officers": self.team,
            "certificate_shown": True,
            "rights_told": True,
            "holder": "王示例",
            "samples": [{"name": "餐厨废水", "spec": "500毫升", "quantity": 2, "per": "瓶"}],
            "purpose": "动植物油含量",
            "sealing": "当场封样。",
            "sealed": True,
            "signed": "signed",
        }
        return self.act("record.sample", **taken)

    def a_long_case(self) -> Done:
        self.to_filed()
        self.later(days=80)
        self.longer()
        self.later(days=28)
        return self.once_more()


class Publishing(Challenged):
    """A decided case whose decision is made public, and taken back."""

    def publication(self) -> int:
        return disclosure.publications(people.actor(self.cast.publicity, self.stage.now.date()))[-1].id

    def collect(self) -> Done:
        decision = decisions.decision_of(self.case)
        why = "案件发生在公共场所，群众反映集中，公开有利于规范市容秩序。"
        assert decision is not None
        return self.stage.act(
            "disclosure.collect", self.team[0], decision=decision.id, full_text=True, public_interest=why
        )

    def hand_up(self) -> Done:
        return self.stage.act(
            "disclosure.hand_over",
            self.cast.leaders[0],
            publication=self.publication(),
            opinion="内容真实完整。",
        )

    def check(self) -> Done:
        return self.stage.act(
            "disclosure.review",
            self.cast.publicity_head,
            publication=self.publication(),
            passed=True,
            opinion="不涉及国家秘密、商业秘密和个人隐私，可以公开。",
        )

    def publish(self) -> Done:
        return self.stage.act("disclosure.publish", self.cast.publicity, publication=self.publication())

    def published(self) -> Done:
        self.decided()
        self.collect()
        self.hand_up()
        self.check()
        return self.publish()

    def taken_down(self) -> Done:
        self.published()
        self.revoke()
        return self.stage.act(
            "disclosure.withdraw",
            self.cast.publicity,
            publication=self.publication(),
            code="revoked",
            words="决定已被撤销。",
        )

    def kept_back(self) -> Done:
        decision = decisions.decision_of(self.case)
        assert decision is not None
        return self.stage.act(
            "disclosure.exempt",
            self.cast.head,
            decision=decision.id,
            reason="privacy",
            words="涉及个人隐私，公开会造成损害。",
        )

    def revise(self) -> Done:
        return self.stage.act(
            "disclosure.revise", self.team[0], publication=self.publication(), reason="文字有误，更正。"
        )

    def replace(self) -> Done:
        return self.stage.act(
            "disclosure.replace",
            self.cast.publicity_head,
            publication=self.publication(),
            passed=True,
            opinion="更正后可以公开。",
        )

    def corrected(self) -> Done:
        self.published()
        self.revise()
        return self.replace()

    def show_agency(self) -> Done:
        return self.stage.act("disclosure.show_agency", people.system(), reason="首次公示。")

    def show_item(self) -> Done:
        item = self.cast.items[self.item]
        return self.stage.act("disclosure.show_item", people.system(), item=item, reason="更新。")


class Disputed(Challenged):
    """A decision that is challenged: answered, stopped, upheld or lost.

    The example tells this with fixed days of 2026; here they are as many weeks later as the play began late.
    """

    behind = timedelta()

    def go(self, at: str) -> None:
        super().go(str((datetime.fromisoformat(at) + self.behind).isoformat())[: len(at)])

    def act(self, name: str, by: int | None = None, /, **inputs: Any) -> Done:
        return super().act(name, by, **{key: self._moved(value) for key, value in inputs.items()})

    def _moved(self, typed: Any) -> Any:
        if self.decision and isinstance(typed, str) and DAY.fullmatch(typed):
            return (date.fromisoformat(typed) + self.behind).isoformat()
        return typed

    def decided(self) -> "Disputed":
        self.decision, self.behind = 0, timedelta()
        self.to_reviewed()
        late = (self.stage.now - datetime(2026, 9, 21, 11, 0, tzinfo=CHINA)).days + 1
        self.behind = timedelta(weeks=max(0, -(-late // 7)))
        self.go("2026-09-21T11:00")
        self.decision = self.decide().index
        self.serve(self.decision)
        return self

    def applied(self) -> Done:
        self.decided()
        done = self.hand_in()
        return self.forward(done.index)

    def upheld(self) -> Done:
        """Answer a reconsideration to its end."""
        self.decided()
        self.accept()
        self.list_evidence()
        self.answer()
        self.supplement()
        return self.conclude_remedy()

    def stopped(self) -> Done:
        self.decided()
        self.accept()
        self.suspend()
        return self.resume()

    def told_off(self) -> Done:
        self.decided()
        self.accept()
        self.conclude_remedy()
        return self.report(self.receive_opinion().index)

    def lost(self) -> Done:
        """Lose, and take the decision back as the ruling says."""
        self.decided()
        ruling = self.lose()
        return self.revoke(ground="reconsideration", ruling=ruling)

    def later_paid(self) -> Done:
        """Ask for time, get it, pay."""
        self.decided()
        self.ask_to_defer()
        found = decisions.decision_of(self.case)
        assert found is not None
        days = [(self.stage.now.date() + timedelta(days=n)).isoformat() for n in (20, 40)]
        half = found.amount // 2
        self.grant_deferral([{"on": days[0], "amount": half}, {"on": days[1], "amount": found.amount - half}])
        return self.pay(half)

    def no_deferral(self) -> Done:
        return self.act("deferral.refuse", self.cast.deputies[0], opinion="不符合条件。")
