"""The database's own guard (处罚法 58; plan 3.4.b): a decision names a review of the same case and the same version,
passed and not withdrawn; and what a decision says is never changed, except that it is revoked, once.

On SQLite a REPLACE removes the old row without asking the triggers on DELETE; so what is there already is refused
before the INSERT.
"""

from django.db import migrations

from mingfa.database.guards import SetGuards

STANDS = (
    "EXISTS (SELECT 1 FROM review_review r WHERE r.leaf = NEW.review_id AND r.matter = NEW.case_id"
    " AND r.version = NEW.version AND r.passed AND r.withdrawn IS NULL)"
)
THERE = (
    "EXISTS (SELECT 1 FROM decisions_decision d WHERE d.leaf = NEW.leaf OR d.case_id = NEW.case_id"
    " OR d.review_id = NEW.review_id OR d.number = NEW.number)"
)
FIXED = (
    "leaf", "case_id", "review_id", "version", "outcome", "kinds", "amount", "number",
    "decided_on", "decided_by", "head",
)
SAME = " AND ".join(f"NEW.{column} = OLD.{column}" for column in FIXED)
REVOKED_ONCE = "(OLD.revoked IS NULL OR (NEW.revoked IS NOT NULL AND NEW.revoked = OLD.revoked))"
SQLITE = [
    f"CREATE TRIGGER decision_has_passed_review BEFORE INSERT ON decisions_decision WHEN NOT {STANDS}"
    " BEGIN SELECT RAISE(ABORT, 'no decision without a passed legal review (LR-01)'); END",
    f"CREATE TRIGGER decision_is_new BEFORE INSERT ON decisions_decision WHEN {THERE}"
    " BEGIN SELECT RAISE(ABORT, 'a decision is never changed, only revoked'); END",
    "CREATE TRIGGER decision_never_changes BEFORE UPDATE ON decisions_decision"
    f" WHEN NOT ({SAME} AND {REVOKED_ONCE})"
    " BEGIN SELECT RAISE(ABORT, 'a decision is never changed, only revoked'); END",
    "CREATE TRIGGER decision_never_goes BEFORE DELETE ON decisions_decision"
    " BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END",
]
POSTGRES = [
    f"""CREATE FUNCTION decisions_guard() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP IN ('DELETE', 'TRUNCATE') THEN RAISE EXCEPTION 'a decision is never deleted'; END IF;
          IF TG_OP = 'INSERT' AND NOT {STANDS} THEN
            RAISE EXCEPTION 'no decision without a passed legal review (LR-01)'; END IF;
          IF TG_OP = 'UPDATE' AND NOT ({SAME} AND {REVOKED_ONCE}) THEN
            RAISE EXCEPTION 'a decision is never changed, only revoked'; END IF;
          RETURN NEW;
        END $$""",
    "CREATE TRIGGER decisions_guard BEFORE INSERT OR UPDATE OR DELETE ON decisions_decision"
    " FOR EACH ROW EXECUTE FUNCTION decisions_guard()",
    "CREATE TRIGGER decisions_never_emptied BEFORE TRUNCATE ON decisions_decision"
    " FOR EACH STATEMENT EXECUTE FUNCTION decisions_guard()",
]


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_initial"), ("review", "0001_initial")]
    operations = [SetGuards(SQLITE, POSTGRES)]
