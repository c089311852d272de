"""Figures, reviews and the authority's points: verbs, refusals, and what the ledger says of them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "ReportState.approved": ("lãnh đạo đã duyệt", "approved"),
    "ReportState.draft": ("chưa nộp", "not submitted"),
    "ReportState.recalled": ("đơn vị rút về sửa", "recalled"),
    "ReportState.returned": ("bị trả lại", "returned"),
    "ReportState.submitted": ("chờ lãnh đạo duyệt", "waits for the leader"),
    "Step.approved": ("lãnh đạo duyệt", "approved"),
    "Step.recalled": ("đơn vị rút về sửa", "recalled"),
    "Step.returned": ("trả lại", "returned"),
    "Verb.approve_report": ("duyệt báo cáo tự chấm của đơn vị mình", "approve the unit's self-score report"),
    "Verb.return_report": ("trả lại báo cáo tự chấm", "return a self-score report"),
    "Verb.submit_report": ("nộp báo cáo tự chấm", "submit the self-score report"),
    "guard.self_scores.holds": (
        "Cả {count} đơn vị đã nộp báo cáo tự chấm được duyệt",
        "All {count} reports are approved",
    ),
    "guard.self_scores.waits": (
        "Chưa có báo cáo tự chấm được duyệt của: {units}",
        "No approved self-score report of: {units}",
    ),
    "Verb.answer_entry": ("xác nhận số liệu nhập hộ", "confirm what was typed for the unit"),
    "Verb.enter_for_unit": ("nhập hộ đơn vị theo văn bản", "type a unit's figures from its paper"),
    "event.reporting.entry_for.confirmed": (
        "{unit} xác nhận {count} số liệu nhập hộ",
        "{unit} confirmed {count} figures typed for it",
    ),
    "event.reporting.entry_for.rejected": (
        "{unit} không nhận {count} số liệu nhập hộ",
        "{unit} rejected {count} figures typed for it",
    ),
    "event.reporting.entry_for.typed": (
        "Nhập hộ {unit} {count} số liệu theo {document} ngày {date}",
        "{count} figures typed for {unit} by {document} of {date}",
    ),
    "reporting.entry_not_waiting": (
        "Không có lần nhập hộ nào như vậy đang chờ đơn vị xác nhận. Mở lại trang Nhập hộ",
        "No such entry waits for the unit's answer. Open the page again",
    ),
    "reporting.nothing_for_unit": (
        "Chưa ghi số nào để nhập hộ. Ghi ít nhất một ô",
        "Nothing is typed for the unit. Fill in one cell at least",
    ),
    "reporting.paper_missing": (
        "Nhập hộ phải kèm văn bản của đơn vị. Chọn tệp chụp hoặc quét văn bản ấy",
        "An entry for a unit needs the unit's paper. Choose its scan or picture",
    ),
    "reporting.approving_oneself": (
        "Đồng chí đã nộp báo cáo này, nên người khác trong lãnh đạo đơn vị duyệt",
        "You submitted this report; another leader of the unit approves it",
    ),
    "reporting.locked_approved": (
        "Báo cáo tự chấm đã được lãnh đạo duyệt nên số liệu không sửa được. Thư ký của cụm trưởng trả lại thì sửa tiếp",
        "The self-score report is approved, so its figures stand. The chair's secretary can return it",
    ),
    "reporting.locked_submitted": (
        "Báo cáo tự chấm đã nộp, chờ lãnh đạo duyệt. Rút báo cáo về thì sửa tiếp được",
        "The self-score report is submitted and waits for the leader. Recall it to go on writing",
    ),
    "reporting.nothing_to_approve": (
        "Không có báo cáo nào chờ duyệt, hoặc bản đang xem đã được thay. Mở lại trang",
        "No report waits for approval, or another version came. Open the page again",
    ),
    "reporting.nothing_to_recall": (
        "Không có báo cáo nào rút được: chỉ rút khi lãnh đạo chưa duyệt",
        "There is nothing to recall: a report is recalled before the leader approves it",
    ),
    "reporting.nothing_to_return": (
        "Đơn vị chưa nộp báo cáo nên không có gì để trả lại. Nhắc đơn vị nộp",
        "The unit has submitted nothing to return. Remind it to submit",
    ),
    "reporting.report_incomplete": (
        "Còn {count} số liệu chưa báo cáo: {indicators}. Nhập đủ, hoặc ghi “không giao”, “không áp dụng” khi đúng như vậy",
        "{count} figures are not reported: {indicators}. Enter them, or write “không giao”, “không áp dụng” where it is so",
    ),
    "reporting.submitted_already": (
        "Báo cáo bản {version} đã nộp. Muốn sửa thì rút về trước",
        "Version {version} is submitted already. Recall it first to change it",
    ),
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
    "event.reporting.report.approved": (
        "Lãnh đạo {unit} duyệt báo cáo tự chấm, bản {version}",
        "Leader of {unit} approved its self-score report, version {version}",
    ),
    "event.reporting.report.recalled": (
        "{unit} rút báo cáo tự chấm, bản {version}, để sửa tiếp",
        "{unit} recalled its self-score report, version {version}",
    ),
    "event.reporting.report.returned": (
        "Trả lại báo cáo tự chấm của {unit}, bản {version}",
        "Self-score report of {unit}, version {version}, returned",
    ),
    "event.reporting.report.submitted": (
        "{unit} nộp báo cáo tự chấm, bản {version}, {count} số liệu, mã kiểm {digest}",
        "{unit} submitted its self-score report, version {version}, {count} figures, digest {digest}",
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
        "Người khác vừa ghi “{typed}” vào ô này. Giữ số của người kia, hoặc ghi số của đồng chí",
        "Somebody else has just written “{typed}” into this cell. Keep theirs, or write yours",
    ),
    "reporting.cell_emptied": (
        "Người khác vừa xoá số ở ô này. Giữ như người kia, hoặc ghi số của đồng chí",
        "Somebody else has just emptied this cell. Keep it so, or write yours",
    ),
    "reporting.changed_since": (
        "Có số liệu của lần nhập này đã được thay sau đó, nên không rút lại cả lần nhập. Sửa từng ô",
        "Some figure of this import was changed since, so it is not taken back as a whole. Change cells one by one",
    ),
    "reporting.evidence_alone": (
        "Minh chứng chờ số liệu của nó. Ghi số liệu vào ô, hoặc xoá cả minh chứng để ô trở lại chưa báo cáo",
        "The evidence waits for its figure. Write the figure, or clear the evidence too to leave the cell not reported",
    ),
    "reporting.evidence_changed": (
        "Người khác vừa ghi minh chứng “{evidence}” cho ô này. Giữ của người kia, hoặc ghi của đồng chí",
        "Somebody else has just written the evidence “{evidence}” for this cell. Keep theirs, or write yours",
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
    "reporting.written_meanwhile": (
        "Trong lúc xem trước, số liệu của đơn vị đã được ghi thêm ở nơi khác. Xem lại bảng dưới đây rồi nhận",
        "While the file was looked at, figures of the unit were written elsewhere. Look at the table again, then take it",
    ),
    "reporting.stage_of_others": (
        "Cột “{stage}” không ghi ở bước nhập này, ở đây chỉ ghi {own}. Để trống cột ấy",
        "The column “{stage}” is not written here, only {own} is. Leave that column empty",
    ),
}
