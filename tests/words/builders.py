"""A small season with every sort of cell that a paper can meet: kinds, states, stages, caps, ties, knock-outs."""

from datetime import date

from thidua.core.errors import Place
from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.results.result import SeasonName
from thidua.core.rulebook import Rulebook, parse_rulebook
from thidua.core.scoring.figures import Figure, FigureValue, Member, Nature, Origin, Target
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.season import Season
from thidua.core.statements import Against, Comparator, StatementRule
from thidua.core.states import Stage, State
from thidua.core.timeline import Period, WorkingCalendar

UNITS = (
    Member("tay-ninh", "Công an Tây Ninh"),
    Member("binh-duong", "Công an Bình Dương"),
    Member("binh-phuoc", "Công an Bình Phước"),
    Member("long-an", "Công an Long An"),
    Member("dong-nai", "Công an Đồng Nai"),
)
CODES = tuple(unit.code for unit in UNITS)

BANDS = [
    {"from": "95%", "points": "15"},
    {"from": "92%", "below": "95%", "points": "12"},
    {"from": "90%", "below": "92%", "points": "10"},
]

INDICATORS = [
    {"code": "nhan-rong", "name": "Tỷ lệ mô hình được nhân rộng", "kind": "share", "measure": "mô hình"},
    {"code": "kham-pha", "name": "Tỷ lệ khám phá án rất nghiêm trọng", "kind": "percent"},
    {"code": "trat-tu", "name": "Tỷ lệ khám phá án trật tự xã hội", "kind": "share", "measure": "vụ"},
    {"code": "ma-tuy", "name": "Hồ sơ đưa đi cai nghiện", "kind": "result_target", "measure": "hồ sơ"},
    {"code": "cham", "name": "Báo cáo nộp chậm", "kind": "count", "measure": "lần", "direction": "less"},
    {"code": "tin-bai", "name": "Tin, bài được đăng", "kind": "count", "measure": "bài"},
    {"code": "dong-gop", "name": "Tăng đóng góp quỹ nhà ở", "kind": "count", "measure": "triệu đồng"},
    {"code": "dong-gop-2023", "name": "Đóng góp quỹ nhà ở năm 2023", "kind": "count", "measure": "triệu đồng"},
    {"code": "nop", "name": "Ngày nộp báo cáo tổng kết", "kind": "day"},
    {"code": "bi-dong", "name": "Bị động, bất ngờ về an ninh chính trị", "kind": "verdict"},
    {"code": "dan-van", "name": "Công tác dân vận", "kind": "verdict"},
    {"code": "quan-ly", "name": "Tỷ lệ người nghiện được lập hồ sơ quản lý", "kind": "percent"},
    {"code": "ho-so", "name": "Hồ sơ đúng hạn", "kind": "count", "measure": "hồ sơ"},
]

# Indicators that only small rulebooks of single kinds use.
MORE_INDICATORS = [
    {"code": "giam-khao-2", "name": "Giám khảo thứ hai", "kind": "points"},
    {"code": "giam-khao-3", "name": "Giám khảo thứ ba", "kind": "points"},
    {"code": "dan-so", "name": "Dân số", "kind": "count", "measure": "người"},
    {"code": "khen", "name": "Hình thức khen", "kind": "level", "levels": ["Giấy khen", "Bằng khen", "Cờ thi đua"]},
    {"code": "loai", "name": "Loại địa bàn", "kind": "level", "levels": ["Loại III", "Loại II", "Loại I"]},
    {"code": "so-thang", "name": "Số tháng được giao", "kind": "count", "measure": "tháng"},
    {"code": "rieng", "name": "Việc giao riêng", "kind": "count", "measure": "việc"},
    {"code": "chi-tieu-cum", "name": "Chỉ tiêu của cụm", "kind": "percent"},
]

RULEBOOK: dict[str, object] = {
    "rulebook": "mau",
    "title": "Bảng điểm thi đua mẫu",
    "version": "3",
    "valid": {"from": "2024-01-01"},
    "legal_basis": "Điều 9 Quy chế chấm điểm",
    "tie_breaks": [{"key": "points_of", "criterion": "I"}, {"key": "deductions"}],
    "total": {"authority_adjustment": "5"},
    "knock_outs": [
        {"code": "KO1", "name": "Để xảy ra bị động, bất ngờ", "when": {"indicator": "bi-dong", "passed": True}}
    ],
    "indicators": INDICATORS,
    "criteria": [
        {
            "code": "I",
            "name": "Công tác chuyên môn",
            "points": "70",
            "parts": [
                {"code": "I.1", "name": "Nhân rộng điển hình, mô hình hay", "points": "20", "indicator": "nhan-rong",
                 "rule": {"kind": "target_and_leader"}},
                {"code": "I.2", "name": "Điều tra, khám phá án rất nghiêm trọng, đặc biệt nghiêm trọng",
                 "points": "15", "indicator": "kham-pha", "rule": {"kind": "bands", "bands": BANDS, "otherwise": "0"}},
                {"code": "I.3", "name": "Điều tra, khám phá án về trật tự xã hội", "points": "10",
                 "indicator": "trat-tu", "rule": "proportional"},
                {"code": "I.4", "name": "Lập hồ sơ đưa đi cai nghiện bắt buộc", "points": "10", "indicator": "ma-tuy",
                 "rule": "relative_to_best"},
                {"code": "I.5", "name": "Quản lý người nghiện", "points": "5", "indicator": "quan-ly",
                 "rule": "all_or_nothing"},
                {"code": "I.6", "name": "Hồ sơ xử lý đúng hạn", "points": "10", "indicator": "ho-so",
                 "rule": "proportional", "target": "60"},
            ],
        },
        {
            "code": "II",
            "name": "Xây dựng lực lượng Công an nhân dân trong sạch, vững mạnh, chính quy, tinh nhuệ",
            "points": "20",
            "parts": [
                {"code": "II.1", "name": "Tập thể lãnh đạo đoàn kết, hoàn thành nhiệm vụ", "points": "10",
                 "rule": "entry",
                 "deductions": [{"name": "báo cáo nộp chậm", "indicator": "cham",
                                 "rule": {"kind": "per_event", "each": "0,5"}, "cap": "1,5"}],
                 "bonuses": [{"name": "tin, bài được đăng", "indicator": "tin-bai",
                              "rule": {"kind": "per_event", "each": "0,2"}}]},
                {"code": "II.2", "name": "Công tác dân vận", "points": "5", "indicator": "dan-van",
                 "rule": "pass_fail"},
                {"code": "II.3", "name": "Đóng góp quỹ nhà ở", "points": "5", "indicator": "dong-gop",
                 "value": {"kind": "growth", "base": "dong-gop-2023"},
                 "rule": {"kind": "per_step", "start": "2%", "first": "1", "step": "1%", "each": "0,5"}},
            ],
        },
        {
            "code": "III",
            "name": "Tổ chức phong trào thi đua",
            "points": "10",
            "parts": [
                {"code": "III.1", "name": "Nộp báo cáo tổng kết", "points": "5", "indicator": "nop",
                 "value": {"kind": "working_days_early", "due": "2024-11-15"},
                 "rule": {"kind": "bands", "bands": [{"from": "0", "points": "5"}, {"below": "0", "points": "2"}]}},
                {"code": "III.2", "name": "Tổ chức hội nghị điển hình tiên tiến", "points": "5", "rule": "entry"},
            ],
        },
    ],
}  # fmt: skip

SHARE, RESULT = NumberKind.SHARE, NumberKind.RESULT_TARGET
RATES = ("93,1", "88,4", "90,2", "95,57", "89,996")
Column = tuple[FigureValue | State, ...]
VALUES: dict[str, Column] = {
    "nhan-rong": (Counts(8, 12, SHARE), Counts(1, 25, SHARE), State.MISSING, Counts(10, 10, SHARE),
                  Counts(3, 7, SHARE)),
    "kham-pha": tuple(Rate(Number.parse(rate.replace(",", "."))) for rate in RATES),
    "trat-tu": (Counts(343, 359, SHARE), Counts(120, 160, SHARE), Counts(75, 100, SHARE), Counts(90, 100, SHARE),
                Counts(53, 79, SHARE)),
    "ma-tuy": (Counts(662, 338, RESULT), Counts(500, 300, RESULT), Counts(600, 300, RESULT), Counts(400, 250, RESULT),
               Counts(500, 250, RESULT)),
    "cham": (Number(4), Number(0), Number(1), Number(0), Number(0)),
    "tin-bai": (Number(7), Number(30), Number(2), Number(0), Number(12)),
    "dong-gop": (Number(1120), Number(500), Number(410), Number(1000), Number(1031)),
    "dong-gop-2023": (Number(1000), Number(500), Number(400), Number(1050), Number(1000)),
    "nop": (date(2024, 11, 11), date(2024, 11, 15), date(2024, 11, 18), date(2024, 11, 13), date(2024, 11, 14)),
    "bi-dong": (False, False, False, False, False),
    "dan-van": (True, True, False, True, State.NOT_APPLICABLE),
    "quan-ly": tuple(Rate(Number(rate, 2)) for rate in (10000, 10000, 9998, 10000, 10000)),
    "ho-so": (Number(60), Number(58), Number(80), Number(61), Number(19)),
    "II.1": (Number(8), Number(85, 1), Number(9), Number(10), Number(75, 1)),
    "giam-khao-2": (Number(9), Number(7), Number(6), Number(10), Number(8)),
    "giam-khao-3": (Number(6), State.MISSING, Number(9), Number(85, 1), Number(8)),
    "dan-so": (Number(1181900), Number(2763100), Number(1034700), Number(1734000), Number(3255800)),
    "khen": (Number(2), Number(0), Number(1), Number(1), Number(0)),
    "loai": (Number(0), Number(2), Number(1), Number(0), Number(2)),
    "so-thang": (Number(12), Number(12), Number(7), Number(12), Number(6)),
    "chi-tieu-cum": (Rate(Number(70)), Rate(Number(80)), Rate(Number(75)), State.NOT_ASSIGNED, Rate(Number(70))),
    "rieng": (Number(5), *(State.NOT_ASSIGNED,) * 4),
    "III.2": (Number(5), Number(45, 1), State.NOT_ASSIGNED, Number(5), Number(4)),
}  # fmt: skip

STATEMENTS = (
    StatementRule(
        code="hang-7",
        indicators=("trat-tu",),
        comparator=Comparator.AT_LEAST,
        threshold=Rate(Number(75)),
        wording="Tỷ lệ khám phá án trật tự xã hội: {passed}/{units} đơn vị đạt từ {threshold} trở lên.",
    ),
    StatementRule(
        code="hang-8",
        indicators=("kham-pha",),
        comparator=Comparator.ABOVE,
        threshold=Rate(Number(90)),
        wording="Án rất nghiêm trọng, đặc biệt nghiêm trọng: {passed}/{units} đơn vị đạt trên {threshold}, gồm {list}.",
    ),
    StatementRule(
        code="hang-10",
        indicators=("ma-tuy",),
        comparator=Comparator.ABOVE,
        threshold=Rate(Number(100)),
        wording="Toàn cụm lập {sum} hồ sơ cai nghiện bắt buộc, bằng {sum_percent} chỉ tiêu.",
    ),
    StatementRule(
        code="hang-9",
        indicators=("nhan-rong", "trat-tu"),
        comparator=Comparator.AT_LEAST,
        against=Against.TARGET,
        wording="{passed}/{units} đơn vị đạt, vượt chỉ tiêu ở cả hai lĩnh vực.",
    ),
)
CALENDAR = WorkingCalendar("Lịch 2024", Period(date(2024, 1, 1), date(2025, 1, 1)), frozenset({5, 6}), ())


def make_rulebook(**changes: object) -> Rulebook:
    """The rulebook of the little season, with some of its keys changed."""
    return parse_rulebook({**RULEBOOK, **changes})


def make_small_rulebook(*criteria: dict[str, object], **changes: object) -> Rulebook:
    """A rulebook of the given criteria, with those of the season's indicators that they name."""
    text = repr(criteria)
    indicators = [one for one in [*INDICATORS, *MORE_INDICATORS] if repr(one["code"]) in text]
    above = {"indicators": indicators, "criteria": list(criteria), "tie_breaks": [], "knock_outs": []}
    return parse_rulebook({**RULEBOOK, **above, **changes})


def make_season(
    *,
    rulebook: Rulebook | None = None,
    values: dict[str, Column] | None = None,
    stage: Stage = Stage.AGREED,
    closed: bool = False,
    illustrative: tuple[str, ...] = ("tin-bai", "II.1"),
    adjustments: tuple[AuthorityAdjustment, ...] = (),
) -> Season:
    """A season of five units. `values` replaces whole indicators; `illustrative` names those that are marked so."""
    book = rulebook or make_rulebook()
    known = {indicator.code for indicator in book.indicators}
    figures = [
        figure
        for indicator, column in {**VALUES, **(values or {})}.items()
        if indicator in known
        for row, value in enumerate(column)
        for figure in [make_figure(CODES[row], indicator, value, row, nature=_nature(indicator, illustrative))]
    ]
    return Season(
        name=SeasonName(code="mau-2024", title="Cụm thi đua số 10, năm 2024", cluster="Cụm thi đua số 10", year=2024),
        units=UNITS,
        rulebook=book,
        figures=tuple(figures),
        targets=tuple(
            Target(unit=code, indicator=indicator, value=value, document="Giao ước ký ngày 02/02/2024",
                   valid_from=date(2024, 2, 2))
            for code in CODES
            for indicator, value in (("nhan-rong", Rate(Number(5))), ("trat-tu", Rate(Number(75))))
            if indicator in known
        ),
        stage=stage,
        closed=closed,
        as_of=date(2024, 11, 20),
        calendar=CALENDAR,
        adjustments=adjustments,
        statements=STATEMENTS,
        order_of_speaking=("tay-ninh", "long-an", "binh-phuoc", "binh-duong", "dong-nai"),
    )  # fmt: skip


def make_figure(
    unit: str, indicator: str, value: FigureValue | State, row: int, *, nature: Nature, stage: Stage = Stage.AGREED
) -> Figure:
    """One cell of the season's workbook. The reporting day of the second unit is not yet appraised."""
    state = value if isinstance(value, State) else State.REPORTED
    said = Stage.SELF if (row, indicator) == (1, "nop") else stage
    origin = Origin(place=Place("so-lieu.xlsx", "Số liệu", f"{'BCDEF'[row]}7"), nature=nature, source="Báo cáo năm")
    return Figure(
        unit=unit,
        indicator=indicator,
        stage=said,
        state=state,
        value=None if isinstance(value, State) else value,
        origin=origin,
    )


def _nature(indicator: str, illustrative: tuple[str, ...]) -> Nature:
    return Nature.ILLUSTRATIVE if indicator in illustrative else Nature.REAL
