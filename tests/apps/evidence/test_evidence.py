"""Evidence is filed, cited, taken back and never deleted; what stands twice is found in every direction."""

from datetime import date

import pytest

from attached_files import PDF, jpeg_with_place
from scoring_cases import adopt_small_rulebook, scored_season, today_in
from season_cases import BODY, BY, CHAIR, REPORTER, on, person, write_cluster, write_season
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Role
from thidua.apps.attachments.models import Attachment, Content
from thidua.apps.attachments.services import Upload
from thidua.apps.evidence.models import Evidence, Marking
from thidua.apps.evidence.selectors import (
    Twice,
    age_limits,
    duties_open,
    evidence_of,
    evidence_of_cell,
    filed_twice,
    owing_evidence,
)
from thidua.apps.evidence.services import (
    Cited,
    Piece,
    cite_evidence,
    file_evidence,
    limit_age,
    uncite_evidence,
    withdraw_evidence,
)
from thidua.apps.ledger.models import Entry
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.errors import Refused
from thidua.core.phases import Phase

pytestmark = [pytest.mark.django_db, pytest.mark.rows]
DAY = today_in(Phase.REPORTING)
OTHER = person(Role.REPORTER, "dong-nai")


def piece(*codes: str, **changed: object) -> Piece:
    given: dict[str, object] = {
        "title": "Báo cáo tổng kết",
        "dated_on": date(2024, 2, 20),
        "cited": [Cited(code, "trang 3, mục 2", "Bảng 1 ghi rõ số vụ") for code in codes or ("pha-an",)],
        "upload": Upload("Báo cáo.pdf", PDF),
    }
    return Piece(**given | changed)  # type: ignore[arg-type]


def paper(*codes: str, **changed: object) -> Piece:
    given = {"upload": None, "number": "05/BC-CA", "issuer": "Công an tỉnh Long An", "holder": "Phòng Tham mưu"}
    return piece(*codes, **given | changed)


def filed(season: Season, one: Piece, unit: str = "long-an") -> Evidence:
    actor = REPORTER if unit == "long-an" else OTHER
    return file_evidence(actor=actor, season=season, unit=unit, piece=one)


def codes(refusal: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.path) for problem in refusal.value.problems]


def test_a_file_is_cited_by_several_criteria_and_told_by_the_ledger() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        row = filed(season, piece("pha-an", "tin-bai"))
        (found,) = evidence_of(season, "long-an")
        assert (found.pk, found.attachment.name) == (row.pk, "Báo cáo.pdf")
        assert [(one.indicator, one.place) for one in found.citations.all()] == [
            ("pha-an", "trang 3, mục 2"),
            ("tin-bai", "trang 3, mục 2"),
        ]
        assert [one.evidence for one in evidence_of_cell(season, unit="long-an", indicator="tin-bai")] == [row]
    assert Entry.objects.filter(verb="evidence.piece.filed").count() == 1


def test_a_document_is_named_without_a_file() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        row = filed(season, paper(secrecy=Marking.SECRET))
    assert (row.attachment, row.secrecy, row.holder) == (None, Marking.SECRET, "Phòng Tham mưu")


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_kept() -> None:
    season = scored_season(Phase.REPORTING)
    wrong = piece("khong-co", title=" ", dated_on=date(2030, 1, 1), upload=Upload("a.pdf", b"MZ"), secrecy="secret")
    with on(DAY), pytest.raises(Refused) as refusal:
        filed(season, wrong)
    assert codes(refusal) == [
        ("attachments.active", "file"),
        ("forms.fill_in", "title"),
        ("evidence.secret_file", "file"),
        ("evidence.dated_ahead", "dated_on"),
        ("evidence.no_such_indicator", "indicator"),
    ]
    assert (Evidence.objects.count(), Attachment.objects.count()) == (0, 0)


def test_nothing_shown_nothing_named() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY), pytest.raises(Refused) as refusal:
        filed(season, Piece("Báo cáo", None, ()))
    assert codes(refusal) == [
        ("evidence.file_or_number", "file"),
        ("forms.fill_in", "dated_on"),
        ("forms.fill_in", "indicator"),
    ]


def test_the_place_where_a_photograph_was_taken_is_not_kept() -> None:
    season = scored_season(Phase.REPORTING)
    picture = jpeg_with_place()
    with on(DAY):
        filed(season, piece(upload=Upload("ảnh.jpg", picture)))
    assert b"GPS" in picture
    assert b"GPS" not in bytes(Content.objects.get().data)


def test_the_same_file_and_the_same_document_are_found_elsewhere() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        first = filed(season, piece("pha-an"))
        again = filed(season, piece("pha-an"))
        other = filed(season, piece("tin-bai"), "dong-nai")
        named = filed(season, paper("pha-an"))
        spelled = filed(season, paper("tin-bai", number="05 /bc-ca", issuer="CÔNG AN TỈNH LONG AN"), "dong-nai")
        found = filed_twice(evidence_of(season, "long-an"))
    told = {key: [(one.how, one.evidence, one.is_same_file) for one in places] for key, places in found.items()}
    assert told == {
        first.pk: [(Twice.TWO_PIECES, again.pk, True), (Twice.TWO_UNITS, other.pk, True)],
        again.pk: [(Twice.TWO_PIECES, first.pk, True), (Twice.TWO_UNITS, other.pk, True)],
        named.pk: [(Twice.TWO_UNITS, spelled.pk, False)],
    }


@pytest.mark.parametrize(
    ("mine", "theirs", "unit", "how"),
    [
        (piece("pha-an"), piece("tin-bai"), "long-an", Twice.TWO_CRITERIA),
        (piece("pha-an"), piece("pha-an"), "dong-nai", Twice.TWO_UNITS),
        (paper("pha-an"), paper("pha-an", number="05 /bc-ca"), "long-an", Twice.TWO_PIECES),
    ],
)
def test_twice_is_told_by_what_differs(mine: Piece, theirs: Piece, unit: str, how: Twice) -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        row, other = filed(season, mine), filed(season, theirs, unit)
        found = filed_twice(evidence_of(season, "long-an"))[row.pk]
    assert [(one.how, one.evidence, one.year) for one in found] == [(how, other.pk, 2024)]


@pytest.mark.parametrize("one", [piece("pha-an"), paper("pha-an")])
@pytest.mark.parametrize("unit", ["long-an", "dong-nai"])
def test_what_was_filed_in_another_year_is_found_whoever_filed_it(one: Piece, unit: str) -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        before = filed(season, one, unit)
    with on(date(2025, 1, 6)):
        later = write_season(write_cluster(year=2025), movement=season.movement)
        adopt_small_rulebook(later)
        later.phase = Phase.REPORTING
        with recording(UNITS_RECORDED, by=BY, chain=later.ledger_chain(), count=0) as record:
            record.save(later)
        again = filed(later, one)
        found = filed_twice(evidence_of(later, "long-an"))[again.pk]
    assert [(one.how, one.evidence, one.year) for one in found] == [(Twice.TWO_YEARS, before.pk, 2024)]


def test_one_achievement_counted_twice_names_both_places() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        row = filed(season, piece("pha-an"))
        assert filed_twice(evidence_of(season, "long-an")) == {}
        cite_evidence(actor=REPORTER, season=season, evidence=row, cited=Cited("tin-bai"))
        (found,) = filed_twice(evidence_of(season, "long-an"))[row.pk]
    assert (found.how, found.indicators) == (Twice.TWO_CRITERIA, ("pha-an", "tin-bai"))


def test_citing_twice_is_refused_and_a_citation_can_end() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        row = filed(season, piece("pha-an"))
        with pytest.raises(Refused) as refusal:
            cite_evidence(actor=REPORTER, season=season, evidence=row, cited=Cited("pha-an"))
        uncite_evidence(actor=REPORTER, season=season, citation=row.citations.get())
        cite_evidence(actor=REPORTER, season=season, evidence=row, cited=Cited("pha-an", "trang 9"))
        places = [one.place for one in evidence_of_cell(season, unit="long-an", indicator="pha-an")]
    assert codes(refusal) == [("evidence.cited_already", "indicator")]
    assert places == ["trang 9"]


def test_what_is_withdrawn_stays_and_counts_for_nothing() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        row = filed(season, piece("pha-an"))
        withdraw_evidence(actor=REPORTER, season=season, evidence=row, reason="Nhầm tệp")
        (found,) = evidence_of(season, "long-an")
        with pytest.raises(Refused) as refusal:
            withdraw_evidence(actor=REPORTER, season=season, evidence=row, reason="Nhầm tệp")
        assert evidence_of_cell(season, unit="long-an", indicator="pha-an") == []
    assert (found.is_withdrawn, found.withdrawn_because) == (True, "Nhầm tệp")
    assert codes(refusal) == [("evidence.withdrawn_already", "")]


def test_claims_that_lack_the_evidence_that_the_rulebook_demands_are_named() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        rulebook = rulebook_of(season, on=DAY)
        owing = owing_evidence(rulebook)
        claimed = [one.code for one in rulebook.indicators]
        before = duties_open(season, "long-an", rulebook=rulebook, claimed=claimed)
        filed(season, piece(owing[0]))
        after = duties_open(season, "long-an", rulebook=rulebook, claimed=claimed)
        unclaimed = duties_open(season, "long-an", rulebook=rulebook, claimed=())
    assert owing
    assert (before, after, unclaimed) == (owing, owing[1:], [])


def test_a_limit_set_by_a_document_keeps_old_evidence_out() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        filed(season, piece(dated_on=date(2023, 12, 1)))
        limit_age(
            actor=CHAIR,
            season=season,
            first=date(2024, 1, 1),
            last=date(2024, 12, 31),
            document=Document("07/HD-CA10", date(2024, 1, 10)),
            reason="Theo hướng dẫn chấm điểm",
            seen=0,
        )
        with pytest.raises(Refused) as refusal:
            filed(season, piece(dated_on=date(2023, 12, 1)))
    assert codes(refusal) == [("evidence.out_of_time", "dated_on")]


def test_nobody_files_for_another_unit() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY), pytest.raises(AccessRefused):
        file_evidence(actor=REPORTER, season=season, unit="dong-nai", piece=piece())


def test_a_limit_needs_its_days_its_document_and_its_reason() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY), pytest.raises(Refused) as refusal:
        limit_age(actor=CHAIR, season=season, first=None, last=DAY, document=Document("", None), reason=" ", seen=0)
    assert {path for _code, path in codes(refusal)} == {"first", "number", "date", "reason"}
    assert age_limits(season) == []


def test_two_who_limit_at_once_are_both_told() -> None:
    season = scored_season(Phase.REPORTING)
    given = {"first": date(2024, 1, 1), "last": DAY, "document": Document("07/HD-CA10", date(2024, 1, 10))}
    with on(DAY):
        limit_age(actor=CHAIR, season=season, **given, reason="Theo hướng dẫn", seen=0)  # type: ignore[arg-type]
        with pytest.raises(Refused) as refusal:
            limit_age(actor=BODY, season=season, **given, reason="Theo hướng dẫn", seen=0)  # type: ignore[arg-type]
        limit_age(actor=BODY, season=season, **given, reason="Theo hướng dẫn lại", seen=1)  # type: ignore[arg-type]
    assert codes(refusal) == [("seasons.changed_since", "")]
    assert [(one.version, one.reason) for one in age_limits(season)] == [
        (2, "Theo hướng dẫn lại"),
        (1, "Theo hướng dẫn"),
    ]
