from django.apps import AppConfig


class RulebooksConfig(AppConfig):
    name = "thidua.web.rulebooks"
    label = "web_rulebooks"
