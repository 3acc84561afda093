"""How many people a bureau needs in which post before it can work: shown on its first day, judged at go-live.

Plan 3.1.a and 3.1.b (a legal office with its reviewers), 1.1.a (nobody reviews the notice they wrote).
"""

from dataclasses import dataclass

from mingfa.bureau.people.models import Role


@dataclass(frozen=True, slots=True)
class Need:
    """How many people a post needs, on which basis, and whether there is no going live without them."""

    role: Role
    least: int
    basis: str
    blocks: bool = True


NEEDS = (
    Need(Role.HEAD, 1, "行政处罚法 57"),
    Need(Role.OFFICER, 2, "行政处罚法 42"),
    Need(Role.REVIEWER, 1, "行政处罚法 58；方案 3.1.b"),
    Need(Role.PUBLICITY, 2, "方案 1.1.a：公示信息由编制以外的人审核"),
    Need(Role.SUPERVISOR, 1, "方案 2.4.a"),
    Need(Role.SYSTEM, 1, "到期事项由系统自动办理"),
    Need(Role.ARCHIVIST, 1, "方案 2.3.b", blocks=False),
    Need(Role.UNIT_LEADER, 1, "由承办机构送审", blocks=False),
)
