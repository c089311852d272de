from django.apps import AppConfig


class SecretaryConfig(AppConfig):
    name = "thidua.web.secretary"
    label = "web_secretary"
