"""A statement written once is, at every later question, the one that Django would have written."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.sql.compiler import SQLCompiler
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingfa.bureau.cases.models import Case
from mingfa.bureau.ledger.models import Item, Leaf
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people.models import Appointment, Person
from mingfa.database import compiling
from mingfa.database.compiling import WrittenOnce, bare
from mingfa.example.bureau import CHINA, Cast, Stage
from mingfa.example.stories import play_all


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """Compare every question with Django's own answer; count how many took over a statement."""
    seen: Counter[str] = Counter()
    real = WrittenOnce.as_sql

    def compared(self: WrittenOnce, with_limits: bool = True, with_col_aliases: bool = False) -> Any:
        before = len(compiling._written)
        query = self.query.clone()
        sql, values = real(self, with_limits, with_col_aliases)
        own = type(self)(query, self.connection, self.using, self.elide_empty)
        expected = SQLCompiler.as_sql(own, with_limits, with_col_aliases)
        assert (sql, bare(values)) == (expected[0], bare(expected[1]))
        assert self.col_count == own.col_count and self.has_extra_select == own.has_extra_select
        assert [s[1] for s in self.select] == [s[1] for s in own.select]
        assert _read_as(self.klass_info) == _read_as(own.klass_info)
        columns = [s[0] for s in self.select[: self.col_count]]
        assert _functions(self.get_converters(columns)) == _functions(own.get_converters(columns))
        seen["new" if len(compiling._written) > before else "known or not plain"] += 1
        return sql, values

    monkeypatch.setattr(WrittenOnce, "as_sql", compared)
    yield seen


def _functions(converters: Any) -> list[Any]:
    """Return by what functions which columns are read."""
    return [(at, [str(how.__qualname__) for how in hows]) for at, (hows, _) in converters.items()]


def _read_as(info: Any) -> Any:
    """Return which columns make which model, without the functions that do it."""
    if info is None:
        return None
    inner = [_read_as(one) for one in info.get("related_klass_infos", ())]
    return info["model"], info["select_fields"], info.get("field"), info.get("reverse"), inner


def test_a_bureau_is_asked_as_django_would_ask(cast: Cast, stage: Stage, taken: Counter[str]) -> None:
    until = datetime(2026, 11, 27, 12, tzinfo=CHINA)
    stage.now = until - timedelta(weeks=11)
    compiling._written.clear()  # another file of this process may have asked the same already
    assert max(play_all(stage, cast, 2, 1, until)) > 2
    assert taken["known or not plain"] > 10 * taken["new"] > 0


PEOPLE = st.lists(st.integers(-5, 80), max_size=5)
CONDITIONS = st.one_of(
    st.builds(lambda v: Q(pk=v), st.integers(-2, 80)),
    st.builds(lambda v: Q(pk__in=v), PEOPLE),
    st.builds(lambda v: Q(unit=v), st.integers(-2, 80)),
    st.builds(lambda v: Q(unit__in=v), PEOPLE),
    st.builds(lambda v: Q(unit__name=v), st.sampled_from(["市容中队", "", "无"])),
    st.builds(lambda v: Q(certificate_to__gte=v), st.dates()),
    st.builds(lambda v: Q(certificate_to__isnull=v), st.booleans()),
    st.builds(lambda v: Q(name__contains=v), st.sampled_from(["示例", "%", "_"])),
    st.builds(lambda v: Q(appointments__role__in=v), st.lists(st.sampled_from(["officer", "head"]))),
    st.builds(lambda v: Q(pk__lt=v), st.floats(0, 80)),
    st.builds(lambda v: Q(pk__gt=v), st.integers(-(2**70), 2**70)),
    st.just(Q(sealed=F("leaf"))),
    st.just(Q(Exists(Appointment.objects.filter(person=OuterRef("pk"))))),
)
WAYS = st.sampled_from(
    [
        lambda rows: rows,
        lambda rows: rows.order_by("-name", "pk"),
        lambda rows: rows.select_related("unit"),
        lambda rows: rows.select_related("unit").order_by("unit__name")[1:4],
        lambda rows: rows.values_list("pk", "unit__name"),
        lambda rows: rows.values_list("name", flat=True)[:2],
        lambda rows: rows.only("name"),
        lambda rows: rows.defer("name"),
        lambda rows: rows.reverse(),
        lambda rows: rows.distinct(),
        lambda rows: rows.annotate(n=Count("appointments")),
        lambda rows: rows.order_by(F("name").desc()),
        lambda rows: rows.none(),
    ]
)


@given(st.lists(CONDITIONS, max_size=3), st.sampled_from(["and", "or", "not"]), WAYS)
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_question_has_django_s_answer(
    cast: Cast, taken: Counter[str], conditions: list[Q], joined: str, way: Any
) -> None:
    rows = Person.objects.all()
    if joined == "and":
        for one in conditions:
            rows = rows.filter(one)
    else:
        either = Q()
        for one in conditions:
            either |= one
        rows = rows.exclude(either) if joined == "not" and conditions else rows.filter(either)
    asked = way(rows)
    first = list(asked)
    assert list(asked.all()) == first
    _counted(asked, len(first))


def _counted(asked: Any, rows: int) -> None:
    assert asked.count() == rows
    assert asked.exists() == (rows > 0)


def test_a_list_too_long_is_not_kept(cast: Cast) -> None:
    before = dict(compiling._written)
    assert list(Leaf.objects.filter(i__in=range(10**6, 10**6 + compiling.MOST_VALUES + 1))) == []
    assert compiling._written == before


def test_more_shapes_than_are_kept_begin_anew(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "MOST_SHAPES", 3)
    monkeypatch.setattr(compiling, "_written", {})
    for model in (Case, Item, Leaf, Paper, Person):
        assert model.objects.order_by("pk").first() == model.objects.order_by("pk").first()
        assert 0 < len(compiling._written) <= 3


def test_the_engine_in_use_is_ours() -> None:
    assert issubclass(connection.ops.compiler("SQLCompiler"), WrittenOnce)
