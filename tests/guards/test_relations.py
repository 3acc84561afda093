"""Foreign keys flow the same way as imports: import-linter cannot see `"decisions.Decision"` in a string."""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import Field, Model
from tests.guards.test_contracts import rooms_in_order
from tests.guards.test_habits import FORBIDDEN_FIELD, FORBIDDEN_WORD

ORDER = {room: place for place, room in enumerate(rooms_in_order())}


def room_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[2] if parts[:2] == ["mingfa", "bureau"] and len(parts) > 2 else None


def runs_uphill(room: str, other: str | None) -> bool:
    """Say whether a key from `room` to `other` runs against the order; what is not ours (auth) lies below."""
    return other is not None and ORDER[other] > ORDER[room]


def bureau_models() -> Iterable[tuple[str, type[Model]]]:
    for model in apps.get_models():
        if room := room_of(model.__module__):
            yield room, model


def own_fields(model: type[Model]) -> list[Field]:
    return [field for field in model._meta.get_fields() if isinstance(field, Field)]


def test_foreign_keys_flow_the_same_way() -> None:
    uphill = [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for room, model in bureau_models()
        for field in own_fields(model)
        if field.related_model and runs_uphill(room, room_of(field.related_model.__module__))
    ]
    assert uphill == []


def test_no_column_holds_what_we_never_keep() -> None:
    kept = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in own_fields(model)
        if FORBIDDEN_FIELD.search(field.name) or FORBIDDEN_WORD.search(str(field.verbose_name))
    ]
    assert kept == []


def test_every_room_with_tables_is_in_the_order() -> None:
    assert {room for room, _ in bureau_models()} <= set(ORDER)


def test_the_guard_bites() -> None:
    assert runs_uphill("cases", "decisions")
    assert not runs_uphill("decisions", "cases")
    assert not runs_uphill("cases", None)
    assert FORBIDDEN_FIELD.search("online_time")
    assert FORBIDDEN_FIELD.search("religion")
    assert not FORBIDDEN_FIELD.search("discretion_step")
