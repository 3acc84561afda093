"""The local values: numbers which no national law gives; each needs a value and its basis before go-live.

`data/config.yaml` lists them. `missing` is what `mingfa check` refuses to go live with. A number that a
statute does give is not local and is not here. The demo's values, in `data/config_example.yaml`, say 示例.
"""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mingfa.bureau.law.tables import read_yaml
from mingfa.bureau.law.time.calendar import HOLIDAY, KINDS, ListedDay


@dataclass(frozen=True)
class LocalValue:
    """One local number that is to be set: what it is for, by which rule, of which type and unit.

    `choices` holds the codes allowed where the type is `choice`. `beside` is the content of a paper beside
    which a text is printed, in every paper that has that content. A `retired` one is read where it stands in
    the ledger, and set no more.
    """

    id: str
    zh: str
    rule: str
    type: str
    unit: str
    note: str
    choices: tuple[str, ...] = ()
    retired: bool = False
    beside: str = ""


@dataclass(frozen=True)
class Recorded:
    """A value as the bureau recorded it: with its basis, from its first day on."""

    id: str
    value: Any
    citation: str
    valid_from: datetime.date


class LocalValueMissing(LookupError):
    """A local value is needed and none is recorded for that day."""


@cache
def _all_values() -> dict[str, LocalValue]:
    rows = read_yaml("config.yaml")
    return {row["id"]: LocalValue(**row | {"choices": tuple(row.get("choices", ()))}) for row in rows}


@cache
def local_values() -> dict[str, LocalValue]:
    """Return the values that a bureau is to set."""
    return {name: one for name, one in _all_values().items() if not one.retired}


class Config:
    """The recorded values; later ones replace earlier ones from their first day on."""

    def __init__(self, recorded: Iterable[Recorded] = ()) -> None:
        self._history: dict[str, list[Recorded]] = {}
        for one in sorted(recorded, key=lambda r: r.valid_from):
            check_value(one)
            self._history.setdefault(one.id, []).append(one)

    def recorded(self, value_id: str, on: datetime.date) -> Recorded | None:
        known = [one for one in self._history.get(value_id, ()) if one.valid_from <= on]
        return known[-1] if known else None

    def value(self, value_id: str, on: datetime.date) -> Any:
        """Return the value of that day, or raise LocalValueMissing with what to do."""
        found = self.recorded(value_id, on)
        if found is None:
            zh = local_values()[value_id].zh
            raise LocalValueMissing(
                f"尚未设定“{zh}”（{value_id}）在{on}的取值。请由法制机构录入取值和依据后再办理"
            )
        return found.value

    def words(self, value_id: str, on: datetime.date) -> str:
        """Return a text of that day; "" where none is recorded, or it is recorded that there is none (无)."""
        found = self.recorded(value_id, on)
        return "" if found is None or found.value == "无" else str(found.value)

    def festivals_by_year(self) -> dict[int, tuple[ListedDay, ...]]:
        """Return the festivals recorded as local values, by the year they are for; () where it has none."""
        years = {one.valid_from.year: () for one in self._history.get("local_festivals", ())}
        return years | {
            year: tuple(day for day in self.local_festivals() if day.date.year == year)
            for year in {day.date.year for day in self.local_festivals()}
        }

    def printed_with(self, contents: Collection[str], on: datetime.date) -> dict[str, str]:
        """Return the texts, by their ids, that a paper with these contents prints beside them."""
        known = [one.id for one in local_values().values() if one.beside and one.beside in contents]
        return {value_id: words for value_id in known if (words := self.words(value_id, on))}

    def local_festivals(self) -> tuple[ListedDay, ...]:
        """Return the festivals of all recorded years, as `Calendar` takes them."""
        return tuple(
            ListedDay(day["date"], day.get("kind", HOLIDAY), day["name"], one.citation)
            for one in self._history.get("local_festivals", ())
            for day in one.value
        )


def missing(config: Config, on: datetime.date) -> tuple[LocalValue, ...]:
    """Return the local values without a recorded value on that day."""
    return tuple(one for one in local_values().values() if config.recorded(one.id, on) is None)


def check_value(recorded: Recorded) -> None:
    """Refuse a value of the wrong type, an unknown id, or a value without a basis."""
    one = _all_values().get(recorded.id)
    if one is None:
        raise ValueError(f"没有名为“{recorded.id}”的地方取值")
    if not recorded.citation.strip():
        raise ValueError(f"“{one.zh}”必须写明依据")
    if not _CHECKS[one.type](recorded.value, one):
        raise ValueError(f"“{one.zh}”的取值不符合类型{one.type}（{one.unit}）：{recorded.value!r}")


def _is_count(value: Any, _: LocalValue) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_days(value: Any, _: LocalValue) -> bool:
    return isinstance(value, list) and all(
        isinstance(day, Mapping)
        and isinstance(day.get("date"), datetime.date)
        and day.get("name")
        and day.get("kind", HOLIDAY) in KINDS
        for day in value
    )


_CHECKS = {
    "integer": _is_count,
    "fen": _is_count,
    "flag": lambda value, _: isinstance(value, bool),
    "text": lambda value, _: isinstance(value, str) and bool(value.strip()),
    "choice": lambda value, one: value in one.choices,
    "days": _is_days,
}


def example_config() -> Config:
    """Return the marked example values of the demo; never a basis for a real decision."""
    return Config(Recorded(**row) for row in read_yaml("config_example.yaml"))
