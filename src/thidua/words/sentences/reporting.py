"""Figures, reviews and the authority's points: verbs, refusals, and what the ledger says of them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Stage.agreed": ("thống nhất", "agreed"),
    "Stage.appraised": ("thẩm định", "appraised"),
    "Stage.rechecked": ("phúc tra", "re-checked"),
    "Stage.self": ("tự chấm", "self"),
    "Verb.adjust_total": ("cộng, trừ điểm của đơn vị", "adjust a unit's total"),
    "Verb.enter_figures": ("nhập số liệu của đơn vị mình", "enter figures of one's own unit"),
    "Verb.read_figures": ("xem số liệu của đơn vị", "see the figures of a unit"),
    "Verb.record_reviews": ("ghi số thẩm định, thống nhất theo biên bản", "record appraised and agreed figures"),
    "event.reporting.figures.entered": ("{unit} nhập {count} số liệu", "{unit} entered {count} figures"),
    "event.reporting.figures.taken_back": (
        "{unit} rút lại {count} số liệu vừa nhập",
        "{unit} took {count} imported figures back",
    ),
    "event.reporting.reviews.recorded": (
        "Ghi {count} số của {unit} ({stages}) theo {document} ngày {date}",
        "{count} figures of {unit} ({stages}) recorded by {document} of {date}",
    ),
    "event.reporting.total.adjusted": (
        "Điều chỉnh {points} điểm của {unit}, theo {document} ngày {date}",
        "Total of {unit} adjusted by {points} points, by {document} of {date}",
    ),
    "reporting.cell_changed": (
        "Người khác vừa ghi “{typed}” vào ô này. Xem lại: giữ số ấy, hoặc ghi lại số của đồng chí",
        "Somebody else has just written “{typed}” into this cell. Keep it, or write yours again",
    ),
    "reporting.changed_since": (
        "Có số liệu của lần nhập này đã được thay sau đó, nên không rút lại cả lần nhập. Sửa từng ô",
        "Some figure of this import was changed since, so it is not taken back as a whole. Change cells one by one",
    ),
    "reporting.no_points": (
        "Điểm điều chỉnh phải là một số khác 0, ví dụ −2 hoặc 1,5",
        "The points must be a number other than 0, such as −2 or 1.5",
    ),
    "reporting.not_a_member": (
        "Đơn vị {unit} không phải thành viên của cụm. Chọn một đơn vị trong danh sách",
        "The unit {unit} is no member of the cluster. Choose one from the list",
    ),
    "reporting.nothing_to_undo": (
        "Không có lần nhập nào như vậy của đơn vị trong kỳ này. Mở lại trang Số liệu",
        "There is no such import of the unit in this season. Open the page Figures again",
    ),
    "reporting.other_unit": (
        "Dòng này là của “{found}”, không phải của đơn vị đang nhập. Bỏ dòng này khỏi tệp",
        "This line belongs to “{found}”, not to the unit at hand. Take it out of the file",
    ),
    "reporting.stage_of_others": (
        "Cột “{stage}” không ghi ở bước nhập này, ở đây chỉ ghi {own}. Để trống cột ấy",
        "The column “{stage}” is not written here, only {own} is. Leave that column empty",
    ),
}
