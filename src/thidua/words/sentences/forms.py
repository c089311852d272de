"""What every form says of its fields."""

SENTENCES: dict[str, tuple[str, str]] = {
    "forms.choose_file": ("Chọn tệp", "Choose a file"),
    "forms.choose": ("Chọn một mục trong danh sách", "Choose one from the list"),
    "forms.find": ("Tìm trong danh sách", "Find in the list"),
    "forms.find_none": ("Không mục nào có những chữ này", "Nothing in the list has these words"),
    "forms.chosen_of": ("đã chọn {chosen} trong {count}", "{chosen} of {count} chosen"),
    "forms.choose_some": ("Chọn ít nhất một mục", "Choose at least one"),
    "forms.fill_in": ("Ô này còn trống. Điền vào rồi gửi lại", "This is empty. Fill it in and send again"),
    "forms.no_file": ("Chưa chọn tệp nào", "No file chosen"),
    "forms.none_chosen": ("Chưa chọn", "None chosen"),
    "forms.not_offered": (
        "“{text}” không có trong danh sách này nữa. Chọn lại",
        "“{text}” is no longer in this list. Choose again",
    ),
    "forms.not_saved": ("Chưa ghi được, có {count} chỗ cần sửa:", "Not recorded, {count} to mend:"),
    "forms.optional": ("không bắt buộc", "optional"),
    "forms.tick": ("Đánh dấu vào ô này mới gửi được", "Tick this before sending"),
    "forms.too_long": (
        "Dài {length} chữ, nhiều nhất là {longest}. Viết gọn lại",
        "{length} characters long, {longest} at most. Shorten it",
    ),
}
