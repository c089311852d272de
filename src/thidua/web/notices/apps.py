from django.apps import AppConfig


class NoticePagesConfig(AppConfig):
    name = "thidua.web.notices"
    label = "web_notices"
