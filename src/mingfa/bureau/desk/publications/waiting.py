"""What is on its way to the public: where each decision stands, and whose step is next (plan 1.1.b)."""

from dataclasses import dataclass
from urllib.parse import urlencode

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.kinds import opened
from mingfa.bureau.desk.kinds.kind import Opened
from mingfa.bureau.desk.matters.timeline import Event, story
from mingfa.bureau.disclosure import reads
from mingfa.bureau.disclosure.sources.hooks import disclosable
from mingfa.bureau.disclosure.values import Due, PublicationView
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.clocks import left_zh, tone

COLLECT = "disclosure.collect"
# State of a publication ("" before it begins) -> the act that leads on.
NEXT = {
    "": COLLECT,
    "collected": "disclosure.hand_over",
    "handed_over": "disclosure.review",
    "reviewed": "disclosure.publish",
    "revised": "disclosure.replace",
}
LATER = ("disclosure.revise", "disclosure.withdraw")
# Posts whose word reaches no further than their own unit's matters.
OF_A_UNIT = frozenset({"officer", "unit_leader"})


@dataclass(frozen=True)
class Waiting:
    """A decision not public yet, with the step that is next."""

    due: Due
    act: str
    is_mine: bool

    @property
    def words(self) -> str:
        return REGISTER[self.act].title

    @property
    def state(self) -> str:
        return self.due.publication.state_zh if self.due.publication else "未采集"

    @property
    def href(self) -> str:
        """Return the page of the content, or the form that begins it."""
        if self.due.publication:
            return f"/publications/{self.due.publication.id}/"
        return f"/acts/{self.act}/?{urlencode({'decision': self.due.decision})}"

    @property
    def tag(self) -> str:
        return left_zh(self.due.days_left, "个工作日")

    @property
    def tone(self) -> str:
        return tone(self.due.days_left, bool(self.due.alerts))


def waiting(ask: Ask) -> list[Waiting]:
    """Return the visible decisions that are to be published, the most urgent first."""
    found = []
    for due in reads.to_publish(ask.today, ask.me):
        act = NEXT.get(due.publication.state if due.publication else "", "")
        if act:
            found.append(Waiting(due, act, mine(ask, act, due.unit)))
    return found


def mine(ask: Ask, act: str, unit: int) -> bool:
    """Say whether a step is this person's: those of the bureau's publicity, or of one's own unit."""
    who = REGISTER[act].who
    return ask.can(who - OF_A_UNIT) or (ask.can(who) and ask.me.unit == unit)


def acts_on(ask: Ask, found: PublicationView) -> list[tuple[str, str]]:
    """Return (title, address) of what this person may do to a publication now."""
    names = [NEXT[found.state]] if found.state in NEXT else []
    if found.is_live:
        names += LATER
    query = urlencode({"publication": found.id})
    able = [(REGISTER[name].title, f"/acts/{name}/?{query}") for name in names if mine(ask, name, found.unit)]
    if found.state == "collected" and mine(ask, COLLECT, found.unit):
        # What the review sent back, or what was collected with words too many, is collected anew.
        able.append(("重新采集", f"/acts/{COLLECT}/?{urlencode({'decision': found.decision or ''})}"))
    return able


def told(ask: Ask, found: PublicationView) -> tuple[Opened | None, list[Event]]:
    """Return the matter of a publication and what was done to publish it, with the opinions given."""
    one = disclosable(found.decision) if found.decision else None
    if one is None:
        return None, []
    matter = opened(ask, one.matter)
    return matter, [e for e in story(matter.id, matter.view.procedure) if _concerns(e, found)]


def _concerns(one: Event, found: PublicationView) -> bool:
    given = one.inputs
    is_its = given.get("publication") == found.id or given.get("decision") == found.decision
    return one.act.startswith("disclosure.") and is_its
