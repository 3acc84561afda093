"""What the public may know of a granted permit (行政许可法 5, 40; PERM-13, PERM-18), for its publisher.

`to_publish` says which decisions are to be shown and what must happen before; `credit_row` has the 28 fields
of the credit table (发改办财金〔2018〕424号), exact names. Nothing is published here.
"""

from dataclasses import dataclass
from datetime import date

from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.lib.reading import once
from mingfa.bureau.papers import form
from mingfa.bureau.people.reads import bureau
from mingfa.bureau.permits import reads
from mingfa.bureau.permits.models import PermitDecision
from mingfa.bureau.permits.values import STATES, DecisionView, LicenceView, PermitView

# Only for exchange between offices, never for the public (XK_FR_ZJLX, XK_FR_ZJHM, XK_XDR_ZJLX, XK_XDR_ZJHM).
EXCHANGE_ONLY = frozenset({"XK_FR_ZJLX", "XK_FR_ZJHM", "XK_XDR_ZJLX", "XK_XDR_ZJHM"})
GRANTS = {"new": "permit_grant", "modify": "permit_modification", "renew": "permit_renewal"}
# The classes of the credit table, which are not the words of papers.
CLASSES = {"person": "自然人", "sole_trader": "个体工商户", "unit": "法人及非法人组织"}
FOR_EVER = "2099/12/31"


@dataclass(frozen=True, slots=True)
class Publishable:
    """A granting decision that is to be made public.

    `secrets` says that the applicant declared trade secrets: before their opening the applicant consents, or
    has a reasonable time to object (5.2). `stands` is False once the licence was withdrawn or rescinded.
    """

    permit: int
    decision: int
    number: str
    title: str
    decided_on: date
    applicant_kind: str
    secrets: bool
    stands: bool


@once
def to_publish() -> list[Publishable]:
    """Return every granting decision, in order: all of them are public, and anybody may read them (40)."""
    rows = list(PermitDecision.objects.filter(outcome="grant").select_related("permit").order_by("pk"))
    check_rows([*rows, *(row.permit for row in rows)])
    return [_publishable(row) for row in rows]


def _publishable(row: PermitDecision) -> Publishable:
    licence = reads.licence_of(row.permit.original or int(row.permit_id))
    return Publishable(
        permit=int(row.permit_id),
        decision=int(row.pk),
        number=row.number,
        title=f"{row.permit.title}决定书",
        decided_on=row.decided_on,
        applicant_kind=row.permit.applicant_kind,
        secrets=row.permit.secrets,
        stands=licence is None or licence.state in ("valid", "cancelled"),
    )


def credit_row(permit: PermitView, decision: DecisionView, licence: LicenceView | None) -> dict[str, str]:
    """Return the 28 fields of a granted permit; those of `EXCHANGE_ONLY` never go to the public."""
    party, agency, unit = permit.applicant, bureau(), permit.applicant.kind != "person"
    proposal = permit.proposal
    start = licence.from_on if licence else proposal.from_on if proposal else None
    end = licence.to_on if licence else proposal.to_on if proposal else None
    return {
        "XK_XDR_MC": party.name,
        "XK_XDR_LB": CLASSES[party.kind],
        "XK_XDR_SHXYM": party.code if unit else "",
        **dict.fromkeys(("XK_XDR_GSZC", "XK_XDR_ZZJG", "XK_XDR_SWDJ", "XK_XDR_SYDW", "XK_XDR_SHZZ"), ""),
        "XK_FRDB": party.representative if unit else "",
        "XK_FR_ZJLX": "身份证" if party.representative_code else "",
        "XK_FR_ZJHM": party.representative_code,
        "XK_XDR_ZJLX": "" if unit else "身份证",
        "XK_XDR_ZJHM": "" if unit else party.code,
        "XK_XKWS": form(GRANTS[permit.kind]).title,
        "XK_WSH": decision.number,
        "XK_XKLB": permit.guide.kind_zh,
        "XK_XKZS": licence.title if licence else permit.guide.licence,
        "XK_XKBH": licence.number if licence else "",
        "XK_NR": licence.content if licence else proposal.content if proposal else "",
        "XK_JDRQ": _day(decision.decided_on),
        "XK_YXQZ": _day(start),
        "XK_YXQZI": _day(end) or FOR_EVER,
        "XK_XKJG": agency.name,
        "XK_XKJGDM": agency.uscc,
        "XK_ZT": licence.state_zh if licence else STATES["valid"],
        "XK_LYDW": agency.name,
        "XK_LYDWDM": agency.uscc,
        "BZ": "",
    }


def _day(day: date | None) -> str:
    return f"{day:%Y/%m/%d}" if day else ""
