"""What is next of telling and hearing, of many matters at once (处罚法 44, 45, 64; 许可法 47).

These are hints for a worklist, read without the ledger: the acts they lead to ask everything again.
"""

from collections.abc import Collection, Iterable, Mapping

from mingfa.bureau.hearings.models import Hearing, Notice, Statement
from mingfa.bureau.hearings.reads import hearing_view
from mingfa.bureau.hearings.values import HearingView, answering
from mingfa.bureau.lib.reading import once
from mingfa.bureau.service import reads as service

CONVENED = ("hearing_to_appoint", "hearing_notice_unserved", "hearing_to_hold", "hearing_to_report")
TOLD = ("notice_unserved", "unanswered", *CONVENED)


def told(cases: Collection[int]) -> Mapping[str, Iterable[int]]:
    """Return the facts of these cases: notices not served, points not answered, hearings under way."""
    newest = dict(Notice.objects.filter(case__in=cases).order_by("pk").values_list("case", "pk"))
    said = list(Statement.objects.filter(case__in=cases).order_by("pk"))
    served = service.served_papers(newest.values()) if newest else set()
    asked: dict[int, int | None] = {}
    for one in said:
        if one.hearing_requested:
            asked[one.case_id] = int(one.pk)
        elif "hearing" in one.waived:
            asked[one.case_id] = None
    return {
        "notice_unserved": [case for case, notice in newest.items() if notice not in served],
        "unanswered": {one.case_id for one in said if one.points and one.answered is None},
        **convened({case: by for case, by in asked.items() if by is not None}),
    }


def convened(asked: Mapping[int, int]) -> dict[str, list[int]]:
    """Return at which step the hearings stand that acts asked for: matter -> the act that asked."""
    found: dict[str, list[int]] = {name: [] for name in CONVENED}
    answers = {m: answering(held, asked[m]) for m, held in hearings_of(asked).items()}
    open_ones = {m: h for m in asked if (h := answers.get(m)) is None or not h.is_over}
    notices = [h.notice for h in open_ones.values() if h is not None and h.held is None]
    served = service.served_papers(notices) if notices else set()
    for matter, hearing in open_ones.items():
        if hearing is None:
            found["hearing_to_appoint"].append(matter)
        elif hearing.held is not None:
            found["hearing_to_report"].append(matter)
        elif hearing.notice not in served:
            found["hearing_notice_unserved"].append(matter)
        else:
            found["hearing_to_hold"].append(matter)
    return found


def chairs_of(matters: Collection[int]) -> dict[int, int]:
    """Return who chairs the latest hearing of each of these matters that has any."""
    return {matter: held[-1].chair for matter, held in hearings_of(matters).items()}


def hearings_of(matters: Iterable[int]) -> dict[int, tuple[HearingView, ...]]:
    """Return the hearings of each of these matters that has any, in the order of their appointment."""
    return _hearings_of(tuple(sorted(matters)))


@once
def _hearings_of(keys: tuple[int, ...]) -> dict[int, tuple[HearingView, ...]]:
    found: dict[int, list[HearingView]] = {}
    for row in Hearing.objects.filter(matter__in=keys).order_by("pk") if keys else ():
        found.setdefault(int(row.matter), []).append(hearing_view(row))
    return {matter: tuple(held) for matter, held in found.items()}


def offered_in(cases: Iterable[int]) -> list[int]:
    """Return the notices in these cases that told of the right to a hearing."""
    rows = Notice.objects.filter(case__in=list(cases), hearing_offered=True)
    return list(rows.values_list("pk", flat=True))
