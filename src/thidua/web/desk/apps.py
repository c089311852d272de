from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "thidua.web.desk"
    label = "web_desk"
