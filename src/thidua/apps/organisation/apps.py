from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "thidua.apps.organisation"
    label = "organisation"
    default_auto_field = "django.db.models.BigAutoField"
