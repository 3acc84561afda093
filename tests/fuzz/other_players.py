"""Players of everything else: permits, enforcement, the street, what is held, who works here."""

from datetime import timedelta
from typing import Any

from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.enforcement import reads as enforcement
from mingfa.bureau.execution import reads as execution
from mingfa.bureau.people import reads as people
from mingfa.example import permit_hearing
from mingfa.example.bureau import Cast, Stage, enroll
from mingfa.example.enforcement import Enforcing
from mingfa.example.inspections import Round
from mingfa.example.measures import Taking
from mingfa.example.permit_item import list_permit
from mingfa.example.permits import Applying
from mingfa.example.summary import Spot

SHORT = {"materials": [1, 2]}


class Permit(Applying):
    """An application of any length, with everybody concerned, a hearing and a review where it comes to it."""

    def __init__(self, stage: Stage, cast: Cast) -> None:
        name = "临时占用审批（随机）"
        if name not in cast.items:
            cast.items[name] = list_permit(stage, cast, name=name)
        super().__init__(stage, cast, cast.items[name])

    def tell_applicant(self) -> Done:
        return self.tell("applicant")

    def asks(self) -> Done:
        return self.hear(hearing_requested=True)

    def short(self) -> Done:
        """Receive what lacks a material, and ask for it."""
        self.receive(**SHORT)
        return self.supplement()

    def made_good(self) -> Done:
        self.short()
        self.hand_in()
        return self.accept()

    def law_accepts(self) -> Done:
        return self.act("permit.deem_accepted", people.system())

    def silence(self) -> Done:
        """Receive, and say nothing until the law accepts."""
        self.receive(**SHORT)
        self.later(days=9)
        return self.law_accepts()

    def call_hearing(self) -> Done:
        why = {"reason": "涉及公共利益的重大许可事项。", "opinion": "同意组织听证。"}
        return self.act("permit.call_hearing", self.cast.deputies[0], **why)

    def appoint(self) -> Done:
        return permit_hearing.appoint(self)

    def hold(self) -> Done:
        return permit_hearing.hear(self)

    def report(self) -> Done:
        return permit_hearing.report(self)

    def heard(self) -> "Permit":
        """Carry it through a hearing that a third party asked for, to the review."""
        self.to_accepted()
        self.check()
        self.tell()
        self.tell_applicant()
        self.asks()
        self.appoint()
        self.hold()
        self.report()
        self.reconclude()
        self.submit()
        self.review()
        return self

    def refused(self) -> Done:
        self.to_concluded(outcome="refuse", why="占用范围影响通行。", content="", from_on=None, to_on=None)
        return self.decide()

    def licensed(self) -> "Permit":
        self.to_licensed()
        return self

    def longer(self) -> Done:
        """Apply for more time with the licence of this application."""
        self.later(days=50)
        return self.receive(kind="renew", licence=self.permit)

    def renewed(self) -> Done:
        return self.act("permit.deem_renewed", people.system())

    def correct(self) -> Done:
        return self.act("permit.correct", self.clerk, words="申请书填写有误，已当场更正。", confirmed=True)

    def reviewed(self) -> "Permit":
        """Carry a major application through its review."""
        self.to_concluded(grounds=["public_interest"])
        self.submit()
        self.review()
        return self

    def takes_back(self) -> Done:
        return self.act("review.withdraw", reason="补充材料后重新送审。")

    def ends_hearing(self) -> Done:
        why = {"ground": "withdrawn", "reason": "申请人撤回听证申请。", "document": "示例：撤回听证申请书"}
        return self.act("hearing.end", self.cast.review_head, **why)

    def renewed_by_law(self) -> Done:
        """Apply for more time, and hear nothing until the licence ends."""
        self.to_licensed()
        self.longer()
        self.accept()
        self.later(days=60)
        return self.renewed()

    def expired(self) -> Done:
        self.later(days=95)
        return self.cancel()


class Forced(Enforcing):
    """A decision nobody obeys: demanded, enforced by the bureau or by the court, agreed, paused."""

    def __init__(self, stage: Stage, cast: Cast) -> None:
        super().__init__(stage, cast)

    def demanded(self) -> "Forced":
        """Demand the fine."""
        self.matter = 0
        self.to_fined()
        self.to_demanded()
        return self

    def bound(self) -> "Forced":
        """Demand that what was ordered is done."""
        self.matter = 0
        self.to_ordered()
        self.to_demanded()
        return self

    def pleaded(self) -> Done:
        self.demanded()
        self.plead()
        return self.answer()

    def substituted(self) -> Done:
        """Have it done by somebody else, at the party's cost."""
        self.bound()
        self.to_commanded()
        self.hand_over(self.urge().index)
        self.later(days=12)
        self.substitute()
        self.hand_over(self.settle().index)
        return self.end()

    def demolished(self) -> Done:
        """Demolish after the notice, and after every remedy."""
        self.bound()
        self.to_commanded(**{**self.demolition(), "harm": None, "performer": "", "target": "", "cost": 0})
        self.announce()
        self.to_window()
        self.execute()
        return self.end()

    def to_court(self) -> Done:
        """Ask the court within its three months."""
        self.demanded()
        self.to_window()
        self.apply()
        self.later(days=3)
        self.court_says("accepted")
        self.later(days=5)
        self.court_says("granted")
        self.later(days=20)
        return self.court_ends()

    def court_ends(self) -> Done:
        given = {"on": self.day(), "document": "示例结案通知", "words": "划扣完毕。", "fine": True}
        return self.do("court.finish", **given)

    def agreed(self) -> Done:
        self.demanded()
        left = self.left
        stages = [{"day": self.day(30), "what": "缴清余额", "amount": left}]
        return self.agree(stages=stages, reduction=0)

    @property
    def left(self) -> int:
        owed = execution.owed(decisions.decision(self.source), self.today)
        return owed.left

    def paused(self) -> Done:
        self.demanded()
        self.suspend()
        return self.resume()

    def over(self) -> Done:
        self.demanded()
        return self.terminate()

    def cleared(self) -> Done:
        """Clear a road at once."""
        self.to_filed()
        self.later(hours=1)
        self.hand_over(self.clear().index)
        return self.end()

    def gap(self) -> Done:
        self.bound()
        self.to_commanded()
        return self.excused()

    def excused(self) -> Done:
        return self.by_head("enforcement.excuse", cause="battery", words="电量耗尽。", opinion="同意。")

    def served_demand(self) -> Done:
        return self.hand_over(enforcement.demands(self.matter)[-1].id)


class FromTheDesk(Round):
    """An inspection without a visit."""

    def looked_at(self) -> Done:
        self.to_approved(how="off_site")
        self.notify()
        self.examine()
        return self.tell()


class OnTheSpot(Spot):
    """A penalty on the street, to the bank or into the file."""

    def cash(self) -> Done:
        """Collect on the spot, hand in, pay in, report, file away."""
        self.fine(payment="small", amount=100_00)
        self.collect()
        self.hand_in()
        self.later(hours=3)
        self.bank_in()
        self.report()
        return self.file_away()

    def cash_open(self) -> Done:
        self.fine(payment="small", amount=100_00)
        return self.collect()

    def warned(self) -> Done:
        self.warn()
        self.report()
        return self.file_away()


class Held(Taking):
    """Something is taken from somebody, and goes back or on."""

    def __init__(self, stage: Stage, cast: Cast) -> None:
        super().__init__(stage, cast, item="露天烧烤")

    def given_back(self) -> Done:
        self.to_filed()
        self.hold()
        self.later(hours=2)
        return self.hand_back(self.release().index)

    def at_once(self) -> Done:
        self.to_filed()
        self.seize(emergency="当事人正在转移工具。")
        self.record()
        return self.make_up()

    def tested(self) -> Done:
        self.to_filed()
        self.hold()
        self.test()
        self.extend()
        return self.keep_log()

    def preserved(self) -> Done:
        self.to_filed()
        self.preserve()
        self.later(days=1)
        return self.end_preservation()

    def confiscated(self) -> Done:
        """Seize in an open case, decide to confiscate, serve, and dispose of the things."""
        self.to_filed()
        self.hold()
        self.later(days=1)
        self.inspect()
        self.question()
        self.order()
        self.conclude(
            kinds=["confiscate_property"],
            amount=0,
            deviation="示例：没收工具。",
            things=[{"name": "示例工具", "quantity": "1件"}],
        )
        self.tell()
        self.submit()
        self.later(days=1)
        self.review()
        self.discuss()
        self.serve(self.decide().index)
        return self.dispose()


class Household:
    """Who works here changes: people come, are certified, appointed, dismissed; accounts are opened."""

    def __init__(self, stage: Stage, cast: Cast) -> None:
        self.stage, self.cast, self.new, self.posts = stage, cast, 0, list[int]()

    def act(self, name: str, **inputs: Any) -> Done:
        return self.stage.act(name, self.cast.appointer, **inputs)

    def comes(self) -> int:
        self.new = enroll(self.stage, self.cast, "示例新人", "市容中队")
        return self.new

    def serves(self) -> Done:
        since = self.stage.now.date().isoformat()
        done = self.act(
            "person.appoint", person=self.new, role="window", since=since, document="示例任〔2026〕2号"
        )
        self.posts.append(done.index)
        return done

    def leaves(self) -> Done:
        post = self.posts.pop()
        until = (self.stage.now.date() + timedelta(days=1)).isoformat()
        return self.act("person.dismiss", appointment=post, until=until)

    def certified(self) -> Done:
        return self.act(
            "person.certify",
            person=self.new,
            certificate=f"示E{self.new:05d}",
            certificate_from="2026-01-01",
            certificate_to="2029-12-31",
        )

    def account(self) -> Done:
        return self.act("account.open", person=self.new, username=f"xinren{self.new}")

    def new_password(self) -> Done:
        return self.act("account.reset", person=self.new)

    def gone(self) -> Done:
        return self.act("account.close", person=self.new)

    def unit(self) -> Done:
        return self.act("unit.set_up", name=f"示例机构{self.stage.now:%m%d%H%M%S}", kind="office")

    def local(self) -> Done:
        return self.act(
            "local.set",
            config_id="recording_months",
            value=6,
            citation="示例依据",
            valid_from="2026-09-01",
        )

    def festivals(self) -> Done:
        """Announce the festivals of this place for a past year, and have the head confirm them."""
        announced = self.act(
            "calendar.announce",
            scope="local",
            text="示例节放假一天的通知（虚构）",
            year=2025,
            number="示例依据",
            issued_on="2025-01-01",
            days=[{"date": "2025-10-21", "status": "off", "name": "示例节"}],
        )
        return self.stage.act("calendar.confirm", self.cast.head, announcement=announced.index, compared=True)
