"""What is wrong with a roster of cross-checks or a sample, and how it is mended."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Cause.large": ("số điểm lớn, luôn kiểm tra", "many points at stake, always looked at"),
    "Cause.drawn": ("bốc thăm", "drawn by lot"),
    "roster.chair_without_deputy": (
        "Cụm phó {deputy} chưa được phân công kiểm tra cụm trưởng {chair}. Thêm phân công ấy",
        "The deputy chair {deputy} is not assigned to check the chair {chair}. Add that assignment",
    ),
    "roster.conflict": (
        "{checker} đã khai có liên quan nên không kiểm tra {subject}. Chọn đơn vị khác",
        "{checker} declared a conflict and cannot check {subject}. Choose another unit",
    ),
    "roster.deputy_in_conflict": (
        (
            "Cụm phó {deputy} khai có liên quan nên không kiểm tra được cụm trưởng {chair}. Phân công hai đơn vị cùng "
            "kiểm tra mỗi đơn vị, hoặc đề nghị cơ quan thường trực kiểm tra cụm trưởng"
        ),
        (
            "The deputy chair {deputy} declared a conflict and cannot check the chair {chair}. Let two units check each "
            "unit, or ask the standing body to check the chair"
        ),
    ),
    "roster.each_other": (
        "{checker} và {subject} kiểm tra lẫn nhau. Đổi một trong hai phân công",
        "{checker} and {subject} check each other. Change one of the two assignments",
    ),
    "roster.impossible": (
        (
            "Không tìm được cách phân công cho {count} đơn vị, mỗi đơn vị {each} đơn vị kiểm tra, mà không ai kiểm tra "
            "lẫn nhau và tránh được các quan hệ đã khai. Giảm số đơn vị kiểm tra, hoặc xem lại các quan hệ đã khai"
        ),
        (
            "No roster was found for {count} units with {each} checkers each that keeps the declared conflicts and lets "
            "no two check each other. Ask for fewer checkers, or look at the declared conflicts again"
        ),
    ),
    "roster.nobody_for": (
        (
            "Chỉ {able} đơn vị được kiểm tra {subject}, trong khi cần {each}. Xem lại các quan hệ đã khai, hoặc giảm số "
            "đơn vị kiểm tra"
        ),
        (
            "Only {able} units may check {subject}, and {each} are needed. Look at the declared conflicts again, or ask "
            "for fewer checkers"
        ),
    ),
    "roster.nothing_for": (
        (
            "{checker} chỉ được kiểm tra {able} đơn vị, trong khi cần {each}. Xem lại các quan hệ đã khai, hoặc giảm số "
            "đơn vị kiểm tra"
        ),
        (
            "{checker} may check only {able} units, and {each} are needed. Look at the declared conflicts again, or ask "
            "for fewer checkers"
        ),
    ),
    "roster.own_unit": (
        "{subject} không tự kiểm tra đơn vị mình. Chọn đơn vị khác",
        "{subject} cannot check itself. Choose another unit",
    ),
    "roster.sample_of_none": (
        "Mẫu kiểm tra phải có ít nhất một nội dung của mỗi đơn vị, không phải {count}. Ghi số lượng từ 1 trở lên",
        "A sample takes at least one claim of each unit, not {count}. Enter 1 or more",
    ),
    "roster.too_few": (
        (
            "Cụm có {count} đơn vị, mà mỗi đơn vị do {each} đơn vị khác kiểm tra và không kiểm tra lẫn nhau thì cần ít "
            "nhất {least} đơn vị. Giảm số đơn vị kiểm tra, hoặc đề nghị cơ quan thường trực kiểm tra"
        ),
        (
            "The cluster has {count} units; with {each} checkers each and no two checking each other it needs at least "
            "{least}. Ask for fewer checkers, or ask the standing body to check"
        ),
    ),
    "roster.unbalanced": (
        "{most} kiểm tra {more} đơn vị mà {least} chỉ kiểm tra {fewer}. Chia lại cho đều",
        "{most} checks {more} units and {least} only {fewer}. Share them out evenly",
    ),
    "roster.unchecked": (
        "Chưa đơn vị nào được phân công kiểm tra {subject}. Thêm phân công",
        "No unit is assigned to check {subject}. Add an assignment",
    ),
}
