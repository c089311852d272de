"""Why a stored result cannot be replayed."""

SENTENCES: dict[str, tuple[str, str]] = {
    "replay.incomplete": (
        "Tệp kết quả thiếu phần: {keys}. Dùng lại đúng tệp mà lệnh thidua score đã ghi ra",
        "The result file lacks: {keys}. Use the very file that thidua score wrote",
    ),
    "replay.not_a_result": (
        "Đây không phải tệp kết quả (thấy “{found}”, cần “{wanted}”). Chọn tệp standings.json do thidua score ghi ra",
        (
            "This is no result file (found “{found}”, wanted “{wanted}”). Choose the standings.json that thidua "
            "score wrote"
        ),
    ),
}
