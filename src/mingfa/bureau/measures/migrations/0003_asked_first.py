"""An approval is asked for by the handlers before the head gives it; what stood there was approved."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("measures", "0002_own_way")]

    operations = [
        migrations.AddField("headsapproval", "asked_on", models.DateField("报请日期", null=True)),
        migrations.AddField(
            "headsapproval", "asked_by", models.IntegerField("报请人", default=0), preserve_default=False
        ),
        migrations.AddField(
            "headsapproval", "word", models.CharField("负责人意见", max_length=20, blank=True, default="approved")
        ),
        migrations.RunSQL(
            "UPDATE measures_headsapproval SET asked_on = approved_on", migrations.RunSQL.noop
        ),
        migrations.AlterField("headsapproval", "asked_on", models.DateField("报请日期")),
        migrations.AlterField(
            "headsapproval", "word", models.CharField("负责人意见", max_length=20, blank=True, default="")
        ),
        migrations.AlterField("headsapproval", "approved_on", models.DateField("批准日期", null=True)),
    ]
