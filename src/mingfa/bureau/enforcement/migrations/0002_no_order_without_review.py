"""The database's own guard (处罚法 58; plan 3.2.a): a decision to enforce names a review of the same matter and
version, passed and not withdrawn; and what it says is never changed.

On SQLite a REPLACE removes the old row without asking the triggers on DELETE; so what is there already is refused
before the INSERT.
"""

from django.db import migrations

from mingfa.database.guards import SetGuards

TABLE = "enforcement_enforcementorder"
STANDS = (
    "EXISTS (SELECT 1 FROM review_review r WHERE r.leaf = NEW.review_id AND r.matter = NEW.matter_id"
    " AND r.version = NEW.version AND r.passed AND r.withdrawn IS NULL)"
)
THERE = (
    f"EXISTS (SELECT 1 FROM {TABLE} d WHERE d.leaf = NEW.leaf OR d.review_id = NEW.review_id"
    " OR d.number = NEW.number)"
)
SQLITE = [
    f"CREATE TRIGGER enforcement_order_has_passed_review BEFORE INSERT ON {TABLE} WHEN NOT {STANDS}"
    " BEGIN SELECT RAISE(ABORT, 'no decision to enforce without a passed legal review (LR-01)'); END",
    f"CREATE TRIGGER enforcement_order_is_new BEFORE INSERT ON {TABLE} WHEN {THERE}"
    " BEGIN SELECT RAISE(ABORT, 'a decision to enforce is never changed'); END",
    f"CREATE TRIGGER enforcement_order_never_changes BEFORE UPDATE ON {TABLE}"
    " BEGIN SELECT RAISE(ABORT, 'a decision to enforce is never changed'); END",
    f"CREATE TRIGGER enforcement_order_never_goes BEFORE DELETE ON {TABLE}"
    " BEGIN SELECT RAISE(ABORT, 'a decision to enforce is never deleted'); END",
]
POSTGRES = [
    f"""CREATE FUNCTION enforcement_order_guard() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP <> 'INSERT' THEN RAISE EXCEPTION 'a decision to enforce is never changed or deleted'; END IF;
          IF NOT {STANDS} THEN
            RAISE EXCEPTION 'no decision to enforce without a passed legal review (LR-01)'; END IF;
          RETURN NEW;
        END $$""",
    f"CREATE TRIGGER enforcement_order_guard BEFORE INSERT OR UPDATE OR DELETE ON {TABLE}"
    " FOR EACH ROW EXECUTE FUNCTION enforcement_order_guard()",
    f"CREATE TRIGGER enforcement_order_never_emptied BEFORE TRUNCATE ON {TABLE}"
    " FOR EACH STATEMENT EXECUTE FUNCTION enforcement_order_guard()",
]


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0001_initial"), ("review", "0001_initial")]
    operations = [SetGuards(SQLITE, POSTGRES)]
