"""Health, and how to trust the installation's own certificate. Open to everybody."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from thidua.web.common.templatetags.words import current_language
from thidua.web.installation.authority import own_authority
from thidua.web.installation.health import Finding, examine, problems_of
from thidua.words.say import describe


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 while all is well, 503 otherwise: JSON for programs, a page for people. No template here reads a row."""
    findings = examine()
    status = 503 if any(problems_of(findings)) else 200
    if request.get_preferred_type(["application/json", "text/html"]) != "text/html":
        return JsonResponse(_plain(findings), status=status)
    lines = [(finding.vital, finding.problem and describe(finding.problem, current_language())) for finding in findings]
    page = render_to_string("installation/health.html", {"lines": lines, "is_well": status == 200})
    return HttpResponse(page, status=status)


def _plain(findings: list[Finding]) -> dict[str, object]:
    signs = {finding.vital: finding.problem.code if finding.problem else "ok" for finding in findings}
    return {"well": not any(problems_of(findings)), "signs": signs}


@require_safe
def certificate(request: HttpRequest) -> HttpResponse:
    """How a browser learns to trust this installation, with the fingerprint to compare."""
    return render(request, "installation/certificate.html", {"authority": own_authority()})


@require_safe
def certificate_file(_request: HttpRequest) -> HttpResponse:
    """The authority's certificate, in the form that Windows and browsers open."""
    authority = own_authority()
    if authority is None:
        raise Http404
    return HttpResponse(authority.pem, content_type="application/x-x509-ca-cert")
