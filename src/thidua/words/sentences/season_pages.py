"""What the pages of a season say: its steps, members, calendar, and the forms that change it."""

SENTENCES: dict[str, tuple[str, str]] = {
    "season.all_campaigns": ("Xem từng đợt", "See each campaign"),
    "DutyState.ahead": ("chưa mở", "not open yet"),
    "DutyState.done": ("đã xong", "done"),
    "DutyState.later": ("chưa đến hạn", "not due yet"),
    "DutyState.overdue": ("quá hạn", "overdue"),
    "DutyState.soon": ("sắp đến hạn", "due soon"),
    "DutyState.today": ("hạn hôm nay", "due today"),
    "Frozen.appraisals": ("kết luận thẩm định", "the appraisals"),
    "Frozen.figures": ("số liệu", "the figures"),
    "Frozen.record": ("toàn bộ hồ sơ của kỳ", "the whole record"),
    "Frozen.rulebook": ("bảng tiêu chí", "the rulebook"),
    "Frozen.standings": ("bảng xếp hạng", "the standings"),
    "Frozen.targets": ("chỉ tiêu", "the targets"),
    "season.abolished": ("giải thể", "abolished"),
    "season.ahead": ("ghi trước", "recorded ahead"),
    "season.add_duty": ("Đặt việc mới", "Set a duty"),
    "season.all_done": ("đã xong", "done"),
    "season.as_of": ("như ngày {day}", "as of {day}"),
    "season.attest": ("Ghi văn bản", "Record a document"),
    "season.attest_how": (
        "Chương trình chưa giữ việc này, nên căn cứ là văn bản: ghi số và ngày như trên văn bản",
        "The program does not keep this yet, so a document shows it: write its number and date as on the paper",
    ),
    "season.attested": ("Đã ghi văn bản cho điều kiện “{guard}”", "Document recorded for “{guard}”"),
    "season.back_to_today": ("Về hôm nay", "Back to today"),
    "season.calendar": ("Lịch công việc", "Calendar of duties"),
    "season.calendar_how": (
        "Việc của từng đơn vị theo ngày đến hạn, và ngày dự kiến của mười bước",
        "What each unit owes by the day on which it is due, and the planned days of the ten steps",
    ),
    "season.cancel": ("Thôi", "Cancel"),
    "season.cluster": ("Cụm", "Cluster"),
    "season.cut": ("Sắp xếp đơn vị ngày {day}", "Reorganisation of {day}"),
    "season.cut_after": ("Từ {day}", "From {day}"),
    "season.cut_before": ("Thành viên trước đó", "Members before"),
    "season.cut_how": (
        (
            "Thành viên đã kết thúc vẫn giữ tên và kết quả của mình trong kỳ này. Cụm không tự nhận đơn vị mới: cơ quan "
            "thường trực quyết định thành viên và chức vụ từ ngày ấy"
        ),
        (
            "Members that ceased keep their names and results in this season. The cluster takes in no new body by "
            "itself: the standing body decides on members and offices from that day"
        ),
    ),
    "season.cut_members": (
        "{members} thành viên kết thúc, thành {bodies} đơn vị",
        "{members} members ceased and became {bodies} bodies",
    ),
    "season.cut_with_offices": (
        "{members} thành viên kết thúc, thành {bodies} đơn vị, và kỳ thi đua bị ngắt",
        "{members} members ceased and became {bodies} bodies; the season was cut",
    ),
    "season.dates_saved": ("Đã ghi ngày của các bước", "Dates of the steps saved"),
    "season.day_hint": ("Ví dụ 23/11/2024", "Such as 23/11/2024"),
    "season.days_late": ("quá hạn {days} ngày", "{days} days late"),
    "season.days_left": ("còn {days} ngày", "{days} days left"),
    "season.document_date": ("Ngày của văn bản", "Date of the document"),
    "season.document_number": ("Số, ký hiệu của văn bản", "Number of the document"),
    "season.document_number_hint": ("Như trên văn bản, ví dụ 15/BB-CA10", "As on the paper, such as 15/BB-CA10"),
    "season.done": ("Đã làm trong kỳ", "Done so far"),
    "season.drop": ("Bỏ", "Drop"),
    "season.drop_duty": ("Bỏ việc khỏi lịch", "Take the duty out"),
    "season.done_on": ("Xong ngày", "Done on"),
    "season.drawn_in_part": ("một phần số liệu của đơn vị là minh họa", "some figures of units are illustrative"),
    "season.due_today": ("hôm nay", "today"),
    "season.due_on": ("Hạn xong", "Due on"),
    "season.duties": ("Việc phải làm", "Duties"),
    "season.duties_done": ("Đã xong", "Done"),
    "season.duty_dropped": ("Đã bỏ việc khỏi lịch", "The duty was taken out"),
    "season.duty_due": ("Hạn", "Due"),
    "season.duty_finished": ("Đã ghi việc làm xong", "The duty is reported done"),
    "season.duty_holder": ("Giao cho", "Whose"),
    "season.duty_phase": ("Thuộc bước", "Step"),
    "season.duty_role": ("Người làm", "Who does it"),
    "season.duty_saved": ("Đã đặt việc vào lịch", "The duty was set"),
    "season.duty_title": ("Việc", "Duty"),
    "season.duty_unit": ("Riêng đơn vị", "One member only"),
    "season.duty_unit_hint": (
        "Chỉ chọn khi giao cho một đơn vị thành viên; để trống là mọi đơn vị thành viên",
        "Choose only for a single member; left empty it is every member's",
    ),
    "season.each_member": ("Mỗi đơn vị thành viên: {done}/{of} đã xong", "Every member: {done} of {of} done"),
    "season.facts": ("Theo báo cáo đã công bố", "As publicly reported"),
    "season.facts_why": ("in lại từ dữ liệu, kèm nguồn của từng dòng", "printed from the data, each with its source"),
    "season.freezes": (
        "Từ bước ấy không sửa được nữa: {what}",
        "From that step on these are locked: {what}",
    ),
    "season.guards_missing": (
        "Còn {count} điều kiện chưa đạt; mỗi điều kiện ghi rõ ai làm gì",
        "{count} conditions do not hold yet; each says who does what",
    ),
    "season.handed_from": (
        "Mở theo {number} ngày {date}, sau kỳ năm {year}.",
        "Opened by {number} of {date}, after the season of {year}.",
    ),
    "season.handed_to": (
        "Kỳ năm {year} mở theo bàn giao của kỳ này, ngày {date}.",
        "The season of {year} is opened by the handover of this one, dated {date}.",
    ),
    "season.handover": ("Bàn giao cụm trưởng", "Handover of the chair"),
    "season.holds": ("đạt", "holds"),
    "season.in_order": ("theo thứ tự phát biểu", "in the order of speaking"),
    "season.launch": ("Phát động phong trào", "Launch a movement"),
    "season.launch_how": (
        "Tên, khẩu hiệu và nội dung của phong trào mà các cụm thực hiện trong năm",
        "Name, slogan and theme of the movement that clusters carry in the year",
    ),
    "season.in_step": ("Bước {phase}", "Step {phase}"),
    "season.list": ("Kỳ thi đua", "Seasons"),
    "season.locked_ahead": (
        "Kỳ này ghi đến sau giờ của đồng hồ nên chỉ xem được",
        "This season is recorded beyond the clock, so it can only be read",
    ),
    "season.look": ("Xem", "Show"),
    "season.look_as_of": ("Xem thành viên như ngày", "Show the members as of"),
    "season.members": ("Đơn vị thành viên", "Members"),
    "season.mend_there": ("Ghi ngày các bước", "Set the dates"),
    "season.more_duties": ("và {count} việc khác", "and {count} more"),
    "season.move_back": ("Lùi một bước", "Go one step back"),
    "season.move_back_how": (
        (
            "Từ {source} về {target}. Văn bản đã ghi cho các bước phía sau không còn giá trị và phải ghi lại; "
            "việc lùi bước nằm trong sổ nhật ký cùng lý do"
        ),
        (
            "From {source} to {target}. Documents recorded for the steps ahead count no more and are asked for "
            "again; the ledger keeps the way back with its reason"
        ),
    ),
    "season.move_back_to": ("Lùi về bước {phase}", "Go back to {phase}"),
    "season.move_recorded": ("Việc chuyển bước được ghi vào sổ nhật ký", "The move is recorded in the ledger"),
    "season.move_to": ("Chuyển sang {phase}", "Move on to {phase}"),
    "season.moved": ("Kỳ thi đua đã sang bước {phase}", "The season is at {phase} now"),
    "season.moved_back": ("Kỳ thi đua đã lùi về bước {phase}", "The season is back at {phase}"),
    "season.movement": ("Phong trào", "Movement"),
    "season.movement_launched": (
        "Đã phát động phong trào; chọn phong trào ấy khi mở kỳ",
        "The movement is launched; choose it when you open a season",
    ),
    "season.movement_name": ("Tên phong trào", "Name"),
    "season.movement_parent": ("Thuộc phong trào", "Within the movement"),
    "season.movement_slogan": ("Khẩu hiệu", "Slogan"),
    "season.movement_theme": ("Nội dung", "Theme"),
    "season.movement_unit": ("Cơ quan phát động", "Launched by"),
    "season.movement_with": ("Thực hiện cùng với: {other}", "Carried together with: {other}"),
    "season.movement_within": ("Thuộc: {parent}", "Within: {parent}"),
    "season.no_cluster": ("Chưa có cụm nào chờ mở kỳ", "No cluster waits for its season"),
    "season.no_cluster_how": (
        (
            "Kỳ được mở cho một cụm đã thành lập mà chưa có kỳ. Cơ quan thường trực lập cụm của năm trước, rồi cụm "
            "trưởng mới mở kỳ sau bàn giao"
        ),
        (
            "A season is opened for a cluster that is formed and has none. The standing body forms the cluster of the "
            "year first; its new chair opens the season after the handover"
        ),
    ),
    "season.no_date": ("chưa có ngày", "no date"),
    "season.no_duties": ("Không còn việc nào chưa xong trong lịch", "Nothing in the calendar is left to do"),
    "season.no_duties_yet": (
        "Lịch chưa có việc nào. Thư ký của cụm trưởng đặt việc cho từng đơn vị ở đây",
        "The calendar is empty. The chair's secretary sets each unit's duties here",
    ),
    "season.nobody": (
        "Ngày {day} cụm không có đơn vị thành viên nào",
        "On {day} the cluster has no members",
    ),
    "season.none": ("Chưa có kỳ thi đua nào", "No season yet"),
    "season.none_how": (
        "Kỳ thi đua hiện ở đây khi cụm của đơn vị đồng chí mở kỳ, hoặc khi đồng chí được giao việc trong một kỳ",
        "A season shows here when your unit's cluster opens one, or when something in one is assigned to you",
    ),
    "season.note": ("Ghi chú", "Note"),
    "season.office": ("Chức vụ", "Office"),
    "season.office_ended": (
        "Đơn vị giữ chức {kind} đã kết thúc: {unit}",
        "The holder of the office of {kind} ceased: {unit}",
    ),
    "season.open": ("chưa đạt", "does not hold"),
    "season.open_after": ("Bàn giao từ kỳ", "Handed over from"),
    "season.open_after_hint": (
        "Kỳ năm trước của cụm, nếu kỳ mới mở theo biên bản bàn giao",
        "Last year's season, where the new one is opened by a handover",
    ),
    "season.open_cluster": ("Cụm", "Cluster"),
    "season.open_from": ("Số liệu tính từ ngày", "Data count from"),
    "season.open_how": (
        "Kỳ mới bắt đầu ở bước Chuẩn bị. Văn bản là biên bản bàn giao, hoặc quyết định của cơ quan thường trực",
        "A new season begins with its preparation. The document is the handover, or a decision of the standing body",
    ),
    "season.open_movement": ("Phong trào", "Movement"),
    "season.open_new": ("Mở kỳ thi đua", "Open a season"),
    "season.open_to": ("đến hết ngày", "until, inclusive"),
    "season.opened": ("Đã mở kỳ thi đua", "The season is open"),
    "season.other_day": (
        "Bước {phase} mới có một ngày. Ghi cả ngày bắt đầu và hạn xong, hoặc để trống cả hai",
        "The step {phase} has one day only. Give both its start and its end, or neither",
    ),
    "season.owed_by_nobody": (
        "Chưa có đơn vị giữ chức {holder}",
        "Nobody holds the office of {holder}",
    ),
    "season.over": ("Kỳ thi đua đã kết thúc", "The season is closed"),
    "season.over_how": (
        "Hồ sơ của kỳ giữ nguyên, ai trong cụm cũng xem được, không ai sửa được",
        "Its record stays as it is: everybody in the cluster may read it, nobody can change it",
    ),
    "season.recorded_ahead": (
        (
            "Phần diễn tập: kỳ này được ghi trước đến {until}, trong khi đồng hồ đứng ở {now}. Chỉ xem được; muốn làm "
            "tiếp, khởi động lại bản trình diễn với đồng hồ sau lúc ấy (AT=…)"
        ),
        (
            "A rehearsal: this season is recorded until {until}, while the clock stands at {now}. It can only be read; "
            "to go on, start the demonstration with a later clock (AT=…)"
        ),
    ),
    "season.report_done": ("Báo đã xong", "Report done"),
    "season.report_done_how": (
        "Ghi văn bản nếu có; hoặc để trống cả hai ô",
        "Name the document where there is one, or leave both fields empty",
    ),
    "season.reason": ("Lý do", "Reason"),
    "season.save_dates": ("Ghi ngày", "Save the dates"),
    "season.save_duty": ("Đặt việc", "Set the duty"),
    "season.set_dates": ("Ghi ngày các bước", "Set the dates of the steps"),
    "season.set_dates_how": (
        "Ngày bắt đầu và hạn xong đều tính. Bước đã qua giữ nguyên ngày của nó",
        "Both days count. A step that is over keeps its dates",
    ),
    "season.slogan": ("Khẩu hiệu “{slogan}”", "Slogan “{slogan}”"),
    "season.starts_on": ("Bắt đầu", "Starts on"),
    "season.step": ("Bước", "Step"),
    "season.still_missing": ("Còn: {units}", "Not yet: {units}"),
    "season.ten_steps": ("Mười bước của kỳ thi đua", "The ten steps of the season"),
    "season.title": ("Kỳ thi đua năm {year}", "Season of {year}"),
    "season.to_next": ("Để sang bước {number}, {phase}", "To step {number}, {phase}"),
    "season.unit": ("Đơn vị", "Unit"),
    "season.was_opened": ("Mở kỳ, theo {number} ngày {date}", "Opened by {number} of {date}"),
    "season.went_back": (
        "Lùi từ {source} về {target}, theo {number}: {reason}",
        "Back from {source} to {target} by {number}: {reason}",
    ),
    "season.went_on": ("Sang bước {target}", "On to {target}"),
    "season.whole_ledger": ("Sổ nhật ký của kỳ", "The season's ledger"),
    "season.who_moves": (
        "Thư ký của cụm trưởng hoặc cơ quan thường trực chuyển bước",
        "The chair's secretary or the standing body moves the season on",
    ),
    "season.wholly": ("toàn bộ minh họa", "wholly illustrative"),
    "season.working_days_left": ("còn {days} ngày làm việc", "{days} working days left"),
    "season.year": ("Năm", "Year"),
}
