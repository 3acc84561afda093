"""The database engine that settings name: Django's PostgreSQL with our compiler."""

from django.db.backends.postgresql import base, operations


class DatabaseOperations(operations.DatabaseOperations):
    """Django's, with our compiler."""

    compiler_module = "mingfa.database.postgresql.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with our operations."""

    ops_class = DatabaseOperations
