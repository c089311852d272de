"""The addresses of notices."""

from django.urls import path

from thidua.web.notices import mail, views

urlpatterns = [
    path("thong-bao/", views.listed, name="notices"),
    path("thong-bao/doc-het/", views.read_everything, name="read_all_notices"),
    path("thong-bao/loai/", views.kinds, name="notice_kinds"),
    path("toi/thu-nhac-viec/", mail.page, name="mail_address"),
    path("toi/thu-nhac-viec/xac-nhan/", mail.confirm, name="confirm_address"),
    path("toi/thu-nhac-viec/bo/", mail.drop, name="drop_address"),
    path("thong-bao/<uuid:key>/mo/", views.open_one, name="open_notice"),
]
