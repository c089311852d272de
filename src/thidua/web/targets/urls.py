"""Addresses of targets."""

from django.urls import path

from thidua.web.targets import acts, cell, table, upload

urlpatterns = [
    path("ky/<slug:slug>/chi-tieu/", table.page, name="targets"),
    path("ky/<slug:slug>/chi-tieu/giao/", table.give, name="give_targets"),
    path("ky/<slug:slug>/chi-tieu/hieu/", table.understood, name="read_target"),
    path("ky/<slug:slug>/chi-tieu/tep/", upload.page, name="upload_targets"),
    path("ky/<slug:slug>/chi-tieu/tep/mau/", upload.template, name="targets_template"),
    path("ky/<slug:slug>/chi-tieu/tep/<uuid:batch>/rut/", upload.undo, name="undo_targets"),
    path("ky/<slug:slug>/chi-tieu/xac-nhan/<str:unit>/", acts.acknowledge, name="acknowledge_targets"),
    path("ky/<slug:slug>/chi-tieu/<str:unit>/<str:indicator>/", cell.page, name="target"),
    path("ky/<slug:slug>/chi-tieu/<str:unit>/<str:indicator>/sua/", cell.change, name="change_target"),
]
