"""Who may act at all.

QUAL-04  an actor's certificate is valid on the day
QUAL-06  auxiliaries neither inspect nor coerce
"""

from datetime import date
from typing import Protocol

from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.people.actors import Actor


class ActedBySomebody(Protocol):
    """Facts that know who acts and on which day."""

    @property
    def by(self) -> Actor: ...
    @property
    def today(self) -> date: ...


class NamingOfficers(Protocol):
    """Facts that know which officers an act names."""

    @property
    def officers(self) -> tuple[Actor, ...]: ...


@gate("QUAL-04", cites="行政处罚法 42")
def the_certificate_is_valid(f: ActedBySomebody) -> Reason | None:
    """The officer who acts holds an enforcement certificate valid on that day."""
    if f.by.holds_certificate(f.today):
        return None
    return no(
        f"{f.by.name}没有在{f.today:%Y-%m-%d}有效的行政执法证件，不得从事行政执法活动。",
        "由持有效执法证件的人员办理；证件已换发的，请人事管理员先登记新证。",
    )


@gate("QUAL-06", cites="行政强制法 17", of_inputs=True)
def no_auxiliary_stands_in_for_an_officer(f: NamingOfficers) -> Reason | None:
    """Auxiliary staff assist; nobody who is only that is named as an officer who inspects or questions."""
    named = [o.name for o in f.officers if "auxiliary" in o.roles and "officer" not in o.roles]
    if not named:
        return None
    return no(
        f"{'、'.join(named)}是执法辅助人员，不得作为检查、询问人员。",
        "由两名以上执法人员办理，辅助人员只作协助。",
    )
