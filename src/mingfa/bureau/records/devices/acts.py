"""Technical monitoring equipment (处罚法 41): its register, reviewing its records, telling the party."""

from typing import Any

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.records import reads, rules
from mingfa.bureau.records.devices import inputs
from mingfa.bureau.records.devices import rules as devices_rules
from mingfa.bureau.records.gather import WHOSE, its_handler, the_recording
from mingfa.bureau.records.models import Device, Evidence, Told


def the_register(look: Look[Any]) -> devices_rules.Registering:
    """Gather what the gates of the register may see."""
    return devices_rules.Registering(look, reads.devices())


@act(
    "device.register",
    "登记电子技术监控设备",
    who=[Role.REVIEW_HEAD, Role.DEPUTY, Role.HEAD],
    inputs=inputs.NewDevice,
    see=the_register,
    gates=[
        devices_rules.it_is_marked_and_its_place_is_published,
        devices_rules.it_is_used_after_both_reviews,
        devices_rules.a_public_camera_serves_public_safety,
    ],
)
def register(door: Door, facts: devices_rules.Registering, given: inputs.NewDevice) -> None:
    """Enter a device that was reviewed, is marked and whose place is published."""
    door.add(Device(**given.model_dump(exclude={"sign", "public_safety"})))


@act(
    "device.end",
    "停用电子技术监控设备",
    who=[Role.REVIEW_HEAD, Role.DEPUTY, Role.HEAD],
    inputs=inputs.EndOfDevice,
    see=the_register,
    gates=[devices_rules.the_device_to_end_is_in_use],
)
def end(door: Door, facts: devices_rules.Registering, given: inputs.EndOfDevice) -> None:
    """Take a device out of use; what it recorded before stays evidence."""
    row = Device.objects.get(pk=given.device)
    row.until = given.until
    door.save(row)


@act(
    "record.review_device",
    "审核监控记录内容",
    who=[Role.OFFICER],
    inputs=inputs.DeviceReview,
    see=the_recording,
    gates=[the_certificate_is_valid, devices_rules.it_awaits_its_review],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def review_device(door: Door, facts: rules.Recording, given: inputs.DeviceReview) -> None:
    """Review what a device recorded; what is not true, clear, complete and accurate proves nothing."""
    row = Evidence.objects.get(pk=given.evidence)
    row.fit = all((given.true, given.clear, given.complete, given.accurate))
    door.save(row)


@act(
    "record.tell",
    "告知监控记录的违法事实",
    who=[Role.OFFICER],
    inputs=inputs.Telling,
    see=the_recording,
    gates=[the_certificate_is_valid, devices_rules.something_was_recorded_by_a_device],
    matter=the_matter,
    paper="offsite_notice",
    mine=its_handler,
    whose=WHOSE,
)
def tell(door: Door, facts: rules.Recording, given: inputs.Telling) -> None:
    """Tell the party what a device recorded, where to look it up and how to answer."""
    places = {d.id: d.place for d in facts.devices}
    shown = [e for e in facts.recorded.usable if e.device is not None]
    paper = door.paper(
        "offsite_notice",
        {
            "party": {"name": given.person},
            "detail": given.facts,
            "records": [
                {"name": e.name, "at": e.obtained_at.isoformat(), "place": places.get(e.device or 0, "")}
                for e in shown
            ],
            "lookup": given.lookup,
            "answer": given.answer,
        },
    )
    door.add(Told(matter=facts.look.matter.pk, number=paper.number, paper=paper.pk, told_on=facts.today))
