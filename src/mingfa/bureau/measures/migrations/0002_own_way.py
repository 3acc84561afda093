"""Measures and preservations carry a state of their own; an exception names its stretch of time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("measures", "0001_initial")]

    operations = [
        migrations.AddField("seizure", "state", models.CharField("环节", max_length=30, db_index=True, default="held"), preserve_default=False),
        migrations.AddField("preserved", "state", models.CharField("环节", max_length=30, db_index=True, default="preserved"), preserve_default=False),
        migrations.AlterField("seizure", "matter", models.BigIntegerField("所属事项", db_index=True)),
        migrations.AlterField("preserved", "matter", models.BigIntegerField("所属事项", db_index=True)),
        migrations.RemoveField("seizure", "word"),
        migrations.RemoveField("seizure", "excused"),
        migrations.AddField("seizure", "excused", models.JSONField("音像记录例外", default=list)),
        migrations.AddField("custody", "things", models.JSONField("清单序号", default=list)),
        migrations.AddField("custody", "worth", models.BigIntegerField("市场价格（分）", default=0)),
    ]
