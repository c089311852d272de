"""Addresses of the library."""

from django.urls import path

from thidua.web.library import views

urlpatterns = [
    path("ky/<slug:slug>/van-ban/", views.page, name="library"),
    path("ky/<slug:slug>/van-ban/moi/", views.add, name="keep_document"),
    path("ky/<slug:slug>/van-ban/<uuid:key>/rut/", views.withdraw, name="withdraw_document"),
]
