"""Addresses of figures."""

from django.urls import path

from thidua.web.figures import cell, entry, matrix

urlpatterns = [
    path("ky/<slug:slug>/nhap-so-lieu/", entry.own, name="enter_own_figures"),
    path("ky/<slug:slug>/nhap-so-lieu/<slug:unit>/", entry.page, name="enter_figures"),
    path("ky/<slug:slug>/nhap-so-lieu/<slug:unit>/luu/", entry.cells, name="save_figures"),
    path("ky/<slug:slug>/so-lieu/", matrix.page, name="figures"),
    path("ky/<slug:slug>/so-lieu/<slug:unit>/<str:indicator>/", cell.page, name="figure"),
]
