"""Technical monitoring equipment (行政处罚法 41) and what it recorded.

EVID-06  reviewed and published before use; what it recorded is reviewed before it is evidence
EVID-07  the party is told promptly, with how to look it up and how to answer
PI-08    a camera in a public place serves public safety
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.records.devices.inputs import DeviceReview, EndOfDevice, NewDevice
from mingfa.bureau.records.inputs import NewEvidence
from mingfa.bureau.records.rules import Recording
from mingfa.bureau.records.values import DeviceView, EvidenceView

OF_DEVICES = ("av", "electronic")


@dataclass(frozen=True)
class Registering:
    """What the gates of the register may see."""

    look: Look[Inputs]
    devices: tuple[DeviceView, ...] = ()


@gate("EVID-06", cites="行政处罚法 41.1", of_inputs=True)
def it_is_marked_and_its_place_is_published(f: Registering) -> Reason | None:
    """A device is clearly marked, and its place was made known before it is used."""
    given = f.look.given_as(NewDevice)
    if given.sign and given.published_on <= given.used_from:
        return None
    return no("设备没有明显标志，或者设置地点在启用之前没有向社会公布。", "设置标志、公布地点后再启用。")


@gate("EVID-06", cites="行政处罚法 41.1", of_inputs=True)
def it_is_used_after_both_reviews(f: Registering) -> Reason | None:
    """The legal and the technical review were done before the device is used."""
    given = f.look.given_as(NewDevice)
    if max(given.legal_review_on, given.technical_review_on) <= given.used_from:
        return None
    return no("法制审核或者技术审核晚于启用日期。", "经法制和技术审核后再启用。")


@gate("PI-08", cites="个人信息保护法 26", of_inputs=True, warns=True)
def a_public_camera_serves_public_safety(f: Registering) -> Reason | None:
    """A camera in a public place is needed for public safety; other uses need a ground of their own."""
    given = f.look.given_as(NewDevice)
    if not given.public_place or given.public_safety:
        return None
    return no(
        "公共场所的图像采集设备应当为维护公共安全所必需，所收集的个人图像不得用于其他目的。",
        "写明设置该设备的法律、行政法规依据和对个人图像的处理。",
    )


@gate("EVID-06", cites="行政处罚法 41.1", of_inputs=True)
def the_device_to_end_is_in_use(f: Registering) -> Reason | None:
    """Only a device in use is taken out of use, from its first day on."""
    given = f.look.given_as(EndOfDevice)
    if any(d.id == given.device and d.until is None and d.used_from <= given.until for d in f.devices):
        return None
    return no("所选设备不在登记册，已经停用，或者停用日期早于启用日期。", "从在用设备中选择并核对日期。")


@gate("EVID-06", cites="行政处罚法 41.1", of_inputs=True)
def its_device_was_in_use(f: Recording) -> Reason | None:
    """What a device recorded is sound, picture or data, of a time when the device was lawfully in use."""
    given = f.look.given_as(NewEvidence)
    if given.device is None:
        return None
    device = next((d for d in f.devices if d.id == given.device), None)
    if given.kind in OF_DEVICES and device is not None and device.is_used_on(given.obtained_at):
        return None
    return no(
        "所选电子技术监控设备未经登记或者取得时不在使用，或者证据不是视听资料、电子数据。",
        "从登记册中选择当时在用的设备，核对证据种类和取得时间。",
    )


@gate("EVID-06", cites="行政处罚法 41.2", of_inputs=True)
def it_awaits_its_review(f: Recording) -> Reason | None:
    """Only what a device recorded is reviewed, once."""
    found = next((e for e in f.recorded.usable if e.id == f.look.given_as(DeviceReview).evidence), None)
    if found is not None and found.device is not None and found.fit is None:
        return None
    return no("所选证据不是电子技术监控设备的记录，或者已经审核、排除。", "从本案待审核的监控记录中选择。")


@gate("EVID-07", cites="行政处罚法 41.3")
def something_was_recorded_by_a_device(f: Recording) -> Reason | None:
    """There is something of a device to tell the party of."""
    if any(e.device is not None for e in f.recorded.usable):
        return None
    return no("本案没有电子技术监控设备记录的证据。", "先登记监控记录。")


def unreviewed(evidence: Iterable[EvidenceView]) -> tuple[EvidenceView, ...]:
    """Return what devices recorded and nobody found to be true, clear, complete and accurate."""
    return tuple(e for e in evidence if e.device is not None and e.fit is not True)


def not_reviewed(used: Iterable[EvidenceView]) -> Reason | None:
    """Say which of the evidence used may not be used, if any."""
    bare = [e.name for e in unreviewed(used)]
    if not bare:
        return None
    return no(
        f"{'、'.join(bare)}是电子技术监控设备的记录，未经审核或者经审核不符合要求，不得作为行政处罚的证据。",
        "先审核记录内容；不符合要求的，从证据清单中删去。",
    )
