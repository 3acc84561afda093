"""Compiling a question's SQL once: a third of what an act cost was Django writing the same statements again.

A plain question (rows of one model, perhaps with their related rows; conditions on columns; an order; a
limit) is known by its shape: everything its SQL depends on, and none of its values. The first of a shape is
compiled by Django; later ones take over that SQL with their own values, converted by Django's own lookups.
What is not plain, or finds nothing by its form, goes Django's way; so does a shape whose values Django puts
in another order than we do.

See docs/decisions/0018.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db.models import lookups
from django.db.models.expressions import Col
from django.db.models.fields import related_lookups as related
from django.db.models.sql.compiler import SQLCompiler
from django.db.models.sql.query import Query
from django.db.models.sql.where import WhereNode

MOST_SHAPES = 4000
MOST_VALUES = 100
# Lookups whose SQL follows from their class, their column and the SQL of their value.
PLAIN = frozenset(
    (
        lookups.Exact,
        lookups.In,
        lookups.GreaterThan,
        lookups.GreaterThanOrEqual,
        lookups.LessThan,
        lookups.LessThanOrEqual,
        lookups.IntegerFieldExact,
        lookups.IntegerGreaterThan,
        lookups.IntegerGreaterThanOrEqual,
        lookups.IntegerLessThan,
        lookups.IntegerLessThanOrEqual,
        related.RelatedExact,
        related.RelatedIn,
        related.RelatedGreaterThan,
        related.RelatedGreaterThanOrEqual,
        related.RelatedLessThan,
        related.RelatedLessThanOrEqual,
    )
)
NULL = frozenset((lookups.IsNull, related.RelatedIsNull))
# What a plain question has none of.
NOT_PLAIN = (
    "annotations",
    "combinator",
    "distinct",
    "explain_info",
    "external_aliases",
    "extra",
    "extra_order_by",
    "extra_tables",
    "_filtered_relations",
    "select_for_update",
    "subquery",
)


class NotPlain(Exception):
    """The question goes Django's way."""


class Statement(NamedTuple):
    """What Django made of a shape: the SQL, and how the rows it gives are to be read."""

    sql: str
    select: Any
    klass_info: Any
    annotation_col_map: Any
    has_extra_select: bool


_written: dict[tuple[Any, ...], Statement] = {}


class WrittenOnce(SQLCompiler):
    """Django's compiler, asked once for each shape of a plain question."""

    known: Statement | None = None

    def as_sql(self, with_limits: bool = True, with_col_aliases: bool = False) -> Any:
        self.known = None
        try:
            if not with_limits or with_col_aliases:
                raise NotPlain
            values: list[Any] = []
            shape = (self.connection.vendor, *shape_of(self, values))
        except (NotPlain, EmptyResultSet, FullResultSet):
            return super().as_sql(with_limits, with_col_aliases)
        if (known := _written.get(shape)) is not None:
            self.select, self.klass_info = known.select, known.klass_info
            self.annotation_col_map, self.has_extra_select = known.annotation_col_map, known.has_extra_select
            self.col_count, self.known = len(known.select), known
            return known.sql, tuple(values)
        sql, given = super().as_sql()
        if len(values) <= MOST_VALUES and bare(given) == bare(values):
            if len(_written) >= MOST_SHAPES:
                _written.clear()
            _written[shape] = Statement(
                sql, self.select, self.klass_info, self.annotation_col_map, self.has_extra_select
            )
        return sql, given

    def get_converters(self, expressions: Any) -> Any:
        """Return how columns are read: for a known statement found out once on each connection."""
        if self.known is None:
            return super().get_converters(expressions)
        kept: dict[int, Any] = self.connection.__dict__.setdefault("read_by_statement", {})
        found = kept.get(id(self.known))
        if found is None or found[0] is not self.known:
            if len(kept) >= MOST_SHAPES:
                kept.clear()
            found = kept[id(self.known)] = self.known, super().get_converters(expressions)
        return found[1]


def bare(values: Iterable[Any]) -> list[Any]:
    """Return values as they compare: psycopg wraps bytes in an object that is equal to itself only."""
    return [getattr(value, "obj", value) for value in values]


def shape_of(compiler: SQLCompiler, values: list[Any]) -> Iterator[Any]:
    """Yield everything the SQL of a question depends on; its values go into `values`, in their order.

    Raises `NotPlain`, or Django's word that no row, or every row, meets a condition.
    """
    query: Any = compiler.query
    if type(query) is not Query or query.group_by is not None:
        raise NotPlain
    if any(getattr(query, name) for name in NOT_PLAIN) or query.deferred_loading[0]:
        raise NotPlain
    yield query.model  # kept with the shape, so that what is named by its id below lives as long
    yield query.low_mark, query.high_mark, query.values_select, query.max_depth
    yield query.default_cols, query.default_ordering, query.standard_ordering, query.order_by
    if not all(isinstance(one, str) for one in query.order_by):
        raise NotPlain
    yield tuple(query.selected.items()) if query.selected else None
    yield _frozen(query.select_related)
    yield tuple(_column(one) for one in query.select)
    for alias, join in query.alias_map.items():
        yield alias, query.alias_refcount[alias] > 0, join.table_name, join.join_type, join.parent_alias
        yield id(getattr(join, "join_field", None))
    yield from _conditions(query.where, compiler, values)


def _conditions(node: WhereNode, compiler: SQLCompiler, values: list[Any]) -> Iterator[Any]:
    yield node.connector, node.negated, len(node.children)
    one: Any
    for one in node.children:
        kind = type(one)
        if kind is WhereNode:
            yield from _conditions(one, compiler, values)
        elif kind in NULL:
            yield kind, _column(one.lhs), one.rhs
        elif kind in PLAIN and one.rhs_is_direct_value() and not isinstance(one.rhs, bool):
            sql, given = one.process_rhs(compiler, compiler.connection)
            values.extend(given)
            yield kind, _column(one.lhs), sql
        else:
            raise NotPlain


def _column(one: Any) -> tuple[Any, ...]:
    if type(one) is not Col:
        raise NotPlain
    return one.alias, id(one.target), id(one.output_field)


def _frozen(wanted: Any) -> Any:
    """Return what `select_related` asked for as something that can be a key."""
    if isinstance(wanted, dict):
        return tuple((name, _frozen(inner)) for name, inner in wanted.items())
    return wanted
