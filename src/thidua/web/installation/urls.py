"""Addresses for whoever keeps the installation running. All of them are open."""

from django.urls import path

from thidua.web.installation import views

urlpatterns = [
    path("suc-khoe/", views.health, name="health"),
    path("chung-chi/", views.certificate, name="certificate"),
    path("chung-chi/thi-dua.crt", views.certificate_file, name="certificate_file"),
]
