from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "thidua.web.indicators"
    label = "web_indicators"
