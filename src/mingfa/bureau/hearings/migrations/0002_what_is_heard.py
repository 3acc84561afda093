"""A hearing belongs to a matter of any kind; it may be announced, suspended, ended."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("hearings", "0001_initial")]
    operations = [
        migrations.RenameField("hearing", "case", "matter"),
        migrations.AlterField(
            "hearing", "matter", models.BigIntegerField("听证事项", db_column="matter_id", db_index=True)
        ),
        migrations.AlterField("hearing", "matter", models.BigIntegerField("听证事项", db_index=True)),
        *(
            migrations.AddField("hearing", name, models.BigIntegerField(words, null=True))
            for name, words in (("announced", "听证公告"), ("suspended", "中止"), ("ended", "终止"))
        ),
    ]
