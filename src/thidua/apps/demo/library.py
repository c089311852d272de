"""Documents in the library of the demonstration's season of 2024: every one illustrative, its number ends with -MH."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from thidua.apps.access.roles import Actor
from thidua.apps.attachments.services import Upload
from thidua.apps.clock import zone
from thidua.apps.demo.evidence import one_page
from thidua.apps.evidence.models import Marking
from thidua.apps.library.models import DocumentSort
from thidua.apps.library.services import Described, keep_document
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season

CLUSTER = "Cụm thi đua số 10"
DOCUMENTS = (
    Described(
        DocumentSort.PLAN,
        Document("02/KH-MH", date(2024, 1, 10)),
        CLUSTER,
        "Kế hoạch tổ chức phong trào thi đua “Vì an ninh Tổ quốc” năm 2024 (minh họa)",
        upload=Upload("ke-hoach-2024.pdf", one_page("Ke hoach to chuc phong trao thi dua 2024 - MINH HOA")),
    ),
    Described(
        DocumentSort.REGULATION,
        Document("01/QC-MH", date(2024, 1, 12)),
        CLUSTER,
        "Quy chế hoạt động và chấm điểm của cụm (minh họa)",
        upload=Upload("quy-che.pdf", one_page("Quy che hoat dong cua cum - MINH HOA")),
    ),
    Described(
        DocumentSort.DECISION,
        Document("06/PL-MH", date(2024, 1, 15)),
        "Cơ quan thường trực (minh họa)",
        "Giao chỉ tiêu thi đua năm 2024 (minh họa)",
        secrecy=Marking.SECRET,
        holder="Tủ hồ sơ mật, Phòng Tham mưu (minh họa)",
    ),
)


@dataclass(frozen=True, slots=True)
class Shelving:
    """Puts them into the library of a season, as its chair's secretary."""

    season: Season
    secretary: Callable[[], Actor]

    def acts(self) -> Iterator[tuple[datetime, Callable[[], object]]]:
        """Each with its time: the morning after its date."""
        for one in DOCUMENTS:
            day = one.document.date
            if day is not None:
                yield datetime(day.year, day.month, day.day + 1, 8, tzinfo=zone()), partial(self._keep, one)

    def _keep(self, one: Described) -> None:
        keep_document(actor=self.secretary(), season=self.season, described=one)
