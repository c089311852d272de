from django.apps import AppConfig


class PactConfig(AppConfig):
    name = "thidua.web.pact"
    label = "web_pact"
