from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "thidua.web.campaigns"
    label = "web_campaigns"
