from django.apps import AppConfig


class MinistryConfig(AppConfig):
    name = "thidua.web.ministry"
    label = "web_ministry"
