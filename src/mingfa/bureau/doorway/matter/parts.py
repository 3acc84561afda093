"""What runs in a matter by a table of its own: something seized in a case goes its own way to its own end.

An act that names a part is asked twice: the matter's table whether its step is open, the part's whether it is
open for this part. A gate that knows the article speaks first; the table has the last word.
"""

from typing import Any, ClassVar

from django.db import models

from mingfa.bureau.doorway.acts import Act
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.refusals import out_of_order
from mingfa.bureau.law.gates import Refusal, ask
from mingfa.bureau.law.procedures.procedure import Procedure, procedure
from mingfa.bureau.ledger.models import Sealed


class Part(Sealed):
    """A part of a matter with its own state; `way` names its procedure."""

    way: ClassVar[str]

    matter = models.BigIntegerField("所属事项", db_index=True)
    state = models.CharField("环节", max_length=30, db_index=True)

    class Meta:
        abstract = True

    @classmethod
    def table(cls) -> Procedure:
        return procedure(cls.way)

    def go(self, act: str, outcome: str = "") -> None:
        """Move to the state the part's own table names."""
        self.state = self.table().after(self.state, act, outcome or None)


def out_of_its_way(look: Look[Any]) -> list[Refusal]:
    """Refuse an act that the table of the part it names does not allow where this part stands."""
    part = look.part
    if part is None or part.table().allows(part.state, look.act):
        return []
    table = part.table()
    words = f"该{table.title}目前处于“{table.zh(part.state)}”，此时不能办理“{table.step(look.act).zh}”。"
    cites = "、".join(one.short_form for one in table.step(look.act).citations)
    return [
        Refusal("AV-01", "the_step_is_open_for_this_part", words, cites, "按该程序的流程图先办理前序步骤。")
    ]


def refusals_of(act: Act[Any, Any], look: Look[Any], facts: Any) -> list[Refusal]:
    """Ask the matter's table and all gates; where none of them blocks, the table of the part named."""
    found = out_of_order(look) + ask(act.gates, facts, procedure=look.procedure)
    return found if any(not r.warns for r in found) else out_of_its_way(look) + found
