from django.apps import AppConfig


class LedgerPagesConfig(AppConfig):
    name = "thidua.web.ledger"
    label = "web_ledger"
