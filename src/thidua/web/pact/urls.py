"""Addresses of the pact."""

from django.urls import path

from thidua.web.pact import drafting, pages, signing

urlpatterns = [
    path("ky/<slug:slug>/giao-uoc/", pages.page, name="pact"),
    path("ky/<slug:slug>/giao-uoc/soan/", drafting.draft, name="draft_pact"),
    path("ky/<slug:slug>/giao-uoc/mo-ky/", drafting.open_for_signature, name="open_pact"),
    path("ky/<slug:slug>/giao-uoc/rut/", drafting.withdraw, name="withdraw_pact"),
    path("ky/<slug:slug>/giao-uoc/in/", pages.paper, name="pact_paper"),
    path("ky/<slug:slug>/giao-uoc/in/<int:number>/", pages.paper_of, name="pact_paper_of"),
    path("ky/<slug:slug>/giao-uoc/ky/<str:unit>/", signing.sign, name="sign_pact"),
    path("ky/<slug:slug>/giao-uoc/ban-giay/<str:unit>/", signing.record_paper, name="record_pact_paper"),
]
