"""The compilers of PostgreSQL: Django's, those of questions with statements written once."""

from django.db.backends.postgresql import compiler as django
from django.db.backends.postgresql.compiler import (
    SQLAggregateCompiler,
    SQLDeleteCompiler,
    SQLInsertCompiler,
    SQLUpdateCompiler,
)

from mingfa.database.compiling import WrittenOnce

__all__ = [
    "SQLAggregateCompiler",
    "SQLCompiler",
    "SQLDeleteCompiler",
    "SQLInsertCompiler",
    "SQLUpdateCompiler",
]


class SQLCompiler(WrittenOnce, django.SQLCompiler):
    """Django's compiler of PostgreSQL, asked once for each shape."""
