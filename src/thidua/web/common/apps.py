from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "thidua.web.common"
    label = "web_common"
