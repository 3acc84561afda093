"""What happens at the door: a table that only grows."""

from django.db import migrations, models

from mingfa.database.guards import SetGuards

SQLITE = (
    "CREATE TRIGGER happening_never_changes BEFORE UPDATE ON people_happening"
    " BEGIN SELECT RAISE(ABORT, 'what happened is never changed'); END",
    "CREATE TRIGGER happening_never_goes BEFORE DELETE ON people_happening"
    " BEGIN SELECT RAISE(ABORT, 'what happened is never deleted'); END",
)
POSTGRES = (
    "CREATE TRIGGER happening_never_changes BEFORE UPDATE OR DELETE ON people_happening"
    " FOR EACH ROW EXECUTE FUNCTION ledger_refuse('happening')",
    "CREATE TRIGGER happening_never_emptied BEFORE TRUNCATE ON people_happening"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('happening')",
)


class Migration(migrations.Migration):
    dependencies = [("people", "0003_holiday_notices"), ("ledger", "0003_erasures")]
    operations = [
        migrations.CreateModel(
            name="Happening",
            fields=[
                ("i", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=40)),
                ("person", models.BigIntegerField(null=True)),
                ("said", models.JSONField(default=dict)),
                ("hash", models.CharField(max_length=64)),
            ],
        ),
        SetGuards(SQLITE, POSTGRES),
    ]
