from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("decisions", "0004_termchange")]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="gains",
            field=models.BigIntegerField(default=0, verbose_name="没收违法所得金额"),
        ),
    ]
