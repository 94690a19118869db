from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_bearer"),
    ]

    operations = [
        migrations.DeleteModel(name="ConceptProvision"),
        migrations.AddField(
            model_name="concept",
            name="provisions",
            field=models.JSONField(default=list),
        ),
    ]
