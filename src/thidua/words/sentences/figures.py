"""What intake asks and refuses about figures, targets and the season folder, each at its cell or path."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Post.chair": ("cụm trưởng", "chair"),
    "Post.deputy": ("cụm phó", "deputy chair"),
    "figures.code_missing": (
        "Dòng này có số liệu nhưng chưa ghi mã chỉ số. Ghi mã, hoặc xóa số nếu đây là dòng tiêu đề hay dòng tổng",
        (
            "This line has figures and no indicator code. Write the code, or clear the figures if it is a heading "
            "or a total"
        ),
    ),
    "figures.code_of_a_criterion": (
        "“{found}” là mã tiêu chí; số liệu của tiêu chí này ghi theo mã chỉ số “{indicator}”",
        "“{found}” is the code of a criterion; its figures are reported under the indicator “{indicator}”",
    ),
    "figures.code_of_a_group": (
        (
            "“{found}” là nhóm tiêu chí ({name}), không nhận số liệu. Ghi số liệu ở các chỉ số của nhóm và để "
            "trống dòng này"
        ),
        (
            "“{found}” is a group of criteria ({name}) and takes no figures. Report its indicators and leave this "
            "line empty"
        ),
    ),
    "figures.date_in_number": (
        (
            "Ô chứa ngày {day} trong khi chỉ số {indicator} là số. Bảng tính có thể đã tự đổi số vừa gõ (như "
            "05/05) thành ngày: định dạng ô là văn bản rồi gõ lại"
        ),
        (
            "The cell holds the date {day}, and the indicator {indicator} is a number. The spreadsheet may have "
            "turned what was typed (such as 05/05) into a date: format the cell as text and type it again"
        ),
    ),
    "figures.day_outside_data": (
        "Ngày {day} nằm ngoài thời gian lấy số liệu của kỳ thi đua (từ {start}). Kiểm tra lại ngày",
        "The day {day} lies outside the season's time of figures (from {start}). Check the day",
    ),
    "figures.evidence_missing": (
        (
            "{unit}: chỉ số {indicator} cần minh chứng nhưng cột Minh chứng đang trống. Ghi số, ngày văn bản hoặc "
            "nơi lưu"
        ),
        (
            "{unit}: the indicator {indicator} needs evidence and none is given. Write the document's number, "
            "date or place"
        ),
    ),
    "figures.file_outside": (
        "“{found}” nằm ngoài thư mục của kỳ thi đua. Chép tệp vào cùng thư mục với season.yaml rồi ghi tên tệp",
        "“{found}” lies outside the season's folder. Copy the file beside season.yaml and write its name",
    ),
    "figures.fraction_beside_percent": (
        "{small} hay {large}? Cùng cột này, ô {other} ghi {beside}. Gõ lại số ở đây kèm dấu %",
        "{small} or {large}? In the same column {other} reads {beside}. Type the number here again with its % sign",
    ),
    "figures.fraction_or_percent": (
        "{small} hay {large}? Gõ lại số kèm dấu % để chỉ còn một cách hiểu",
        "{small} or {large}? Type the number with its % sign, so that one reading remains",
    ),
    "figures.not_a_verdict": (
        "“{found}” không phải kết luận đạt hay không đạt. Ghi “đạt” hoặc “không đạt”, để trống nếu chưa đánh giá",
        "“{found}” is neither pass nor fail. Write “đạt” or “không đạt”, leave the cell empty if not yet judged",
    ),
    "figures.parts_do_not_add_up": (
        (
            "Chỉ số {indicator}: số của các đơn vị cộng lại là {parts}, khác số của cả cụm là {whole}. Kiểm tra "
            "lại từng số"
        ),
        (
            "Indicator {indicator}: the units' figures add up to {parts}, not to the cluster's {whole}. Check "
            "each of them"
        ),
    ),
    "figures.percent_unwanted": (
        "“{found}” có dấu %, trong khi chỉ số {indicator} không phải tỷ lệ. Bỏ dấu % hoặc kiểm tra lại mã chỉ số",
        "“{found}” carries a % sign, and the indicator {indicator} is no percentage. Leave it out or check the code",
    ),
    "figures.points_out_of_range": (
        (
            "{points} điểm nằm ngoài khoảng từ {least} đến {most} của tiêu chí {criterion}. Nhập lại điểm trong "
            "khoảng này"
        ),
        "{points} points lie outside {least} to {most} of criterion {criterion}. Enter points within these bounds",
    ),
    "figures.post_held_twice": (
        "Hai đơn vị cùng giữ một chức vụ của cụm ({post}); {unit} đã giữ. Mỗi chức vụ chỉ ghi một đơn vị",
        "Two units hold the same post of the cluster ({post}); {unit} has it already. Name one unit for a post",
    ),
    "figures.rulebook_not_valid": (
        (
            "Bảng điểm {rulebook} không có hiệu lực vào ngày {day} (hiệu lực từ {start}). Chọn đúng bảng điểm "
            "hoặc sửa ngày"
        ),
        (
            "The rulebook {rulebook} is not valid on {day} (valid from {start}). Choose the right rulebook or "
            "correct the day"
        ),
    ),
    "figures.spoken_twice": (
        "Đơn vị {found} đứng hai lần trong thứ tự trình bày. Giữ một lần",
        "The unit {found} stands twice in the order of speaking. Keep it once",
    ),
    "figures.statement_twice": (
        "Hai câu kết luận cùng mã {found}. Đặt cho mỗi câu một mã riêng",
        "Two statements have the code {found}. Give each a code of its own",
    ),
    "figures.milestone_outside_data": (
        "Ngày {day} nằm ngoài thời gian tính của kỳ, bắt đầu từ {start}. Sửa ngày của mốc",
        "{day} lies outside the time that the season counts, which begins on {start}. Correct the milestone's day",
    ),
    "figures.milestone_twice": (
        "Mốc ngày {day} của {unit}, chỉ số {indicator}, ghi hai lần; lần đầu ở {first}. Giữ một ô",
        "The milestone of {indicator} for {unit} on {day} is given twice, first at {first}. Keep one cell",
    ),
    "figures.target_above_whole": (
        "{indicator} là tỷ lệ của một tổng thể nên chỉ tiêu không thể là {found}, quá 100%. Sửa lại chỉ tiêu",
        "{indicator} is a share of a whole, so its target cannot be {found}, above 100%. Correct the target",
    ),
    "figures.target_below_zero": (
        "{indicator} không thể âm nên chỉ tiêu không thể là {found}. Sửa lại chỉ tiêu",
        "{indicator} cannot be negative, so its target cannot be {found}. Correct the target",
    ),
    "figures.task_not_assigned": (
        (
            "{unit} có số liệu của chỉ số {indicator} nhưng bảng chỉ tiêu ghi không giao việc này; số liệu ấy không "
            "được chấm"
        ),
        "{unit} reported the indicator {indicator}, but its target says that the task is not assigned; it is not scored",
    ),
    "figures.target_expressly_none": (
        (
            "{unit} được ghi là không giao chỉ tiêu {indicator}, nhưng cách chấm cần chỉ tiêu. Ghi chỉ tiêu, hoặc "
            "ghi “không giao” nếu đơn vị không được giao việc này"
        ),
        (
            "{unit} was expressly given no target of {indicator}, and the rule needs one. Write the target, or "
            "“không giao” (not assigned) where the unit has no such task"
        ),
    ),
    "figures.target_missing": (
        (
            "{unit} có số liệu của chỉ số {indicator} nhưng bảng chỉ tiêu không có dòng nào. Thêm chỉ tiêu, hoặc "
            "ghi “không giao chỉ tiêu”"
        ),
        (
            "{unit} reported the indicator {indicator} and no line of the targets is about it. Add the target, or "
            "write “không giao chỉ tiêu” (no target given)"
        ),
    ),
    "figures.target_not_in_force": (
        (
            "Chỉ tiêu {indicator} của {unit} chưa có hiệu lực vào ngày {day}. Kiểm tra cột Từ ngày, hoặc mục "
            "as_of của kỳ"
        ),
        "The target of {indicator} for {unit} is not in force on {day}. Check its first day, or the season's as_of",
    ),
    "figures.target_twice": (
        "Chỉ tiêu {indicator} của {unit} ghi hai lần cho cùng một ngày; lần đầu ở {first}. Giữ một dòng",
        "The target of {indicator} for {unit} is given twice from the same day, first at {first}. Keep one line",
    ),
    "figures.target_unwanted": (
        "Chỉ số {indicator} không phải là số nên không có chỉ tiêu bằng số. Xóa dòng này hoặc kiểm tra lại mã",
        "The indicator {indicator} is not a number and has no target. Remove the line or check the code",
    ),
    "figures.threshold_and_target": (
        "Câu kết luận so với chỉ tiêu nên không ghi ngưỡng (threshold). Bỏ một trong hai",
        "The statement compares with targets, so it has no threshold. Leave one of the two out",
    ),
    "figures.twice": (
        "Chỉ số {indicator} của {unit} ghi hai lần ở cùng một cột; lần đầu ở {first}. Giữ một số",
        "The indicator {indicator} of {unit} is given twice in one column, first at {first}. Keep one figure",
    ),
    "figures.unit_listed_twice": (
        "“{found}” là tên của hai đơn vị. Đặt mã, tên và tên ngắn khác nhau cho từng đơn vị",
        "“{found}” names two units. Give each unit a code, name and short name of its own",
    ),
    "figures.unit_missing": (
        "Dòng này chưa ghi đơn vị, và tên trang tính “{sheet}” không phải tên đơn vị. Ghi đơn vị vào cột Đơn vị",
        "The line names no unit, and the sheet's name “{sheet}” is none. Write the unit in its column",
    ),
    "figures.unit_not_existing": (
        "{unit} không tồn tại vào ngày {day}. Kiểm tra ngày của số liệu, hoặc thời gian hiệu lực của đơn vị",
        "{unit} does not exist on {day}. Check the figure's day, or the time for which the unit is valid",
    ),
    "figures.unit_outside_data": (
        (
            "{unit} không tồn tại trong thời gian lấy số liệu (từ {start}). Kiểm tra đơn vị, hoặc thời gian hiệu "
            "lực của nó"
        ),
        "{unit} does not exist in the season's time of figures (from {start}). Check the unit, or when it is valid",
    ),
    "figures.unknown_indicator": (
        "Không có chỉ số nào mã “{found}” trong bảng điểm. Kiểm tra lại mã",
        "The rulebook has no indicator with the code “{found}”. Check the code",
    ),
    "figures.unknown_indicator_near": (
        "Không có chỉ số nào mã “{found}” trong bảng điểm. Có phải là “{near}”?",
        "The rulebook has no indicator with the code “{found}”. Is “{near}” meant?",
    ),
    "figures.unknown_level": (
        "“{found}” không phải một mức của chỉ số {indicator}. Các mức: {levels}",
        "“{found}” is no level of the indicator {indicator}. Its levels: {levels}",
    ),
    "figures.unknown_nature": (
        "“{found}” không phải tính chất của số liệu. Ghi “thực” hoặc “minh họa”",
        "“{found}” does not say what sort of figure it is. Write “thực” (real) or “minh họa” (illustrative)",
    ),
    "figures.unknown_place_in_wording": (
        "Câu chữ có chỗ điền lạ là {found}. Các chỗ điền dùng được: {known}",
        "The wording has an unknown place to fill, {found}. Places that can be used: {known}",
    ),
    "figures.unknown_unit": (
        "Không có đơn vị nào tên “{found}” trong kỳ thi đua. Các đơn vị: {known}",
        "The season has no unit called “{found}”. Its units: {known}",
    ),
    "figures.unknown_unit_near": (
        "Không có đơn vị nào tên “{found}” trong kỳ thi đua. Có phải là “{near}”? Các đơn vị: {known}",
        "The season has no unit called “{found}”. Is “{near}” meant? Its units: {known}",
    ),
    "figures.verdict_in_number": (
        "“{found}” là kết luận, trong khi chỉ số {indicator} là số. Nhập số, hoặc kiểm tra lại mã chỉ số",
        "“{found}” is a verdict, and the indicator {indicator} is a number. Enter the number, or check the code",
    ),
    "figures.whole_without_counts": (
        "Số của cả cụm “{found}” phải viết bằng hai số đếm có dấu gạch chéo, ví dụ 2.662/1438",
        "The cluster's figure “{found}” must be two counts with a stroke, such as 2.662/1438",
    ),
    "figures.whole_without_parts": (
        (
            "Chỉ số {indicator} có số của cả cụm là {whole} nhưng chưa đủ số của từng đơn vị. Bổ sung, ghi bằng "
            "hai số đếm"
        ),
        "The indicator {indicator} has the cluster's {whole}, and some unit's part is missing. Add it, as two counts",
    ),
    "figures.wording_brace": (
        "Câu chữ có dấu ngoặc nhọn không khép. Chỗ điền viết {{list}}; ngoặc nhọn thường thì viết hai lần",
        "The wording has a brace that does not close. A place to fill is written {{list}}; a plain brace is doubled",
    ),
    "figures.zero_target": (
        (
            "Chỉ tiêu của chỉ số {indicator} bằng 0 mà cách chấm không cho phép. Kiểm tra lại; nếu đúng là 0, "
            "bảng điểm phải ghi rõ nghĩa của chỉ tiêu 0 (zero_target)"
        ),
        (
            "The target of the indicator {indicator} is 0, which the rule refuses. Check it; if it is right, the "
            "rulebook must say what a target of 0 means (zero_target)"
        ),
    ),
}
