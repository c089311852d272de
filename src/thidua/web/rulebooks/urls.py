"""Addresses of rulebooks."""

from django.urls import path

from thidua.web.rulebooks import drafting, files, page

urlpatterns = [
    path("ky/<slug:slug>/bang-tieu-chi/", page.page, name="rulebook"),
    path("ky/<slug:slug>/bang-tieu-chi/<int:number>.xlsx", files.workbook, name="rulebook_workbook"),
    path("ky/<slug:slug>/bang-tieu-chi/<int:number>.yaml", files.yaml, name="rulebook_yaml"),
    path("ky/<slug:slug>/bang-tieu-chi/tai-len/", drafting.upload, name="draft_rulebook"),
    path("ky/<slug:slug>/bang-tieu-chi/ban-hanh/", drafting.adopt, name="adopt_rulebook"),
    path("ky/<slug:slug>/bang-tieu-chi/bo-du-thao/", drafting.drop, name="drop_draft"),
]
