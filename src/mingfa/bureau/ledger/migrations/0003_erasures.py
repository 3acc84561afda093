"""An erasure stands only where an entry of the record names the item, and is never changed or taken back.

An entry is stored bytes: its open facts are JSON with sorted keys, `"erases":["<hex>",…]`. The database asks
roughly (the entry erases something and names this commitment); reading and `verify` ask exactly.
"""

from django.db import migrations

from mingfa.database.guards import SetGuards

SQLITE = {
    "erasure_is_named_by_its_act": (
        "BEFORE INSERT ON ledger_erasure WHEN NOT EXISTS (SELECT 1 FROM ledger_leaf WHERE log = 'record'"
        " AND i = NEW.leaf AND instr(CAST(entry AS TEXT), '\"erases\":[\"') > 0"
        " AND instr(CAST(entry AS TEXT), '\"' || lower(hex(NEW.commitment)) || '\"') > 0)"
        " BEGIN SELECT RAISE(ABORT, 'an erasure is named by the entry of its act'); END"
    ),
    "erasure_never_changes": (
        "BEFORE UPDATE ON ledger_erasure BEGIN SELECT RAISE(ABORT, 'an erasure is never changed'); END"
    ),
    "erasure_never_goes": (
        "BEFORE DELETE ON ledger_erasure BEGIN SELECT RAISE(ABORT, 'an erasure is never taken back'); END"
    ),
}
POSTGRES = [
    """CREATE FUNCTION ledger_erasure_named() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF NOT EXISTS (SELECT 1 FROM ledger_leaf WHERE log = 'record' AND i = NEW.leaf
         AND position('"erases":["'::bytea IN entry) > 0
         AND position(convert_to('"' || encode(NEW.commitment, 'hex') || '"', 'UTF8') IN entry) > 0) THEN
         RAISE EXCEPTION 'an erasure is named by the entry of its act'; END IF; RETURN NEW; END $$""",
    "CREATE TRIGGER erasure_is_named_by_its_act BEFORE INSERT ON ledger_erasure"
    " FOR EACH ROW EXECUTE FUNCTION ledger_erasure_named()",
    "CREATE TRIGGER erasure_never_changes BEFORE UPDATE OR DELETE ON ledger_erasure"
    " FOR EACH ROW EXECUTE FUNCTION ledger_refuse('erasure')",
    "CREATE TRIGGER erasure_never_emptied BEFORE TRUNCATE ON ledger_erasure"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('erasure')",
]


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_guards")]
    operations = [SetGuards([f"CREATE TRIGGER {name} {body}" for name, body in SQLITE.items()], POSTGRES)]
