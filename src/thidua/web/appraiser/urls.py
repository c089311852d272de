"""Addresses of appraisal."""

from django.urls import path

from thidua.web.appraiser import field_checks, gaps, meeting, objections, overview, queue, rechecks, rosters

urlpatterns = [
    path("ky/<slug:slug>/tham-dinh/", overview.page, name="appraisal"),
    path("ky/<slug:slug>/tham-dinh/<slug:unit>/", queue.unit, name="appraise_unit"),
    path("ky/<slug:slug>/tham-dinh/<slug:unit>/<str:indicator>/", queue.item, name="appraise"),
    path("ky/<slug:slug>/kien-nghi/", objections.page, name="objections"),
    path("ky/<slug:slug>/kien-nghi/<slug:unit>/<str:indicator>/", objections.one, name="objection"),
    path("ky/<slug:slug>/hop-thong-nhat/", meeting.page, name="agree_points"),
    path("ky/<slug:slug>/hop-thong-nhat/bien-ban/", meeting.minutes, name="agreed_minutes"),
    path("ky/<slug:slug>/chenh-lech/", gaps.page, name="gaps"),
    path("ky/<slug:slug>/phan-cong-kiem-tra/", rosters.page, name="roster"),
    path("ky/<slug:slug>/kiem-tra-thuc-te/", field_checks.page, name="field_checks"),
    path("ky/<slug:slug>/phuc-tra/", rechecks.page, name="recheck"),
]
