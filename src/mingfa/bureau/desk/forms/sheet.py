"""One act's form as it was sent, or empty; and what its page says of the act in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mingfa.bureau.desk.forms.fields import Field, fields_of
from mingfa.bureau.desk.forms.prefill import asked
from mingfa.bureau.desk.forms.typed import Errors, Typed
from mingfa.bureau.desk.kinds.kind import Opened
from mingfa.bureau.desk.matters.doing import Outcome
from mingfa.bureau.doorway.acts import Act
from mingfa.bureau.law.gates import Gate
from mingfa.bureau.law.procedures.procedure import begun_by
from mingfa.bureau.law.rules import rule
from mingfa.bureau.law.texts.statutes import cite

# What every form holds beside its questions; no question can be called so.
WHEN, KEY = "act.at", "act.key"
AT = {WHEN: "办理时间"}


@dataclass
class Sheet:
    """One act's form as it was sent, or empty. `settles` is the answer that its fields follow from."""

    act: Act[Any, Any]
    matter: Opened | None
    fields: tuple[Field, ...]
    typed: Typed
    key: str
    at: str = ""
    reasons: dict[str, str] = field(default_factory=dict)
    errors: Errors = field(default_factory=dict)
    outcome: Outcome = field(default_factory=Outcome)
    settles: str = ""

    @property
    def time_error(self) -> str:
        return self.errors.get(WHEN, "")

    @property
    def waits(self) -> bool:
        """Whether a question can only be asked after another is answered."""
        return any(one.follows and not self.typed.get(one.follows) for one in self.questions)

    @property
    def questions(self) -> tuple[Field, ...]:
        """Every question of the act that its matter leaves open."""
        return asked(fields_of(self.act.inputs), self.matter.view if self.matter else None)


def summary(drawn: Any, errors: Errors, more: Mapping[str, str] = AT) -> list[tuple[str, str, str]]:
    """Return (anchor, label, sentence) for every error, in the order of the form, then of `more` fields."""
    found = {}
    for one in _all(drawn):
        if one.path in errors:
            found[one.path] = (one.id, one.field.label, errors[one.path])
    for path, words in errors.items():
        if path not in found:
            found[path] = (f"f-{path}" if path in more else "m", more.get(path, ""), words)
    return list(found.values())


def _all(drawn: Any) -> Any:
    for one in drawn:
        yield one
        yield from _all(one.parts)
        for row in one.rows:
            yield from _all(row.hidden + row.parts)


def explained(gate: Gate[Any], act: Act[Any, Any], matter: Opened | None) -> tuple[str, str, str, bool]:
    """Return (rule id, what it asks in words, citation in full, whether it only warns)."""
    table = matter.table if matter else begun_by(act.name)
    cited = "、".join(str(cite(one)) for one in gate.cited(table.id if table else "").split("、"))
    return gate.rule, rule(gate.rule).zh, cited, gate.warns


def roles_zh(act: Act[Any, Any]) -> list[str]:
    """Return the posts that may do an act, in words."""
    return sorted(str(getattr(role, "label", role)) for role in act.who)
