"""The papers of a result as files: the same bytes that the command writes."""

from datetime import date

from django.http import HttpRequest, HttpResponse

from thidua.apps.access.verbs import Verb
from thidua.files.outputs import file_name
from thidua.files.standings_json import standings_json
from thidua.web.results.reading import Of, Reading, reading
from thidua.web.results.sheets import sheet_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@reading(Verb.READ_SHEET)
def workbook(request: HttpRequest, reading: Reading) -> HttpResponse:  # noqa: ARG001 - a view is given its request
    """Standings and all groups as a workbook."""
    from thidua.files.standings_xlsx import standings_workbook  # noqa: PLC0415 - only this paper needs it

    scored = reading.scored
    data = standings_workbook(
        scored.season,
        scored.explained,
        (scored.standings,),
        reading.lang,
        result_digest=scored.digest,
        dated=_dated(reading),
    )
    return attachment(data, XLSX, f"xep-hang-{reading.looking.season.slug}.xlsx")


@reading(Verb.READ_SHEET)
def paper(request: HttpRequest, reading: Reading) -> HttpResponse:  # noqa: ARG001 - a view is given its request
    """Standings and all groups as PDF, one group a page."""
    from thidua.files.standings_pdf import standings_pdf  # noqa: PLC0415 - only this paper needs it

    one, scored = reading.scored.standings, reading.scored
    data = standings_pdf(
        scored.season, scored.evaluation, one, reading.lang, result_digest=scored.digest, dated=_dated(reading)
    )
    return attachment(data, "application/pdf", f"xep-hang-{reading.looking.season.slug}.pdf")


@reading(Verb.READ_SHEET)
def result(request: HttpRequest, reading: Reading) -> HttpResponse:  # noqa: ARG001 - a view is given its request
    """The result as the document that `thidua replay` reads."""
    text = standings_json(reading.scored.document)
    return attachment(text.encode(), "application/json", f"ket-qua-{reading.looking.season.slug}.json")


@reading(Verb.READ_SHEET, Of.UNIT)
def sheet(request: HttpRequest, reading: Reading, unit: str) -> HttpResponse:  # noqa: ARG001 - as above
    """One unit's sheet as PDF."""
    from thidua.files.score_sheet_pdf import score_sheet_pdf  # noqa: PLC0415 - only this paper needs it

    digest = reading.scored.digest
    data = score_sheet_pdf(sheet_of(reading, unit), reading.lang, result_digest=digest, dated=_dated(reading))
    return attachment(data, "application/pdf", f"phieu-diem-{file_name(unit)}.pdf")


def _dated(reading: Reading) -> date:
    return reading.scored.season.as_of or reading.looking.today


def attachment(data: bytes, kind: str, name: str) -> HttpResponse:
    """A file to be kept."""
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
