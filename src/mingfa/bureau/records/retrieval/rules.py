"""Who opens recordings, in what way, upon what ground (plan 2.4.d).

AV-10  originals are opened and copied by right or by approval, and every opening is on record
"""

from datetime import timedelta

from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.records.retrieval.facts import Retrieving
from mingfa.bureau.records.retrieval.inputs import Permission, RetrievalRequest

LEAST = 6  # characters of a ground
LONGEST = timedelta(days=30)
# These follow from the matter itself: the matter is the ground.
OF_THE_MATTER = frozenset({"handling", "leading", "review"})
POSTS = {
    "review": frozenset({"reviewer", "review_head"}),
    "supervision": frozenset({"supervisor", "head", "deputy", "review_head"}),
    "archiving": frozenset({"archivist"}),
}
WHO_MAY_APPROVE = "由承办机构负责人、分管负责人或者主要负责人办理“准许调阅音像记录”后调阅。"


@gate("AV-10", cites="方案 2.4.d", of_inputs=True)
def they_are_recordings_of_this_matter(f: Retrieving) -> Reason | None:
    """What is opened is on file in this matter."""
    if f.recordings.issuperset(f.look.given_as(RetrievalRequest, Permission).items):
        return None
    return no("所选音像记录不在本事项卷内。", "从本事项的音像记录中选择。")


@gate("AV-10", cites="方案 2.4.d", of_inputs=True)
def the_way_is_open_to_this_person(f: Retrieving) -> Reason | None:
    """Handlers, leaders, reviewers, supervisors and archivists by their post; all others by approval."""
    given = f.look.given_as(RetrievalRequest)
    if given.way == "handling":
        fine = f.is_handler
    elif given.way == "providing":
        fine = f.is_handler or f.leads or bool(f.by.roles & POSTS["review"])
    elif given.way == "leading":
        fine = f.leads
    elif given.way == "approved":
        fine = f.permits(frozenset(given.items), given.kind)
    else:
        fine = bool(f.by.roles & POSTS[given.way])
    return None if fine else no("您不能以这一途径调阅本事项的音像记录。", WHO_MAY_APPROVE)


@gate("AV-10", cites="方案 2.4.d", of_inputs=True)
def the_ground_is_said(f: Retrieving) -> Reason | None:
    """Whoever does not handle, decide or review the matter says why it is opened."""
    given = f.look.given_as(RetrievalRequest)
    if given.way in OF_THE_MATTER or len(given.ground) >= LEAST:
        return None
    return no("没有写明调阅事由。", "写明为何调阅：投诉或者线索的编号、监督检查的名称、来函文号等。")


@gate("AV-10", cites="方案 2.4.d", of_inputs=True)
def nobody_supervises_oneself(f: Retrieving) -> Reason | None:
    """Whoever handles a matter does not open it as its supervisor."""
    if f.look.given_as(RetrievalRequest).way != "supervision" or not f.is_handler:
        return None
    return no("您是本事项的承办人，不能以执法监督的名义调阅。", "以“承办本事项”调阅。")


@gate("AV-10", cites="方案 2.4.d", of_inputs=True)
def a_copy_is_approved(f: Retrieving) -> Reason | None:
    """To look is by post; to take a copy along is approved, or owed to the body that asks by law."""
    given = f.look.given_as(RetrievalRequest)
    if given.kind == "view" or given.way == "providing" or f.permits(frozenset(given.items), "copy"):
        return None
    return no("复制音像记录没有经过批准。", WHO_MAY_APPROVE)


@gate("AV-10", cites="方案 2.4.d", of_inputs=True)
def nobody_permits_oneself(f: Retrieving) -> Reason | None:
    """A permission is for somebody else."""
    if f.look.given_as(Permission).person != f.by.id:
        return None
    return no("不能准许自己调阅。", "由其他有权的负责人办理。")


@gate("AV-10", cites="方案 2.4.d", of_inputs=True)
def a_permission_ends(f: Retrieving) -> Reason | None:
    """A permission begins today and ends within thirty days."""
    if f.look.today <= f.look.given_as(Permission).until <= f.look.today + LONGEST:
        return None
    return no("准许调阅的期限早于办理之日，或者长于三十日。", "填写三十日以内的日期。")
