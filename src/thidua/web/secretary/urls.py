"""Addresses of seasons."""

from django.urls import path

from thidua.web.secretary import attached, calendar, mergers, moving, opening, procedure, season

urlpatterns = [
    path("ky/", season.seasons, name="seasons"),
    path("ky/mo-ky/", opening.open_new, name="open_season"),
    path("ky/phat-dong/", opening.launch, name="launch_movement"),
    path("ky/<slug:slug>/", season.page, name="season"),
    path("ky/<slug:slug>/tep/<uuid:key>/", attached.attachment, name="attachment"),
    path("ky/<slug:slug>/chuyen-buoc/", moving.move, name="move_season"),
    path("ky/<slug:slug>/can-cu/<str:guard>/", moving.attest, name="attest_guard"),
    path("ky/<slug:slug>/hop-nhat/", mergers.page, name="mergers"),
    path("ky/<slug:slug>/hop-nhat/<slug:unit>/", mergers.answer, name="answer_merger"),
    path("ky/<slug:slug>/lui-buoc/", moving.reopen, name="reopen_season"),
    path("ky/<slug:slug>/quy-che/", procedure.regulation, name="regulation"),
    path("ky/<slug:slug>/quy-che/sua/", procedure.set_rules, name="set_regulation"),
    path("phong-trao/<slug:slug>/", procedure.movement, name="movement"),
    path("phong-trao/<slug:slug>/lien-ket/", procedure.link, name="link_movement"),
    path("ky/<slug:slug>/lich/", calendar.page, name="season_calendar"),
    path("ky/<slug:slug>/lich/ngay/", calendar.plan, name="plan_phases"),
    path("ky/<slug:slug>/lich/viec-moi/", calendar.add, name="set_duty"),
    path("ky/<slug:slug>/lich/<uuid:duty>/bo/", calendar.drop, name="drop_duty"),
    path("ky/<slug:slug>/lich/<uuid:duty>/xong/<str:unit>/", calendar.finish, name="finish_duty"),
]
