"""What a simulation says: which units move, why, and what could not be tried. (Vietnamese, English)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "simulation.title": (
        "Tính thử {season} theo bảng mới: {title}, phiên bản {version}.",
        "{season} tried under a new rulebook: {title}, version {version}.",
    ),
    "simulation.made_from": (
        "So với {old}, phiên bản {old_version}; số liệu ở bước {stage}. Bảng mới có hiệu lực từ {start}: đây là phép "
        "thử, không phải kết quả của kỳ nào.",
        "Compared with {old}, version {old_version}; figures as of the stage: {stage}. The new rulebook is valid "
        "from {start}: this is a trial, no season's result.",
    ),
    "simulation.no_swaps": ("Thứ tự các đơn vị không đổi.", "The order of the units stays as it was."),
    "simulation.rank_before": ("Hạng cũ", "Old rank"),
    "simulation.rank_after": ("Hạng mới", "New rank"),
    "simulation.unit": ("Đơn vị", "Unit"),
    "simulation.total_before": ("Tổng điểm theo bảng cũ", "Total by the old one"),
    "simulation.total_after": ("Tổng điểm theo bảng mới", "Total by the new one"),
    "simulation.change": ("Tăng, giảm", "Change"),
    "simulation.maximum_before": ("Tối đa theo bảng cũ", "Maximum by the old one"),
    "simulation.maximum_after": ("Tối đa đã thử", "Maximum that was tried"),
    "simulation.swaps": ("Ai đổi chỗ và vì sao", "Who changes places, and why"),
    "simulation.overtakes": (
        "{unit} vượt lên trên {other}: chênh lệch điểm từ {before} thành {after}.",
        "{unit} overtakes {other}: the difference goes from {before} to {after}.",
    ),
    "simulation.draws_level": (
        "{unit} đuổi kịp {other}: chênh lệch điểm từ {before} thành {after}.",
        "{unit} draws level with {other}: the difference goes from {before} to {after}.",
    ),
    "simulation.pulls_ahead": (
        "{unit} vượt {other}, trước đây đồng hạng: chênh lệch điểm từ {before} thành {after}.",
        "{unit} pulls ahead of {other}, with whom it shared a rank: the difference goes from {before} to {after}.",
    ),
    "simulation.because": ("Nhờ: {gains}.", "By: {gains}."),
    "simulation.gain": ("{criterion} {name} ({change})", "{criterion} {name} ({change})"),
    "simulation.rest": (
        "giới hạn nhóm, điểm cộng trừ vào tổng và quy đổi ({change})",
        "limits of groups, what is added to the total, and re-scaling ({change})",
    ),
    "simulation.units": ("Điểm của từng đơn vị thay đổi ở đâu", "Where each unit's points change"),
    "simulation.unit_moves": ("{unit} {change}: {moves}.", "{unit} {change}: {moves}."),
    "simulation.move": (
        "{criterion} {name}: {before} → {after} ({change})",
        "{criterion} {name}: {before} → {after} ({change})",
    ),
    "simulation.move_added": (
        "{criterion} {name}: tiêu chí mới, {after} ({change})",
        "{criterion} {name}: new criterion, {after} ({change})",
    ),
    "simulation.move_removed": (
        "{criterion} {name}: bị bỏ, trước được {before} ({change})",
        "{criterion} {name}: dropped, {before} before ({change})",
    ),
    "simulation.move_untried": (
        "{criterion} {name}: chưa thử được, trước được {before} ({change})",
        "{criterion} {name}: not tried, {before} before ({change})",
    ),
    "simulation.more": ("và {count} tiêu chí khác", "and {count} other criteria"),
    "simulation.changes": ("Tiêu chí thêm, bỏ, sửa", "Criteria added, dropped, changed"),
    "simulation.added": (
        "Thêm {criterion} {name}, {after} điểm.",
        "Added: {criterion} {name}, {after} points.",
    ),
    "simulation.removed": (
        "Bỏ {criterion} {name}, trước đây {before} điểm.",
        "Dropped: {criterion} {name}, {before} points before.",
    ),
    "simulation.changed": ("Sửa {criterion} {name}: {aspects}.", "Changed: {criterion} {name}: {aspects}."),
    "simulation.aspect_points": ("điểm {before} → {after}", "points {before} → {after}"),
    "simulation.aspect_name": ("tên gọi", "its words"),
    "simulation.aspect_rule": ("cách tính", "its rule"),
    "simulation.aspect_limits": ("giới hạn của nhóm", "the limits of the group"),
    "simulation.aspect_indicator": (
        "nội dung hoặc đơn vị tính của số liệu",
        "the meaning or the measure of its figure",
    ),
    "simulation.check_name": (
        "Số liệu năm trước được lấy theo mã; nếu mã này nay chỉ một nhiệm vụ khác thì phải đổi mã.",
        "Last year's figures are taken by code; if the code now means another task, give it a new code.",
    ),
    "simulation.untried": (
        "Chưa thử được, không tính vào tổng và không coi là 0",
        "Not tried: left out of the totals, and not taken for 0",
    ),
    "simulation.untried_not_reported": (
        "{part} {code} {name}: năm trước chưa có số liệu {indicators}.",
        "{part} {code} {name}: last year has no figures for {indicators}.",
    ),
    "simulation.untried_other_kind": (
        "{part} {code} {name}: năm trước {indicators} được báo cáo bằng loại số liệu khác.",
        "{part} {code} {name}: last year {indicators} was reported as another kind of figure.",
    ),
    "simulation.untried_refused": (
        "{part} {code} {name}: cách tính mới không xét được số liệu {indicators} của năm trước:",
        "{part} {code} {name}: the new rule cannot judge last year's figures of {indicators}:",
    ),
    "simulation.depends_tie_break": (
        "{part} {code}: tiêu chí này chưa thử được nên bước này bị bỏ qua.",
        "{part} {code}: the criterion cannot be tried, so this step is passed over.",
    ),
    "simulation.depends_knock_out": (
        "{part} {code} {name}: nhóm mà điểm liệt xóa điểm chưa thử được.",
        "{part} {code} {name}: the group that it empties cannot be tried.",
    ),
    "simulation.not_foreseen_adjustment": (
        "{part} {name} ({points} điểm): bảng mới không cho cộng trừ như vậy.",
        "{part} {name} ({points} points): the new rulebook does not foresee it.",
    ),
    "simulation.assumptions": ("Đã quy đổi để so sánh được", "Converted, so that it can be compared"),
    "simulation.carried": (
        "{indicator}: điểm chấm thẳng trong khoảng {old} được quy theo tỷ lệ sang khoảng {new}.",
        "{indicator}: points entered between {old} are carried in proportion to {new}.",
    ),
    "simulation.moved_day": (
        "Hạn {given} của bảng mới được lùi về {moved} cho khớp với năm của số liệu.",
        "The due day {given} of the new rulebook is moved back to {moved}, the year of the figures.",
    ),
    "simulation.warnings": (
        "Những chỗ nên xem lại trước khi ký",
        "What to look at before the rulebook is signed",
    ),
}
