"""Facts of a decision for law cases: a penalty told, served, heard and reviewed, but for what is given."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from mingfa.bureau.cases.tests.facts import challenge
from mingfa.bureau.cases.values import CaseView, Proposal
from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.decisions.inputs import DecisionWord, RevocationWord
from mingfa.bureau.decisions.rules import Deciding
from mingfa.bureau.decisions.values import CaseTime, DiscussionView
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.hearings.values import HearingView, NoticeView, PointView, Standing
from mingfa.bureau.law.config import example_config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.measures.values import Held, Preservation
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.values import EvidenceView, Recorded, SceneView, Take
from mingfa.bureau.review.values import ReviewView

TODAY, VERSION = date(2026, 9, 28), 40
KEPT = Preservation(80, "taken", "示保〔2026〕1号", TODAY, (), "", "", "")
HANDLERS, REVIEWER, HEAD = (3, 4), 9, 1
ID_NUMBER = "650104{}000X"


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, 0, tzinfo=CHINA)


def proposal(outcome: str, amount: int, kinds: tuple[str, ...], **more: Any) -> Proposal:
    plain: dict[str, Any] = {
        "version": VERSION, "outcome": outcome, "facts": "经查属实。", "evidence": (), "breaks": (),
        "penalises": (), "step": "一般", "factors": "无。", "kinds": kinds, "amount": amount, "gains": 0,
        "deviation": "", "mitigation": (), "incapable": False, "grounds": (), "crime": "", "education": "",
    }  # fmt: skip
    return Proposal(**{**plain, **{k: tuple(v) if isinstance(v, list) else v for k, v in more.items()}})


def item(breaks: tuple[str, ...]) -> ItemView:
    return ItemView(
        5, "示0001", "10101", "店外经营", "市容", 1, "市容中队", breaks, (), ("fine",), (),
        "示例", "示例", "示例", date(2026, 1, 1), None, 6,
    )  # fmt: skip


def hearing(attendance: str = "present", reported: bool = True, held: bool = True, opinion: str = "uphold",
            before_proposal: bool = False) -> HearingView:  # fmt: skip
    return HearingView(
        60, 7, at(date(2026, 9, 24)), "示例会议室", "", 8, (), 10, 61, 62 if held else None,
        attendance if held else "", "示听笔〔2026〕1号",
        (30 if before_proposal else 63) if reported else None,
        opinion if reported else "", "示听报〔2026〕1号",
    )  # fmt: skip


def deciding(
    by: int = HEAD, agreed: bool = True, today: date = TODAY, filed_on: date | None = date(2026, 9, 7),
    act_on: date = date(2026, 9, 6), outcome: str = "penalty", amount: int = 20000,
    kinds: tuple[str, ...] = ("fine",), party: str = "sole_trader", born: str = "",
    cited: tuple[str, ...] = (),
    limitation: str = "ordinary",
    reviewed: bool = True, reviewed_version: int = VERSION, problems_before: bool = False,
    discussed: bool = False, discussed_version: int = VERSION, discussion_approved: bool = True,
    fined_already: tuple[str, ...] = (), preserved: bool = False, lost: Sequence[int] | None = None,
    told_of_device: bool | None = None, device_fit: bool | None = True,
    proposed: dict[str, Any] | None = None,
    **standing: Any,
) -> Deciding:  # fmt: skip
    """Decide a fine of two hundred yuan on a shop, as it was told, heard and reviewed."""
    code = (
        {"code": ID_NUMBER.format(born)}
        if party == "person"
        else {"representative_code": ID_NUMBER.format(born)}
    )
    who = Party(kind=party, name="示例当事人", address="示例路1号", **(code if born else {}))
    rests = lost is not None or told_of_device is not None
    named = {"evidence": ({"evidence": 41, "proves": "事实"},)} if rests else {}
    says = proposal(outcome, amount, tuple(kinds), **{**named, **(proposed or {})})
    case = CaseView(
        7, "示例案", "示立〔2026〕1号", "reviewed", "ordinary", 1, "市容中队", HANDLERS, item(tuple(cited)),
        "patrol", at(date(2026, 9, 7)), act_on, "示例路", who, filed_on, says, (), at(today),
        limitation=limitation,
    )  # fmt: skip
    word = DecisionWord(opinion="同意。", agreed=agreed)
    head = Actor(by, "示例局长", 1, "综合办公室", frozenset({"head"}), "", None, None, "")
    calendar = Calendar(example_config().local_festivals())
    look = Look("decision.make", head, at(today), at(today), word, None, example_config(), calendar)
    passed = ReviewView(50, reviewed_version, True, REVIEWER, "示审〔2026〕2号", at(today), None)
    earlier = ReviewView(45, 39, False, REVIEWER, "示审〔2026〕1号", at(today), None)
    meeting = DiscussionView(70, discussed_version, discussion_approved, "示讨〔2026〕1号")
    return Deciding(
        look=look, case=case, standing=told(says, today, calendar, **standing),
        review=passed if reviewed else None,
        reviews=((earlier,) if problems_before else ()) + ((passed,) if reviewed else ()),
        discussions=(meeting,) if discussed else (),
        decision=None, members=(), fined_already=tuple(fined_already),
        time=CaseTime(term("DEC-02", filed_on, calendar).end if filed_on else None),
        held=Held((), (KEPT,) if preserved else (), (), ()),
        recorded=by_device(device_fit) if told_of_device is not None else on_a_scene(lost),
        informed=bool(told_of_device),
    )  # fmt: skip


def by_device(fit: bool | None) -> Recorded:
    """Return evidence that a technical monitoring device recorded."""
    kept = EvidenceView(41, "av", "监控", "事实", "", 0, "", at(date(2026, 9, 8)), None, 60, fit)
    return Recorded((), (kept,))


def on_a_scene(lost: Sequence[int] | None) -> Recorded:
    """Return evidence obtained while two recorders ran throughout; `lost` counts them from one."""
    if lost is None:
        return Recorded((), ())
    began = at(date(2026, 9, 8))
    takes = tuple(Take(f"录像{n}", f"{n:064x}", began, began, "", "", True, "", n in lost) for n in (1, 2))
    scene = SceneView(50, 7, "measure.record", True, began, began, began, takes, (), 0, False, False)
    piece = EvidenceView(41, "scene", "现场笔录", "事实", "", 0, "", began, None)
    return Recorded((), (piece,), (scene,))


def told(
    says: Proposal, today: date, calendar: Calendar, noticed: bool = True, covers: bool = True,
    served_on: date | None = date(2026, 9, 14), waived: bool = False, offered: bool = False,
    hearing_waived: bool = False, asked: bool = False, held: dict[str, Any] | None = None,
    points: tuple[bool | None, ...] = (), told_amount: int | None = None,
    told_kinds: tuple[str, ...] | None = None,
) -> Standing:  # fmt: skip
    """Return where telling and hearing stand: the notice was served, and the five working days are over."""
    due = says.outcome == "penalty"
    amount = says.amount if told_amount is None else told_amount
    kinds = says.kinds if told_kinds is None else tuple(told_kinds)
    notice = NoticeView(55, 7, "示告〔2026〕1号", VERSION, kinds, amount, "", offered, date(2026, 9, 11))
    config, start = example_config(), served_on if noticed else None
    statement = term("NOTI-05", start, calendar, config) if start else None
    window = term("HEAR-03", start, calendar, config) if start and offered else None
    return Standing(
        on=today, notice_is_due=due, notice=notice if noticed else None, served_on=start,
        covers_current_proposal=noticed and covers, statement_term=statement, statement_days_left=None,
        hearing_window=window, waived=waived, hearing_waived=hearing_waived,
        hearing_asked=57 if asked else None,
        hearings=(hearing(**held),) if held is not None else (),
        spoken=tuple(PointView(58, n, "示例意见。", one, "示例理由。") for n, one in enumerate(points, 1)),
        first_kinds=kinds, first_amount=amount,
    )  # fmt: skip


def revoking(
    ground: str = "self", effect: str = "revoked", document: str = "", ruling: int | None = None,
    challenged: dict[str, Any] | None = None,
) -> Deciding:  # fmt: skip
    """Take a decision back; by default nothing was ruled against it."""
    word = RevocationWord.model_validate(
        {"ground": ground, "effect": effect, "document": document, "ruling": ruling, "reason": "示例。"}
    )
    facts = deciding()
    against = (challenge(**challenged),) if challenged is not None else ()
    return replace(facts, look=replace(facts.look, inputs=word), challenges=against)
