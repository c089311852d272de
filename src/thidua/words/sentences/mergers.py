"""Members that ceased to exist while a season ran: the question, its answers and what each of them means."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Guard.mergers": ("Quyết định xong về đơn vị đã hợp nhất giữa kỳ", "Members that merged meanwhile are decided on"),
    "MergerChoice.anew": ("đơn vị kế thừa tính từ đầu", "the successor starts anew"),
    "MergerChoice.carry": ("đơn vị kế thừa làm tiếp, tính cả phần trước", "the successor carries on with the sum"),
    "MergerChoice.keep": ("giữ đơn vị cũ đến hết kỳ", "the old unit stays to the end"),
    "MergerChoice.leave": ("đơn vị ra khỏi kỳ thi đua", "the unit leaves the season"),
    "Verb.answer_merger": ("quyết định về đơn vị hợp nhất giữa kỳ", "decide on members that merged"),
    "event.seasons.merger.answered": (
        "Quyết định về {unit}, không còn từ {day}: {choice}, theo {document} ngày {date}",
        "Decided on {unit}, which ended on {day}: {choice}, by {document} of {date}",
    ),
    "guard.mergers.holds": (
        "Không còn đơn vị hợp nhất nào chờ quyết định ({count} đã quyết định)",
        "No merged member waits for a decision ({count} decided)",
    ),
    "guard.mergers.open": (
        "Chưa quyết định về đơn vị đã hợp nhất giữa kỳ: {units}. Cơ quan thường trực quyết định",
        "Not decided yet on members that merged: {units}. The standing body decides",
    ),
    "mergers.answer": ("Quyết định", "Decide"),
    "mergers.answered_already": (
        "Đã quyết định về {unit}. Tải lại trang để xem",
        "{unit} is decided on already. Load the page again",
    ),
    "mergers.answered_by": (
        "{choice}, theo {number} ngày {date}",
        "{choice}, by {number} of {date}",
    ),
    "mergers.answered_now": ("Đã ghi quyết định", "The decision is recorded"),
    "mergers.asked": (
        "{name} không còn từ {day}, chờ quyết định",
        "{name} ended on {day} and waits for a decision",
    ),
    "mergers.choice": ("Quyết định", "Decision"),
    "mergers.choose_heir": (
        "Chọn đơn vị kế thừa của {unit} trong danh sách",
        "Choose the successor of {unit} from the list",
    ),
    "mergers.ended": ("Không còn từ {day}", "Ended on {day}"),
    "mergers.heir": ("Đơn vị kế thừa", "Successor"),
    "mergers.heir_hint": (
        "Chỉ chọn khi đơn vị kế thừa vào thay",
        "Only where the successor takes the place",
    ),
    "mergers.how": (
        "Chương trình không tự đoán. Chỗ của đơn vị trong cụm hết cùng đơn vị; chưa có quyết định về kỳ thi đua thì kỳ "
        "không sang bước nộp số liệu, thẩm định",
        "Nothing is guessed. The unit's place in the cluster ended with it; until it is decided what that means for the "
        "season, it does not move on to reporting or appraising",
    ),
    "mergers.means.anew": (
        "Từ ngày đó thành viên là đơn vị kế thừa, chỉ tính phần của mình từ ngày đó. Số liệu của đơn vị cũ giữ trong hồ "
        "sơ, không tính điểm. Chỉ tiêu của đơn vị kế thừa phải được giao bằng văn bản",
        "From the day on the successor is the member, with what it does from then on. Figures of the old unit stay in "
        "the record and count for nothing. Targets of the successor have to be given by a document",
    ),
    "mergers.means.carry": (
        "Từ ngày đó thành viên là đơn vị kế thừa. Các tháng trước giữ theo đơn vị cũ; cán bộ báo cáo của đơn vị kế thừa "
        "nhập số cả kỳ gồm phần của đơn vị cũ: số đếm thì cộng, tỷ lệ thì tính lại từ tử số và mẫu số, không lấy trung "
        "bình. Chương trình không tự cộng vào điểm. Chỉ tiêu phải có bản điều chỉnh bằng văn bản",
        "From the day on the successor is the member. Earlier months stay with the old unit; the reporter of the "
        "successor enters the figure of the whole season with the old unit's part: counts are added, shares recomputed "
        "from their counts, never averaged. Nothing is added to points by itself. Targets need an amendment by document",
    ),
    "mergers.means.keep": (
        "Đơn vị vẫn là thành viên đến hết kỳ, với chỉ tiêu và số liệu của mình; người giữ vai trò của đơn vị cũ nhập tiếp, "
        "cán bộ kỹ thuật giao vai trò đó cho người làm thay. Đơn vị kế thừa không có điểm vì việc này",
        "The unit stays a member to the end, with its own targets and figures; who holds a role for the old unit goes on "
        "entering, and the technician gives that role to whoever steps in. The successor gets no points by this",
    ),
    "mergers.means.leave": (
        "Từ ngày đó đơn vị không là thành viên: không nhập, không chấm điểm, không xếp hạng. Số liệu đã nhập giữ trong hồ "
        "sơ",
        "From the day on the unit is no member: nothing is entered, scored or ranked. What was entered stays in the record",
    ),
    "mergers.no_heir": (
        "{unit} giải thể, không có đơn vị kế thừa. Chọn giữ đến hết kỳ hoặc ra khỏi kỳ",
        "{unit} was abolished and nobody carries it on. Let it stay to the end, or leave",
    ),
    "mergers.none": ("Không có đơn vị nào hợp nhất, giải thể trong kỳ", "No member merged or was abolished meanwhile"),
    "mergers.not_asked": (
        "Đơn vị này không chờ quyết định nào. Tải lại trang để xem",
        "Nothing is asked about this unit. Load the page again",
    ),
    "mergers.open": ("Chờ quyết định", "Waits for a decision"),
    "mergers.reason": ("Lý do", "Reason"),
    "mergers.title": ("Đơn vị hợp nhất giữa kỳ", "Members that merged meanwhile"),
    "mergers.to_answer": (
        "Quyết định về {name}, không còn từ {day}",
        "Decide on {name}, which ended on {day}",
    ),
    "mergers.waits": (
        "Đơn vị đã hợp nhất; chưa có quyết định thì kỳ thi đua không sang bước nộp số liệu, thẩm định",
        "The unit merged; until it is decided the season does not move on to reporting or appraising",
    ),
    "record.seasons.mergeranswer": ("quyết định về đơn vị hợp nhất", "decision on a merged member"),
    "record.notices.mailaddress": ("địa chỉ thư nhắc việc", "address for mail"),
}
