"""At the window: receive, correct, ask once, take what is handed in, accept, reject (行政许可法 29-32)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.people.audience import open_to_window
from mingfa.bureau.people.models import Role
from mingfa.bureau.permits import contents as permits_contents
from mingfa.bureau.permits.facts import PermitFacts
from mingfa.bureau.permits.gather import the_application, the_permit
from mingfa.bureau.permits.models import Permit
from mingfa.bureau.permits.values import lacking
from mingfa.bureau.permits.window import inputs as window_inputs
from mingfa.bureau.permits.window import rules as window_rules
from mingfa.bureau.permits.writes import bar, row_of
from mingfa.bureau.records.contents import open_end

WINDOW = [Role.WINDOW]


@act(
    "permit.receive",
    "接收许可申请",
    who=WINDOW,
    inputs=window_inputs.Application,
    see=the_application,
    gates=[
        window_rules.the_item_is_listed_with_its_guide,
        window_rules.only_what_the_guide_lists_is_taken,
        window_rules.the_applicant_is_not_barred,
        window_rules.what_is_changed_or_renewed_is_in_force,
        window_rules.the_renewal_is_asked_for_in_time,
    ],
    paper="material_receipt",
)
def receive(door: Door, facts: PermitFacts, given: window_inputs.Application) -> None:
    """Take in an application and give a receipt for what was handed in; the five working days begin."""
    item = facts.item
    assert item is not None, "the gate on items has passed"
    title = f"{given.applicant.name}{item.name}申请"
    tell_by = term("PERM-03", facts.today, facts.look.calendar)
    missing = lacking(facts.guide, tuple(given.materials))
    paper = door.paper(
        "material_receipt", permits_contents.receipt_facts(facts, given, missing, tell_by), f"{title}接收凭证"
    )
    door.open_matter(
        Permit(
            title=title,
            procedure="permit",
            state="received",
            unit_id=item.office,
            audience=open_to_window(item.office),
            number=paper.number,
            item_id=item.id,
            applicant_kind=given.applicant.kind,
            applicant_name=given.applicant.name,
            applicant_leaf=door.index,
            materials=sorted(set(given.materials)),
            received_on=facts.today,
            original=given.licence,
            **given.model_dump(include={"kind", "secrets"}),
        )
    )


@act(
    "permit.correct",
    "当场更正",
    who=WINDOW,
    inputs=window_inputs.Correction,
    see=the_permit,
    gates=[window_rules.the_applicant_confirmed_the_correction],
    matter=the_matter,
)
def correct(door: Door, facts: PermitFacts, given: window_inputs.Correction) -> None:
    """Let the applicant correct on the spot what can be corrected there."""


@act(
    "permit.supplement",
    "一次告知补正",
    who=WINDOW,
    inputs=window_inputs.SupplementNotice,
    see=the_permit,
    gates=[
        window_rules.it_is_the_first_supplement_notice,
        window_rules.the_five_days_have_not_passed,
        window_rules.it_names_everything_at_once,
    ],
    matter=the_matter,
    paper="supplement_notice",
)
def supplement(door: Door, facts: PermitFacts, given: window_inputs.SupplementNotice) -> None:
    """Tell the applicant once, and of everything, what is missing."""
    contents = [f"提交{name}" for name in permits_contents.names_of(facts, given.missing)] + list(
        given.defects
    )
    door.paper("supplement_notice", permits_contents.supplement_facts(facts, contents))
    row = row_of(door)
    row.supplement, row.defects = door.index, contents


@act(
    "permit.hand_in",
    "接收补正材料",
    who=WINDOW,
    inputs=window_inputs.HandingIn,
    see=the_permit,
    gates=[window_rules.only_what_the_guide_lists_is_taken],
    matter=the_matter,
    paper="material_receipt",
)
def hand_in(door: Door, facts: PermitFacts, given: window_inputs.HandingIn) -> None:
    """Take in what the applicant hands in after the notice, against a receipt."""
    row = row_of(door)
    row.materials = sorted({*row.materials, *given.materials})
    file, tell_by = facts.file, term("PERM-03", facts.today, facts.look.calendar)
    door.paper(
        "material_receipt",
        {
            **permits_contents.about(facts),
            "kind": "补正",
            "materials": permits_contents.names_of(facts, given.materials),
            "request": given.words or f"按照补正材料告知书补交材料（原接收凭证：{file.number}）。",
            "received_on": facts.today.isoformat(),
            "tell_by": tell_by.end.isoformat(),
            **open_end(tell_by),
            "lacking": list(lacking(facts.guide, tuple(row.materials))),
            "clerk": facts.by.name,
            **permits_contents.contact(facts),
        },
    )


@act(
    "permit.accept",
    "受理",
    who=WINDOW,
    inputs=window_inputs.Acceptance,
    see=the_permit,
    gates=[window_rules.the_materials_are_complete],
    matter=the_matter,
    paper="permit_acceptance",
)
def accept(door: Door, facts: PermitFacts, given: window_inputs.Acceptance) -> None:
    """Accept a complete application, with the special seal and the day; the twenty working days begin."""
    _accept(door, facts)


@act(
    "permit.reject",
    "不予受理",
    who=WINDOW,
    inputs=window_inputs.Rejection,
    see=the_permit,
    gates=[
        window_rules.it_was_not_accepted_by_silence,
        window_rules.what_is_missing_was_told_before,
        window_rules.it_is_still_incomplete,
        window_rules.the_competent_office_is_named,
        window_rules.it_is_rejected_at_once,
    ],
    matter=the_matter,
    paper="permit_rejection",
)
def reject(door: Door, facts: PermitFacts, given: window_inputs.Rejection) -> None:
    """Reject an application on a ground of the law, in writing; who lied may have to wait a year."""
    door.paper("permit_rejection", permits_contents.rejection_facts(facts, given))
    if given.ground == "false":
        bar(door, facts, "false")


@act(
    "permit.deem_accepted",
    "登记视为受理",
    who=[Role.SYSTEM],
    inputs=window_inputs.Silence,
    see=the_permit,
    gates=[window_rules.five_days_passed_without_a_word],
    matter=the_matter,
    paper="permit_acceptance",
)
def deem_accepted(door: Door, facts: PermitFacts, given: window_inputs.Silence) -> None:
    """Record that the law has accepted an application to which nobody answered in time."""
    _accept(door, facts)


def _accept(door: Door, facts: PermitFacts) -> None:
    """Accept from today, or, where nobody answered in time, from the day of receipt."""
    on = facts.file.received_on if facts.deemed_accepted else facts.today
    last = term("PERM-06" if facts.guide.joint else "PERM-05", on, facts.look.calendar)
    door.paper("permit_acceptance", permits_contents.acceptance_facts(facts, on, last))
    row_of(door).accepted_on = on
