"""Addresses of the library of indicators."""

from django.urls import path

from thidua.web.indicators import acts, views

urlpatterns = [
    path("chi-so/", views.library, name="indicators"),
    path("chi-so/moi/", acts.add, name="add_indicator"),
    path("chi-so/<str:code>/", views.indicator, name="indicator"),
    path("chi-so/<str:code>/sua/", acts.change, name="change_indicator"),
    path("chi-so/<str:code>/ngung/", acts.retire, name="retire_indicator"),
    path("ky/<slug:slug>/chi-so/", views.of_season, name="season_indicators"),
    path("ky/<slug:slug>/chi-so/dua-vao-thu-vien/", acts.fill, name="fill_library"),
]
