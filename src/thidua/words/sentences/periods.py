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
}
