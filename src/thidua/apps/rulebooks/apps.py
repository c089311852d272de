from django.apps import AppConfig


class RulebooksConfig(AppConfig):
    name = "thidua.apps.rulebooks"
    label = "rulebooks"
    default_auto_field = "django.db.models.BigAutoField"
