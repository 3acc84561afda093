"""What the papers of a hearing say: notice, postponement, record, report (行政处罚法 64)."""

from collections.abc import Mapping

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.hearings.holding.inputs import (
    Announcement,
    Appointment,
    Ending,
    Proceedings,
    Report,
    Suspension,
)
from mingfa.bureau.hearings.holding.rules import Holding
from mingfa.bureau.hearings.values import ATTENDANCE, CLOSED, OPINIONS, RECUSAL, STOPPED
from mingfa.bureau.people import reads as people
from mingfa.bureau.records.contents import party_block


def _named(ids: list[int], f: Holding) -> list[str]:
    return [p.name for p in people.named(ids, f.today)]


def _case(f: Holding) -> dict[str, object]:
    return {"cause": f.heard.cause, "party": party_block(f.heard.party)}


def manner_of(closed_because: str, note: str = "") -> str:
    """Say whether the hearing is public, and if not, why."""
    if not closed_because:
        return "公开举行"
    return f"不公开举行（{CLOSED[closed_because]}{'：' + note if note else ''}）"


def appointment_facts(f: Holding, given: Appointment) -> dict[str, object]:
    """Return what the notice of a hearing says: time, place, manner, who conducts it."""
    bureau = people.bureau()
    return {
        **_case(f),
        "told_number": f.heard.told_number,
        "opening": f.heard.opening,
        "basis": f.heard.basis,
        "starts_at": given.starts_at.astimezone(CHINA).isoformat(),
        "venue": given.venue,
        "manner": manner_of(given.closed_because or "", given.closed_note),
        "chair": _named([given.chair], f)[0],
        "hearers": _named(given.hearers, f),
        "recorder": _named([given.recorder], f)[0],
        "contact": f.by.name,
        "phone": bureau.phone,
        "address": bureau.address,
    }


def _conducted(f: Holding) -> dict[str, object]:
    hearing = f.appointed
    return {
        "venue": hearing.venue,
        "manner": manner_of(hearing.closed_because),
        "chair": _named([hearing.chair], f)[0],
        "hearers": _named(list(hearing.hearers), f),
        "recorder": _named([hearing.recorder], f)[0],
    }


def proceedings_facts(f: Holding, given: Proceedings, evidence: Mapping[int, str]) -> dict[str, object]:
    """Return what the record of a hearing says; `evidence` names the pieces on file."""
    came = given.attendance == "present"
    return {
        **_case(f),
        **_conducted(f),
        "from_at": given.started_at.astimezone(CHINA).isoformat(),
        "to_at": given.ended_at.astimezone(CHINA).isoformat(),
        "attendance": ATTENDANCE[given.attendance],
        "absence": "" if came else f"{given.absence_note}视为放弃听证权利，终止听证。",
        "attendee": given.attendee,
        "agents": [{"name": a.name, "post": a.relation} for a in given.agents],
        "investigators": _named(given.investigators, f),
        "others": given.others,
        "rights_told": given.rights_told,
        "recusal": f"{RECUSAL[given.recusal]}。{given.recusal_note}" if given.rights_told else "",
        "presented": given.case_presented,
        "defence": given.defence,
        "examined": [
            {"name": evidence.get(e.evidence, ""), "opinion": e.opinion}
            for e in given.examined
            if e.evidence in evidence
        ],
        "new_evidence": given.new_evidence,
        "last_words": given.last_words,
        "confirmation": _confirmation(given),
    }


def _confirmation(given: Proceedings) -> str:
    if given.attendance != "present":
        return "当事人未在场，由听证主持人注明。"
    if given.signed == "signed":
        return "以上笔录已经核对，与听证情况相符。"
    return f"当事人或者其代理人拒绝签名或者盖章，由听证主持人注明：{given.refusal}"


def report_facts(f: Holding, given: Report) -> dict[str, object]:
    """Return what the report of a hearing says."""
    hearing = f.appointed
    return {
        **_case(f),
        **_conducted(f),
        "held_at": hearing.starts_at.astimezone(CHINA).isoformat(),
        "record_number": hearing.record_number,
        "proposed": f.heard.proposed,
        "summary": given.summary,
        "opinion": f"{OPINIONS[given.opinion]}。",
        "reasons": given.words,
    }


def announcement_facts(f: Holding, given: Announcement) -> dict[str, object]:
    """Return what the 听证公告 says: to everybody, what is heard, when, where, and how one may come."""
    return {
        **_case(f),
        **_conducted(f),
        **_contact(f),
        "starts_at": f.appointed.starts_at.astimezone(CHINA).isoformat(),
        "how_to_come": given.how_to_come,
    }


def suspension_facts(f: Holding, given: Suspension) -> dict[str, object]:
    """Return what the 中止听证通知书 says."""
    starts_at = f.appointed.starts_at.astimezone(CHINA).isoformat()
    return {**_case(f), **_contact(f), "starts_at": starts_at, "reason": given.reason}


def ending_facts(f: Holding, given: Ending) -> dict[str, object]:
    """Return what the 终止听证通知书 says."""
    starts_at = f.appointed.starts_at.astimezone(CHINA).isoformat()
    reason = f"{STOPPED[given.ground]}。{given.reason}"
    return {**_case(f), **_contact(f), "starts_at": starts_at, "reason": reason, "document": given.document}


def _contact(f: Holding) -> dict[str, object]:
    bureau = people.bureau()
    return {"contact": f.by.name, "phone": bureau.phone, "address": bureau.address}
