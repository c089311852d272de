from django.apps import AppConfig
from django.core.checks import register


class InstallationConfig(AppConfig):
    name = "thidua.web.installation"
    label = "web_installation"

    def ready(self) -> None:
        from thidua.web.installation import checks  # noqa: PLC0415 - settings are whole from here on

        register(checks.safe_settings)
