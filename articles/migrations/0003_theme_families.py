from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_mention_cues"),
    ]

    operations = [
        migrations.AddField(
            model_name="theme",
            name="family",
            field=models.PositiveSmallIntegerField(default=1),
            preserve_default=False,
        ),
    ]
