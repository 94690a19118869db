from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_timeline_drawing"),
    ]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="gist",
            field=models.CharField(default="", max_length=115),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="comment",
            name="question",
            field=models.CharField(
                choices=[
                    ("defence", "Must the two states defend each other?"),
                    ("sanctions", "What does it do about sanctions?"),
                    ("others", "What of other states and organisations?"),
                    ("relations", "What does it change between the two?"),
                    ("contents", "What is in it?"),
                    ("making", "How and when was it made?"),
                ],
                default="",
                max_length=20,
            ),
            preserve_default=False,
        ),
    ]
