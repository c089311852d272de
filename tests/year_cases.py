"""Two seasons of one cluster, a merger between them: five units in 2024, four in 2025."""

from datetime import date

from season_cases import ABOVE, BY, NAMES, OPENED, on, person, write_cluster, write_season, write_units
from thidua.apps.access.roles import Role
from thidua.apps.clock import now
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.organisation.services.units import NewUnit, merge_units
from thidua.apps.reporting.models import Figure
from thidua.apps.rulebooks.models import RulebookVersion, VersionState
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services import launch_movement
from thidua.core.rulebook import parse_rulebook, rulebook_digest
from thidua.core.rulebook.document import rulebook_document
from thidua.core.states import Stage
from thidua.core.units.tree import Level

BODY = person(Role.STANDING_BODY, ABOVE)
RAW = {
    "rulebook": "nho",
    "title": "Bảng nhỏ",
    "version": "1",
    "valid": {"from": "2024-01-01"},
    "criteria": [{"code": "I", "name": "Chuyên môn", "points": "100", "rule": "entry"}],
}
MERGED = date(2025, 1, 1)
LATER = date(2025, 4, 1)


def with_points(season: Season, **points: int) -> Season:
    """The season scored by one criterion that units claim."""
    book = parse_rulebook(RAW)
    typed = {"season": season, "typed_by": "bao-cao", "typed_at": now()}
    version = RulebookVersion(
        number=1,
        document=rulebook_document(book),
        digest=rulebook_digest(book),
        state=VersionState.ADOPTED,
        adopted_on=season.opened_on,
        **typed,
    )
    rows = [
        Figure(unit=unit.replace("_", "-"), indicator="I", stage=Stage.SELF, version=1, typed=str(one), **typed)
        for unit, one in points.items()
    ]
    with recording(UNITS_RECORDED, by=BY, chain=season.ledger_chain(), count=0) as record:
        record.save(version)
        record.save_many(rows)
    return season


def merged_seasons(**later: int) -> Season:
    """The second of them: Tây Ninh and Long An have become one. `later`: points of others in 2025."""
    with on(OPENED):
        write_units()
        first = with_points(
            write_season(write_cluster(ends_on=MERGED)),
            tay_ninh=90,
            long_an=95,
            binh_phuoc=80,
            binh_duong=70,
            dong_nai=80,
        )
    with on(date(2025, 1, 2)):
        new = NewUnit("tay-ninh-2025", "Công an tỉnh Tây Ninh", Level.PROVINCE, ABOVE)
        merge_units(actor=BODY, codes=["tay-ninh", "long-an"], new=new, on=MERGED)
        members = ("tay-ninh-2025", *[code for code in NAMES if code not in ("tay-ninh", "long-an")])
        chair = person(Role.SECRETARY, "tay-ninh-2025")
        cluster = write_cluster(year=2025, members=members, chair="tay-ninh-2025")
        movement = launch_movement(actor=BODY, unit=ABOVE, name="Phong trào thi đua năm 2025")
        second = with_points(
            write_season(cluster, movement=movement, actor=chair), tay_ninh_2025=85, binh_phuoc=99, dong_nai=60, **later
        )
        if second.opened_after_id is None:
            with recording(UNITS_RECORDED, by=BY, chain=second.ledger_chain(), count=0) as record:
                second.opened_after = first
                record.save(second)
        return second
