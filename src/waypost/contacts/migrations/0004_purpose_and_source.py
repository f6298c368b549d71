from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0003_merged_people"),
    ]

    operations = [
        migrations.AddField(
            model_name="contact",
            name="purpose",
            field=models.CharField(blank=True, default="", max_length=200, verbose_name="purpose"),
        ),
        migrations.AddField(
            model_name="contact",
            name="origin",
            field=models.CharField(blank=True, default="", max_length=200, verbose_name="source"),
        ),
    ]
