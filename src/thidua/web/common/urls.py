"""Addresses that belong to no area."""

from django.urls import path

from thidua.web.common import preferences

urlpatterns = [
    path("tuy-chon/", preferences.choose, name="preferences"),
]
