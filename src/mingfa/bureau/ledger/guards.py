"""Are the guards in the database those that this program's migrations set? (plan 2.4.c)

Triggers refuse what nobody may do by hand. Who takes them off first leaves no other trace; so `verify` names
a guard that is missing, off or not what was set, and a trigger that nobody declared.
"""

from collections.abc import Iterator

from django.db import connections

from mingfa.bureau.ledger.faults import Fault
from mingfa.database.guards import declared, installed, set_again

__all__ = ["GUARD", "faults", "set_all"]
GUARD = "数据库保护规则"


def faults(*, using: str = "default") -> Iterator[Fault]:
    """Yield every guard that is not as the migrations set it."""
    connection = connections[using]
    wanted, there = declared(connection), installed(connection)
    for name in sorted(wanted.keys() | there.keys()):
        if name not in there:
            yield Fault(f"{GUARD}（{name}）", "缺失或者已停用。请运行 mingfa upgrade 恢复，并查明何人所为。")
        elif name not in wanted:
            yield Fault(f"{GUARD}（{name}）", "不是本程序所设的触发器，请查明何人所设。")
        elif wanted[name] != there[name]:
            yield Fault(
                f"{GUARD}（{name}）", "与本程序所设不同。请运行 mingfa upgrade 恢复，并查明何人所为。"
            )


def set_all() -> None:
    """Set every guard again as the migrations declare it, and take away what nobody declared."""
    set_again(connections["default"])
