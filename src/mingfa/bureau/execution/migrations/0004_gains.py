from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("execution", "0003_decisions_on_the_spot")]

    operations = [
        migrations.AddField(
            model_name="payment",
            name="gains",
            field=models.BigIntegerField(default=0, verbose_name="没收违法所得金额"),
        ),
    ]
