"""Addresses that belong to no area."""

from django.urls import path

from thidua.web.common import components, preferences

urlpatterns = [
    path("thanh-phan/", components.components, name="components"),
    path("thanh-phan/buong-phieu/", components.booth, name="components_booth"),
    path("thanh-phan/man-chieu/", components.hall, name="components_hall"),
    path("tuy-chon/", preferences.choose, name="preferences"),
]
