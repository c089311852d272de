from django.apps import AppConfig


class SeasonsConfig(AppConfig):
    name = "thidua.apps.seasons"
    label = "seasons"
    default_auto_field = "django.db.models.BigAutoField"
