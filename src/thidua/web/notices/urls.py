"""The addresses of notices."""

from django.urls import path

from thidua.web.notices import views

urlpatterns = [
    path("thong-bao/", views.listed, name="notices"),
    path("thong-bao/doc-het/", views.read_everything, name="read_all_notices"),
    path("thong-bao/loai/", views.kinds, name="notice_kinds"),
    path("thong-bao/<uuid:key>/mo/", views.open_one, name="open_notice"),
]
