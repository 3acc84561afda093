"""Bringing an example enforcement to its demand and what the party says to it; each fact overridable."""

from datetime import date, datetime, timedelta
from typing import Any, Self

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.enforcement import reads
from mingfa.bureau.enforcement.values import EnforcementView
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

VIDEO = {"sha256": "cd" * 32, "size": 9000, "media": "video/mp4", "name": "示例录像.mp4"}


class Demanding(Play):
    """A decided case, the demand to perform its fine or order, and what came of the demand."""

    def __init__(self, stage: Stage, cast: Cast, item: str = "店外经营", squad: int = 0) -> None:
        super().__init__(stage, cast, squad, item)
        self.video = VIDEO
        self.matter = 0
        self.source = 0

    @property
    def view(self) -> EnforcementView:
        found = reads.enforcement(self.matter)
        assert found is not None
        return found

    def do(self, name: str, by: int | None = None, /, **inputs: Any) -> Done:
        """Do an act of the enforcement by its first handler, or by somebody else."""
        return self.stage.act(name, self.team[0] if by is None else by, self.matter or None, **inputs)

    def by_head(self, name: str, **inputs: Any) -> Done:
        return self.do(name, self.cast.deputies[0], **inputs)

    def day(self, days: int = 0) -> str:
        """Return a day from today, as typed."""
        return (self.today + timedelta(days=days)).isoformat()

    @property
    def today(self) -> date:
        return self.stage.now.astimezone(CHINA).date()

    def until(self, day: date) -> None:
        """Let time pass until the morning after a day, on a working day."""
        after = datetime(day.year, day.month, day.day, 10, 0, tzinfo=CHINA) + timedelta(days=1)
        self.stage.now = max(self.stage.now, after)
        self.later()

    # --- what is enforced --------------------------------------------------------------------------------

    def to_fined(self) -> Self:
        """Carry the case to a served fine whose time is over, unpaid."""
        done = self.to_decided()
        self.serve(done.index)
        self.source = done.index
        self.later(days=35)
        return self

    def to_ordered(self, **over: Any) -> Self:
        """Carry a case to a served order to correct whose time is over, not corrected."""
        self.to_filed()
        done = self.order(**over)
        self.serve(done.index)
        self.source = done.index
        self.later(days=3)
        return self

    def begin(self, **over: Any) -> Done:
        done = self.stage.act(
            "enforcement.begin",
            self.team[0],
            None,
            **{"source": self.source, "situation": "当事人至今没有履行。", **over},
        )
        self.matter = done.index
        return done

    def demand(self, **over: Any) -> Done:
        words = {
            "until": self.day(10),
            "duty": "缴纳罚款，恢复原状。",
            "manner": "到指定银行缴款；自行清除并恢复原状。",
        }
        return self.do("enforcement.demand", **{**words, **over})

    def hand_over(self, paper: int, **over: Any) -> Done:
        """Serve a paper of the enforcement in person."""
        delivery = {
            "paper": paper,
            "method": "personal",
            "place": "示例路100号",
            "servers": self.team,
            "received_by": "王示例",
            "relation": "representative" if self.view.is_unit else "self",
            "signed": True,
        }
        return self.do("service.serve", **{**delivery, **over})

    def to_demanded(self, **over: Any) -> Self:
        """Begin, demand and serve; then wait until the demand's time is over."""
        if not self.matter:
            self.begin()
        done = self.demand(**over)
        self.hand_over(done.index)
        self.until(reads.demands(self.matter)[-1].until)
        return self

    def plead(self, **over: Any) -> Done:
        words = {"made_on": self.day(), "by": "王示例", "words": "正在筹款，请求宽限。"}
        return self.do("enforcement.hear", **{**words, **over})

    def answer(self, **over: Any) -> Done:
        words = {"adopted": False, "words": "理由不成立，期限届满应当履行。"}
        return self.do("enforcement.answer", **{**words, **over})

    def check(self, **over: Any) -> Done:
        words = {
            "officers": self.team,
            "checked_at": self.ago(10),
            "performed": True,
            "findings": "经复查，堆放物已经清除，恢复通行。",
            "reasons": {"the_check_is_shown_in_picture": "示例：复查记录能够全面反映。"},
        }
        return self.do("enforcement.check", **{**words, **over})
