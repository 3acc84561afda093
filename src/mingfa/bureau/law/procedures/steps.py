"""The rows of a procedure's table: its states, and its steps with those it shares with other procedures.

A step that several procedures take alike (service, remedies, hearings, records, …) stands once, in
`data/procedures/shared/`; a table includes it and says only what is its own: stage, states, what differs.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mingfa.bureau.law.tables import read_yaml
from mingfa.bureau.law.texts.statutes import Citation, cite

RECORDINGS = {
    "text": "文字记录",
    "av_situational": "视情音像记录",
    "av_mandatory": "全程音像记录",
    "log": "系统留痕",
}
SAME = "same"

# What an act asks is declared with the act and nowhere else (`doorway.acts`); the tables only name the act.
ASKED: dict[str, tuple[str, ...]] = {}


def asks(act: str, rules: Iterable[str]) -> None:
    """Tell the tables which rules an act asks, in the order of its gates."""
    ASKED[act] = tuple(rules)


@dataclass(frozen=True)
class State:
    """`stage` is the stage under way in this state; at an end, the last stage that was completed.

    `term` bounds the state: once it is over, only steps that may be `late` are lawful. Of a part, `is_before`
    says that nothing was done yet: the matter's table decides where a part may begin. In a state that `rests`
    nothing is pending for the bureau; the words say what it waits for.
    """

    id: str
    zh: str
    stage: str
    is_end: bool
    term: str | None = None
    is_before: bool = False
    rests: str = ""


@dataclass(frozen=True)
class Step:
    """One row. `to` gives the state by outcome; the key None stands for an act without outcomes.

    `at` replaces `to` where the step leads elsewhere from some state. `late` steps may be taken after the
    state's term. `conditions` says, for a state, when the step may be taken there; `note` is a remark for the
    public chart.
    """

    id: str
    zh: str
    stage: str
    act: str
    actor: str
    from_states: tuple[str, ...]
    to: dict[str | None, str]
    paper: str
    recording: str
    term: str | None
    keeps: tuple[str, ...]
    citations: tuple[Citation, ...]
    conditions: dict[str, str]
    note: str
    at: Mapping[str, dict[str | None, str]]
    late: bool

    @property
    def gates(self) -> tuple[str, ...]:
        """The rules that the step's act asks, as it declared them; none where no act is loaded."""
        return ASKED.get(self.act, ())

    @property
    def is_loop(self) -> bool:
        return self.to == {None: SAME} and not self.at

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Return every outcome, in whatever state."""
        found = [outcome for leads in (self.to, *self.at.values()) for outcome in leads]
        return tuple(dict.fromkeys(outcome for outcome in found if outcome is not None))

    def leads(self, state: str | None) -> dict[str | None, str]:
        """Return where the step leads from a state, by outcome."""
        return self.at.get(state, self.to) if state is not None else self.to

    @property
    def recording_zh(self) -> str:
        return RECORDINGS[self.recording]


def written_out(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table with those it includes; what `but` says is nothing (`null`) is left out."""
    for row in rows:
        if "include" not in row:
            yield row
            continue
        shared = _shared(row["include"])
        unknown = (set(row.get("only", ())) | set(row.get("but", {}))) - set(shared)
        if unknown:
            raise ValueError(f"共用步骤“{row['include']}”中没有：{'、'.join(sorted(unknown))}")
        for act in row.get("only", shared):
            place = {"stage": row["stage"], "from": row["from"]}
            row_here = {**shared[act], **place, **row.get("but", {}).get(act, {})}
            yield {name: value for name, value in row_here.items() if value is not None}


@cache
def _shared(name: str) -> dict[str, dict[str, Any]]:
    return {row["act"]: row for row in read_yaml(f"procedures/shared/{name}.yaml")["steps"]}


def state_of(row: dict[str, Any]) -> State:
    is_end, before = row.get("end", False), row.get("before", False)
    stage = row["done"] if is_end else row["in"]
    return State(row["id"], row["zh"], stage, is_end, row.get("term"), before, row.get("rests", ""))


def _leads(to: Any) -> dict[str | None, str]:
    return to if isinstance(to, dict) else {None: to}


def step_of(row: dict[str, Any]) -> Step:
    return Step(
        id=row["id"],
        zh=row["zh"],
        stage=row["stage"],
        act=row["act"],
        actor=row["actor"],
        from_states=tuple(row["from"]),
        to=_leads(row["to"]),
        paper=row["paper"],
        recording=row["recording"],
        term=row.get("term"),
        keeps=tuple(row.get("keeps", ())),
        citations=tuple(cite(text) for text in row["cite"]),
        conditions=row.get("condition", {}),
        note=row.get("note", ""),
        at={state: _leads(to) for state, to in row.get("at", {}).items()},
        late=row.get("late", False),
    )
