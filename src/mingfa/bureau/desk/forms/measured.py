"""What was measured of the recordings an act names, written into its inputs: nobody types or sends it."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from mingfa.bureau.desk.forms.uploads import files_in
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.records.measuring.reads import measured


def with_measured(given: Inputs, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the inputs with what stands on record of each recording; what was sent of it is dropped."""
    named = list(files_in(given))
    if not named:
        return dict(inputs)
    found, whole = measured({file.sha256 for _, file in named}), deepcopy(dict(inputs))
    for path, file in named:
        place: Any = whole
        for step in path.split("."):
            place = place[int(step) if step.isdecimal() else step]
        place.pop("measured", None)
        if known := found.get(file.sha256):
            place["measured"] = known.model_dump()
    return whole
