"""What must hold before a season moves on: each condition, why it holds, or what is missing and who mends it."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Guard.appraised": ("Thẩm định xong mọi đơn vị", "Every unit is appraised"),
    "Guard.calendar": ("Mười bước đều có ngày, đúng thứ tự", "All ten steps have dates, in order"),
    "Guard.conference_opened": ("Khai mạc hội nghị tổng kết", "The year-end conference is opened"),
    "Guard.data_closed": ("Hết ngày cuối tính số liệu", "The last day of the data has passed"),
    "Guard.decision_given": ("Có quyết định khen thưởng", "The decision on awards is given"),
    "Guard.dossiers_sent": ("Gửi tờ trình và hồ sơ khen thưởng", "Proposal and dossiers are sent"),
    "Guard.members": ("Cụm có từ hai đơn vị thành viên", "The cluster has two members or more"),
    "Guard.minutes_signed": ("Ký biên bản hội nghị và biên bản kiểm phiếu", "Minutes and tally are signed"),
    "Guard.objections_ruled": ("Trả lời hết giải trình, kiến nghị", "Every objection is ruled on"),
    "Guard.offices": ("Có cụm trưởng và cụm phó", "Chair and deputy chair are held"),
    "Guard.pact_signed": ("Các đơn vị ký giao ước thi đua", "All units sign the pact"),
    "Guard.poll_closed": ("Bỏ phiếu suy tôn và kiểm phiếu xong", "The nomination poll is closed and counted"),
    "Guard.self_scores": ("Các đơn vị nộp bảng tự chấm", "Every unit hands in its self-scores"),
    "Guard.standings_agreed": ("Cụm thống nhất bảng xếp hạng", "The cluster agrees on the standings"),
    "Guard.started": ("Đến ngày đầu tính số liệu", "The first day of the data has come"),
    "guard.appraised.open": (
        "Chưa ghi văn bản kết luận thẩm định. Thư ký của cụm trưởng ghi số, ngày biên bản thẩm định",
        "No document on the appraisal is recorded. The chair's secretary records its number and date",
    ),
    "guard.calendar.holds": ("Từ {first} đến {last}", "From {first} to {last}"),
    "guard.calendar.open": (
        "Chưa có ngày của bước {phases}. Thư ký của cụm trưởng ghi ngày trong trang Lịch",
        "The steps {phases} have no dates. The chair's secretary sets them on the calendar page",
    ),
    "guard.conference_opened.open": (
        "Chưa ghi văn bản triệu tập hội nghị. Thư ký của cụm trưởng ghi số, ngày khi hội nghị khai mạc",
        "The summons of the conference is not recorded. The chair's secretary records it when the conference opens",
    ),
    "guard.data_closed.holds": ("Số liệu tính đến hết ngày {day}", "Data count until {day}"),
    "guard.data_closed.open": (
        "Số liệu còn tính đến hết ngày {day}. Điều kiện tự đạt từ ngày hôm sau",
        "Data still count until {day}. The condition holds by itself from the next day on",
    ),
    "guard.decision_given.open": (
        "Chưa ghi quyết định khen thưởng. Thư ký của cụm trưởng hoặc cơ quan thường trực ghi số, ngày quyết định",
        "No decision is recorded. The chair's secretary or the standing body records its number and date",
    ),
    "guard.dossiers_sent.open": (
        "Chưa ghi tờ trình đề nghị khen thưởng. Thư ký của cụm trưởng ghi số, ngày tờ trình đã gửi",
        "No proposal is recorded. The chair's secretary records the number and date of the one that was sent",
    ),
    "guard.members.holds": ("Có {count} đơn vị: {units}", "{count} units: {units}"),
    "guard.members.open": (
        "Ngày {day} cụm có {count} đơn vị đang hoạt động, cần từ hai. Cơ quan thường trực quyết định thành viên của cụm",
        "On {day} the cluster has {count} living members and needs two. The standing body decides on its members",
    ),
    "guard.minutes_signed.open": (
        "Chưa ghi biên bản hội nghị. Thư ký của cụm trưởng ghi số, ngày biên bản đã ký",
        "No minutes are recorded. The chair's secretary records the number and date of the signed ones",
    ),
    "guard.objections_ruled.open": (
        "Chưa ghi văn bản trả lời giải trình, kiến nghị. Thư ký của cụm trưởng ghi số, ngày văn bản",
        "No ruling on objections is recorded. The chair's secretary records its number and date",
    ),
    "guard.offices.ceased": (
        (
            "Ngày {day} đơn vị giữ chức {kinds} không còn tồn tại: {units}. Cơ quan thường trực ghi đơn vị giữ chức "
            "từ ngày ấy"
        ),
        "On {day} the holder of {kinds} no longer exists: {units}. The standing body names who holds it from then on",
    ),
    "guard.offices.holds": ("Cụm trưởng {chair}, cụm phó {deputy}", "Chair {chair}, deputy chair {deputy}"),
    "guard.offices.vacant": (
        "Ngày {day} chưa có đơn vị giữ chức {kinds}. Cơ quan thường trực ghi đơn vị giữ chức",
        "On {day} nobody holds the office of {kinds}. The standing body names the unit",
    ),
    "guard.pact_signed.open": (
        "Chưa ghi bản giao ước đã ký. Thư ký của cụm trưởng ghi số, ngày bản giao ước có đủ chữ ký",
        "No signed pact is recorded. The chair's secretary records the number and date of the one signed by all",
    ),
    "guard.poll_closed.open": (
        "Chưa ghi biên bản kiểm phiếu. Thư ký của cụm trưởng ghi số, ngày biên bản",
        "No tally minutes are recorded. The chair's secretary records their number and date",
    ),
    "guard.self_scores.open": (
        "Chưa ghi văn bản cho thấy mọi đơn vị đã nộp bảng tự chấm. Thư ký của cụm trưởng ghi số, ngày văn bản",
        "No document shows that every unit handed in its self-scores. The chair's secretary records one",
    ),
    "guard.shown": ("Theo văn bản {number} ngày {date}", "By document {number} of {date}"),
    "guard.shown_with_note": (
        "Theo văn bản {number} ngày {date}: {note}",
        "By document {number} of {date}: {note}",
    ),
    "guard.standings_agreed.changed": (
        "Số liệu đã đổi sau khi thống nhất bản {version}. Thư ký của cụm trưởng chốt bản mới và ghi lại việc thống nhất",
        "Figures have changed since version {version} was agreed on. The chair's secretary freezes a new one for agreement",
    ),
    "guard.standings_agreed.frozen": (
        "Bản {version} đã chốt, chưa ghi việc thống nhất. Thư ký của cụm trưởng ghi số, ngày biên bản thống nhất điểm",
        "Version {version} is frozen, not agreed on. The chair's secretary records the minutes of the agreement",
    ),
    "guard.standings_agreed.holds": (
        "Cụm đã thống nhất bản {version} của bảng xếp hạng, theo {number} ngày {date}",
        "The cluster has agreed on version {version} of the standings, by {number} of {date}",
    ),
    "guard.standings_agreed.open": (
        "Chưa chốt bảng xếp hạng. Thư ký của cụm trưởng chốt bảng rồi ghi việc thống nhất",
        "The standings are not frozen. The chair's secretary freezes them and records the agreement",
    ),
    "guard.started.holds": ("Số liệu tính từ ngày {day}", "Data count from {day}"),
    "guard.started.open": (
        "Số liệu tính từ ngày {day}. Điều kiện tự đạt khi đến ngày ấy",
        "Data count from {day}. The condition holds by itself when that day comes",
    ),
}
