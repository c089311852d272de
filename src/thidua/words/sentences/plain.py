"""What the reader of documents (rulebook, season, golden cases) refuses, each at its path."""

SENTENCES: dict[str, tuple[str, str]] = {
    "plain.binary_fraction": (
        "{found} đã bị đổi thành số nhị phân nên có thể mất chữ số. Ghi số trong ngoặc kép, ví dụ “8,5”",
        "{found} has been turned into a binary fraction and may have lost digits. Put the number in quotes, as “8,5”",
    ),
    "plain.empty_list": ("Danh sách đang trống. Ghi ít nhất một mục", "The list is empty. Write at least one entry"),
    "plain.empty_text": (
        "Mục này đang trống. Ghi nội dung, hoặc bỏ hẳn mục nếu không cần",
        "This entry is empty. Write its text, or leave the entry out if it is not needed",
    ),
    "plain.missing_key": (
        "Thiếu mục “{key}”. Thêm mục này vào đúng chỗ đó",
        "The entry “{key}” is missing. Add it at this place",
    ),
    "plain.not_a_flag": (
        "“{found}” không phải câu trả lời có hoặc không. Ghi true (có) hoặc false (không)",
        "“{found}” is neither yes nor no. Write true or false",
    ),
    "plain.not_a_list": (
        "Ở đây cần một danh sách, mỗi mục một dòng bắt đầu bằng dấu gạch ngang",
        "A list is needed here, one entry a line, each line beginning with a dash",
    ),
    "plain.not_a_mapping": (
        "Ở đây cần một nhóm mục dạng “tên: nội dung”, gồm các tên: {keys}",
        "Entries of the form “name: value” are needed here, with the names: {keys}",
    ),
    "plain.not_a_text": (
        "Ở đây cần một giá trị viết trên một dòng, không phải danh sách hay nhóm mục",
        "One value on one line is needed here, not a list or a group of entries",
    ),
    "plain.percent_unwanted": (
        "“{found}” là tỷ lệ phần trăm, trong khi ở đây cần một số. Bỏ dấu % nếu đúng là số đó",
        "“{found}” is a percentage where a number is needed. Leave the % sign out if that is the number",
    ),
    "plain.unknown_choice": (
        "Không có lựa chọn “{found}”. Chọn một trong: {choices}. Gần giống nhất là “{near}”",
        "There is no choice “{found}”. Choose one of: {choices}. The nearest is “{near}”",
    ),
    "plain.unknown_key": (
        "Không có mục nào tên “{key}” ở đây. Các tên dùng được: {keys}",
        "No entry is called “{key}” here. Names that can be used: {keys}",
    ),
    "plain.unknown_key_near": (
        "Không có mục nào tên “{key}” ở đây. Có phải là “{near}”? Các tên dùng được: {keys}",
        "No entry is called “{key}” here. Is “{near}” meant? Names that can be used: {keys}",
    ),
}
