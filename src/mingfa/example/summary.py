"""Penalties on the spot in the example: each step with invented facts that pass, each overridable."""

from collections.abc import Generator
from datetime import timedelta
from typing import Any

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.look import CHINA
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play
from mingfa.example.codes import credit_code
from mingfa.example.pictures import Pictures

PHOTO = {"sha256": "ab" * 32, "size": 9000, "media": "image/jpeg", "name": "示例现场照片.jpg"}
# An invented number with a right check digit: born on 7 March 1990.
CITIZEN = {
    "kind": "person",
    "name": "王示例",
    "code": "110101199003077571",
    "address": "示例市高新区示例路2号",
}
COMPANY = {
    "kind": "unit",
    "name": "示例商贸有限公司",
    "code": credit_code(0, unit=True),
    "representative": "李示例",
    "address": "示例市高新区示例路3号",
}
BILLS = "随意张贴、涂写"


class Spot(Play):
    """One penalty on the spot, by two officers of a squad that are not its leader."""

    def __init__(self, stage: Stage, cast: Cast, squad: int = 0, item: str = "占道经营") -> None:
        super().__init__(stage, cast, squad, item)
        self.team = cast.officers[squad][1:3]
        self.leader = cast.leaders[squad]
        self.photo: dict[str, object] = PHOTO

    def fine(self, **over: Any) -> Done:
        """Decide on the spot; by default a fine of fifty yuan for a citizen, to be paid at the bank."""
        facts = {
            "item": self.cast.items[self.item],
            "step": "一般",
            "kinds": ["fine"],
            "amount": 50_00,
            "street": "650104001",
            "place": "示例路100号门前",
            "findings": f"当事人在示例路100号门前{self.item}，占用人行道约2平方米。",
            "media": [self.photo],
            "party": CITIZEN,
            "officers": self.team,
            "certificate_shown": True,
            "rights_told": True,
            "heard": True,
            "correction": "now",
            "payment": "bank",
            "signed": "signed",
        }
        done = self.act("summary.decide", **{**facts, **over})
        self.case = done.index
        return done

    def warn(self, **over: Any) -> Done:
        """Warn on the spot, for bills posted on a wall."""
        self.item = BILLS
        warning = {"kinds": ["warning"], "amount": 0, "payment": None, "step": "较轻"}
        return self.fine(**{**warning, **over})

    def collect(self, **over: Any) -> Done:
        """Collect the fine on the spot."""
        receipt = {"receipt_by": "provincial", "receipt_no": f"示例票{self.case:06d}"}
        return self.act("summary.collect", **{**receipt, **over})

    def hand_in(self, **over: Any) -> Done:
        """Hand in what was collected, to the leader of the squad."""
        return self.act("summary.hand_in", **{"received_by": self.leader, **over})

    def bank_in(self, **over: Any) -> Done:
        """Pay it in at the bank."""
        slip = {
            "bank": "示例银行高新支行",
            "receipt_no": f"示例缴{self.case:06d}",
            "paid_on": self.stage.now.astimezone(CHINA).date().isoformat(),
        }
        return self.act("summary.bank_in", self.leader, **{**slip, **over})

    def report(self, **over: Any) -> Done:
        """Report the decision for the record."""
        return self.act("summary.report", **over)

    def file_away(self, **over: Any) -> Done:
        """Look at the reported decision and file it away."""
        return self.act("summary.close", self.leader, **over)


Story = Generator[timedelta, None, None]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def at_the_bank(spot: Spot) -> Story:
    """Fined, reported, paid at the bank, filed away."""
    spot.fine()
    yield 2 * HOUR
    spot.report()
    yield 3 * DAY
    spot.pay(50_00)
    spot.finish()
    yield DAY
    spot.file_away()


def in_cash(spot: Spot) -> Story:
    """Fined and collected on the spot; handed in, paid in, reported, filed away."""
    spot.fine(payment="small", party={**CITIZEN, "name": "赵示例", "code": "110101198512120019"})
    spot.collect()
    yield 3 * HOUR
    spot.hand_in()
    spot.report()
    yield DAY
    spot.bank_in()
    yield DAY
    spot.file_away()


def fallen(spot: Spot) -> Story:
    """Fined, reported, and taken back after a look at the file."""
    spot.fine(party={**CITIZEN, "name": "周示例", "code": "110101197001010016"})
    yield 5 * HOUR
    spot.report()
    yield 2 * DAY
    spot.revoke(reason="经审查，当场处罚所依据的照片不能证明违法事实。")


def of_a_company(spot: Spot) -> Story:
    """A company fined two hundred yuan; it has not paid yet."""
    spot.fine(party=COMPANY, amount=200_00)
    yield DAY
    spot.report()


STORIES = (at_the_bank, in_cash, fallen, of_a_company)


def stories(stage: Stage, cast: Cast) -> list[Story]:
    """Return the stories of penalties on the spot, each to be told side by side with the others."""
    pictures = Pictures()
    told = []
    for n, story in enumerate(STORIES):
        spot = Spot(stage, cast, squad=n % 2)
        spot.photo = pictures.photo(n, "当场处罚")
        told.append(story(spot))
    return told
