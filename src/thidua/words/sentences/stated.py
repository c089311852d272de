"""What a season states about its whole cluster: the page, and the form that words a statement."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Verb.write_statements": ("viết nhận định về cả cụm", "word the statements about the cluster"),
    "event.results.statement.written": (
        "Viết nhận định {number}, lần {version}",
        "Statement {number} worded, version {version}",
    ),
    "event.results.statement.dropped": ("Bỏ nhận định {number}", "Statement {number} dropped"),
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
            "Chỗ cần số viết: {{passed}} số đơn vị đạt, {{units}} số đơn vị của cụm, {{list}} tên các đơn vị đạt, "
            "{{threshold}} mức so sánh, {{sum}} cộng cả cụm, {{sum_percent}} cộng cả cụm tính theo phần trăm. "
            "Ví dụ: {{passed}}/{{units}} đơn vị đạt trên {{threshold}}"
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
