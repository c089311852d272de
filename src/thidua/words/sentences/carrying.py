"""Carrying last season's set-up over into a new one."""

SENTENCES: dict[str, tuple[str, str]] = {
    "carrying.answer": ("Đơn vị nhận việc của {unit}", "Who takes over from {unit}"),
    "carrying.asked": ("Thành viên cần hỏi", "Members to be asked about"),
    "carrying.asked_how": (
        "Những đơn vị này không còn trong cụm. Chương trình không tự đoán: chọn đơn vị nhận việc, hoặc không chuyển",
        "These units are members no longer. Nothing is guessed: choose who takes over, or nobody",
    ),
    "carrying.before": ("Kỳ trước", "Last season"),
    "carrying.begun": (
        "Kỳ thi đua năm {year} đã có lịch hoặc việc do người khác ghi. Chưa chép gì để không ghi đè lên đó",
        "The season of {year} has dates or duties already. Nothing was copied, so that nothing is overwritten",
    ),
    "carrying.calendar": ("Lịch", "Calendar"),
    "carrying.campaigns": ("Đợt thi đua, thành đề xuất", "Campaigns, as proposals"),
    "carrying.carry": ("Chép sang kỳ này", "Carry over into this season"),
    "carrying.carried": (
        "Đã chép lịch, việc, quy chế, bảng tiêu chí (bản nháp) và đề xuất đợt thi đua",
        "Dates, duties, regulations, the rulebook (a draft) and proposed campaigns were carried over",
    ),
    "carrying.duties_of": ("{count} việc chỉ ghi tên đơn vị này", "{count} duties name it alone"),
    "carrying.members": ("Thành viên", "Members"),
    "carrying.new": ("mới vào cụm", "new"),
    "carrying.nobody": ("không chuyển cho đơn vị nào", "nobody"),
    "carrying.none": (
        "Kỳ thi đua này không nối tiếp kỳ nào trước đó nên không có gì để chép",
        "This season follows no earlier one, so there is nothing to carry over",
    ),
    "carrying.now": ("Kỳ này", "This season"),
    "carrying.order_asked": (
        "Thứ tự phát biểu không chép vì thành viên đã đổi; ghi lại ở trang quy chế",
        "The order of speaking is left out, as the members changed; set it on the page of regulations",
    ),
    "carrying.regulation": ("Quy chế bản {version}", "Regulations, version {version}"),
    "carrying.rulebook": ("Bảng tiêu chí, thành bản nháp", "The rulebook, as a draft"),
    "carrying.stay": ("ở lại", "stays"),
    "carrying.title": ("Chép từ kỳ năm {year}", "Carry over from {year}"),
    "carrying.unanswered": (
        "Chọn đơn vị nhận việc của {unit}, hoặc chọn không chuyển",
        "Choose who takes over from {unit}, or nobody",
    ),
    "carrying.unchecked": ("chưa có lịch nghỉ của năm này", "no calendar of working days for this year"),
    "carrying.what": ("Nội dung", "What"),
}
