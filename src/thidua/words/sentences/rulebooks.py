"""Rulebooks and targets of a season: their verbs, what they are refused for, and what the ledger says of them."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Verb.adopt_rulebook": ("ban hành bảng tiêu chí", "adopt the rulebook"),
    "Verb.amend_rulebook": ("sửa đổi bảng tiêu chí đã ban hành", "amend the rulebook"),
    "Verb.amend_targets": ("điều chỉnh chỉ tiêu đã giao", "amend targets"),
    "Verb.draft_rulebook": ("soạn bảng tiêu chí", "draft the rulebook"),
    "Verb.set_targets": ("giao chỉ tiêu", "give targets"),
    "event.rulebooks.draft.dropped": ("Bỏ bản dự thảo số {number} của bảng tiêu chí", "Draft {number} dropped"),
    "event.rulebooks.rulebook.adopted": (
        "Ban hành bảng tiêu chí, phiên bản {number}, theo {document} ngày {date}",
        "Rulebook adopted, version {number}, by {document} of {date}",
    ),
    "event.rulebooks.rulebook.amended": (
        "Sửa đổi bảng tiêu chí thành phiên bản {number}, theo {document} ngày {date}",
        "Rulebook amended to version {number} by {document} of {date}",
    ),
    "event.rulebooks.rulebook.drafted": (
        "Soạn bảng tiêu chí “{title}”, dự thảo phiên bản {number}",
        "Rulebook “{title}” drafted as version {number}",
    ),
    "event.rulebooks.target.amended": (
        "Điều chỉnh chỉ tiêu {indicator} của {unit} thành {after}, theo {document} ngày {date}",
        "Target {indicator} of {unit} amended to {after} by {document} of {date}",
    ),
    "event.rulebooks.targets.acknowledged": (
        "{unit} xác nhận đã nhận chỉ tiêu, {count} nội dung mới",
        "{unit} took note of its targets, {count} new ones",
    ),
    "event.rulebooks.targets.given": (
        "Giao {count} chỉ tiêu theo {document} ngày {date}",
        "{count} targets given by {document} of {date}",
    ),
    "event.rulebooks.targets.taken_back": ("Rút lại {count} chỉ tiêu vừa nhập", "{count} imported targets taken back"),
    "rulebooks.acknowledge_past": (
        "Hạn xác nhận {day} đã qua. Ghi một ngày từ hôm nay trở đi",
        "The last day to acknowledge, {day}, has passed. Enter today or a later day",
    ),
    "rulebooks.target_after_end": (
        "{unit} chỉ tồn tại đến hết ngày {last}; chỉ tiêu {indicator} không thể tính cho ngày {day}. Sửa ngày",
        "{unit} exists until {last}; its target of {indicator} cannot be about {day}. Correct the day",
    ),
    "rulebooks.target_changed": (
        "Ô này vừa được người khác ghi là “{typed}”. Xem lại rồi ghi tiếp nếu vẫn muốn thay",
        "Somebody else has just written “{typed}” here. Look at it, and save again if yours should replace it",
    ),
    "rulebooks.target_due_outside": (
        "Ngày {day} nằm ngoài thời gian tính của kỳ, từ {first} đến {last}. Sửa cột Đến ngày",
        "{day} lies outside the time that the season counts, {first} to {last}. Correct the column By",
    ),
    "rulebooks.target_from_outside": (
        "Ngày áp dụng {day} sau ngày chốt số liệu {last} nên chỉ tiêu không bao giờ được tính. Sửa ngày",
        "The first day {day} lies after the last day of the data, {last}, so the target would never count. Correct it",
    ),
    "rulebooks.target_unit_ends": (
        (
            "{unit} kết thúc ngày {last}, trước ngày chốt số liệu. Chỉ tiêu {indicator} tính đến ngày nào? Ghi ngày "
            "vào cột Đến ngày, không sau {last}"
        ),
        (
            "{unit} ends on {last}, before the last day of the data. By which day is its target of {indicator} meant? "
            "Enter a day no later than {last} in the column By"
        ),
    ),
    "rulebooks.targets_written_meanwhile": (
        "Có người vừa ghi chỉ tiêu sau lúc bạn mở bản xem trước. Xem lại bản xem trước mới dưới đây rồi nhập",
        "Somebody has written targets since you opened the preview. Look at the new preview below, then import",
    ),
    "rulebooks.changed_since": (
        "Có chỉ tiêu của lần nhập này đã được thay sau đó, nên không rút lại cả lần nhập. Sửa từng chỉ tiêu",
        "Some target of this import was changed since, so it is not taken back as a whole. Change targets one by one",
    ),
    "rulebooks.no_draft": (
        "Kỳ này chưa có bản dự thảo nào của bảng tiêu chí. Tải lên một bản trước",
        "The season has no draft of a rulebook. Upload one first",
    ),
    "rulebooks.none_adopted": (
        (
            "Đến ngày {day} kỳ này chưa ban hành bảng tiêu chí nên chưa đọc được chỉ tiêu, số liệu. Thư ký cụm trưởng hoặc "
            "cơ quan thường trực ban hành ở trang Bảng tiêu chí"
        ),
        (
            "By {day} the season had adopted no rulebook, so targets and figures cannot be read. The chair's secretary or "
            "the standing body adopts one on the page Rulebook"
        ),
    ),
    "rulebooks.not_valid_then": (
        "Bảng tiêu chí có hiệu lực từ {start} nhưng không gồm ngày chốt số liệu {day}. Sửa mục valid, hoặc chọn bảng khác",
        "The rulebook is valid from {start} but not on the last day of the data, {day}. Mend its dates or take another",
    ),
    "rulebooks.nothing_to_undo": (
        "Không có lần nhập nào như vậy trong kỳ này. Mở lại trang Chỉ tiêu",
        "There is no such import in this season. Open the page Targets again",
    ),
    "rulebooks.other_workbook": (
        "Đây không phải tệp Excel của bảng tiêu chí. Tải tệp Excel của bảng đang áp dụng về, sửa rồi tải lên",
        "This is no workbook of a rulebook. Download the workbook of the one in force, change it and upload it",
    ),
    "rulebooks.same_as_in_force": (
        "Bảng này giống hệt phiên bản {number} đang áp dụng, nên không cần bản mới",
        "This rulebook is the same as version {number}, which is in force; no new version is needed",
    ),
    "rulebooks.target_unchanged": (
        "Chỉ tiêu này đã đúng như vậy từ ngày đó. Kiểm tra lại mức và ngày",
        "The target is so already from that day. Check the amount and the day",
    ),
    "rulebooks.targets_of_gone": (
        "Bảng này không còn các chỉ số đã được giao chỉ tiêu: {codes}. Giữ lại các chỉ số ấy",
        "The rulebook lacks indicators that targets were given for: {codes}. Keep them",
    ),
}
