"""Every address, by the user's area. The names stand in the permission table of the tests."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("thidua.web.account.urls")),
]
