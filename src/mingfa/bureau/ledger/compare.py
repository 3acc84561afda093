"""Comparing two databases row by row: a bureau as it stands with the same bureau rebuilt from its ledger."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import CompositePrimaryKey, Model

from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.ledger.rows import columns, label, plain


def sealed_models() -> list[type[Sealed]]:
    """Return every table whose rows stand on the ledger."""
    return [m for m in apps.get_models() if issubclass(m, Sealed)]


def other_models() -> list[type[Model]]:
    """Return every table beside the ledger whose rows have a key of one column."""
    own = (m for m in apps.get_models() if not issubclass(m, Sealed))
    return [m for m in own if not isinstance(m._meta.pk, CompositePrimaryKey)]


def differences(left: str, right: str) -> Iterator[tuple[str, str]]:
    """Yield (row, what differs): `left` is the database in question, `right` the rebuilt one."""
    for model in sealed_models():
        names = columns(model)
        theirs = {row[0]: row[1:] for row in _rows(model, names, right)}
        for pk, *values in _rows(model, names, left):
            where = f"{label(model)}/{pk}"
            rebuilt = theirs.pop(pk, None)
            if rebuilt is None:
                yield where, "账本中没有依据的数据行"
                continue
            pairs = zip(names, values, rebuilt, strict=True)
            if changed := [n for n, mine, its in pairs if plain(mine) != plain(its)]:
                yield where, f"与账本不符的列：{'、'.join(changed)}"
        yield from ((f"{label(model)}/{pk}", "账本中有而数据库中没有的数据行") for pk in theirs)


def _rows(model: type[Sealed], names: tuple[str, ...], using: str) -> Iterator[tuple[object, ...]]:
    found = model._default_manager.using(using).order_by("pk").values_list("pk", *names)
    return found.iterator(chunk_size=1000)
