"""Warnings about a rulebook on last year's figures: what happened, to whom, and what could be changed."""

SENTENCES: dict[str, tuple[str, str]] = {
    "fairness.cliff": (
        'Tiêu chí {criterion}: {units} đứng sát ngưỡng. "{indicator}" là {value} thì được {points} điểm, chỉ lệch '
        "thành {other} đã là {others} điểm, trên tối đa {full}. Nên chia bậc nhỏ hơn, hoặc tính theo tỷ lệ ở quanh "
        "ngưỡng.",
        'Criterion {criterion}: an edge is close to {units}. "{indicator}" of {value} gives {points} points, {other} '
        "would give {others}, of at most {full}. Consider smaller steps, or points in proportion around the edge.",
    ),
    "fairness.group_of_one": (
        "Tiêu chí {criterion}: {unit} không có đơn vị nào để so sánh nên được {points} điểm dù kết quả thế nào. Nên "
        "quy định cách tính riêng cho trường hợp chỉ có một đơn vị.",
        "Criterion {criterion}: {unit} has nobody to be compared with and gets {points} points whatever its result. "
        "Consider a rule of its own for a single unit.",
    ),
    "fairness.group_of_one_without_target": (
        "Tiêu chí {criterion}: chỉ một mình {unit} không được giao chỉ tiêu, nên được {points} điểm dù kết quả thế "
        "nào. Nên giao chỉ tiêu cho đơn vị này, hoặc quy định cách tính riêng.",
        "Criterion {criterion}: {unit} alone was given no target and gets {points} points whatever its result. "
        "Consider a target for it, or a rule of its own.",
    ),
    "fairness.leader_swallows": (
        "Tiêu chí {criterion}: {units} vượt quá xa, nên {others} đơn vị vượt chỉ tiêu còn lại chỉ hưởng được không "
        "quá {share} phần điểm vượt; cao nhất trong số đó là {second}, {points} trên {full} điểm. Nên đặt trần cho "
        "mức vượt được tính.",
        "Criterion {criterion}: {units} went so far beyond that the other {others} that exceeded the target get at "
        "most {share} of the points for it; the best of them is {second} with {points} of {full} points. Consider a "
        "limit on the excess that counts.",
    ),
    "fairness.dead": (
        "Tiêu chí {criterion} ({name}): cả {units} đơn vị cùng được {points} trên {full} điểm, tiêu chí không phân "
        "biệt được ai. Nên xem lại mức điểm hoặc cách tính.",
        "Criterion {criterion} ({name}): all {units} units have {points} of {full} points, so it tells nobody apart. "
        "Consider its points or its rule.",
    ),
    "fairness.dead_at_full": (
        "Tiêu chí {criterion} ({name}): cả {units} đơn vị đều được điểm tối đa ({points}), tiêu chí không phân biệt "
        "được ai. Nên nâng yêu cầu hoặc giảm điểm dành cho tiêu chí này.",
        "Criterion {criterion} ({name}): all {units} units have the full {points} points, so it tells nobody apart. "
        "Consider asking for more, or giving it fewer points.",
    ),
    "fairness.dead_at_zero": (
        "Tiêu chí {criterion} ({name}): cả {units} đơn vị đều không có điểm ({points}). Nên xem lại yêu cầu có quá "
        "cao hay số liệu có bị hiểu khác.",
        "Criterion {criterion} ({name}): all {units} units have no points ({points}). Consider whether it asks too "
        "much, or whether the figure was understood otherwise.",
    ),
    "fairness.easy_target": (
        "Tiêu chí {criterion} ({name}): cả {units} đơn vị đều vượt chỉ tiêu ít nhất {excess}; thấp nhất là {unit}, "
        "cũng đạt {degree} chỉ tiêu. Chỉ tiêu có thể quá thấp.",
        "Criterion {criterion} ({name}): all {units} units exceed the target by {excess} or more; even the lowest, "
        "{unit}, reaches {degree} of it. The target may be too easy.",
    ),
    "fairness.untried_not_reported": (
        "{part} {code}: chưa thử được, vì năm trước chưa có số liệu {indicators}.",
        "{part} {code}: not tried, because last year has no figures for {indicators}.",
    ),
    "fairness.untried_other_kind": (
        "{part} {code}: chưa thử được, vì năm trước {indicators} là loại số liệu khác.",
        "{part} {code}: not tried, because last year {indicators} was another kind of figure.",
    ),
    "fairness.untried_refused": (
        "{part} {code}: chưa thử được, vì cách tính không xét được số liệu {indicators} của năm trước. Chạy thidua "
        "simulate để xem từng chỗ.",
        "{part} {code}: not tried, because the rule cannot judge last year's figures of {indicators}. Run thidua "
        "simulate to see each of them.",
    ),
    "fairness.untried_depends": (
        "{part} {code}: chưa thử được, vì dựa vào tiêu chí chưa thử được.",
        "{part} {code}: not tried, because it stands on a criterion that cannot be tried.",
    ),
    "fairness.untried_not_foreseen": (
        "{part} {name}: không áp dụng khi thử, vì bảng mới không cho cộng trừ như vậy.",
        "{part} {name}: left out of the trial, because the new rulebook does not foresee it.",
    ),
    "Part.criterion": ("Tiêu chí", "Criterion"),
    "Part.bonus": ("Điểm cộng vào tổng", "Bonus on the total"),
    "Part.knock_out": ("Điểm liệt", "Knock-out"),
    "Part.tie_break": ("Bước phân hạng khi bằng điểm, theo tiêu chí", "Tie-break by criterion"),
    "Part.adjustment": ("Điểm do cấp có thẩm quyền cộng, trừ cho", "The authority's adjustment for"),
}
