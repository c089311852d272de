"""Addresses of what comes out of a season."""

from django.urls import path

from thidua.web.results import (
    acts,
    changes,
    downloads,
    explanation,
    matrix,
    profiles,
    sheets,
    standings,
    statements,
    versions,
    years,
)

urlpatterns = [
    path("ky/<slug:slug>/xep-hang/", standings.page, name="standings"),
    path("ky/<slug:slug>/xep-hang/xep-hang.xlsx", downloads.workbook, name="standings_workbook"),
    path("ky/<slug:slug>/xep-hang/xep-hang.pdf", downloads.paper, name="standings_paper"),
    path("ky/<slug:slug>/xep-hang/ket-qua.json", downloads.result, name="standings_document"),
    path("ky/<slug:slug>/xep-hang/chot/", acts.freeze, name="freeze_standings"),
    path("ky/<slug:slug>/xep-hang/ban/<int:version>/", versions.stored, name="frozen_standings"),
    path("ky/<slug:slug>/xep-hang/ban/<int:version>/tinh-lai/", versions.again, name="replay_standings"),
    path("ky/<slug:slug>/xep-hang/ban/<int:version>/ket-qua.json", versions.document, name="frozen_document"),
    path(
        "ky/<slug:slug>/xep-hang/ban/<int:version>/thong-nhat/", acts.release, {"act": "agree"}, name="agree_standings"
    ),
    path(
        "ky/<slug:slug>/xep-hang/ban/<int:version>/cong-bo/", acts.release, {"act": "publish"}, name="publish_standings"
    ),
    path(
        "ky/<slug:slug>/xep-hang/ban/<int:version>/thu-hoi/",
        acts.release,
        {"act": "withdraw"},
        name="withdraw_standings",
    ),
    path("ky/<slug:slug>/nhan-dinh/", statements.page, name="statements"),
    path("ky/<slug:slug>/nhan-dinh/moi/", statements.new, name="new_statement"),
    path("ky/<slug:slug>/nhan-dinh/chep/", statements.copy, name="copy_statements"),
    path("ky/<slug:slug>/nhan-dinh/<int:number>/", statements.edit, name="edit_statement"),
    path("ky/<slug:slug>/nhan-dinh/<int:number>/bo/", statements.drop, name="drop_statement"),
    path("ky/<slug:slug>/bang-diem/", matrix.page, name="score_matrix"),
    path("ky/<slug:slug>/thay-doi/", changes.page, name="changes"),
    path("ky/<slug:slug>/ban-do-diem/", profiles.heat, name="heat_table"),
    path("ky/<slug:slug>/qua-cac-nam/", years.page, name="years"),
    path("ky/<slug:slug>/ho-so/<str:unit>/", profiles.page, name="unit_profile"),
    path("ky/<slug:slug>/phieu-diem/", sheets.listed, name="score_sheets"),
    path("ky/<slug:slug>/phieu-diem/<str:unit>/", sheets.page, name="score_sheet"),
    path("ky/<slug:slug>/phieu-diem/<str:unit>/phieu-diem.pdf", downloads.sheet, name="score_sheet_paper"),
    path("ky/<slug:slug>/phieu-diem/<str:unit>/<str:criterion>/", explanation.page, name="explain_points"),
]
