"""What is wrong with a file of golden cases."""

SENTENCES: dict[str, tuple[str, str]] = {
    "golden.case_twice": (
        "Có hai ca cùng tên “{found}”. Đặt tên khác nhau để biết ca nào sai",
        "Two cases are called “{found}”. Give them different names, so that it is clear which one fails",
    ),
    "golden.not_by_unit": (
        "Chỗ này cần ghi theo đơn vị, mỗi dòng một đơn vị (Tây Ninh: 8,5), nhưng lại là “{found}”",
        "This place is written by unit, one line each (Tây Ninh: 8,5), but holds “{found}”",
    ),
    "golden.nothing_expected": (
        "Ca này phải nêu kết quả chờ đợi bằng một trong các mục {keys}; “refused” thì không đi cùng mục khác",
        "This case must state what is expected by one of {keys}; “refused” stands alone",
    ),
    "golden.one_rulebook": (
        "Mỗi ca có đúng một trong hai: “rule” (một quy tắc) hoặc “rulebook” (bảng tiêu chí)",
        "A case has exactly one of “rule” (a single rule) and “rulebook” (a table of criteria)",
    ),
    "golden.unknown_indicator": (
        "Bảng tiêu chí của ca này không có số liệu “{found}”; có: {known}",
        "The rulebook of this case has no figure “{found}”; it has: {known}",
    ),
}
