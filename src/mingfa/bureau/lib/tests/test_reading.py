"""Within a reading the same question is asked once; an act asks everything anew."""

from collections.abc import Callable

import pytest

from mingfa.bureau.lib.reading import afresh, kept, once, reading


@pytest.fixture
def asked() -> tuple[Callable[[object], list[object]], list[object]]:
    """Return a question, and what was really asked."""
    really: list[object] = []

    @once
    def question(of: object) -> list[object]:
        really.append(of)
        if of == "nobody knows":
            raise LookupError(of)
        return [of]

    return question, really


def test_outside_a_reading_every_question_is_asked(asked) -> None:
    question, really = asked
    assert (question(1), question(1), really) == ([1], [1], [1, 1])


def test_within_a_reading_a_question_is_asked_once(asked) -> None:
    question, really = asked
    with reading():
        assert (question(1), question(2), question(1)) == ([1], [2], [1])
        with reading():
            question(2)
    assert really == [1, 2]
    with reading():
        question(1)
    assert really == [1, 2, 1]


def test_nobody_changes_what_others_are_given(asked) -> None:
    question, _ = asked
    with reading():
        question(1).append("scribbled")
        assert question(1) == [1]


def test_an_act_asks_anew_and_what_was_kept_is_forgotten(asked) -> None:
    question, really = asked
    with reading():
        question(1)
        kept("people")["u"] = 1
        with afresh():
            question(1)
            assert kept("people") is None
        question(1)
        assert kept("people") == {}
    assert really == [1, 1, 1]


def test_an_act_that_fails_makes_forget_too(asked) -> None:
    question, really = asked
    with reading():
        question(1)
        with pytest.raises(ValueError), afresh():
            raise ValueError
        question(1)
    assert really == [1, 1]


def test_no_error_is_kept(asked) -> None:
    question, really = asked
    with reading():
        for _ in range(2):
            with pytest.raises(LookupError):
                question("nobody knows")
    assert len(really) == 2


def test_what_has_no_hash_is_asked_every_time(asked) -> None:
    question, really = asked
    with reading():
        assert (question([1]), question([1])) == ([[1]], [[1]])
    assert len(really) == 2
