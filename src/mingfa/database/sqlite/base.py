"""The database engine that settings name: Django's SQLite with our compiler."""

from django.db.backends.sqlite3 import base, operations


class DatabaseOperations(operations.DatabaseOperations):
    """Django's, with our compiler."""

    compiler_module = "mingfa.database.sqlite.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with our operations."""

    ops_class = DatabaseOperations
