"""How assets are stored for browsers: compressed, under names that change with their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Assets(CompressedManifestStaticFilesStorage):
    """Modules that a script imports get such names too, so that no browser mixes an old one with a new one."""

    support_js_module_import_aggregation = True
