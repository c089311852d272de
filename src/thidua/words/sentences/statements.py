"""Statements about the whole cluster, and what is wrong with their wording."""

SENTENCES: dict[str, tuple[str, str]] = {
    "statements.unreported": ("Chưa báo cáo: {units}.", "Not reported: {units}."),
    "statements.nobody": ("không có đơn vị nào", "no unit"),
    "statements.target": ("chỉ tiêu", "the target"),
    "statements.no_sum": (
        "(chưa cộng được vì có đơn vị chưa báo số đếm)",
        "(cannot be added up: some unit gave no counts)",
    ),
    "statements.braces": (
        (
            "Nhận định {code} có dấu {{ hoặc }} không thành cặp. Chỗ điền số viết như sau: "
            "{{số đạt}}, {{số đơn vị}}, {{tên đơn vị}}, {{mức}}, {{tổng}}, {{tổng phần trăm}}"
        ),
        (
            "Statement {code} has a {{ or }} without its pair. Places to fill are written so: "
            "{{passed}}, {{units}}, {{list}}, {{threshold}}, {{sum}}, {{sum_percent}}"
        ),
    ),
    "statements.unknown_place": (
        (
            "Nhận định {code} có chỗ điền {place} không có số liệu nào. Dùng một trong các chỗ điền: "
            "{{số đạt}}, {{số đơn vị}}, {{tên đơn vị}}, {{mức}}, {{tổng}}, {{tổng phần trăm}}"
        ),
        (
            "Statement {code} has a place {place} that nothing fills. Use one of these: "
            "{{passed}}, {{units}}, {{list}}, {{threshold}}, {{sum}}, {{sum_percent}}"
        ),
    ),
    "statements.wording_contradicts": (
        (
            "Nhận định {code} viết “{phrase}”, tức là comparator: {promised}, nhưng mục comparator ghi {comparator}. "
            "Sửa lời văn hoặc sửa mục comparator cho khớp nhau"
        ),
        (
            "Statement {code} says “{phrase}”, which means comparator: {promised}, but its comparator is "
            "{comparator}. Change the wording or the comparator so that they agree"
        ),
    ),
}
