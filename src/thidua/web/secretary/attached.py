"""An attached file for somebody who may see it: pictures and PDF are shown, all else is taken down."""

from urllib.parse import quote
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.attachments.selectors import open_attachment
from thidua.apps.seasons.selectors import find_season
from thidua.core.errors import Problem
from thidua.files.attached import MediaType

ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"  # nothing in the file runs or asks anything


@login_required
@require_safe
def attachment(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """The bytes as they were kept."""
    season = find_season(slug)
    if season is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    found = open_attachment(season, key, actor=request.actor, on=clock.today())
    shown = found.type.is_image or found.type is MediaType.PDF
    response = HttpResponse(bytes(found.content.data), content_type=found.media_type)
    disposition = "inline" if shown and not request.GET.get("tai") else "attachment"
    response.headers["Content-Disposition"] = f"{disposition}; filename*=UTF-8''{quote(found.name)}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    if found.type is not MediaType.PDF:  # a browser's own reader of PDF does not start inside a sandbox
        response.headers["Content-Security-Policy"] = ALONE
    return response
