"""Addresses of figures."""

from django.urls import path

from thidua.web.figures import cell, entry, evidence, evidence_age, for_unit, matrix, pace, patterns, report, upload

urlpatterns = [
    path("ky/<slug:slug>/tien-do-nop/", report.board, name="report_board"),
    path("ky/<slug:slug>/tien-do/<slug:unit>/", pace.page, name="pace"),
    path("ky/<slug:slug>/dau-hieu/", patterns.page, name="patterns"),
    path("ky/<slug:slug>/tu-cham/<slug:unit>/", report.page, name="self_report"),
    path("ky/<slug:slug>/tu-cham/<slug:unit>/in/", report.paper, name="self_report_paper"),
    path("ky/<slug:slug>/nhap-ho/<slug:unit>/", for_unit.page, name="enter_for_unit"),
    path("ky/<slug:slug>/nhap-so-lieu/", entry.own, name="enter_own_figures"),
    path("ky/<slug:slug>/nhap-so-lieu/<slug:unit>/", entry.page, name="enter_figures"),
    path("ky/<slug:slug>/nhap-so-lieu/<slug:unit>/luu/", entry.cells, name="save_figures"),
    path("ky/<slug:slug>/so-lieu/", matrix.page, name="figures"),
    path("ky/<slug:slug>/minh-chung/", evidence.own, name="own_evidence"),
    path("ky/<slug:slug>/minh-chung/<slug:unit>/", evidence.page, name="evidence"),
    path("ky/<slug:slug>/quy-che/minh-chung/", evidence_age.page, name="evidence_age"),
    path("ky/<slug:slug>/nop-tep/", upload.page, name="upload_figures"),
    path("ky/<slug:slug>/nop-tep/mau/", upload.template, name="figures_template"),
    path("ky/<slug:slug>/nop-tep/<uuid:batch>/hoan-tac/", upload.undo, name="undo_figures"),
    path("ky/<slug:slug>/so-lieu/<slug:unit>/<str:indicator>/", cell.page, name="figure"),
]
