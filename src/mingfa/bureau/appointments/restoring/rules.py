"""How a restored bureau goes on (plan 2.3.a, 2.3.c).

AV-01    the record of the whole process is complete, and what is missing is said
PI-10    nobody opens the doorway alone
"""

from mingfa.bureau.appointments.restoring.facts import Restoring
from mingfa.bureau.appointments.restoring.inputs import Resumption, Statement
from mingfa.bureau.law.gates import Reason, gate, no


@gate("AV-01", cites="行政处罚法 47")
def something_found_is_to_be_put_on_record(f: Restoring) -> Reason | None:
    """A restore is put on record once, after what is left of the lost entries was looked for."""
    if f.found is None:
        return no(
            "没有待登记的数据恢复，或者尚未查找丢失的条目。", "由系统管理员运行 mingfa recover 后再登记。"
        )
    if f.stated is not None:
        return no("这次数据恢复已经登记，等待另一人确认。", "由另一人办理“确认数据恢复”。")
    return None


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def the_sources_were_asked(f: Restoring) -> Reason | None:
    """Whoever puts the loss on record compared it with the list."""
    if f.look.given_as(Statement).compared:
        return None
    return no("没有确认已经核对丢失的条目。", "核对 mingfa recover 列出的条目后勾选。")


@gate("AV-01", cites="行政处罚法 47")
def a_restore_waits_for_the_second_hand(f: Restoring) -> Reason | None:
    """Only a restore that is on record and not confirmed yet is confirmed."""
    if f.found is not None and f.stated is not None:
        return None
    return no("没有等待确认的数据恢复。", "先由主要负责人或者人事管理员办理“登记数据恢复”。")


@gate("PI-10", cites="方案 2.3.c", of_inputs=True)
def head_and_personnel_do_it_together(f: Restoring) -> Reason | None:
    """One of the two hands is the head's, the other the personnel officer's; and both compared the list."""
    other = f.stated_by
    if other is not None:
        both = {"head", "appointer"} & (f.by.roles | other.roles)
        if other.id == f.by.id or len(both) < 2:
            return no("数据恢复由主要负责人和人事管理员两人共同登记、确认。", "由其中另一人确认。")
    if f.look.given_as(Resumption).compared:
        return None
    return no("没有确认已经核对丢失的条目。", "核对丢失的条目后勾选。")
