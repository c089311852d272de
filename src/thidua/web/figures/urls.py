"""Addresses of figures."""

from django.urls import path

from thidua.web.figures import cell, matrix

urlpatterns = [
    path("ky/<slug:slug>/so-lieu/", matrix.page, name="figures"),
    path("ky/<slug:slug>/so-lieu/<slug:unit>/<str:indicator>/", cell.page, name="figure"),
]
