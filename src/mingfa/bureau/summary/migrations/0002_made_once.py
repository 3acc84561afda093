"""The database's own guard (处罚法 51, 52): a decision on the spot belongs to a case of the summary procedure, and
what it says is never changed: it is reported once and revoked once. The limits are a constraint of the table.

On SQLite a REPLACE removes the old row without asking the triggers on DELETE; so what is there already is refused
before the INSERT.
"""

from django.db import migrations

from mingfa.database.guards import SetGuards

OF_A_SUMMARY_CASE = "EXISTS (SELECT 1 FROM cases_case c WHERE c.leaf = NEW.case_id AND c.procedure = 'summary')"
THERE = (
    "EXISTS (SELECT 1 FROM summary_spotdecision d WHERE d.leaf = NEW.leaf OR d.case_id = NEW.case_id"
    " OR d.number = NEW.number)"
)
FIXED = (
    "leaf", "case_id", "number", "kinds", "amount", "is_unit", "payment", "decided_on", "decided_by", "head",
)
SAME = " AND ".join(f"NEW.{column} = OLD.{column}" for column in FIXED)
ONCE = " AND ".join(
    f"(OLD.{column} IS NULL OR (NEW.{column} IS NOT NULL AND NEW.{column} = OLD.{column}))"
    for column in ("reported", "revoked")
)
CHANGED = "a decision on the spot is never changed, only reported and revoked"
SQLITE = [
    f"CREATE TRIGGER spot_decision_of_a_summary_case BEFORE INSERT ON summary_spotdecision WHEN NOT {OF_A_SUMMARY_CASE}"
    " BEGIN SELECT RAISE(ABORT, 'a decision on the spot belongs to a case of the summary procedure'); END",
    f"CREATE TRIGGER spot_decision_is_new BEFORE INSERT ON summary_spotdecision WHEN {THERE}"
    f" BEGIN SELECT RAISE(ABORT, '{CHANGED}'); END",
    "CREATE TRIGGER spot_decision_never_changes BEFORE UPDATE ON summary_spotdecision"
    f" WHEN NOT ({SAME} AND {ONCE}) BEGIN SELECT RAISE(ABORT, '{CHANGED}'); END",
    "CREATE TRIGGER spot_decision_never_goes BEFORE DELETE ON summary_spotdecision"
    " BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END",
]
POSTGRES = [
    f"""CREATE FUNCTION spot_decisions_guard() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP IN ('DELETE', 'TRUNCATE') THEN RAISE EXCEPTION 'a decision is never deleted'; END IF;
          IF TG_OP = 'INSERT' AND NOT {OF_A_SUMMARY_CASE} THEN
            RAISE EXCEPTION 'a decision on the spot belongs to a case of the summary procedure'; END IF;
          IF TG_OP = 'UPDATE' AND NOT ({SAME} AND {ONCE}) THEN RAISE EXCEPTION '{CHANGED}'; END IF;
          RETURN NEW;
        END $$""",
    "CREATE TRIGGER spot_decisions_guard BEFORE INSERT OR UPDATE OR DELETE ON summary_spotdecision"
    " FOR EACH ROW EXECUTE FUNCTION spot_decisions_guard()",
    "CREATE TRIGGER spot_decisions_never_emptied BEFORE TRUNCATE ON summary_spotdecision"
    " FOR EACH STATEMENT EXECUTE FUNCTION spot_decisions_guard()",
]


class Migration(migrations.Migration):
    dependencies = [("summary", "0001_initial"), ("cases", "0001_initial")]
    operations = [SetGuards(SQLITE, POSTGRES)]
