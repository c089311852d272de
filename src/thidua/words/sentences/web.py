"""What every page says: its frame, its links, its refusals."""

SENTENCES: dict[str, tuple[str, str]] = {
    "web.home": ("Trang đầu", "Home"),
    "web.lang": ("vi", "en"),
    "web.skip": ("Đến nội dung chính", "Skip to the content"),
}
