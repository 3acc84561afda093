"""What a gate reads of the inputs is what the acts that ask it take: misspelt, it is an error of types.

`look.given_as(Kind)` tells the type checker what was typed; here it is compared with the acts themselves.
"""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from typing import Any

from tests.guards.sources import BUREAU, product

from mingfa.bureau.doorway.acts import REGISTER, Act
from mingfa.bureau.law.gates import Gate

# Inputs that the room turns into another kind before its gates see them (service: all ways are a delivery).
TURNED = {"service.hand_over": "Delivery", "service.announce": "Delivery"}


def named_kinds(gate: Gate[Any]) -> set[type]:
    """Return the kinds that a gate names in `given_as`."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(gate.check)))
    scope = inspect.getmodule(gate.check).__dict__
    return {
        scope[kind.id]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "given_as"
        for kind in node.args
        if isinstance(kind, ast.Name)
    }


def strangers(acts: dict[str, Act[Any, Any]]) -> Iterator[str]:
    """Yield each act whose inputs are not what a gate of it says."""
    for act in acts.values():
        for gate in act.gates:
            kinds = named_kinds(gate)
            if not kinds or issubclass(act.inputs, tuple(kinds)):
                continue
            if TURNED.get(act.name) not in {kind.__name__ for kind in kinds}:
                read = sorted(kind.__name__ for kind in kinds)
                yield f"{act.name}: {gate.code} reads {read}, not {act.inputs.__name__}"


def bare_readings(text: str) -> list[str]:
    """Return what is read of `look.given` without saying as what: `f.look.given.paid_on`."""
    found = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Attribute)]
    return [ast.unparse(n) for n in found if ast.unparse(n.value).endswith("look.given")]


def test_acts_take_what_their_gates_read() -> None:
    assert list(strangers(REGISTER)) == []


def test_rules_say_as_what_they_read() -> None:
    rules = [
        s for s in product() if s.path.name in ("rules.py", "facts.py") and s.path.is_relative_to(BUREAU)
    ]
    assert {s.name: found for s in rules if (found := bare_readings(s.text))} == {}


def test_most_gates_of_inputs_are_typed() -> None:
    """The guard looks at something: hundreds of gates name what they read."""
    gates = {gate.code: gate for act in REGISTER.values() for gate in act.gates}
    assert sum(bool(named_kinds(gate)) for gate in gates.values()) > 250


def test_the_guards_bite() -> None:
    inspect_act, other = REGISTER["record.inspect"], REGISTER["case.close"]
    wrong = Act(**{**vars(other), "gates": inspect_act.gates})
    assert list(strangers({"case.close": wrong})) != []
    assert bare_readings("def gate(f):\n    return f.look.given.paid_on") == ["f.look.given.paid_on"]
