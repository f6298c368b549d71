from django.db import migrations, models


class Migration(migrations.Migration):
    """What has to happen first is saved by one person after the other, like every part."""

    dependencies = [
        ("plans", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="prerequisite",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
    ]
