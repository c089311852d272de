"""Why a rule cannot judge a figure, and why an adjustment of the standing body cannot be applied."""

SENTENCES: dict[str, tuple[str, str]] = {
    "scoring.adjustment_not_foreseen": (
        (
            "Bảng điểm không cho phép cơ quan thường trực điều chỉnh điểm ({unit}: {points}). Bỏ điều chỉnh, hoặc "
            "ghi mức nhiều nhất ở mục total.authority_adjustment của bảng điểm"
        ),
        (
            "The rulebook does not foresee an adjustment by the standing body ({unit}: {points}). Leave it out, "
            "or give the most that it may be under total.authority_adjustment of the rulebook"
        ),
    ),
    "scoring.adjustment_too_large": (
        "Điều chỉnh {points} điểm cho {unit} vượt mức {most} mà bảng điểm cho phép. Kiểm tra lại số điểm và văn bản",
        (
            "The adjustment of {points} for {unit} exceeds the {most} that the rulebook allows. Check the points "
            "and document"
        ),
    ),
    "scoring.adjustment_without_document": (
        (
            "Điều chỉnh {points} điểm cho {unit} chưa có lý do hoặc số văn bản. Ghi đủ lý do (reason) và văn bản "
            "(document)"
        ),
        "The adjustment of {points} for {unit} lacks its reason or document. Write both (reason, document)",
    ),
    "scoring.figure_not_given": (
        (
            "{unit}: tiêu chí {criterion} cần thêm một số liệu (loại, mức, số tháng hoặc chỉ số thành phần) mà "
            "đơn vị ghi là không giao hoặc không áp dụng. Bổ sung số liệu đó, hoặc ghi cả tiêu chí là không giao"
        ),
        (
            "{unit}: criterion {criterion} needs another figure (a class, a level, months or a sub-index) that is "
            "marked as not assigned or not applicable. Add it, or mark the whole criterion as not assigned"
        ),
    ),
    "scoring.growth_from_zero": (
        (
            "{unit}: số gốc của chỉ số {indicator} bằng 0 nên không tính được tăng trưởng ở tiêu chí {criterion}. "
            "Kiểm tra số năm trước, hoặc ghi “không áp dụng” cho đơn vị này"
        ),
        (
            "{unit}: the base of the indicator {indicator} is 0, so growth cannot be computed in criterion "
            "{criterion}. Check last year's figure, or mark the unit “không áp dụng” (not applicable)"
        ),
    ),
    "scoring.no_band": (
        (
            "{unit}: số liệu của chỉ số {indicator} không thuộc bậc nào của tiêu chí {criterion}. Kiểm tra số "
            "liệu; nếu đúng, bảng điểm cần thêm bậc hoặc mục otherwise"
        ),
        (
            "{unit}: the figure of the indicator {indicator} lies in no band of criterion {criterion}. Check the "
            "figure; if it is right, the rulebook needs another band or an otherwise"
        ),
    ),
    "scoring.no_base": (
        "{unit}: chưa có số gốc để so sánh cho chỉ số {indicator} (tiêu chí {criterion}). Bổ sung số của năm trước",
        (
            "{unit}: the base figure of the indicator {indicator} (criterion {criterion}) is not there. Add last "
            "year's figure"
        ),
    ),
    "scoring.no_calendar": (
        "Bảng điểm có tính ngày làm việc nhưng kỳ thi đua chưa chọn lịch. Thêm dòng “calendar: vn” vào season.yaml",
        "The rulebook counts working days and the season names no calendar. Add “calendar: vn” to season.yaml",
    ),
    "scoring.no_target": (
        "{unit}: tiêu chí {criterion} cần chỉ tiêu của chỉ số {indicator} nhưng chưa có. Bổ sung vào bảng chỉ tiêu",
        (
            "{unit}: criterion {criterion} needs a target of the indicator {indicator} and there is none. Add it "
            "to the targets"
        ),
    ),
    "scoring.beyond_months": (
        (
            "{unit}: điểm chấm ở tiêu chí {criterion} cao hơn phần điểm tối đa ứng với số tháng được giao. Kiểm tra lại "
            "điểm và số tháng đã nhập"
        ),
        (
            "{unit}: the points entered in criterion {criterion} are more than its part for the months of the task. Check "
            "the points and the months entered"
        ),
    ),
    "scoring.outside_bounds": (
        "{unit}: điểm chấm ở tiêu chí {criterion} nằm ngoài khoảng cho phép. Kiểm tra lại điểm đã nhập",
        "{unit}: the points entered in criterion {criterion} lie outside what it allows. Check what was entered",
    ),
    "scoring.rate_has_no_counts": (
        (
            "{unit}: chỉ số {indicator} chỉ báo cáo tỷ lệ, không có hai số đếm, nên không gộp được ở tiêu chí "
            "{criterion}. Báo cáo cả hai số, ví dụ 343/359"
        ),
        (
            "{unit}: the indicator {indicator} was reported as a bare rate, which cannot be added up in criterion "
            "{criterion}. Report both counts, such as 343/359"
        ),
    ),
    "scoring.too_many_months": (
        "{unit}: số tháng ghi cho tiêu chí {criterion} lớn hơn 12. Kiểm tra lại số tháng",
        "{unit}: criterion {criterion} was given more than 12 months. Check the number of months",
    ),
    "scoring.zero_population": (
        "{unit}: dân số bằng 0 nên không tính được số trên đầu người ở tiêu chí {criterion}. Kiểm tra số dân đã nhập",
        (
            "{unit}: the population is 0, so criterion {criterion} cannot be worked out per head. Check the "
            "population entered"
        ),
    ),
    "scoring.zero_target": (
        (
            "{unit}: chỉ tiêu của chỉ số {indicator} bằng 0 nên không chấm được tiêu chí {criterion}. Kiểm tra "
            "chỉ tiêu; nếu đúng là 0, bảng điểm phải ghi rõ nghĩa của chỉ tiêu 0 (zero_target)"
        ),
        (
            "{unit}: the target of the indicator {indicator} is 0, so criterion {criterion} cannot be scored. "
            "Check it; if it is right, the rulebook must say what a target of 0 means (zero_target)"
        ),
    ),
}
