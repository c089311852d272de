"""What is wrong with evidence, what the ledger says of it, and its words."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Marking.open": ("không mật", "not secret"),
    "Marking.secret": ("mật", "secret"),
    "Marking.highly_secret": ("tối mật", "highly secret"),
    "Marking.top_secret": ("tuyệt mật", "top secret"),
    "Twice.two_criteria": ("Một thành tích, hai tiêu chí", "One achievement, two criteria"),
    "Twice.two_pieces": ("Nộp hai lần", "Filed twice"),
    "Twice.two_units": ("Hai đơn vị cùng nộp", "Filed by two units"),
    "Twice.two_years": ("Đã dùng ở năm khác", "Used in another year"),
    "Verb.file_evidence": ("nộp minh chứng", "file evidence"),
    "event.evidence.age.limited": (
        "Minh chứng phải có ngày từ {first} đến {last}, theo {document} ngày {date}",
        "Evidence must be dated from {first} to {last}, by {document} of {date}",
    ),
    "event.evidence.piece.cited": (
        "{unit} dẫn thêm minh chứng cho {indicator}",
        "{unit} cited evidence for {indicator} as well",
    ),
    "event.evidence.piece.filed": (
        "{unit} nộp minh chứng cho {indicators}: {title}, ngày {dated} {document}",
        "{unit} filed evidence for {indicators}: {title}, of {dated} {document}",
    ),
    "event.evidence.piece.uncited": (
        "{unit} thôi dẫn minh chứng cho {indicator}",
        "{unit} cites evidence for {indicator} no longer",
    ),
    "event.evidence.piece.withdrawn": ("{unit} rút minh chứng: {title}", "{unit} withdrew evidence: {title}"),
    "evidence.cited_already": (
        "Minh chứng này đã được dẫn cho “{indicator}”. Chọn tiêu chí khác",
        "This evidence is cited for “{indicator}” already. Choose another criterion",
    ),
    "evidence.dated_ahead": (
        "Ngày của minh chứng ({date}) sau hôm nay ({today}). Ghi ngày trên văn bản hoặc ngày chụp",
        "The evidence is dated {date}, after today ({today}). Write the day on the document, or of the photograph",
    ),
    "evidence.file_or_number": (
        "Chọn tệp hoặc chụp ảnh; nếu văn bản không được tải lên, ghi số văn bản",
        "Choose a file or take a photograph; where the document may not be uploaded, write its number",
    ),
    "evidence.no_such_indicator": (
        "Bảng tiêu chí không có mã “{indicator}”. Chọn lại trong danh sách",
        "The rulebook has no code “{indicator}”. Choose one of the list",
    ),
    "evidence.out_of_time": (
        "Minh chứng ngày {date} ngoài thời gian được tính: {first} đến {last}, theo {document}",
        "Evidence of {date} lies outside the time that counts: {first} to {last}, by {document}",
    ),
    "evidence.secret_file": (
        "Văn bản mật không được tải lên. Bỏ tệp, chỉ ghi số, cơ quan ban hành và nơi lưu",
        "A secret document may not be uploaded. Leave the file out; write its number, issuer and where it is kept",
    ),
    "evidence.withdrawn_already": (
        "Minh chứng này vừa được rút. Tải lại trang để xem",
        "This evidence has just been withdrawn. Load the page again",
    ),
}
