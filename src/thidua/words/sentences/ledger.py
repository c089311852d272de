"""The ledger: its entries, and what verification finds."""

SENTENCES: dict[str, tuple[str, str]] = {
    "event.ledger.heads.sealed": (
        "Niêm đầu mọi chuỗi của sổ nhật ký, ngày {day}",
        "Heads of all chains sealed on {day}",
    ),
    "event.ledger.text.erased": (
        "Xóa một nội dung của mục {height} theo {document}",
        "A text of entry {height} erased by {document}",
    ),
    "ledger.append_only": (
        "Sổ nhật ký chỉ ghi thêm: bảng {table} không cho sửa, không cho xóa",
        "The ledger is append-only: table {table} refuses to be changed or emptied",
    ),
    "ledger.chain_head_differs": (
        "Chuỗi {chain} ghi đầu chuỗi là mục {noted}, mục cuối tìm thấy là {height}, hoặc mã hai bên khác nhau: "
        "có mục bị thêm hay bị cắt ngoài chương trình",
        "Chain {chain} notes entry {noted} as its head, the last one found is {height}, or their digests differ: "
        "entries were added or cut outside the program",
    ),
    "ledger.chain_missing": (
        "Không còn chuỗi {chain}, trong khi bản in hoặc niêm có mục {height}·{head}: chuỗi đã bị xóa",
        "There is no chain {chain} though a paper or a seal has {height}·{head}: the chain was deleted",
    ),
    "ledger.clock_behind": (
        "Đồng hồ máy chủ chỉ {now}, trước mục cuối của sổ nhật ký ({last}). Chỉnh lại đồng hồ rồi làm lại; chưa lưu gì",
        "The server's clock shows {now}, before the last ledger entry ({last}). Set it right, then try again; nothing was saved",
    ),
    "ledger.columns_differ": (
        "Các cột dùng để lọc ({columns}) của mục {height}, chuỗi {chain}, khác với nội dung của mục",
        "The columns for filters ({columns}) of entry {height}, chain {chain}, differ from the entry itself",
    ),
    "ledger.entry_changed": (
        "Mục {height} của chuỗi {chain} đã bị sửa: nội dung không khớp mã của nó",
        "Entry {height} of chain {chain} was changed: its content does not match its digest",
    ),
    "ledger.entry_misplaced": (
        "Mục {height} của chuỗi {chain} mang số thứ tự hoặc tên chuỗi khác",
        "Entry {height} of chain {chain} carries another height or chain",
    ),
    "ledger.entry_unsaid": (
        "Một việc mà bản phần mềm này không có lời để đọc ({verb})",
        "An act for which this release has no words ({verb})",
    ),
    "ledger.erasure_needs_document": (
        "Ghi số văn bản cho phép xóa",
        "Give the number of the document that allows it",
    ),
    "ledger.erasure_needs_reason": ("Ghi lý do xóa", "Give the reason"),
    "ledger.no_such_text": (
        "Mục {height} không có nội dung “{field}”, hoặc nội dung ấy đã xóa rồi",
        "Entry {height} has no text “{field}”, or it was erased already",
    ),
    "ledger.text_gone": ("[đã xóa]", "[erased]"),
    "ledger.text_was_erased": (
        "Nội dung “{field}” của mục {height}, chuỗi {chain}, đã xóa ngày {day}, người xóa: {actor}, theo {document}",
        "The text “{field}” of entry {height}, chain {chain}, was erased on {day} by {actor} under {document}",
    ),
    "ledger.entry_unreadable": (
        "Mục {height} của chuỗi {chain} không đọc được",
        "Entry {height} of chain {chain} cannot be read",
    ),
    "ledger.head_differs": (
        "Mục {height} của chuỗi {chain} không phải là {head} đã in hoặc đã niêm: chuỗi đã bị viết lại",
        "Entry {height} of chain {chain} is not {head} as printed or sealed: the chain was rewritten",
    ),
    "ledger.head_not_reached": (
        "Chuỗi {chain} chỉ có đến mục {last}, trong khi bản in hoặc niêm có mục {height}: chuỗi đã bị cắt",
        "Chain {chain} ends at entry {last}, a paper or a seal has entry {height}: the chain was cut",
    ),
    "ledger.head_nowhere": (
        "Không chuỗi nào có mục {height} mang mã {head} như bản in: chuỗi đã bị viết lại hoặc bị cắt",
        "No chain has an entry {height} with the printed digest {head}: a chain was rewritten or cut",
    ),
    "ledger.head_unreadable": (
        "{text} không phải là đầu chuỗi như đã in. Ghi số mục rồi {digits} chữ số đầu của mã, ví dụ: "
        "412·5be2 91c4 0f37 aa21",
        "{text} is no head as printed. Give the height, then the first {digits} digits of the digest, for example: "
        "412·5be2 91c4 0f37 aa21",
    ),
    "ledger.height_missing": (
        "Chuỗi {chain} thiếu mục {expected}; sau đó là mục {height}",
        "Chain {chain} lacks entry {expected}; entry {height} follows",
    ),
    "ledger.link_broken": (
        "Mục {height} của chuỗi {chain} không nối với mục liền trước",
        "Entry {height} of chain {chain} does not link to the one before it",
    ),
    "ledger.row_changed": (
        "Dòng {key} của bảng {table} khác với mục {height}: đã bị sửa ngoài chương trình",
        "Row {key} of table {table} differs from entry {height}: it was changed outside the program",
    ),
    "ledger.row_missing": (
        "Dòng {key} của bảng {table} không còn, trong khi mục {height} có ghi: đã bị xóa ngoài chương trình",
        "Row {key} of table {table} is gone though entry {height} has it: it was deleted outside the program",
    ),
    "ledger.row_risen": (
        "Dòng {key} của bảng {table} vẫn còn, trong khi mục {height} ghi là đã xóa",
        "Row {key} of table {table} is there though entry {height} says that it was deleted",
    ),
    "ledger.row_told_twice": (
        "Dòng {key} của bảng {table} được ghi ở cả hai chuỗi {other} và {chain} (mục {height}): mỗi dòng chỉ thuộc một chuỗi",
        "Row {key} of table {table} is told in both chains {other} and {chain} (entry {height}); a row belongs to one",
    ),
    "ledger.row_unknown": (
        "Dòng {key} của bảng {table} không có trong sổ nhật ký: đã bị thêm ngoài chương trình",
        "Row {key} of table {table} is not in the ledger: it was added outside the program",
    ),
    "ledger.rows_differ": (
        "Danh sách dòng để bên mục {height}, chuỗi {chain}, khác với nội dung của mục",
        "The list of rows beside entry {height}, chain {chain}, differs from the entry itself",
    ),
    "ledger.text_changed": (
        "Nội dung “{field}” của mục {height}, chuỗi {chain}, đã bị sửa: không khớp cam kết trong mục",
        "The text “{field}” of entry {height}, chain {chain}, was changed: it does not open its commitment",
    ),
    "ledger.text_missing": (
        "Nội dung “{field}” của mục {height}, chuỗi {chain}, không còn mà không có mục nào ghi việc xóa",
        "The text “{field}” of entry {height}, chain {chain}, is gone and no entry tells of an erasure",
    ),
    "ledger.text_risen": (
        "Nội dung “{field}” của mục {height}, chuỗi {chain}, vẫn còn trong khi sổ ghi là đã xóa",
        "The text “{field}” of entry {height}, chain {chain}, is there though an entry says that it was erased",
    ),
    "ledger.text_unknown": (
        "Mục {height} của chuỗi {chain} không có cam kết nào cho nội dung “{field}” để bên nó",
        "Entry {height} of chain {chain} has no commitment for the text “{field}” beside it",
    ),
    "ledger.unguarded": (
        "Sổ nhật ký chưa được bảo vệ: cơ sở dữ liệu thiếu {guards}",
        "The ledger is not guarded: the database lacks {guards}",
    ),
    "ledger.unguarded_hint": (
        "Chạy thidua ledger guard để dựng lại, rồi thidua ledger verify để biết có gì đã bị sửa",
        "Run thidua ledger guard to set them up, then thidua ledger verify to learn whether anything was changed",
    ),
}
