"""Addresses of figures."""

from django.urls import path

from thidua.web.figures import cell, entry, matrix, report

urlpatterns = [
    path("ky/<slug:slug>/tien-do-nop/", report.board, name="report_board"),
    path("ky/<slug:slug>/tu-cham/<slug:unit>/", report.page, name="self_report"),
    path("ky/<slug:slug>/tu-cham/<slug:unit>/in/", report.paper, name="self_report_paper"),
    path("ky/<slug:slug>/nhap-so-lieu/", entry.own, name="enter_own_figures"),
    path("ky/<slug:slug>/nhap-so-lieu/<slug:unit>/", entry.page, name="enter_figures"),
    path("ky/<slug:slug>/nhap-so-lieu/<slug:unit>/luu/", entry.cells, name="save_figures"),
    path("ky/<slug:slug>/so-lieu/", matrix.page, name="figures"),
    path("ky/<slug:slug>/so-lieu/<slug:unit>/<str:indicator>/", cell.page, name="figure"),
]
