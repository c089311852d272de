"""Addresses of units, clusters and rotation."""

from django.urls import path

from thidua.web.ministry import cluster_acts, clusters, provinces, rotation_acts, set_up, unit_acts, units

urlpatterns = [
    path("don-vi/", units.units, name="units"),
    path("don-vi-moi/", unit_acts.record_unit, name="record_unit"),
    path("don-vi/<slug:code>/", units.unit, name="unit"),
    path("don-vi/<slug:code>/doi-ten/", unit_acts.rename_unit, name="rename_unit"),
    path("don-vi/<slug:code>/hop-nhat/", unit_acts.merge_units, name="merge_units"),
    path("don-vi/<slug:code>/chia-tach/", unit_acts.split_unit, name="split_unit"),
    path("don-vi/<slug:code>/doi-cap-tren/", unit_acts.move_unit, name="move_unit"),
    path("don-vi/<slug:code>/giai-the/", unit_acts.abolish_unit, name="abolish_unit"),
    path("ban-do-tinh-2025/", provinces.province_map, name="province_map"),
    path("ban-do-tinh-2025/nap/", provinces.load_map, name="load_map"),
    path("cum/", clusters.clusters, name="clusters"),
    path("cum/lap/", cluster_acts.form_cluster, name="form_cluster"),
    path("cum/nhap-tu-excel/", set_up.set_up, name="set_up_clusters"),
    path("cum/nhap-tu-excel/mau/", set_up.template, name="cluster_template"),
    path("cum/nhap-tu-excel/<int:height>/hoan-tac/", set_up.undo_set_up, name="undo_set_up"),
    path("cum/luot/<uuid:key>/bo/", rotation_acts.skip_turn, name="skip_turn"),
    path("cum/luot/<uuid:key>/bau-lai/", rotation_acts.give_turn_anew, name="give_turn_anew"),
    path("cum/<uuid:key>/", clusters.cluster, name="cluster"),
    path("cum/<uuid:key>/thanh-vien/", cluster_acts.change_members, name="change_members"),
    path("cum/<uuid:key>/chuc-vu/", cluster_acts.appoint_office, name="appoint_office"),
    path("cum/<uuid:key>/ban-giao/", cluster_acts.hand_over_chair, name="hand_over_chair"),
    path("cum/<uuid:key>/luan-phien/", rotation_acts.plan_rotation, name="plan_rotation"),
]
