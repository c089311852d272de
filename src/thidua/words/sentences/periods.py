"""The names of reporting periods and what is said of figures that are reported within the year."""

SENTENCES: dict[str, tuple[str, str]] = {
    "figures.not_together": (
        "Số liệu các kỳ của chỉ số {indicator} không gộp được theo cách “{way}”. Sửa số liệu của kỳ viết khác kiểu",
        "The periods of indicator {indicator} cannot be put together by “{way}”. Correct the period that is written otherwise",
    ),
    "figures.period_missing": (
        "Chỉ số {indicator} báo cáo theo {frequency}, không nhập một số cho cả năm. Chọn kỳ rồi nhập số của kỳ đó",
        "Indicator {indicator} is reported every {frequency}, not once for the year. Choose the period and type its figure",
    ),
    "figures.period_unwanted": (
        "Chỉ số {indicator} ở bước này chỉ có một số cho cả năm, không có số của kỳ “{found}”. Nhập số cả năm",
        "Indicator {indicator} has one figure for the year here, none for “{found}”. Type the figure of the year",
    ),
    "figures.rate_in_sum": (
        (
            "{found} là tỷ lệ không kèm số đếm nên không cộng được các kỳ của chỉ số {indicator}. Nhập tử số và "
            "mẫu số, ví dụ 343/359"
        ),
        (
            "{found} is a rate without counts, so the periods of indicator {indicator} cannot be added. Type "
            "numerator and denominator, such as 343/359"
        ),
    ),
    "figures.unit_outside_period": (
        "{unit} không còn hoạt động vào ngày {day}, cuối kỳ này. Số liệu do đơn vị kế tục báo cáo",
        "{unit} no longer exists on {day}, the end of this period. Its successor reports",
    ),
    "figures.unknown_period": (
        "Không có kỳ “{found}” trong kỳ thi đua này. Các kỳ của chỉ số {indicator}: {known}",
        "This season has no period “{found}”. The periods of indicator {indicator}: {known}",
    ),
    "Step.opened": ("đã mở để xem", "opened to be read"),
    "Verb.open_period": ("mở lại kỳ báo cáo cho đơn vị", "open a closed period for a unit"),
    "WindowState.ahead": ("chưa đến kỳ", "not begun"),
    "WindowState.closed": ("đã khóa", "closed"),
    "WindowState.late": ("quá hạn, vẫn nhận", "overdue, still taken"),
    "WindowState.open": ("đang nhận", "open"),
    "WindowState.reopened": ("được mở lại", "opened again"),
    "event.reporting.period.opened": (
        "Mở lại kỳ {period} cho {unit} đến hết ngày {date}",
        "Period {period} opened again for {unit} until {date}",
    ),
    "event.reporting.report.opened": (
        "Mở xem báo cáo tự chấm của {unit}, bản {version}",
        "Self-score report of {unit}, version {version}, opened to be read",
    ),
    "made_of.average": ("bình quân {count} kỳ: {parts}", "the mean of {count} periods: {parts}"),
    "made_of.cumulative": ("lũy kế đến {parts}", "running total up to {parts}"),
    "made_of.lacking": ("còn thiếu số liệu {periods}, chưa phải số cả năm", "not yet the year: {periods} lack"),
    "made_of.latest": ("số kỳ gần nhất: {parts}", "the figure of the last period: {parts}"),
    "made_of.part": ("{period} {figure}", "{period} {figure}"),
    "made_of.sum": ("cộng {count} kỳ: {parts}", "the sum of {count} periods: {parts}"),
    "mark.periods_lack": (
        "Điểm tạm tính: còn kỳ chưa có số liệu, điểm đổi theo từng kỳ báo cáo.",
        "Provisional: some periods are not reported yet, and the points move with each of them.",
    ),
    "period.cut_off": ("mốc {day}", "cut-off {day}"),
    "period.half": ("nửa năm thứ {number}/{year}", "half-year {number}/{year}"),
    "period.month": ("tháng {number}/{year}", "month {number}/{year}"),
    "period.quarter": ("quý {number}/{year}", "quarter {number}/{year}"),
    "period.short_h": ("6T{number}", "H{number}"),
    "period.short_m": ("T{number}", "M{number}"),
    "period.short_q": ("Q{number}", "Q{number}"),
    "period.year": ("cả năm", "the whole year"),
    "reporting.no_such_period": (
        "Kỳ thi đua này không có kỳ báo cáo ấy. Mở lại trang Tiến độ nộp và chọn kỳ trong bảng",
        "The season has no such period. Open the page of reports again and choose it in the table",
    ),
    "reporting.nothing_to_open": (
        "Đơn vị chưa nộp báo cáo, hoặc báo cáo đã có người mở xem. Mở lại trang",
        "The unit has submitted no report, or it was opened already. Open the page again",
    ),
    "reporting.opened_already": (
        "Báo cáo đã được mở xem ngày {day} nên không rút về được. Đề nghị thư ký của cụm trưởng trả lại",
        "The report was opened on {day} and can no more be recalled. Ask the chair's secretary to return it",
    ),
    "reporting.opening_in_the_past": (
        "Ngày kết thúc mở lại phải từ hôm nay ({day}) trở đi",
        "The last day of the opening must be today ({day}) or later",
    ),
    "reporting.period_ahead": (
        "Kỳ {period} chưa bắt đầu, nhận số liệu từ ngày {day}",
        "Period {period} has not begun; figures are taken from {day} on",
    ),
    "reporting.period_closed": (
        (
            "Kỳ {period} đã khóa sau ngày {day} theo quy chế của cụm. Thư ký của cụm trưởng (với cụm trưởng là thư ký "
            "của cụm phó) hoặc cơ quan thường trực mở lại được"
        ),
        (
            "Period {period} closed after {day}, as the cluster's regulations say. The chair's secretary (for the "
            "chair's own unit the deputy's) or the standing body can open it again"
        ),
    ),
    "reporting.period_open_still": (
        "Kỳ {period} chưa khóa nên đơn vị vẫn nhập được, không cần mở lại",
        "Period {period} has not closed: the unit can still report, nothing is to be opened",
    ),
}
