"""A gate that is asked in several kinds of matter speaks to each of them: it calls none of them a case.

Read are the sentences written in the gate itself; what it gets from elsewhere is not seen here.
"""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.gates import Gate, no
from mingfa.bureau.law.procedures.procedure import procedures

# What is a penalty, or runs in the case of one: there a matter is a case.
PENALTY = frozenset({"ordinary", "summary", "measure", "preservation"})
OF_A_CASE = re.compile("本案|案件|在案|处罚(活动|建议)|作出的处罚")


def shared() -> Iterator[Gate[Any]]:
    """Yield every gate that is asked in some procedure other than a penalty's and in another one too."""
    asked: dict[str, set[str]] = {}
    gates: dict[str, Gate[Any]] = {}
    for table in procedures():
        kind = "penalty" if table.id in PENALTY else table.id
        for step in table.steps:
            for gate in REGISTER[step.act].gates:
                asked.setdefault(gate.code, set()).add(kind)
                gates[gate.code] = gate
    yield from (gates[code] for code, kinds in asked.items() if len(kinds) > 1)


def sentences(check: Callable[..., Any]) -> Iterator[str]:
    """Yield the Chinese words written in a function."""
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(check)))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def of_a_case(check: Callable[..., Any]) -> list[str]:
    return [words for words in sentences(check) if OF_A_CASE.search(words)]


def test_a_gate_of_several_kinds_of_matter_calls_none_of_them_a_case() -> None:
    found = {gate.code: of_a_case(gate.check) for gate in shared()}
    assert len(found) > 40
    assert {code: words for code, words in found.items() if words} == {}


@pytest.mark.parametrize("words", ["所选文书不属于本案。", "不得从事行政处罚活动。", "所选证据不在案。"])
def test_the_guard_on_sentences_bites(words: str) -> None:
    assert OF_A_CASE.search(words)


def test_the_guard_reads_what_a_gate_says() -> None:
    def some_gate(_: object) -> object:
        """English."""
        return no("不得审核自己承办的案件。", "请其他人员审核。")

    assert of_a_case(some_gate) == ["不得审核自己承办的案件。"]
