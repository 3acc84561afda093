"""Gates: what the law asks before an act, each a pure question with its rule and its citation.

A gate is a function named as a sentence that is true when all is well. It gets the facts and returns
None, or `no(…)` with what is wrong and what to do. It opens no database and knows no web.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from mingfa.bureau.law.force import Force, in_force

F = TypeVar("F", contravariant=True)


@dataclass(frozen=True, slots=True)
class Reason:
    """What a gate found missing: `because` as a sentence, `todo` as the way on."""

    because: str
    todo: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act was refused: rule id, stable code, sentence, citation and the way on (Chinese).

    A refusal that only `warns` may be passed by a recorded reason; no other can.
    """

    rule: str
    code: str
    because: str
    citation: str
    todo: str
    warns: bool = False

    def as_json(self) -> dict[str, object]:
        """Return the API's shape of a refusal."""
        return {
            name: getattr(self, name) for name in ("rule", "code", "because", "citation", "todo", "warns")
        }


@dataclass(frozen=True)
class Gate(Generic[F]):
    """One gate: `check` with the rule it keeps and the article it stands on.

    `of_inputs` marks a gate that can only be asked once the form is filled in. `cites_in` names the article
    by procedure, where another law says the same. One that came later says `since` when it is in force, one
    that was replaced `until` when: outside of that it is not asked (law/force.py).
    """

    rule: str
    code: str
    cites: str
    check: Callable[[F], Reason | None]
    of_inputs: bool
    warns: bool
    cites_in: Mapping[str, str] = field(default_factory=dict)
    since: Force | None = None
    until: Force | None = None

    def __call__(self, facts: F, procedure: str = "") -> Refusal | None:
        """Ask; a refusal cites the article that says it in this procedure."""
        reason = self.check(facts)
        if reason is None:
            return None
        return Refusal(self.rule, self.code, reason.because, self.cited(procedure), reason.todo, self.warns)

    def cited(self, procedure: str) -> str:
        """Return the article on which the gate stands in a procedure."""
        return self.cites_in.get(procedure, self.cites)


REGISTER: dict[str, Gate[Any]] = {}


def no(because: str, todo: str) -> Reason:
    """Say what is missing and what to do about it."""
    return Reason(because, todo)


def gate(
    rule: str,
    *,
    cites: str,
    of_inputs: bool = False,
    warns: bool = False,
    cites_in: Mapping[str, str] | None = None,
    since: Force | None = None,
    until: Force | None = None,
) -> Callable[[Callable[[F], Reason | None]], Gate[F]]:
    """Declare a gate of a rule; its code is the function's own name."""

    def declare(check: Callable[[F], Reason | None]) -> Gate[F]:
        code = check.__name__
        if code in REGISTER and REGISTER[code].check.__module__ != check.__module__:
            raise ValueError(f"two gates named {code}")
        made = Gate(rule, code, cites, check, of_inputs, warns, dict(cites_in or {}), since, until)
        REGISTER[code] = made
        return made

    return declare


def ask(
    gates: Iterable[Gate[F]], facts: F, *, procedure: str = "", with_inputs: bool = True
) -> list[Refusal]:
    """Ask every gate in force, in the procedure of the matter; return refusals, the blocking ones first."""
    asked = [g for g in gates if (with_inputs or not g.of_inputs) and in_force(g.since, g.until)]
    found = [r for g in asked if (r := g(facts, procedure)) is not None]
    return sorted(found, key=lambda refusal: refusal.warns)


def cited(refusal: Refusal, citation: str) -> Refusal:
    """Return the refusal with its citation written out in full."""
    return replace(refusal, citation=citation)
