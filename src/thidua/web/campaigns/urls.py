"""Addresses of campaigns."""

from django.urls import path

from thidua.web.campaigns import carrying, views

urlpatterns = [
    path("ky/<slug:slug>/chep-ky-truoc/", carrying.carry, name="carry_over"),
    path("ky/<slug:slug>/dot-thi-dua/", views.campaigns, name="campaigns"),
    path("ky/<slug:slug>/dot-thi-dua/moi/", views.launch, name="launch_campaign"),
    path("ky/<slug:slug>/dot-thi-dua/<uuid:key>/", views.campaign, name="campaign"),
    path("ky/<slug:slug>/dot-thi-dua/<uuid:key>/phat-dong/", views.launch_proposal, name="launch_proposal"),
    path("ky/<slug:slug>/dot-thi-dua/<uuid:key>/xac-nhan/<str:unit>/", views.acknowledge, name="acknowledge_campaign"),
    path("ky/<slug:slug>/dot-thi-dua/<uuid:key>/tong-ket/", views.review, name="review_campaign"),
    path("ky/<slug:slug>/dot-thi-dua/<uuid:key>/ket-qua/<str:unit>/", views.confirm, name="confirm_result"),
]
