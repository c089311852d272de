"""What the page says that tells which points have moved since a day, and through whose data."""

SENTENCES: dict[str, tuple[str, str]] = {
    "changes.title": ("Điểm đã thay đổi", "What has changed"),
    "changes.how": (
        "Điểm nào đổi, từ bao nhiêu thành bao nhiêu, do số liệu hoặc kết luận của ai",
        "Which points moved, from what to what, through whose figure or decision",
    ),
    "changes.since": ("Từ ngày", "Since"),
    "changes.show": ("Xem", "Show"),
    "changes.last_visit": ("từ lần xem trước của đồng chí trên máy này", "since your last visit on this machine"),
    "changes.in_future": (
        "{day} chưa đến; chọn hôm nay hoặc ngày trước đó",
        "{day} is still to come; take an earlier day",
    ),
    "changes.no_before": (
        "Trước ngày {day} kỳ này chưa chấm được điểm nên chưa có gì để so",
        "Before {day} the season had no points yet, so there is nothing to compare with",
    ),
    "changes.none": ("Từ ngày {day} đến nay không điểm nào thay đổi", "No points have changed since {day}"),
    "changes.same": ("Không đổi: {units}", "Unchanged: {units}"),
    "changes.before": ("Trước", "Before"),
    "changes.after": ("Nay", "Now"),
    "changes.moved": ("Tăng, giảm", "Change"),
    "changes.why": ("Vì", "Because"),
    "changes.ranks": ("hạng {ranks}", "rank {ranks}"),
    "changes.nothing": ("chưa có", "nothing"),
    "changes.by": ("{who} ghi lúc {moment}", "written by {who} at {moment}"),
    "changes.reason": (", lý do: {reason}", ", because: {reason}"),
    "changes.figure": (
        "Số liệu {stage} của {unit}, {indicator}: {before} thành {after}",
        "{unit}, {indicator} ({stage}): {before} became {after}",
    ),
    "changes.figure_hidden": (
        "Số liệu {stage} của {unit}, {indicator} đã đổi",
        "{unit}, {indicator} ({stage}) has changed",
    ),
    "changes.target": (
        "Chỉ tiêu của {unit}, {indicator}: {before} thành {after}",
        "Target of {unit}, {indicator}: {before} became {after}",
    ),
    "changes.target_hidden": (
        "Chỉ tiêu của {unit}, {indicator} đã đổi",
        "The target of {unit}, {indicator} has changed",
    ),
    "changes.adjustment": (
        "Cấp có thẩm quyền cộng hoặc trừ {after} điểm vào tổng của {unit}",
        "The authority added or took {after} points on the total of {unit}",
    ),
    "changes.rulebook": ("Bảng tiêu chí nay là phiên bản {after}", "The rulebook is version {after} now"),
    "changes.stage": (
        "Kỳ đã chuyển bước: nay tính theo số liệu {stage}",
        "The season has moved on: figures that are {stage} count now",
    ),
    "changes.day": (
        "Đến ngày hôm nay mới có hiệu lực một chỉ tiêu hoặc quy định đã ghi từ trước",
        "A target or rule that was written earlier has come into force by now",
    ),
}
