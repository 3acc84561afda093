"""Where things are kept and by whom stands on the row: the page of a case says it at a glance."""

from django.db import migrations, models


def _line(model: str, name: str, title: str) -> migrations.AddField:
    return migrations.AddField(
        model, name, models.CharField(title, max_length=200, default=""), preserve_default=False
    )


class Migration(migrations.Migration):
    dependencies = [("measures", "0003_asked_first")]

    operations = [
        _line("preserved", "kept_at", "保存地点"),
        _line("preserved", "keeper", "保管人"),
        _line("seizure", "kept_at", "存放地点"),
        _line("seizure", "keeper", "保管人"),
    ]
