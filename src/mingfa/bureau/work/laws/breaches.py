"""Every row that is not as the law asks, named, with what was asked of it."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Count, Max

from mingfa.bureau.doorway.matter import kinds
from mingfa.bureau.ledger.faults import Fault
from mingfa.bureau.ledger.reader import history
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.work.laws.others import (
    entered_lawfully,
    licence_follows_a_grant,
    not_beyond_the_cap,
    not_while_stopped,
    nothing_personal,
    ordered_after_demand,
    permit_decided_lawfully,
    published_by_other_hands,
    the_court_is_asked_in_time,
)
from mingfa.bureau.work.laws.penalties import (
    apart_from_the_case,
    cash,
    ended_with_all_settled,
    hearing_was_had,
    not_heavier_for_speaking,
    on_the_spot,
    paid_at_most,
    penalty_in_time,
    penalty_was_told,
    reviewed_by_another,
    served_by_its_way,
    two_hands,
    two_recorded_it,
)
from mingfa.bureau.work.laws.rows import (
    BEFORE,
    OF_ROWS,
    ONCE,
    decided_after_review,
    preserved_after_approval,
    seized_lawfully,
    served_after_it_was_made,
)

SAYS: dict[Callable[[Any], None], str] = {
    decided_after_review: "决定应当经同一版本审核通过，审核、决定与办案分离，一事不两罚（行政处罚法 29、58）",
    seized_lawfully: "查封、扣押应当经批准或者情况紧急，两人实施，期限合法（行政强制法 18、25）",
    preserved_after_approval: "先行登记保存应当先经批准（行政处罚法 56）",
    served_after_it_was_made: "文书应当先制作后送达，并属于同一事项",
    penalty_was_told: "处罚应当先告知同一版本，不得重于告知，并等陈述、申辩期满（行政处罚法 44、45）",
    hearing_was_had: "要求听证的，应当先举行听证（行政处罚法 63、65）",
    not_heavier_for_speaking: "不得因当事人陈述、申辩加重处罚（行政处罚法 45）",
    penalty_in_time: "处罚决定应当在期限内作出，延长须有依据（行政处罚法 60）",
    two_hands: "应当由两名以上执法人员办理，罚款有数额（行政处罚法 42、59）",
    on_the_spot: "当场处罚只限警告和小额罚款（行政处罚法 51）",
    cash: "当场收缴罚款应当符合法定情形并按期缴付（行政处罚法 68至71）",
    paid_at_most: "缴款不得超过罚款和加处罚款的数额（行政处罚法 72）",
    apart_from_the_case: "听证主持人不得是办案人员，应当提前七个工作日通知（行政处罚法 64）",
    served_by_its_way: "送达应当符合其方式，公告送达须满三十日（民事诉讼法 95）",
    reviewed_by_another: "审核人不得是办案人员，并只审核送审的版本（行政处罚法 58）",
    two_recorded_it: "笔录应当由两名以上执法人员制作，时间有先后（行政处罚法 42、55）",
    ended_with_all_settled: "结案前应当处理完涉案财物，罚款已缴清或者依法终结",
    ordered_after_demand: "强制执行决定应当先催告、期满并经审核（行政强制法 35至38）",
    not_while_stopped: "停止执行期间或者决定送达前不得执行（行政强制法 37、44）",
    the_court_is_asked_in_time: "申请法院强制执行应当先催告，并等救济期限届满（行政强制法 53、54）",
    permit_decided_lawfully: "许可决定应当先受理，由他人审查，在期限内作出（行政许可法 42）",
    licence_follows_a_grant: "许可证应当依准予决定核发（行政许可法 39）",
    not_beyond_the_cap: "对同一对象的检查不得超过年度频次上限",
    entered_lawfully: "现场检查应当经批准、通知，由两名以上执法人员实施",
    published_by_other_hands: "公示信息应当由他人审核后公布",
}


def breaches() -> Iterator[Fault]:
    """Yield every row of the bureau that is not as the law asks."""
    for model, asked in OF_ROWS.items():
        for row in model._default_manager.order_by("pk").iterator(chunk_size=500):
            where = f"{model._meta.verbose_name}（{model._meta.label_lower}/{row.pk}）"
            for ask in asked:
                if _fails(ask, row):
                    yield Fault(where, f"不符合法律要求：{SAYS[ask]}")
    yield from _order()
    if _fails(nothing_personal, 0):
        yield Fault("公示日志", "公示内容中有身份证号或者手机号码")
    for found in Paper.objects.values("series", "year").annotate(count=Count("pk"), last=Max("n")):
        if found["count"] != found["last"]:
            yield Fault(f"{found['series']}〔{found['year']}〕", "文号不连续")


def _order() -> Iterator[Fault]:
    """What must come before comes before, and what is done once is done once."""
    for kind in kinds():
        for pk in kind._default_manager.order_by("pk").values_list("pk", flat=True).iterator():
            acts = [one.entry.act for one in history(int(pk))]
            where = f"{kind._meta.verbose_name}（{kind._meta.label_lower}/{pk}）"
            for at, act in enumerate(acts):
                if act in BEFORE and not set(BEFORE[act]) & set(acts[:at]):
                    yield Fault(where, f"“{act}”之前没有其应有的环节")
            times = Counter(acts)
            yield from (Fault(where, f"“{act}”办理了{times[act]}次") for act in ONCE if times[act] > 1)


def _fails(ask: Callable[[Any], None], of: Any) -> bool:
    """Whether a law is broken; a row in which the question itself breaks is none that the law made."""
    try:
        ask(of)
    except Exception:
        return True
    return False
