from django.apps import AppConfig


class AppraiserConfig(AppConfig):
    name = "thidua.web.appraiser"
    label = "web_appraiser"
