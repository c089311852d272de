from django.apps import AppConfig


class TargetsConfig(AppConfig):
    name = "thidua.web.targets"
    label = "web_targets"
