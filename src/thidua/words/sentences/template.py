"""What stands on the sheet that a unit fills in. (Vietnamese, English). Words of values are those that intake reads."""

SENTENCES: dict[str, tuple[str, str]] = {
    "template.title": ("Phiếu số liệu và tự chấm điểm – {season}", "Figures and self-score – {season}"),
    "template.unit": ("Đơn vị báo cáo: {unit}", "Reporting unit: {unit}"),
    "template.rulebook": (
        "Bảng tiêu chí: {title}, phiên bản {version}.",
        "Rulebook: {title}, version {version}.",
    ),
    "template.how": (
        "Chỉ điền các ô nền vàng; các ô khác do cụm ghi và đã được khóa. Ghi số như trong công văn: 1.234 · 8,5 · "
        "93,1% · 343/359 · 05/12/2024.",
        "Fill in the yellow cells only; the others are the cluster's and are locked. Write numbers as in official "
        "letters: 1.234 · 8,5 · 93,1% · 343/359 · 05/12/2024.",
    ),
    "template.states": (
        "Ghi “{not_assigned}” nếu đơn vị không được giao nhiệm vụ ấy, “{not_applicable}” nếu nhiệm vụ không áp dụng "
        "cho đơn vị. Ô để trống nghĩa là chưa báo cáo, không phải là 0; số 0 phải ghi 0.",
        "Write “{not_assigned}” where the unit was not given the task, “{not_applicable}” where the task does not "
        "apply to it. An empty cell means not reported, which is not 0; zero is written 0.",
    ),
    "template.left": ("Số ô chưa điền:", "Cells still empty:"),
    "template.off_paper": ("Từ cột này trở đi không in ra giấy.", "From this column on nothing is printed."),
    "template.heading": ("{name} ({points} điểm)", "{name} ({points} points)"),
    "template.criterion": ("{code}. {name} ({points} điểm)", "{code}. {name} ({points} points)"),
    "template.above": ("Điểm liệt và điểm cộng vào tổng", "Knock-outs and bonuses on the total"),
    "template.later_stages": ("đã thẩm định theo nguồn khác", "appraised on another source"),
    "template.passed": ("đạt", "pass"),
    "template.failed": ("không đạt", "fail"),
    "template.not_assigned": ("không giao", "not assigned"),
    "template.not_applicable": ("KAD", "not applicable"),
    "template.real": ("thực", "real"),
    "template.illustrative": ("minh họa", "illustrative"),
    "template.no_target": ("không giao chỉ tiêu", "no target"),
    "template.required": ("Phải có minh chứng cho mục này.", "This line needs evidence."),
    "template.input_title": ("Cách ghi", "What to write"),
    "template.error_title": ("Xem lại giá trị vừa ghi", "Please look again"),
    "template.or_states": ("{question} Hoặc ghi: {states}.", "{question} Or write: {states}."),
    "template.error": (
        "Giá trị vừa ghi chưa đọc được. {question} Hoặc ghi: {states}.",
        "This value cannot be read. {question} Or write: {states}.",
    ),
    "template.ask_count": (
        "Số nguyên từ 0 trở lên, ví dụ 1.234.",
        "A whole number from 0 up, such as 1.234.",
    ),
    "template.ask_money": ("Số tiền bằng đồng, ví dụ 1.250.000.", "An amount in đồng, such as 1.250.000."),
    "template.ask_decimal": ("Một số, ví dụ 12,5.", "A number, such as 12,5."),
    "template.ask_percent": ("Tỷ lệ có dấu %, ví dụ 93,1%.", "A percentage with its sign, such as 93,1%."),
    "template.ask_share": (
        "Hai số: phần đạt được/tổng số, ví dụ 343/359.",
        "Two numbers, the part and the whole, such as 343/359.",
    ),
    "template.ask_result_target": (
        "Hai số: kết quả/chỉ tiêu, ví dụ 662/338.",
        "Two numbers, the result and the target, such as 662/338.",
    ),
    "template.ask_of_units": (
        "Hai số: số đơn vị đạt/tổng số đơn vị, ví dụ 05/05.",
        "Two numbers, the units that made it and all of them, such as 05/05.",
    ),
    "template.ask_points": ("Số điểm tự chấm, ví dụ 8,5.", "The points, such as 8,5."),
    "template.ask_points_between": (
        "Số điểm tự chấm, từ {least} đến {most}, ví dụ 8,5.",
        "The points, from {least} to {most}, such as 8,5.",
    ),
    "template.ask_verdict": ("Chọn đạt hoặc không đạt.", "Choose pass or fail."),
    "template.ask_level": ("Chọn một mức: {levels}.", "Choose a level: {levels}."),
    "template.ask_day": (
        "Ngày dạng ngày/tháng/năm, ví dụ 05/12/2024.",
        "A day as day/month/year, such as 05/12/2024.",
    ),
    "template.guide": ("Hướng dẫn", "Guide"),
    "template.guide_rules": ("Cách tính điểm từng tiêu chí", "How each criterion is scored"),
    "template.guide_evidence": (
        "Minh chứng ghi số, ngày, tên văn bản và trang; không ghi họ tên hay thông tin của người bị điều tra, người "
        "nghiện và các đối tượng khác.",
        "Evidence: number, date, name of the document, and page. No names or data of suspects, drug users or other "
        "persons.",
    ),
    "template.guide_return": (
        "Điền xong, lưu tệp và gửi lại cụm trưởng đúng dạng Excel hoặc ODS; không đổi tiêu đề cột, không xóa cột Mã.",
        "When done, save the file and return it to the chair as Excel or ODS; keep the titles of columns and the "
        "codes.",
    ),
    "template.digest": ("Bảng tiêu chí {digest}", "Rulebook {digest}"),
    "template.made_by": ("Người lập biểu", "Prepared by"),
    "template.head": ("Thủ trưởng đơn vị", "Head of the unit"),
    "template.signed_on": ("Ngày … tháng … năm …", "Date …"),
}
