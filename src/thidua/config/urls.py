"""Every address, by the user's area. The names stand in the permission table of the tests."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("thidua.web.account.urls")),
    path("", include("thidua.web.desk.urls")),
    path("", include("thidua.web.notices.urls")),
    path("", include("thidua.web.secretary.urls")),
    path("", include("thidua.web.campaigns.urls")),
    path("", include("thidua.web.pact.urls")),
    path("", include("thidua.web.targets.urls")),
    path("", include("thidua.web.indicators.urls")),
    path("", include("thidua.web.library.urls")),
    path("", include("thidua.web.results.urls")),
    path("", include("thidua.web.appraiser.urls")),
    path("", include("thidua.web.rulebooks.urls")),
    path("", include("thidua.web.figures.urls")),
    path("", include("thidua.web.ministry.urls")),
    path("", include("thidua.web.ledger.urls")),
    path("", include("thidua.web.common.urls")),
    path("", include("thidua.web.installation.urls")),
]

handler400 = "thidua.web.common.errors.bad_request"
handler403 = "thidua.web.common.errors.forbidden"
handler404 = "thidua.web.common.errors.not_found"
handler500 = "thidua.web.common.errors.broken"
