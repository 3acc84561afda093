from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("hearings", "0002_what_is_heard")]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="gains",
            field=models.BigIntegerField(default=0, verbose_name="拟没收违法所得金额"),
        ),
    ]
