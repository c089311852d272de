from django.apps import AppConfig


class AccountConfig(AppConfig):
    name = "thidua.web.account"
    label = "web_account"
