"""Addresses of the ledger, twice: of the installation's chain, and under each season of its own."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from thidua.web.ledger import acts, views

_ROUTES = (
    ("", views.page, "ledger"),
    ("kiem-lai/", acts.verify, "verify_ledger"),
    ("xuat/", acts.export, "export_ledger"),
    ("doi-tuong/<str:table>/<str:key>/", views.followed, "ledger_object"),
    ("<int:height>/", views.entry, "ledger_entry"),
    ("<int:height>/xoa/<str:field>/", acts.erase, "erase_text"),
)


def _twice() -> Iterator[URLPattern]:
    for route, view, name in _ROUTES:
        yield path(f"so-nhat-ky/{route}", view, name=name)
        yield path(f"ky/<slug:slug>/so-nhat-ky/{route}", view, name=f"season_{name}")


urlpatterns = list(_twice())
