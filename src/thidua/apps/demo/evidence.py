"""Evidence of the demonstration: for each unit a report and a document by number, all of it illustrative.

Two units file the same report, and one cites one report for two criteria, so that the pages have something to tell.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from thidua.apps.access.roles import Actor, Role
from thidua.apps.attachments.services import Upload
from thidua.apps.evidence.selectors import owing_evidence
from thidua.apps.evidence.services import Cited, Piece, file_evidence
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons.models import Season

GROUNDS = "Số liệu khớp biểu tổng hợp trong văn bản (minh họa)"
SHARED = "Báo cáo phối hợp giáp ranh hai tỉnh (minh họa)"


@dataclass(frozen=True, slots=True)
class Filing:
    """What the units of a season file, at one moment."""

    season: Season
    units: Sequence[str]
    at: datetime
    in_role: Callable[[Role, str], Actor]

    def file(self) -> None:
        """File everything, unit by unit."""
        rulebook = rulebook_of(self.season, on=self.at.date())
        codes = owing_evidence(rulebook) or [one.code for one in rulebook.indicators]
        for place, unit in enumerate(self.units):
            for piece in self._pieces(place, unit, codes):
                file_evidence(actor=self.in_role(Role.REPORTER, unit), season=self.season, unit=unit, piece=piece)

    def _pieces(self, place: int, unit: str, codes: Sequence[str]) -> Iterator[Piece]:
        day = self.at.date() - timedelta(days=20 + place)
        first = [Cited(code, "trang 3, mục 2", GROUNDS) for code in codes[: 2 if place == 0 else 1]]
        report = Upload(f"bao-cao-{unit}.pdf", one_page(f"Bao cao tong ket nam, {unit} - MINH HOA"))
        yield Piece("Báo cáo tổng kết công tác năm (minh họa)", day, first, report, is_illustrative=True)
        if place in (1, 2):
            shared = Upload("giap-ranh.pdf", one_page("Bao cao phoi hop giap ranh - MINH HOA"))
            yield Piece(SHARED, day, [Cited(codes[-1], "trang 1", GROUNDS)], shared, is_illustrative=True)
        yield Piece(
            "Quyết định công nhận sáng kiến (minh họa)",
            day,
            [Cited(codes[len(codes) // 2], "Điều 1", GROUNDS)],
            number=f"{210 + place}/QĐ-MH",
            issuer="Hội đồng sáng kiến (minh họa)",
            holder="Phòng Tham mưu",
            is_illustrative=True,
        )


def one_page(text: str) -> bytes:
    """A page of A4 with one line of plain Latin letters."""
    stream = f"BT /F1 16 Tf 60 760 Td ({text}) Tj ET".encode("ascii")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, starts = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        starts.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(parts) + 1
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + tail
