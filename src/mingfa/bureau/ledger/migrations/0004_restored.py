"""A log may stand restored, and wait for its bureau to go on; it takes another name only by an entry that says so.

`restored` is no content of the log: it says that the database came out of a backup. The name of a log (its
origin) changes with the entry that announces the new one, and in no other way.
"""

from django.db import migrations, models

from mingfa.database.guards import SetGuards

NAMED = (
    "(instr(CAST(entry AS TEXT), '\"act\":\"bureau.resume\"') > 0"
    " OR instr(CAST(entry AS TEXT), '\"op\":\"restore\"') > 0)"
    " AND instr(CAST(entry AS TEXT), '\"' || NEW.origin || '\"') > 0"
)
SQLITE = [
    "CREATE TRIGGER log_only_grows BEFORE UPDATE ON ledger_log"
    " WHEN NEW.name <> OLD.name OR NEW.size NOT IN (OLD.size, OLD.size + 1)"
    " OR (NEW.size = OLD.size AND (NEW.edge IS NOT OLD.edge OR NEW.origin <> OLD.origin"
    " OR NEW.restored IS OLD.restored))"
    " OR (NEW.origin <> OLD.origin AND NOT EXISTS (SELECT 1 FROM ledger_leaf WHERE log = NEW.name"
    f" AND i = OLD.size AND {NAMED}))"
    " BEGIN SELECT RAISE(ABORT, 'a log only grows, by one'); END",
]
POSTGRES = [
    """CREATE OR REPLACE FUNCTION ledger_log_grows() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF NEW.name <> OLD.name OR NEW.size NOT IN (OLD.size, OLD.size + 1)
         OR (NEW.size = OLD.size AND (NEW.edge <> OLD.edge OR NEW.origin <> OLD.origin
           OR NEW.restored IS NOT DISTINCT FROM OLD.restored))
         OR (NEW.origin <> OLD.origin AND NOT EXISTS (SELECT 1 FROM ledger_leaf WHERE log = NEW.name
           AND i = OLD.size
           AND (position('"act":"bureau.resume"'::bytea IN entry) > 0
             OR position('"op":"restore"'::bytea IN entry) > 0)
           AND position(convert_to('"' || NEW.origin || '"', 'UTF8') IN entry) > 0)) THEN
         RAISE EXCEPTION 'a log only grows, by one'; END IF; RETURN NEW; END $$""",
]


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_erasures")]
    operations = [
        migrations.AddField("log", "restored", models.TextField(null=True)),
        SetGuards(SQLITE, POSTGRES),
    ]
