"""What the pages of a season's rulebook say."""

SENTENCES: dict[str, tuple[str, str]] = {
    "VersionState.adopted": ("đã ban hành", "adopted"),
    "VersionState.draft": ("dự thảo", "draft"),
    "rulebook_page.adopt": ("Ban hành bảng tiêu chí", "Adopt the rulebook"),
    "rulebook_page.adopt_how": (
        "Ghi văn bản ban hành. Từ khi ký giao ước, bảng bị khóa và chỉ sửa đổi được theo biên bản",
        "Name the document that adopts it. Once the pact is signed the rulebook is locked and changes by a minute only",
    ),
    "rulebook_page.adopted": ("Bảng tiêu chí đã có hiệu lực trong kỳ này", "The rulebook is in force in this season"),
    "rulebook_page.adopted_on": ("áp dụng từ {day}", "in force from {day}"),
    "rulebook_page.amend": ("Sửa đổi bảng tiêu chí", "Amend the rulebook"),
    "rulebook_page.amend_how": (
        "Giao ước đã ký: sửa đổi cần số, ngày biên bản và lý do; phiên bản cũ vẫn được giữ để đối chiếu",
        "The pact is signed: an amendment needs the minute, its date and a reason; the old version stays on record",
    ),
    "rulebook_page.basis": ("Căn cứ", "Legal basis"),
    "rulebook_page.by": ("{document} ngày {date}", "{document} of {date}"),
    "rulebook_page.changes": ("{count} thay đổi so với phiên bản trước", "{count} changes since the version before"),
    "rulebook_page.check": ("Kiểm tra và đưa vào dự thảo", "Check, and keep as draft"),
    "rulebook_page.choose": (
        "Chọn một tiêu chí ở cây bên để xem cách chấm bằng lời, minh chứng, người thẩm định và căn cứ",
        "Choose a criterion of the tree to read its rule in words, its evidence, appraiser and legal basis",
    ),
    "rulebook_page.digest": ("Mã kiểm tra của nội dung:", "Digest of its meaning:"),
    "rulebook_page.document": ("Văn bản", "Document"),
    "rulebook_page.drafted": (
        "Đã kiểm tra, không có lỗi. Bảng đang là dự thảo, chưa áp dụng",
        "Checked without a mistake. It is a draft and not in force yet",
    ),
    "rulebook_page.drop": ("Bỏ dự thảo này", "Throw this draft away"),
    "rulebook_page.dropped": ("Đã bỏ dự thảo", "The draft is gone"),
    "rulebook_page.fault": ("Cần sửa", "What to mend"),
    "rulebook_page.faults": ("Chưa lưu: tệp có {count} chỗ cần sửa", "Not kept: {count} things to mend in the file"),
    "rulebook_page.faults_how": (
        "Sửa hết trong tệp rồi tải lên lại; bảng đang áp dụng không thay đổi",
        "Mend them all in the file and upload it again; the rulebook in force has not changed",
    ),
    "rulebook_page.file": ("Tệp bảng tiêu chí", "File of the rulebook"),
    "rulebook_page.file_hint": (
        "Tệp Excel tải từ trang này, hoặc tệp YAML; không quá 4 MB",
        "The workbook from this page, or a YAML file; at most 4 MB",
    ),
    "rulebook_page.head": ("Về bảng này", "About this rulebook"),
    "rulebook_page.hidden": ("(không hiện nội dung)", "(words withheld)"),
    "rulebook_page.in_force": (
        "Bản thứ {number} của kỳ này, ban hành theo {document} ngày {date}",
        "Copy {number} of this season, adopted by {document} of {date}",
    ),
    "rulebook_page.is_draft": (
        "Bản thứ {number} của kỳ này, bắt đầu soạn lúc {at}, chưa áp dụng",
        "Copy {number} of this season, begun at {at}, not in force",
    ),
    "rulebook_page.look_and_adopt": ("Xem thay đổi và ban hành", "See the changes and adopt"),
    "rulebook_page.more": (
        "Còn {count} chỗ nữa, hiện sau khi sửa các chỗ trên",
        "{count} more, after these are mended",
    ),
    "rulebook_page.most": ("Điểm tối đa", "Most points"),
    "rulebook_page.none": (
        (
            "Kỳ này chưa có bảng tiêu chí được ban hành. Thư ký cụm trưởng hoặc cơ quan thường trực tải bảng lên, kiểm tra "
            "rồi ban hành trước khi ký giao ước"
        ),
        (
            "The season has no adopted rulebook. The chair's secretary or the standing body uploads one, checks it and "
            "adopts it before the pact is signed"
        ),
    ),
    "rulebook_page.part": ("Tiêu chí thành phần", "Part"),
    "rulebook_page.place": ("Chỗ", "Place"),
    "rulebook_page.points": ("điểm", "points"),
    "rulebook_page.read_draft": ("Đọc dự thảo", "Read the draft"),
    "rulebook_page.shape": ("{count} tiêu chí, {points} điểm", "{count} criteria, {points} points"),
    "rulebook_page.sound": ("Bộ kiểm tra không thấy gì cần lưu ý", "The checker points nothing out"),
    "rulebook_page.state": ("Tình trạng", "State"),
    "rulebook_page.sum_of_parts": ("Tổng điểm các tiêu chí thành phần", "The points of its parts together"),
    "rulebook_page.take_xlsx": ("Tải Excel", "Excel"),
    "rulebook_page.take_yaml": ("Tải YAML", "YAML"),
    "rulebook_page.title": ("Bảng tiêu chí", "Rulebook"),
    "rulebook_page.too_large": ("Tệp lớn hơn {most} MB. Chọn đúng tệp bảng tiêu chí", "The file exceeds {most} MB"),
    "rulebook_page.tree": ("Cây tiêu chí", "Tree of criteria"),
    "rulebook_page.upload": ("Tải bảng mới lên", "Upload a rulebook"),
    "rulebook_page.upload_how": (
        (
            "Bảng được kiểm tra toàn bộ: mã, tổng điểm, bậc, tham chiếu. Có lỗi thì hiện hết lỗi và không lưu gì; không có "
            "lỗi thì thành dự thảo, thay dự thảo trước"
        ),
        (
            "The whole is checked: codes, sums, bands, references. With mistakes all are shown and nothing is kept; "
            "without one it becomes the draft in place of an earlier one"
        ),
    ),
    "rulebook_page.version": ("Phiên bản", "Version"),
    "rulebook_page.versions": ("Các phiên bản", "Versions"),
}
