from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "thidua.web.figures"
    label = "web_figures"
