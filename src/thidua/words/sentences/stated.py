"""What a season states about its whole cluster: the page, and the form that words a statement."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Verb.write_statements": ("viết nhận định về cả cụm", "word the statements about the cluster"),
    "event.results.statement.written": (
        "Viết nhận định {number}, lần {version}",
        "Statement {number} worded, version {version}",
    ),
    "event.results.statement.dropped": ("Bỏ nhận định {number}", "Statement {number} dropped"),
    "event.results.statements.copied": (
        "Chép {count} nhận định từ kỳ năm {year}",
        "{count} statements copied from the season of {year}",
    ),
    "stated.copy": ("Chép từ kỳ năm {year}", "Copy from {year}"),
    "stated.copied_now": (
        "Đã chép {count} nhận định từ kỳ năm {year}; mục Căn cứ để trống, đồng chí ghi văn bản của năm nay",
        "{count} statements copied from {year}; their source is empty, name the paper of this year",
    ),
    "stated.copied_none": (
        "Không chép được nhận định nào từ kỳ năm {year}",
        "No statement of {year} could be copied",
    ),
    "stated.left_out": ("Không chép “{wording}”: {reason}", "Not copied, “{wording}”: {reason}"),
    "stated.look_at": ("Cần xem lại “{wording}”: {reason}", "Look again at “{wording}”: {reason}"),
    "stated.figure_is_gone": (
        "bảng tiêu chí đang dùng không có số liệu “{indicator}”",
        "the rulebook in force has no figure “{indicator}”",
    ),
    "stated.names_last_year": ("câu còn nhắc năm {year}", "the wording still names {year}"),
    "stated.no_season_before": (
        "Kỳ này không nối tiếp kỳ nào nên không có nhận định để chép. Đồng chí viết nhận định mới",
        "No season came before this one, so there is nothing to copy. Word a new statement",
    ),
    "stated.nothing_to_copy": (
        "Kỳ năm {year} không có nhận định nào mà kỳ này chưa có. Đồng chí viết nhận định mới",
        "{year} states nothing that this season does not state already. Word a new statement",
    ),
    "stated.other_figures": ("Số liệu khác", "Other figures"),
    "stated.this_one": ("này", "as typed"),
    "stated.title": ("Nhận định về cả cụm", "Statements about the cluster"),
    "stated.tab": ("Nhận định", "Statements"),
    "stated.how": (
        "Số trong câu được tính từ số liệu đang có, không ai gõ lại; số liệu đổi thì câu đổi theo",
        "The numbers in the sentences are worked out from the figures as they stand; nobody types them again",
    ),
    "stated.none": (
        "Chưa viết nhận định nào. Người viết đặt sẵn câu cho báo cáo tổng kết, phần mềm điền số",
        "No statement is worded yet. Whoever runs the year words the sentences of the report, the numbers are filled in",
    ),
    "stated.new": ("Viết nhận định", "Word a statement"),
    "stated.edit": ("Sửa nhận định", "Change a statement"),
    "stated.edit_short": ("Sửa", "Change"),
    "stated.drop": ("Bỏ", "Drop"),
    "stated.of_number": ("nhận định {number}", "statement {number}"),
    "stated.measured_by.above": ("{indicators}: cao hơn {limit}", "{indicators}: above {limit}"),
    "stated.measured_by.at_least": ("{indicators}: bằng hoặc cao hơn {limit}", "{indicators}: at or above {limit}"),
    "stated.measured_by.below": ("{indicators}: thấp hơn {limit}", "{indicators}: below {limit}"),
    "stated.measured_by.at_most": ("{indicators}: không vượt quá {limit}", "{indicators}: at or below {limit}"),
    "stated.its_target": ("chỉ tiêu của từng đơn vị", "each unit's own target"),
    "stated.passing": ("Đạt: {units}", "On that side: {units}"),
    "stated.others": ("Không đạt: {units}", "Not on that side: {units}"),
    "stated.unreported": ("Chưa báo cáo: {units}", "Not reported: {units}"),
    "stated.lost": (
        "Bảng tiêu chí đang dùng không còn số liệu {codes}; sửa nhận định này hoặc bỏ đi",
        "The rulebook in force no longer has {codes}; change this statement or drop it",
    ),
    "stated.wording": ("Câu nhận định", "Wording"),
    "stated.wording_hint": (
        (
            "Chỗ cần số viết: {{số đạt}} số đơn vị đạt, {{số đơn vị}} số đơn vị của cụm, {{tên đơn vị}} tên các đơn vị "
            "đạt, {{mức}} mức so sánh, {{tổng}} cộng cả cụm, {{tổng phần trăm}} cộng cả cụm tính theo phần trăm. "
            "Ví dụ: {{số đạt}}/{{số đơn vị}} đơn vị đạt trên {{mức}}"
        ),
        (
            "Write where a number goes: {{passed}} units that pass, {{units}} units of the cluster, {{list}} names of those "
            "that pass, {{threshold}} the limit, {{sum}} the cluster's sum, {{sum_percent}} that sum in percent. "
            "For example: {{passed}}/{{units}} units above {{threshold}}"
        ),
    ),
    "stated.indicators": ("Số liệu được so", "Figures held against the limit"),
    "stated.indicators_hint": (
        "Chọn nhiều số liệu thì đơn vị phải đạt ở mọi số liệu mà đơn vị được giao",
        "With several, a unit passes when it passes in each that it was assigned",
    ),
    "stated.comparator": ("Đơn vị đạt khi số liệu", "A unit passes when its figure is"),
    "stated.comparator.above": ("trên mức (không tính bằng)", "above the limit (not equal)"),
    "stated.comparator.at_least": ("từ mức trở lên", "at least the limit"),
    "stated.comparator.below": ("dưới mức (không tính bằng)", "below the limit (not equal)"),
    "stated.comparator.at_most": ("không quá mức", "at most the limit"),
    "stated.contradicts": (
        "“{phrase}” nói khác với điều đã chọn ở “Đơn vị đạt khi số liệu”. Sửa câu hoặc chọn lại cho khớp nhau",
        "“{phrase}” says another thing than what is chosen at “A unit passes when its figure is”. Make them agree",
    ),
    "stated.against": ("So với", "Held against"),
    "stated.against.threshold": ("một mức chung", "one limit for all"),
    "stated.against.target": ("chỉ tiêu của từng đơn vị", "each unit's own target"),
    "stated.threshold": ("Mức chung", "The limit"),
    "stated.threshold_hint": (
        "Ví dụ 75% hoặc 12. Để trống khi so với chỉ tiêu của từng đơn vị",
        "For example 75% or 12. Leave empty where each unit has its own target",
    ),
    "stated.source": ("Căn cứ", "Source"),
    "stated.source_hint": (
        "Văn bản hoặc báo cáo mà câu này dùng cho",
        "The document or report that the sentence is for",
    ),
    "stated.written_now": ("Đã ghi nhận định", "The statement is written"),
    "stated.dropped_now": (
        "Đã bỏ nhận định; các lần viết vẫn còn trong sổ nhật ký",
        "The statement is dropped; every version stays in the ledger",
    ),
    "stated.changed_meanwhile": (
        "Nhận định {number} vừa được người khác sửa hoặc bỏ; xem lại trước khi làm tiếp",
        "Somebody else has just changed or dropped statement {number}; look again first",
    ),
}
