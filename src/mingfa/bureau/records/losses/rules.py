"""When a recording is damaged or lost.

AV-10  a loss is reported and stays on file; nothing is tidied away
"""

from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.records.inputs import Loss
from mingfa.bureau.records.rules import Recording


@gate("AV-10", cites="方案 2.2.b")
def there_is_a_recording_on_file(f: Recording) -> Reason | None:
    """Only what is on file can be reported damaged or lost."""
    if any(not take.lost for scene in f.recorded.scenes for take in scene.takes):
        return None
    return no("本事项没有在卷的现场音像记录，或者均已登记损毁、丢失。", "先登记现场音像记录。")


@gate("AV-10", cites="方案 2.2.b", of_inputs=True)
def the_recording_named_is_on_file(f: Recording) -> Reason | None:
    """The take named belongs to this matter and was not reported yet."""
    given = f.look.given_as(Loss)
    found = next((scene for scene in f.recorded.scenes if scene.id == given.scene), None)
    if found and given.number <= len(found.takes) and not found.takes[given.number - 1].lost:
        return None
    return no(
        "所选的音像记录不在本事项中，或者已经登记损毁、丢失。", "从本事项的现场音像记录中选择，填写第几段。"
    )
