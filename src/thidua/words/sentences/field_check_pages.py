"""What the page says of the sample that is looked at on the spot, and of what was found there."""

SENTENCES: dict[str, tuple[str, str]] = {
    "menu.field_checks": ("Kiểm tra thực tế", "Checks on the spot"),
    "field_checks.drawn": (
        "Mẫu lần {version}, bốc theo chữ “{word}”: mỗi đơn vị {count} tiêu chí",
        "Sample {version}, drawn by the word “{word}”: {count} criteria of each unit",
    ),
    "field_checks.drawn_large": (
        "; tiêu chí từ {points} điểm trở lên luôn kiểm tra",
        "; criteria of {points} points and more are always looked at",
    ),
    "field_checks.again": (
        "Ai có chữ này cũng bốc lại được đúng mẫu ấy",
        "Anybody with this word can draw the very same sample",
    ),
    "field_checks.none": (
        "Chưa bốc mẫu kiểm tra thực tế. Người điều hành kỳ bốc mẫu trước mặt các đơn vị",
        "No sample is drawn yet. Whoever runs the season draws it in the sight of the units",
    ),
    "field_checks.plan": ("Mẫu kiểm tra", "The sample"),
    "field_checks.record": ("Kết quả kiểm tra tại chỗ", "What was found on the spot"),
    "field_checks.cause": ("Vì sao chọn", "Why it is there"),
    "field_checks.criterion": ("Tiêu chí", "Criterion"),
    "field_checks.result": ("Kết quả", "Result"),
    "field_checks.not_yet": ("chưa kiểm tra", "not looked at yet"),
    "field_checks.checked_on": ("Ngày kiểm tra", "Day of the check"),
    "field_checks.place": ("Nơi kiểm tra", "Place"),
    "field_checks.text": ("Thấy gì", "What was found"),
    "field_checks.check_title": ("Ghi kết quả kiểm tra", "Record a check"),
    "field_checks.check": ("Ghi kết quả", "Record"),
    "field_checks.draw_title": ("Bốc mẫu kiểm tra", "Draw a sample"),
    "field_checks.draw": ("Bốc mẫu", "Draw"),
    "field_checks.of_each": ("Số tiêu chí của mỗi đơn vị", "Criteria of each unit"),
    "field_checks.always_from": ("Luôn kiểm tra từ số điểm", "Always look from so many points"),
    "field_checks.always_from_hint": ("để trống nếu chỉ bốc thăm", "leave empty to draw lots only"),
    "field_checks.done_draw": ("Đã bốc mẫu kiểm tra thực tế", "The sample is drawn"),
    "field_checks.done_check": ("Đã ghi kết quả kiểm tra", "The check is recorded"),
}
