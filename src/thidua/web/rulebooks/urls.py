"""Addresses of rulebooks."""

from django.urls import path

from thidua.web.rulebooks import drafting, files, page
from thidua.web.rulebooks.editor import acts, comparing, indicators, trying
from thidua.web.rulebooks.editor import page as editor

urlpatterns = [
    path("ky/<slug:slug>/bang-tieu-chi/", page.page, name="rulebook"),
    path("ky/<slug:slug>/bang-tieu-chi/<int:number>.xlsx", files.workbook, name="rulebook_workbook"),
    path("ky/<slug:slug>/bang-tieu-chi/<int:number>.yaml", files.yaml, name="rulebook_yaml"),
    path("ky/<slug:slug>/bang-tieu-chi/tai-len/", drafting.upload, name="draft_rulebook"),
    path("ky/<slug:slug>/bang-tieu-chi/ban-hanh/", drafting.adopt, name="adopt_rulebook"),
    path("ky/<slug:slug>/bang-tieu-chi/bo-du-thao/", drafting.drop, name="drop_draft"),
    path("ky/<slug:slug>/bang-tieu-chi/soan/", editor.page, name="edit_draft"),
    path("ky/<slug:slug>/bang-tieu-chi/soan/kiem/", editor.live, name="check_draft"),
    path("ky/<slug:slug>/bang-tieu-chi/soan/bat-dau/", acts.start, name="start_draft"),
    path("ky/<slug:slug>/bang-tieu-chi/soan/them/", acts.add, name="add_criterion"),
    path("ky/<slug:slug>/bang-tieu-chi/soan/chuyen/", acts.move, name="move_criterion"),
    path("ky/<slug:slug>/bang-tieu-chi/soan/bo/", acts.remove, name="remove_criterion"),
    path("ky/<slug:slug>/bang-tieu-chi/soan/hoan-tac/", acts.undo, name="undo_draft_edit"),
    path("ky/<slug:slug>/bang-tieu-chi/soan/so-lieu/", indicators.page, name="edit_indicators"),
    path("ky/<slug:slug>/bang-tieu-chi/soan/so-sanh/", comparing.compare, name="compare_draft"),
    path("ky/<slug:slug>/bang-tieu-chi/soan/tinh-thu/", trying.simulate, name="simulate_draft"),
]
