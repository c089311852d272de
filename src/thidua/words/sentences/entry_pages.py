"""What stands on the grid in which a unit types its figures."""

SENTENCES: dict[str, tuple[str, str]] = {
    "menu.entry": ("Nhập số liệu", "Enter figures"),
    "entry.figure": ("Số liệu cả năm", "Figure of the year"),
    "entry.how": (
        "Mỗi ô tự lưu khi rời ô. Ghi “không giao” hoặc “không áp dụng” khi đúng như vậy; ô trống là chưa báo cáo",
        "Each cell is saved as you leave it. Write “không giao” or “không áp dụng” where it is so; empty is not reported",
    ),
    "entry.key_down": ("ô dưới", "next below"),
    "entry.key_escape": ("bỏ thay đổi", "undo typing"),
    "entry.key_fill": ("chép ô trên", "copy from above"),
    "entry.key_move": ("đi", "move"),
    "entry.key_paste": ("dán khối từ Excel", "paste a block"),
    "entry.key_refused": ("chưa ghi được, xem lý do", "refused, see why"),
    "entry.key_right": ("ô bên", "next cell"),
    "entry.key_undo": ("hoàn lại, làm lại", "undo, redo"),
    "entry.key_waiting": ("đang chờ lưu", "waits to be saved"),
    "entry.not_understood": (
        "Không đọc được nội dung gửi lên. Mở lại trang rồi nhập tiếp; những gì đã nhập vẫn còn trong máy",
        "What was sent cannot be read. Open the page again; what was typed is still on this machine",
    ),
    "entry.nothing_yet": ("Chưa có thay đổi", "No change yet"),
    "entry.offline": (
        "Mất kết nối: số đã nhập giữ trong máy, tự gửi khi có mạng",
        "No connection: what you typed is kept here and sent when it returns",
    ),
    "entry.points": ("Điểm", "Points"),
    "entry.provisional": ("tạm tính", "provisional"),
    "entry.recovered": ("Khôi phục {count} dòng chưa lưu, đang gửi", "{count} unsaved lines recovered, sending"),
    "entry.save": ("Lưu", "Save"),
    "entry.saved_at": ("Đã lưu lúc {time}", "Saved at {time}"),
    "entry.saved_some": ("Đã lưu {count} dòng, {refused} dòng chưa ghi được", "{count} lines saved, {refused} refused"),
    "entry.signed_out": (
        "Phiên đã hết: số đã nhập giữ trong máy. Đăng nhập lại ở thẻ khác rồi quay lại đây",
        "Signed out: what you typed is kept here. Sign in again in another tab and come back",
    ),
    "entry.title": ("Nhập số liệu {unit}", "Figures of {unit}"),
    "entry.understood": ("Hệ thống hiểu là", "Read as"),
    "entry.waiting": ("Đang lưu", "Saving"),
}
