"""What is said about remarks at a cell: on pages, on desks, in the ledger, and why they are refused."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Act.answered": ("trả lời", "answered"),
    "Act.asked": ("hỏi", "asked"),
    "Act.closed": ("kết thúc trao đổi", "closed the exchange"),
    "Act.explained": ("giải trình", "commented"),
    "Side.review": ("bên kiểm tra", "those who check"),
    "Side.unit": ("đơn vị", "the unit"),
    "Verb.remark": ("trao đổi về số liệu", "remark on figures"),
    "event.remarks.figure.explained": (
        "{unit} giải trình số liệu {indicator}: {text}",
        "{unit} commented on the figure {indicator}: {text}",
    ),
    "event.remarks.remark.answered": (
        "Trả lời về số liệu {indicator} của {unit}: {text}",
        "Answered about the figure {indicator} of {unit}: {text}",
    ),
    "event.remarks.remark.asked": (
        "Hỏi về số liệu {indicator} của {unit}: {text}",
        "Asked about the figure {indicator} of {unit}: {text}",
    ),
    "event.remarks.remark.closed": (
        "Kết thúc trao đổi về số liệu {indicator} của {unit}",
        "Closed the exchange about the figure {indicator} of {unit}",
    ),
    "record.remarks.remark": ("ý kiến trao đổi", "remark"),
    "remarks.answer": ("Trả lời", "Answer"),
    "remarks.answer_label": ("Câu trả lời", "Your answer"),
    "remarks.ask": ("Gửi câu hỏi", "Send the question"),
    "remarks.ask_label": ("Câu hỏi về số liệu này", "A question about this figure"),
    "remarks.close": ("Kết thúc trao đổi", "Close the exchange"),
    "remarks.closed": ("đã kết thúc", "closed"),
    "remarks.closed_already": (
        "Trao đổi này đã kết thúc. Nếu còn điều cần hỏi, gửi câu hỏi mới",
        "This exchange is closed. If something is left to ask, send a new question",
    ),
    "remarks.comment": ("Giải trình của đơn vị", "The unit's comment"),
    "remarks.comment_label": ("Giải trình số liệu này", "Comment on this figure"),
    "remarks.comment_outdated": ("viết khi ô ghi {figure}", "written when the cell said {figure}"),
    "remarks.comment_save": ("Lưu giải trình", "Save the comment"),
    "remarks.doubts": ("Cần giải trình", "A comment is asked for"),
    "remarks.done_answer": ("Đã gửi câu trả lời", "The answer is sent"),
    "remarks.done_ask": ("Đã gửi câu hỏi", "The question is sent"),
    "remarks.done_close": ("Đã kết thúc trao đổi", "The exchange is closed"),
    "remarks.done_explain": ("Đã lưu giải trình", "The comment is saved"),
    "remarks.lacking": ("chưa giải trình", "no comment yet"),
    "remarks.none": ("Chưa có trao đổi nào về số liệu này", "Nothing was said about this figure yet"),
    "remarks.only_who_asked_closes": (
        "Bên hỏi kết thúc trao đổi khi đã rõ. Trả lời, rồi chờ bên hỏi kết thúc",
        "Who asked closes the exchange once it is clear. Answer, and let them close it",
    ),
    "remarks.open_column": ("Câu hỏi mở", "Open questions"),
    "remarks.read": ("Đọc trả lời", "Read the answer"),
    "remarks.reason": ("Lý do cần giải trình", "Why a comment is asked for"),
    "remarks.sheet": ("Trao đổi và giải trình", "Questions and comments"),
    "remarks.title": ("Trao đổi về ô này", "About this cell"),
    "remarks.to_answer": ("Trả lời về số liệu {indicator}: {text}", "Answer about the figure {indicator}: {text}"),
    "remarks.to_read": (
        "Đọc trả lời về số liệu {indicator}: {text}",
        "Read the answer about the figure {indicator}: {text}",
    ),
    "remarks.waits_for": ("chờ {side} trả lời", "waits for {side}"),
    "reporting.no_figure_to_comment": (
        "Ô này chưa có số liệu nên chưa có gì để giải trình. Nhập số liệu trước",
        "Nothing stands in this cell yet, so there is nothing to comment on. Enter the figure first",
    ),
    "reporting.uncommented": (
        ("{count} số liệu cần giải trình trước khi nộp: {indicators}. Mở từng ô, sửa số hoặc ghi giải trình"),
        (
            "{count} figures ask for a comment before the report is submitted: {indicators}. Open each cell, mend the "
            "figure or comment on it"
        ),
    ),
}
