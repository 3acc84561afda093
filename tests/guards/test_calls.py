"""No public function of the product is called by tests alone: what nobody uses proves nothing."""

import pytest
from tests.guards.calls import Module, read, unused
from tests.guards.sources import PACKAGE, made_up, product

# What something outside the sources calls by its name, and who.
ENTRIES = {
    "mingfa.commands.opening.require_known": "loaded after Django, by every command about a bureau",
    "mingfa.bureau.desk.declared.check": "imported and called when all rooms have registered",
    "mingfa.bureau.vault.files.from_url": "the vault's module is chosen by the address in MINGFA_VAULT",
    "mingfa.bureau.vault.s3.from_url": "the vault's module is chosen by the address in MINGFA_VAULT",
}
COMMAND = ("add_arguments", "run")
"""What the command line calls of the module of the command that was asked for."""
# How tests of all rooms ask what an act was refused for; it stands beside the plays that they ask.
OUTSIDE = "mingfa.example.asking"


def modules() -> dict[str, Module]:
    found = (read(source) for source in product() if not source.is_migration)
    return {one.name: one for one in found}


def entries(found: dict[str, Module]) -> frozenset[str]:
    commands = (name for name in found if name.startswith("mingfa.commands."))
    return frozenset(ENTRIES) | {f"{name}.{word}" for name in commands for word in COMMAND}


def test_what_only_tests_call_is_not_in_the_product() -> None:
    found = modules()
    assert len(found) > 400
    assert [one for one in unused(found, entries(found)) if not one.startswith(OUTSIDE)] == []


def test_no_entry_is_named_that_is_not_there() -> None:
    found = modules()
    there = {f"{one.name}.{function}" for one in found.values() for function in one.functions}
    assert [one for one in ENTRIES if one not in there] == []


def made(**texts: str) -> dict[str, Module]:
    named = {name.replace("__", "/") + ".py": text for name, text in texts.items()}
    found = (read(made_up(text, str(PACKAGE / path))) for path, text in named.items())
    return {one.name: one for one in found}


@pytest.mark.parametrize(
    ("user", "lost"),
    [
        ("from mingfa.a.rules import count\n", ["mingfa.a.rules.count"]),
        ("from mingfa.a.rules import count\nX = count()\n", []),
        ("from mingfa.a.rules import count as n\nX = n\n", []),
        ("from .rules import count\nX = count\n", []),
        ("from mingfa.a import rules\nX = rules.count()\n", []),
        ("from mingfa.a import rules\nX = [rules]\n", []),
        ("import mingfa.a.rules\nX = mingfa.a.rules.count()\n", []),
        ("X = 'mingfa.a.rules.count'\n", []),
        ("def count(): ...\nX = count()\n", ["mingfa.a.rules.count"]),
        (
            "from mingfa.a.rules import count\ndef idle():\n    return count()\n",
            ["mingfa.a.reads.idle", "mingfa.a.rules.count"],
        ),
    ],
)
def test_the_guard_bites(user: str, lost: list[str]) -> None:
    assert unused(made(a__rules="def count(): ...\n", a__reads=user), frozenset()) == lost


def test_what_a_table_remembers_or_itself_alone_calls() -> None:
    assert unused(made(a__rules="@gate('LR-01')\ndef held(f): ...\n"), frozenset()) == []
    assert unused(made(a__rules="@cache\ndef held(f): ...\n"), frozenset()) == ["mingfa.a.rules.held"]
    assert unused(made(a__rules="def held(f):\n    return held(f)\n"), frozenset()) == ["mingfa.a.rules.held"]
    assert unused(made(a__rules="def held(f): ...\n"), frozenset({"mingfa.a.rules.held"})) == []
