"""The pages for what cannot be done."""

SENTENCES: dict[str, tuple[str, str]] = {
    "refusal.bad_request": ("Chưa nhận được yêu cầu này", "This request could not be taken"),
    "refusal.broken": ("Máy chủ gặp lỗi", "The server has failed"),
    "refusal.broken_how": (
        "Việc đồng chí vừa làm chưa được lưu. Thử lại sau ít phút; nếu vẫn vậy, báo cán bộ kỹ thuật, nêu rõ thời điểm",
        "What you just did was not saved. Try again in a few minutes; if it persists, tell the technician the time",
    ),
    "refusal.form_expired": ("Trang này mở đã lâu, cần mở lại", "This page is too old and must be opened again"),
    "refusal.form_expired_how": (
        "Để không ai gửi thay đồng chí, mỗi trang chỉ gửi được trong phiên đã mở nó. Quay lại trang trước, tải lại rồi gửi",
        "So that nobody can send in your name, a page can be sent only in the session that opened it. Go back, "
        "reload the page and send it again",
    ),
    "refusal.home": ("Về việc cần làm", "To my duties"),
    "refusal.mark": ("Mã {status}, lúc {moment}", "Code {status}, at {moment}"),
    "refusal.no_right": ("Đồng chí chưa được giao việc này", "This is not assigned to you"),
    "refusal.not_for_you": (
        "Trang này dành cho người được giao việc ở đây. Cần vào thì gặp thư ký của cụm",
        "This page is for those with a duty here. If you need it, see the cluster’s secretary",
    ),
    "refusal.nothing_lost": ("Chưa có gì được ghi, cũng không có gì bị mất", "Nothing was saved, and nothing was lost"),
    "refusal.own_matter": ("Việc của đơn vị mình thì người khác làm", "Matters of your own unit are for others"),
    "refusal.reference": ("Khi báo lỗi, đọc mã này:", "When you report it, give this code:"),
    "refusal.stranger": ("Không có trang này", "There is no such page"),
    "refusal.unreadable": (
        "Máy chủ không đọc được nội dung gửi lên. Quay lại trang trước, tải lại rồi gửi",
        "The server could not read what was sent. Go back, reload the page and send it again",
    ),
    "refusal.wrong_phase": ("Bước này chưa làm được việc đó", "This is not possible in the present phase"),
}
