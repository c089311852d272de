"""The phases of a season."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Phase.preparing": ("Chuẩn bị", "Preparing"),
    "Phase.signed": ("Ký giao ước", "Signed"),
    "Phase.running": ("Thi đua", "Running"),
    "Phase.reporting": ("Nộp số liệu", "Reporting"),
    "Phase.appraising": ("Thẩm định", "Appraising"),
    "Phase.agreed": ("Thống nhất điểm", "Agreed"),
    "Phase.deliberating": ("Bình xét", "Deliberating"),
    "Phase.concluded": ("Tổng kết", "Concluded"),
    "Phase.proposing": ("Đề nghị khen thưởng", "Proposing"),
    "Phase.closed": ("Kết thúc", "Closed"),
}
