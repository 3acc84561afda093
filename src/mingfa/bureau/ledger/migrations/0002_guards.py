"""The database's own guards: a leaf is never changed or deleted and always the next one, an item never changed, and
deleted only where an erasure names it; a log only grows, by one.

On SQLite a REPLACE removes the old row without asking the triggers on DELETE; so what is there already is refused
before the INSERT.
"""

from django.conf import settings
from django.db import migrations, models

from mingfa.database.guards import SetGuards

SQLITE = {
    "leaf_is_the_next": (
        "BEFORE INSERT ON ledger_leaf WHEN NEW.i IS NOT (SELECT size FROM ledger_log WHERE name = NEW.log)"
        " BEGIN SELECT RAISE(ABORT, 'a leaf is the next of its log'); END"
    ),
    "item_is_new": (
        "BEFORE INSERT ON ledger_item WHEN EXISTS"
        " (SELECT 1 FROM ledger_item WHERE commitment = NEW.commitment)"
        " BEGIN SELECT RAISE(ABORT, 'an item is never changed'); END"
    ),
    "log_is_new": (
        "BEFORE INSERT ON ledger_log WHEN EXISTS (SELECT 1 FROM ledger_log WHERE name = NEW.name)"
        " BEGIN SELECT RAISE(ABORT, 'a log only grows, by one'); END"
    ),
    "leaf_never_changes": "BEFORE UPDATE ON ledger_leaf BEGIN SELECT RAISE(ABORT, 'a leaf is never changed'); END",
    "leaf_never_goes": "BEFORE DELETE ON ledger_leaf BEGIN SELECT RAISE(ABORT, 'a leaf is never deleted'); END",
    "item_never_changes": "BEFORE UPDATE ON ledger_item BEGIN SELECT RAISE(ABORT, 'an item is never changed'); END",
    "item_goes_only_when_erased": (
        "BEFORE DELETE ON ledger_item WHEN NOT EXISTS"
        " (SELECT 1 FROM ledger_erasure WHERE commitment = OLD.commitment)"
        " BEGIN SELECT RAISE(ABORT, 'an item is deleted only where an erasure names it'); END"
    ),
    "log_only_grows": (
        "BEFORE UPDATE ON ledger_log"
        " WHEN NEW.size <> OLD.size + 1 OR NEW.origin <> OLD.origin OR NEW.name <> OLD.name"
        " BEGIN SELECT RAISE(ABORT, 'a log only grows, by one'); END"
    ),
    "log_never_goes": "BEFORE DELETE ON ledger_log BEGIN SELECT RAISE(ABORT, 'a log is never deleted'); END",
}
POSTGRES = [
    """CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'the ledger is never changed: %', TG_ARGV[0]; END $$""",
    """CREATE FUNCTION ledger_item_goes() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF NOT EXISTS (SELECT 1 FROM ledger_erasure WHERE commitment = OLD.commitment) THEN
         RAISE EXCEPTION 'an item is deleted only where an erasure names it'; END IF; RETURN OLD; END $$""",
    """CREATE FUNCTION ledger_log_grows() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF NEW.size <> OLD.size + 1 OR NEW.origin <> OLD.origin OR NEW.name <> OLD.name THEN
         RAISE EXCEPTION 'a log only grows, by one'; END IF; RETURN NEW; END $$""",
    """CREATE FUNCTION ledger_leaf_next() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF NEW.i IS DISTINCT FROM (SELECT size FROM ledger_log WHERE name = NEW.log) THEN
         RAISE EXCEPTION 'a leaf is the next of its log'; END IF; RETURN NEW; END $$""",
    "CREATE TRIGGER leaf_is_the_next BEFORE INSERT ON ledger_leaf"
    " FOR EACH ROW EXECUTE FUNCTION ledger_leaf_next()",
    "CREATE TRIGGER leaf_never_changes BEFORE UPDATE OR DELETE ON ledger_leaf"
    " FOR EACH ROW EXECUTE FUNCTION ledger_refuse('leaf')",
    "CREATE TRIGGER leaf_never_emptied BEFORE TRUNCATE ON ledger_leaf"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('leaf')",
    "CREATE TRIGGER item_never_emptied BEFORE TRUNCATE ON ledger_item"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('item')",
    "CREATE TRIGGER log_never_emptied BEFORE TRUNCATE ON ledger_log"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('log')",
    "CREATE TRIGGER item_never_changes BEFORE UPDATE ON ledger_item"
    " FOR EACH ROW EXECUTE FUNCTION ledger_refuse('item')",
    "CREATE TRIGGER item_goes_only_when_erased BEFORE DELETE ON ledger_item"
    " FOR EACH ROW EXECUTE FUNCTION ledger_item_goes()",
    "CREATE TRIGGER log_only_grows BEFORE UPDATE ON ledger_log"
    " FOR EACH ROW EXECUTE FUNCTION ledger_log_grows()",
    "CREATE TRIGGER log_never_goes BEFORE DELETE ON ledger_log"
    " FOR EACH ROW EXECUTE FUNCTION ledger_refuse('log')",
]


def open_logs(apps, schema_editor):
    log = apps.get_model("ledger", "Log")
    for name in ("record", "disclosure"):
        log.objects.create(name=name, origin=f"{settings.ORIGIN}/{name}", size=0, edge=b"")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("commitment", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("leaf", models.BigIntegerField()),
            ],
        ),
        migrations.RunPython(open_logs, migrations.RunPython.noop),
        SetGuards([f"CREATE TRIGGER {name} {body}" for name, body in SQLITE.items()], POSTGRES),
    ]
