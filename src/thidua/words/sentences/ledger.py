"""The ledger: its entries, and what verification finds."""

SENTENCES: dict[str, tuple[str, str]] = {
    "event.access.account.created": ("Lập tài khoản {username}", "Account {username} created"),
    "event.access.password.changed": ("Đổi mật khẩu của {username}", "Password of {username} changed"),
    "event.access.role.assigned": ("Giao vai trò {role} {unit} {season}", "Role {role} {unit} {season} assigned"),
    "event.ledger.text.erased": ("Xóa nội dung của mục {height}", "Text of entry {height} erased"),
    "event.organisation.unit.recorded": ("Ghi đơn vị {name} ({unit})", "Unit {name} ({unit}) recorded"),
    "event.organisation.units.recorded": ("Ghi {count} đơn vị cùng lúc", "{count} units recorded at once"),
    "ledger.clock_behind": (
        "Đồng hồ máy chủ chỉ {now}, trước mục cuối của sổ nhật ký ({last}). Chỉnh lại đồng hồ rồi làm lại; chưa lưu gì",
        "The server's clock shows {now}, before the last ledger entry ({last}). Set it right, then try again; nothing was saved",
    ),
    "ledger.entry_changed": (
        "Mục {height} của chuỗi {chain} đã bị sửa: nội dung không khớp mã của nó",
        "Entry {height} of chain {chain} was changed: its content does not match its digest",
    ),
    "ledger.entry_misplaced": (
        "Mục {height} của chuỗi {chain} mang số thứ tự hoặc tên chuỗi khác",
        "Entry {height} of chain {chain} carries another height or chain",
    ),
    "ledger.entry_unreadable": (
        "Mục {height} của chuỗi {chain} không đọc được",
        "Entry {height} of chain {chain} cannot be read",
    ),
    "ledger.head_differs": (
        "Mục {height} của chuỗi {chain} không phải là {head} đã in: chuỗi đã bị viết lại",
        "Entry {height} of chain {chain} is not the printed {head}: the chain was rewritten",
    ),
    "ledger.head_not_reached": (
        "Chuỗi {chain} chỉ có đến mục {last}, trong khi bản in có mục {height}: chuỗi đã bị cắt",
        "Chain {chain} ends at entry {last}, the paper has entry {height}: the chain was cut",
    ),
    "ledger.height_missing": (
        "Chuỗi {chain} thiếu mục {expected}; sau đó là mục {height}",
        "Chain {chain} lacks entry {expected}; entry {height} follows",
    ),
    "ledger.link_broken": (
        "Mục {height} của chuỗi {chain} không nối với mục liền trước",
        "Entry {height} of chain {chain} does not link to the one before it",
    ),
    "ledger.manifest_changed": (
        "Danh sách dòng của mục {height}, chuỗi {chain}, không khớp mã gốc đã ghi",
        "The list of rows of entry {height}, chain {chain}, does not match its recorded root",
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
    "ledger.row_unknown": (
        "Dòng {key} của bảng {table} không có trong sổ nhật ký: đã bị thêm ngoài chương trình",
        "Row {key} of table {table} is not in the ledger: it was added outside the program",
    ),
}
