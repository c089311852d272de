"""PostgreSQL gets a collation `vi`: the Unicode collation for Vietnamese, with runs of digits compared as numbers."""

from django.db import migrations


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE COLLATION IF NOT EXISTS vi (provider = icu, locale = 'vi-u-kn')")


class Migration(migrations.Migration):
    operations = [migrations.RunPython(create, migrations.RunPython.noop, elidable=False)]
