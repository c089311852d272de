"""What is wrong with an attached file, and how it is mended."""

SENTENCES: dict[str, tuple[str, str]] = {
    "attachments.active": (
        "Tệp “{file}” có nội dung tự chạy (tập lệnh, tệp nhúng), nên không được lưu. In lại ra PDF rồi nộp bản ấy",
        "File “{file}” has contents that run by themselves (scripts, embedded files) and is not kept. Print it to PDF "
        "and attach that",
    ),
    "attachments.archive": (
        "Tệp “{file}” là tệp nén. Giải nén và đính kèm từng tệp bên trong",
        "File “{file}” is an archive. Unpack it and attach the files inside one by one",
    ),
    "attachments.damaged": (
        "Tệp “{file}” bị hỏng hoặc chưa tải lên hết. Mở thử trên máy; nếu mở được thì lưu lại và nộp lại",
        "File “{file}” is damaged or was not sent whole. Open it on your machine; if it opens, save it again and send "
        "it again",
    ),
    "attachments.disguised": (
        "Tệp “{file}” ghi đuôi “{ending}” nhưng nội dung là {found}. Đổi lại đúng đuôi .{found}, hoặc chọn đúng tệp",
        "File “{file}” ends with “{ending}” but its content is {found}. Give it the ending .{found}, or choose the "
        "right file",
    ),
    "attachments.empty": (
        "Tệp “{file}” rỗng. Chọn lại tệp",
        "File “{file}” is empty. Choose the file again",
    ),
    "attachments.infected": (
        "Bộ quét vi-rút tìm thấy “{found}” trong tệp “{file}”, nên tệp không được lưu. Báo cho cán bộ kỹ thuật",
        "The virus scanner found “{found}” in file “{file}”; it is not kept. Tell the technician",
    ),
    "attachments.macros": (
        "Tệp “{file}” có chứa macro, nên không được lưu. Lưu lại dưới dạng không có macro (docx, xlsx) hoặc PDF",
        "File “{file}” carries macros and is not kept. Save it without macros (docx, xlsx) or as PDF",
    ),
    "attachments.old_office": (
        "Tệp “{file}” ở dạng Office cũ (doc, xls, ppt). Lưu lại dạng docx, xlsx, pptx hoặc PDF",
        "File “{file}” is of the old Office kind (doc, xls, ppt). Save it as docx, xlsx, pptx or PDF",
    ),
    "attachments.password": (
        "Tệp “{file}” đặt mật khẩu nên không ai đọc được. Bỏ mật khẩu rồi nộp lại",
        "File “{file}” is locked by a password, so nobody could read it. Take the password off and send it again",
    ),
    "attachments.scanner_unreached": (
        (
            "Bộ quét vi-rút không trả lời nên tệp “{file}” chưa được lưu. Thử lại sau ít phút; nếu vẫn vậy, báo cán bộ "
            "kỹ thuật"
        ),
        (
            "The virus scanner does not answer, so file “{file}” was not kept. Try again in some minutes; if it stays "
            "so, tell the technician"
        ),
    ),
    "attachments.too_large": (
        "Tệp “{file}” nặng {size} MB, quá mức {most} MB. Quét ở độ phân giải thấp hơn hoặc chia thành nhiều tệp",
        "File “{file}” has {size} MB, more than the {most} MB allowed. Scan it at a lower resolution or split it",
    ),
    "attachments.unknown": (
        "Tệp “{file}” không thuộc loại được lưu: PDF, ảnh JPEG, PNG, Word, Excel, PowerPoint, ODT, ODS, văn bản thuần",
        "File “{file}” is not of a kind that is kept: PDF, JPEG, PNG, Word, Excel, PowerPoint, ODT, ODS, plain text",
    ),
    "attachments.zip_bomb": (
        "Tệp “{file}” bung ra quá lớn so với dung lượng của nó, nên không được mở. Kiểm tra lại nguồn của tệp",
        "File “{file}” would unpack to far more than its size and was not opened. Check where it comes from",
    ),
}
