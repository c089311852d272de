from django.apps import AppConfig


class ResultsPagesConfig(AppConfig):
    name = "thidua.web.results"
    label = "web_results"
