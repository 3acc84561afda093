"""The database's own guard (plan 3.2.c): where a review is due, a permit decision names one of the same
application and the same version, passed and not withdrawn; and a decision is never changed or deleted.

Whether a review is due is not left to the writer alone: where a hearing of the application took place, it is.
"""

from django.db import migrations

from mingfa.database.guards import SetGuards

STANDS = (
    "EXISTS (SELECT 1 FROM review_review r WHERE r.leaf = NEW.review_id AND r.matter = NEW.permit_id"
    " AND r.version = NEW.version AND r.passed AND r.withdrawn IS NULL)"
)
HEARD = (
    "EXISTS (SELECT 1 FROM hearings_hearing h WHERE h.matter = NEW.permit_id AND h.held IS NOT NULL"
    " AND h.attendance = 'present')"
)
DUE = f"(NEW.needs_review OR {HEARD})"
THERE = (
    "EXISTS (SELECT 1 FROM permits_permitdecision d WHERE d.leaf = NEW.leaf OR d.permit_id = NEW.permit_id"
    " OR d.number = NEW.number)"
)
SQLITE = [
    "CREATE TRIGGER permit_decision_has_its_review BEFORE INSERT ON permits_permitdecision"
    f" WHEN {DUE} AND NOT {STANDS}"
    " BEGIN SELECT RAISE(ABORT, 'no permit decision without the review that is due (LR-02)'); END",
    f"CREATE TRIGGER permit_decision_is_new BEFORE INSERT ON permits_permitdecision WHEN {THERE}"
    " BEGIN SELECT RAISE(ABORT, 'a permit decision is never changed'); END",
    "CREATE TRIGGER permit_decision_never_changes BEFORE UPDATE ON permits_permitdecision"
    " BEGIN SELECT RAISE(ABORT, 'a permit decision is never changed'); END",
    "CREATE TRIGGER permit_decision_never_goes BEFORE DELETE ON permits_permitdecision"
    " BEGIN SELECT RAISE(ABORT, 'a permit decision is never deleted'); END",
]
POSTGRES = [
    f"""CREATE FUNCTION permits_guard() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP IN ('DELETE', 'TRUNCATE') THEN RAISE EXCEPTION 'a permit decision is never deleted'; END IF;
          IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION 'a permit decision is never changed'; END IF;
          IF {DUE} AND NOT {STANDS} THEN
            RAISE EXCEPTION 'no permit decision without the review that is due (LR-02)'; END IF;
          RETURN NEW;
        END $$""",
    "CREATE TRIGGER permits_guard BEFORE INSERT OR UPDATE OR DELETE ON permits_permitdecision"
    " FOR EACH ROW EXECUTE FUNCTION permits_guard()",
    "CREATE TRIGGER permits_never_emptied BEFORE TRUNCATE ON permits_permitdecision"
    " FOR EACH STATEMENT EXECUTE FUNCTION permits_guard()",
]


class Migration(migrations.Migration):
    dependencies = [
        ("permits", "0002_invitation"),
        ("review", "0001_initial"),
        ("hearings", "0002_what_is_heard"),
    ]
    operations = [SetGuards(SQLITE, POSTGRES)]
