"""What every page says: its frame, its links, its promise."""

SENTENCES: dict[str, tuple[str, str]] = {
    "web.clock_set": ("Đồng hồ đặt ở {moment}", "Clock set to {moment}"),
    "web.illustrative": ("số liệu minh họa", "illustrative figures"),
    "web.lang": ("vi", "en"),
    "web.menu": ("Mục lục", "Contents"),
    "web.other_lang": ("en", "vi"),
    "web.other_language": ("English", "Tiếng Việt"),
    "web.phase_due": ("đến {day}", "until {day}"),
    "web.promise": ("Khách quan, chính xác.", "Objective, accurate."),
    "web.promise_ballots": (
        "Mỗi lá phiếu đều kín, và đều được đếm.",
        "Every ballot is secret, and every ballot is counted.",
    ),
    "web.promise_chain": (
        "Từ giao ước đầu năm đến bàn giao cuối năm, một chuỗi số liệu, không ai phải gõ lại lần thứ hai.",
        "From the pact in January to the handover in December, one record; nobody types a number twice.",
    ),
    "web.promise_points": ("Mỗi điểm số đều có lời giải thích.", "Every point is explained."),
    "web.promise_results": (
        "Mỗi kết quả đều tính lại được, ra đúng con số ấy.",
        "Every result can be computed again, to the same number.",
    ),
    "web.season": ("{cluster}, năm {year}", "{cluster}, {year}"),
    "web.sign_out": ("Đăng xuất", "Sign out"),
    "web.skip": ("Đến nội dung chính", "Skip to the content"),
    "web.skip_to_menu": ("Đến mục lục", "Skip to the contents list"),
    "web.step": ("Bước {number} trong {of}", "Step {number} of {of}"),
    "web.theme_dark": ("Nền tối", "Dark"),
    "web.theme_light": ("Nền sáng", "Light"),
    "web.wholly_illustrative": (
        "Kỳ thi đua này dựng để minh họa: số liệu, văn bản và tên người đều không có thật.",
        "This season is an illustration: its figures, documents and names of persons are invented.",
    ),
    "web.next_page": ("Trang sau", "Next page"),
    "web.page_of": (
        "Trang {number}/{of}, dòng {first}–{last} trong {total}",
        "Page {number} of {of}, lines {first}–{last} of {total}",
    ),
    "web.pages": ("Các trang", "Pages"),
    "web.previous_page": ("Trang trước", "Previous page"),
}
