"""The database engine that settings name: Django's SQLite with our compiler and one spelling for days."""

from django.db.backends.sqlite3 import base, operations

from mingfa.database.sqlite.schema import DatabaseSchemaEditor
from mingfa.database.sqlite.spelling import RULES


class DatabaseOperations(operations.DatabaseOperations):
    """Django's, with our compiler."""

    compiler_module = "mingfa.database.sqlite.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with our operations, guards that stay, and a CHECK on every day, time and yes."""

    data_type_check_constraints = base.DatabaseWrapper.data_type_check_constraints | {
        kind: rule.format(c='"%(column)s"') for kind, rule in RULES.items()
    }
    ops_class = DatabaseOperations
    SchemaEditorClass = DatabaseSchemaEditor
