"""What a way of service asks beyond itself: the way to apply, the confirmed address, the run of a notice.

SERV-05  a confirmation of address is signed; electronic service goes where the party confirmed
SERV-06  a decision served electronically names the internet way to apply for reconsideration
SERV-07  mail goes to the confirmed address
SERV-03  who confirms an address is the party or its agent
SERV-09  a notice that was announced counts once its thirty days have run
SERV-11  demands and orders to enforce are handed over directly first
"""

from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.service.confirming.inputs import Confirmation
from mingfa.bureau.service.inputs import Delivery
from mingfa.bureau.service.rules import IN_ITS_PLACE, Serving

# 行政强制法 38: what is served directly before any other way.
DIRECTLY_FIRST = frozenset(
    {"demand", "enforcement_order", "substitute_order", "clearance_order", "suspension_decision"}
)
INSTEAD = frozenset({"mail", "electronic", "public_notice"})


@gate("SERV-06", cites="行政复议法 22.2", of_inputs=True)
def an_electronic_decision_names_the_way_to_apply(f: Serving) -> Reason | None:
    """Whoever serves a decision over the internet gives an internet way to apply for reconsideration."""
    if f.look.given_as(Delivery).method != "electronic" or f.online:
        return None
    if not f.look.config.words("reconsideration_channel", f.today):
        return no(
            "尚未设定提交行政复议申请书的互联网渠道，决定书不得以电子方式送达。",
            "改用其他方式送达；已经开通的，由法制机构录入渠道和依据。",
        )
    return no("该文书没有载明提交行政复议申请书的互联网渠道。", "改用其他方式送达。")


@gate(
    "SERV-05",
    cites="行政处罚法 61.2",
    of_inputs=True,
    warns=True,
    cites_in={
        "permit": "民事诉讼法 90",
        "inspection": "民事诉讼法 90",
        "enforcement": "行政强制法 38、民事诉讼法 90",
    },
)
def it_arrives_where_the_party_confirmed(f: Serving) -> Reason | None:
    """Electronic service goes to the system that the party confirmed."""
    given = f.look.given_as(Delivery)
    if given.method != "electronic" or given.confirmation or f.confirmed is None:
        return None
    if not f.confirmed.electronic or given.place == f.confirmed.electronic_to:
        return None
    return no(
        f"送达的系统“{given.place}”不是当事人确认的“{f.confirmed.electronic_to}”。",
        "核对后更正；当事人另行同意的，写明理由。",
    )


@gate("SERV-07", cites="民事诉讼法 91", of_inputs=True, warns=True)
def mail_goes_to_the_confirmed_address(f: Serving) -> Reason | None:
    """What is mailed goes to the address that the party confirmed."""
    given = f.look.given_as(Delivery)
    if given.method != "mail" or f.confirmed is None or given.place == f.confirmed.address:
        return None
    return no(
        f"邮寄地址“{given.place}”不是当事人确认的送达地址“{f.confirmed.address}”。",
        "按照送达地址确认书邮寄；另寄他处的，写明理由。",
    )


@gate("SERV-09", cites="民事诉讼法 95", of_inputs=True)
def the_announced_notice_has_run(f: Serving) -> Reason | None:
    """The receipt of a notice that was announced is made once its thirty days have run."""
    if (
        f.look.given_as(Delivery).method != "public_notice"
        or f.announced is None
        or f.announced.ends_on <= f.today
    ):
        return None
    return no(
        f"送达公告（{f.announced.number}）尚未期满，期满之日为{f.announced.ends_on}。",
        "期满后再登记公告送达；期间当事人前来领取的，改为直接送达。",
    )


@gate("SERV-11", cites="行政强制法 38", of_inputs=True, warns=True)
def a_demand_is_handed_over_directly_first(f: Serving) -> Reason | None:
    """Demands and orders to enforce go to the party directly; another way only where that failed."""
    given = f.look.given_as(Delivery)
    if f.paper is None or f.paper.kind not in DIRECTLY_FIRST or given.method not in INSTEAD:
        return None
    if any(attempt.method == "personal" for attempt in given.attempts):
        return None
    return no(
        f"《{f.paper.title}》应当先直接送达，没有直接送达的经过。",
        "当事人拒绝接收或者无法直接送达的，写明直接送达的日期和结果；否则写明理由。",
    )


@gate("SERV-03", cites="民事诉讼法 88", of_inputs=True)
def whoever_confirms_it_may_do_so(f: Serving) -> Reason | None:
    """An address is confirmed by the party, whoever represents it, or its agent."""
    able = {"representative"} if f.to.is_unit else {"self"}
    if f.look.given_as(Confirmation).relation in able | (IN_ITS_PLACE - {"designated"}):
        return None
    return no("确认人与受送达人的关系不符合规定。", "由本人（单位的法定代表人、主要负责人）或者代理人确认。")


@gate(
    "SERV-05",
    cites="行政处罚法 61.2",
    of_inputs=True,
    cites_in={
        "permit": "民事诉讼法 90",
        "inspection": "民事诉讼法 90",
        "enforcement": "行政强制法 38、民事诉讼法 90",
    },
)
def the_confirmation_is_signed_and_whole(f: Serving) -> Reason | None:
    """It is signed, and whoever agrees to electronic service says to which system."""
    given = f.look.given_as(Confirmation)
    if given.signed and given.by and (not given.electronic or given.electronic_to):
        return None
    return no(
        "送达地址确认书没有签名或者盖章，或者同意电子送达而没有写明接收的系统、号码或者邮箱。",
        "请确认人签名；同意电子送达的，写明接收的系统、号码或者邮箱。",
    )
