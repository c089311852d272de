"""A version of a rulebook as a file: a workbook or YAML, both read back without loss."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from thidua.apps.rulebooks import bridge
from thidua.core.rulebook.schema import Rulebook
from thidua.files.rulebook_xlsx import rulebook_workbook
from thidua.files.rulebook_yaml import rulebook_yaml
from thidua.web.common.templatetags.words import current_language
from thidua.web.rulebooks.versions import numbered, seen_by
from thidua.web.secretary.frame import look

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_safe
def workbook(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The four sheets."""
    content = rulebook_workbook(_rulebook(request, slug, number), current_language())
    return _file(content, XLSX, f"bang-tieu-chi-{slug}-{number}.xlsx")


@login_required
@require_safe
def yaml(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The text that officers can edit."""
    content = rulebook_yaml(_rulebook(request, slug, number)).encode()
    return _file(content, "application/yaml", f"bang-tieu-chi-{slug}-{number}.yaml")


def _rulebook(request: HttpRequest, slug: str, number: int) -> Rulebook:
    return bridge.rulebook(numbered(seen_by(look(request, slug)), number))


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
