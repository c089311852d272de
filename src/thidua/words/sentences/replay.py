"""What a replay of a stored result says: nothing changed, what did, the first difference, or why it cannot be done."""

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
    "replay.same": (
        "Tính lại {numbers} giá trị, tất cả giống hệt. Bảng điểm {rulebook}, số liệu {inputs}.",
        "{numbers} values computed again, all the same. Rulebook {rulebook}, inputs {inputs}.",
    ),
    "replay.input": (
        "Số liệu đã đổi ở {cell} ({key}): khi lưu là {before}, nay là {after}.",
        "An input changed at {cell} ({key}): {before} when stored, {after} now.",
    ),
    "replay.rulebook": (
        "Bảng tiêu chí không còn là bảng khi lưu kết quả: mã {before}, nay {after}.",
        "The rulebook is not the one of the stored result: digest {before}, now {after}.",
    ),
    "replay.seal": (
        "Mã kiểm của kết quả ({seal}) không khớp với nội dung của chính nó: tệp đã bị sửa.",
        "The result's own seal ({seal}) does not fit its contents: the file was edited.",
    ),
    "replay.difference": (
        "Chỗ đầu tiên khác: {path}: trong tệp là {stored}, tính lại ra {computed}. Tất cả {differences} chỗ khác "
        "trong {numbers} giá trị.",
        "First difference: {path}: {stored} in the file, {computed} when computed again. {differences} differences "
        "among {numbers} values.",
    ),
    "replay.nothing": ("không có", "nothing"),
    "replay.key.adjusted": ("sau khi cộng, trừ", "after additions and deductions"),
    "replay.key.as_of": ("ngày tính chỉ tiêu", "day of the targets"),
    "replay.key.closed": ("đã chốt số liệu", "figures closed"),
    "replay.key.cluster": ("cụm", "cluster"),
    "replay.key.code": ("mã", "code"),
    "replay.key.complete": ("đủ số liệu", "complete"),
    "replay.key.criteria": ("tiêu chí", "criteria"),
    "replay.key.criterion": ("tiêu chí", "criterion"),
    "replay.key.format": ("dạng tệp", "format"),
    "replay.key.key": ("tiêu chí phụ", "tie-break"),
    "replay.key.knock_outs": ("điều kiện loại", "knock-outs"),
    "replay.key.limited": ("sau khi xét giới hạn", "within limits"),
    "replay.key.maximum": ("tối đa", "most"),
    "replay.key.missing": ("chưa báo cáo", "not reported"),
    "replay.key.name": ("tên", "name"),
    "replay.key.parted": ("đã phân định", "parted"),
    "replay.key.points": ("điểm", "points"),
    "replay.key.provisional": ("tạm tính", "provisional"),
    "replay.key.rank": ("hạng", "rank"),
    "replay.key.ranked": ("xếp hạng", "ranked"),
    "replay.key.rescaled": ("quy về thang", "re-scaled"),
    "replay.key.rulebook": ("bảng tiêu chí", "rulebook"),
    "replay.key.season": ("kỳ", "season"),
    "replay.key.shared": ("đồng hạng", "shared"),
    "replay.key.stage": ("bước", "stage"),
    "replay.key.standings": ("bảng xếp hạng", "standings"),
    "replay.key.state": ("tình trạng", "state"),
    "replay.key.sum": ("cộng các mục", "sum"),
    "replay.key.tie_steps": ("bước xét bằng điểm", "tie steps"),
    "replay.key.title": ("tên kỳ", "title"),
    "replay.key.total": ("tổng điểm", "total"),
    "replay.key.unit": ("đơn vị", "unit"),
    "replay.key.units": ("đơn vị", "units"),
    "replay.key.unranked": ("không xếp hạng", "not ranked"),
    "replay.key.values": ("giá trị", "values"),
    "replay.key.version": ("phiên bản", "version"),
    "replay.key.waits_for_appraisal": ("chờ thẩm định", "awaits appraisal"),
    "replay.key.year": ("năm", "year"),
}
