"""The pact of the demonstration's season of 2024. That a pact is signed each year is how clusters work; its words, its
titles and every signature here are illustrative and say so.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from thidua.apps.access.roles import Actor, Role
from thidua.apps.attachments.services import Upload
from thidua.apps.clock import zone
from thidua.apps.demo.evidence import one_page
from thidua.apps.pact.models import Opening
from thidua.apps.pact.selectors import current_opening, short
from thidua.apps.pact.services import draft_pact, open_pact, record_paper_signature, sign_pact
from thidua.apps.pact.text import CarriedDirective, Commitment, Draft, Registration
from thidua.apps.pact.titles import Title
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.errors import Fault

YEAR = 2024
DRAWN = "(minh họa)"
DRAFTED = datetime(2024, 1, 26, 9, tzinfo=zone())
OPENED = datetime(2024, 1, 30, 8, tzinfo=zone())
SIGNED = datetime(2024, 2, 2, 8, tzinfo=zone())
PAPER = "01/GU-MH"
DRAFT = Draft(
    purpose=f"Bảo đảm an ninh, trật tự trên địa bàn năm tỉnh; xây dựng lực lượng trong sạch, vững mạnh {DRAWN}.",
    commitments=(
        Commitment(f"Tỷ lệ điều tra, khám phá án vượt chỉ tiêu Bộ giao {DRAWN}.", ("I.2.1.a", "I.2.1.b")),
        Commitment(f"Không để bị động, bất ngờ về an ninh chính trị {DRAWN}."),
        Commitment(f"100% đơn vị trực thuộc phát động phong trào trước ngày 31/01/2024 {DRAWN}."),
        Commitment(f"Không có cán bộ, chiến sĩ vi phạm kỷ luật phải xử lý từ cảnh cáo trở lên {DRAWN}."),
    ),
    directives=(
        CarriedDirective(
            f"Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến ngay từ đầu năm {DRAWN}",
            f"Hội nghị tổng kết năm 2023 {DRAWN}",
        ),
    ),
    registrations=(
        Registration("tay-ninh", Title.GOVERNMENT_FLAG),
        Registration("long-an", Title.MINISTRY_FLAG),
        Registration("binh-phuoc", Title.MINISTRY_FLAG),
        Registration("binh-duong", Title.DETERMINED_UNIT),
        Registration("dong-nai", Title.DETERMINED_UNIT),
    ),
    effect=f"Giao ước có hiệu lực từ ngày ký đến hết năm thi đua 2024 {DRAWN}.",
)


@dataclass(frozen=True, slots=True)
class Signing:
    """Who prepares and signs: the people of the units, with the password that all of them have."""

    season: Season
    members: Sequence[str]
    chair: str
    password: str
    in_role: Callable[[Role, str], Actor]

    def acts(self) -> Iterator[tuple[datetime, Callable[[], object]]]:
        """Everything that is recorded, each with its time; the last member signs on paper."""
        yield DRAFTED, self._draft
        yield OPENED, self._open
        *here, last = self.members
        for place, unit in enumerate(here):
            yield SIGNED.replace(minute=5 * place), partial(self._sign, unit)
        yield SIGNED.replace(minute=5 * len(here)), partial(self._record, last)

    def _draft(self) -> None:
        actor = self.in_role(Role.SECRETARY, self.chair)
        draft_pact(actor=actor, season=self.season, draft=DRAFT, seen=0, is_illustrative=True)

    def _open(self) -> None:
        open_pact(actor=self.in_role(Role.SECRETARY, self.chair), season=self.season, seen=1)

    def _sign(self, unit: str) -> None:
        actor = self.in_role(Role.LEADER, unit)
        digest = self._opened().digest
        sign_pact(actor=actor, season=self.season, unit=unit, digest=digest, password=self.password)

    def _record(self, unit: str) -> None:
        leader = self.in_role(Role.LEADER, unit)
        record_paper_signature(
            actor=self.in_role(Role.SECRETARY, self.chair),
            season=self.season,
            unit=unit,
            signer=f"{leader.name} {DRAWN}",
            digest=short(self._opened().digest),
            document=Document(PAPER, SIGNED.date()),
            scan=Upload(f"giao-uoc-{unit}.pdf", one_page(f"Giao uoc thi dua 2024, {unit} - MINH HOA")),
        )

    def _opened(self) -> Opening:
        found = current_opening(self.season)
        if found is None:
            raise Fault("the pact of the demonstration is not open")
        return found.row
