"""One value, one sequence of bytes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.lib.canonical import canonical_json

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def test_sorted_tight_and_unescaped():
    assert canonical_json({"乙": 1, "a": [True, None, "示例"]}) == '{"a":[true,null,"示例"],"乙":1}'.encode()


@pytest.mark.parametrize("value", [1.0, float("nan"), {"金额": [0.1]}, {1: "a"}, b"x", {"a": {1, 2}}])
def test_what_has_two_spellings_is_refused(value):
    with pytest.raises(TypeError):
        canonical_json(value)


@given(values)
def test_it_is_json_and_stable(value):
    written = canonical_json(value)
    assert canonical_json(json.loads(written)) == written
