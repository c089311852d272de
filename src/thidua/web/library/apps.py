from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "thidua.web.library"
    label = "web_library"
