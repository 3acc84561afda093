"""What a licence says, and what the papers say that end it (行政许可法 39, 61, 69, 70)."""

from datetime import date, timedelta

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.permits.contents import about, validity
from mingfa.bureau.permits.facts import PermitFacts
from mingfa.bureau.permits.licences import inputs as forms
from mingfa.bureau.permits.models import Licence
from mingfa.bureau.permits.values import CANCELLATIONS, RESCISSIONS, WITHDRAWALS, LicenceView
from mingfa.bureau.records.contents import media_block, party_block, remedy_block
from mingfa.bureau.records.filming.writes import all_media

RESCINDED_BY = ("abuse", "beyond_powers", "procedure", "unqualified", "other")


def licence_facts(f: PermitFacts, licence: LicenceView | Licence) -> dict[str, object]:
    """Return what the licence says; its own number, once made out, stays."""
    decided = f.decision.number if f.decision else "视为准予延续（行政许可法第五十条第二款）"
    return {
        "title": licence.title,
        "item": f.file.item.name,
        "party": party_block(f.file.applicant),
        "licence_no": licence.number,
        "content": licence.content,
        "validity": validity(licence.from_on, licence.to_on),
        "decision": decided,
    }


def renewed_until(f: PermitFacts) -> date:
    """Return until when a licence is renewed by law: as long again as the guide says, or as it ran before."""
    licence = f.holds
    assert licence.to_on is not None, "only what expires is renewed"
    days = timedelta(days=f.guide.valid_days) or licence.to_on - licence.from_on
    return licence.to_on + days


def _licence(f: PermitFacts) -> dict[str, object]:
    found = about(f)
    return {"item": found["item"], "party": found["party"], "licence_no": f.holds.number}


def supervision_facts(f: PermitFacts, given: forms.SupervisoryInspection) -> dict[str, object]:
    """Return what the 监督检查记录 says."""
    return {
        **_licence(f),
        "at": given.inspected_at.astimezone(CHINA).isoformat(),
        "place": given.place,
        "staff": [{"name": one.name} for one in f.staff],
        "findings": given.findings,
        "handling": given.handling or "依法从事许可活动，无需处理。",
        "media": media_block(all_media(given), f.by.name, given.inspected_at, given.place),
    }


def withdrawal_facts(f: PermitFacts, given: forms.Withdrawal) -> dict[str, object]:
    """Return what the 撤回行政许可决定书 says."""
    return {
        **_licence(f),
        "ground": WITHDRAWALS[given.ground],
        "reason": given.reason,
        "public_interest": given.public_interest,
        "compensation": given.compensation,
        "heard": given.heard,
        "basis": str(cite("行政许可法 8.2")),
        **remedy_block(),
    }


def rescission_facts(f: PermitFacts, given: forms.Rescission, until: date | None) -> dict[str, object]:
    """Return what the 撤销行政许可决定书 says; who cheated in a matter of safety is told how long to wait."""
    fraud = given.ground == "fraud"
    item = "69.2" if fraud else f"69.1({RESCINDED_BY.index(given.ground) + 1})"
    wait = f"被许可人在{long_date(until)}前不得再次申请该行政许可。" if until else ""
    lost = "被许可人基于该行政许可取得的利益不受保护。" if fraud else given.compensation
    return {
        **_licence(f),
        "ground": RESCISSIONS[given.ground],
        "reason": given.reason,
        "compensation": lost,
        "heard": given.heard,
        "bar": wait,
        "basis": str(cite(f"行政许可法 {item}")),
        **remedy_block(),
    }


def cancellation_facts(f: PermitFacts, given: forms.Cancellation) -> dict[str, object]:
    """Return what the 注销行政许可决定书 says."""
    number = list(CANCELLATIONS).index(given.ground) + 1
    return {
        **_licence(f),
        "ground": CANCELLATIONS[given.ground],
        "reason": given.reason,
        "document": given.document,
        "basis": str(cite(f"行政许可法 70({number})")),
        **remedy_block(),
    }
