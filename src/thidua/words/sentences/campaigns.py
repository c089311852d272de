"""Campaigns: their words, their pages, what is wrong with them, and what the ledger says."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Sort.peak": ("đợt cao điểm", "peak"),
    "Sort.short_term": ("đợt ngắn ngày", "short-term"),
    "Sort.thematic": ("chuyên đề", "thematic"),
    "Verb.acknowledge_campaign": ("xác nhận đợt thi đua", "acknowledge a campaign"),
    "Verb.run_campaigns": ("phát động và tổng kết đợt thi đua", "launch and review campaigns"),
    "campaigns.acknowledge": ("Xác nhận đã nhận", "Acknowledge"),
    "campaigns.acknowledge_by": ("Xác nhận chậm nhất ngày", "To be acknowledged by"),
    "campaigns.acknowledged": (
        "Đơn vị đã xác nhận đợt thi đua “{name}”, không cần làm lại",
        "The unit has acknowledged the campaign “{name}” already; nothing is left to do",
    ),
    "campaigns.acknowledged_after_end": (
        "Hạn xác nhận ({day}) sau ngày kết thúc ({last}). Chọn ngày sớm hơn",
        "The day for acknowledging ({day}) is after the last day ({last}). Choose an earlier one",
    ),
    "campaigns.acknowledged_column": ("Xác nhận", "Acknowledged"),
    "campaigns.acknowledged_now": ("Đã xác nhận đợt thi đua", "The campaign was acknowledged"),
    "campaigns.acknowledged_of": ("{count}/{all} đơn vị đã xác nhận", "{count}/{all} units acknowledged"),
    "campaigns.add": ("Phát động đợt thi đua", "Launch a campaign"),
    "campaigns.confirm": ("Xác nhận kết quả", "Confirm the result"),
    "campaigns.confirm_locked": (
        "Kỳ thi đua đang ở bước {phase}: kết quả chỉ thành số liệu của đơn vị khi đang thi đua hoặc nộp số liệu. "
        "Cơ quan thường trực có thể lùi bước kèm lý do",
        "The season stands at {phase}: results become figures of a unit while it runs or reports. "
        "The standing body can move it back, with a reason",
    ),
    "campaigns.confirmed_already": (
        "Kết quả đợt thi đua “{name}” đã được xác nhận",
        "The result of the campaign “{name}” is confirmed already",
    ),
    "campaigns.confirmed_now": (
        "Đã xác nhận kết quả; số liệu của đơn vị đã được ghi",
        "The result is confirmed and stands among the unit's figures",
    ),
    "campaigns.confirmed_on": ("đơn vị xác nhận ngày {day}", "confirmed by the unit on {day}"),
    "campaigns.content": ("Nội dung", "Content"),
    "campaigns.days": ("Từ ngày đến ngày", "Days"),
    "campaigns.ends_on": ("Ngày kết thúc", "Last day"),
    "campaigns.feeds": ("Tính vào chỉ số {indicator}", "Counts into {indicator}"),
    "campaigns.figure_column": ("Kết quả", "Result"),
    "campaigns.illustrative": ("số liệu minh họa", "illustrative"),
    "campaigns.in_time": ("đúng hạn", "in time"),
    "campaigns.indicator": ("Chỉ số nhận kết quả", "Indicator that takes the results"),
    "campaigns.indicator_hint": (
        "Để trống nếu kết quả không tính điểm",
        "Leave empty where the results count into nothing",
    ),
    "campaigns.late": ("chậm {days} ngày", "{days} days late"),
    "campaigns.launched_already": (
        "Đợt thi đua “{name}” đã được phát động. Tải lại trang để xem",
        "The campaign “{name}” is launched already. Load the page again",
    ),
    "campaigns.launched_by": ("Phát động theo {number} ngày {date}", "Launched by {number} of {date}"),
    "campaigns.launched_now": (
        "Đã phát động. Các đơn vị thấy việc xác nhận ngay trên trang việc cần làm",
        "Launched. Each unit finds it on its desk now",
    ),
    "campaigns.missing": ("Chưa xác nhận: {units}", "Not yet acknowledged: {units}"),
    "campaigns.name": ("Tên đợt thi đua", "Name of the campaign"),
    "campaigns.no_such_indicator": (
        "Bảng tiêu chí không có chỉ số “{indicator}”. Chọn lại trong danh sách",
        "The rulebook has no indicator “{indicator}”. Choose one of the list",
    ),
    "campaigns.none": ("Chưa có đợt thi đua nào", "No campaign yet"),
    "campaigns.none_how": (
        "Thư ký cụm trưởng phát động đợt cao điểm, chuyên đề hoặc ngắn ngày",
        "The chair's secretary launches peak, thematic and short-term campaigns",
    ),
    "campaigns.not_a_member": (
        "“{unit}” không phải thành viên của cụm trong hôm nay. Hỏi cơ quan thường trực về việc sáp nhập rồi làm lại",
        "“{unit}” is no member of the cluster today. Ask the standing body about the merger, then try again",
    ),
    "campaigns.not_over": (
        "Đợt thi đua “{name}” kéo dài đến {last}. Tổng kết từ ngày đó",
        "The campaign “{name}” lasts until {last}. Review it from that day on",
    ),
    "campaigns.not_yet": ("chưa", "not yet"),
    "campaigns.note_column": ("Nhận xét", "Finding"),
    "campaigns.only_proposed": (
        "“{name}” mới là đề xuất. Phát động trước đã",
        "“{name}” is a proposal only. Launch it first",
    ),
    "campaigns.proposal": ("đề xuất, chưa phát động", "proposed, not launched"),
    "campaigns.review": ("Tổng kết đợt thi đua", "Review the campaign"),
    "campaigns.reviewed": ("đã tổng kết", "reviewed"),
    "campaigns.reviewed_again": (
        "Đợt thi đua “{name}” vừa có bản tổng kết mới. Xem bản mới rồi xác nhận",
        "The campaign “{name}” has just been reviewed anew. Read the new review, then confirm",
    ),
    "campaigns.reviewed_by": (
        "Tổng kết theo {number} ngày {date}, bản {version}",
        "Reviewed by {number} of {date}, version {version}",
    ),
    "campaigns.reviewed_now": (
        "Đã tổng kết. Đơn vị xác nhận thì kết quả mới thành số liệu",
        "Reviewed. Results become figures once the units confirm them",
    ),
    "campaigns.sort": ("Loại", "Kind"),
    "campaigns.starts_on": ("Ngày bắt đầu", "First day"),
    "campaigns.state": ("Tình trạng", "State"),
    "campaigns.summary": ("Đánh giá chung", "Findings"),
    "campaigns.title": ("Đợt thi đua", "Campaigns"),
    "campaigns.to_acknowledge": ("Xác nhận đợt thi đua “{name}”", "Acknowledge the campaign “{name}”"),
    "campaigns.to_confirm": ("Xác nhận kết quả đợt thi đua “{name}”", "Confirm the result of the campaign “{name}”"),
    "campaigns.to_review": (
        "Tổng kết đợt thi đua “{name}”, kết thúc ngày {last}",
        "Review the campaign “{name}”, which ended on {last}",
    ),
    "campaigns.under_way": ("đang diễn ra", "under way"),
    "campaigns.unit": ("Đơn vị", "Unit"),
    "event.campaigns.campaign.acknowledged": (
        "{unit} xác nhận đợt thi đua “{name}”",
        "{unit} acknowledged the campaign “{name}”",
    ),
    "event.campaigns.campaign.launched": (
        "Phát động {sort} “{name}” theo {number} ngày {date}",
        "Launched the {sort} campaign “{name}” by {number} of {date}",
    ),
    "event.campaigns.campaign.proposed": (
        "Đề xuất {sort} “{name}”",
        "Proposed the {sort} campaign “{name}”",
    ),
    "event.campaigns.campaign.reviewed": (
        "Tổng kết đợt thi đua “{name}” theo {number} ngày {date}",
        "Reviewed the campaign “{name}” by {number} of {date}",
    ),
    "event.campaigns.result.confirmed": (
        "{unit} xác nhận kết quả đợt thi đua “{name}”",
        "{unit} confirmed its result in the campaign “{name}”",
    ),
    "menu.campaigns": ("Đợt thi đua", "Campaigns"),
}
