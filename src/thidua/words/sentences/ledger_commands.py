"""What `thidua ledger` says: its help and its own lines."""

SENTENCES: dict[str, tuple[str, str]] = {
    "ledger_command.command": ("VIỆC", "TASK"),
    "ledger_command.data": ("thư mục dữ liệu của máy chủ", "the server's data folder"),
    "ledger_command.verify": (
        "tính lại mọi chuỗi, so từng dòng dữ liệu với sổ, nêu mọi chỗ không khớp",
        "recompute every chain, compare each row with the ledger, name all that does not hold",
    ),
    "ledger_command.verify.examples": (
        "ví dụ:\n"
        "  thidua ledger verify\n"
        '  thidua ledger verify --head "season:cum-10-2024 412·5be2 91c4 0f37 aa21"\n'
        "  thidua ledger verify --heads dau-chuoi.txt\n\n"
        "Thoát với mã 0 nếu khớp tất cả, mã 1 nếu có chỗ không khớp.\n"
        "Người viết lại cả chuỗi cho khớp chỉ bị lộ khi so với một đầu chuỗi đã in: hãy giữ các bản in.",
        "examples:\n"
        "  thidua ledger verify\n"
        '  thidua ledger verify --head "season:cum-10-2024 412·5be2 91c4 0f37 aa21"\n'
        "  thidua ledger verify --heads heads.txt\n\n"
        "Exit code 0 when everything holds, 1 when something does not.\nWhoever rewrites a whole chain consistently is "
        "found out only by a head that was printed before: keep the papers.",
    ),
    "ledger_command.head": (
        "đầu chuỗi đã in, có hoặc không có tên chuỗi ở trước; ghi được nhiều lần",
        "a printed head, with or without its chain before it; may be given many times",
    ),
    "ledger_command.heads_file": ("tệp có mỗi dòng một đầu chuỗi", "a file with a head on each line"),
    "ledger_command.json": ("in kết quả dạng JSON", "print the result as JSON"),
    "ledger_command.checked": (
        "Đã kiểm {entries} mục trong {chains} chuỗi và {rows} dòng dữ liệu.",
        "{entries} entries in {chains} chains and {rows} rows were checked.",
    ),
    "ledger_command.whole": ("Sổ nhật ký liền mạch.", "The ledger is whole."),
    "ledger_command.broken": ("Có {count} chỗ không khớp:", "{count} things do not hold:"),
    "ledger_command.heads": (
        "in đầu của mọi chuỗi, mỗi dòng một chuỗi",
        "print the head of every chain, a line each",
    ),
    "ledger_command.heads.examples": (
        "ví dụ:\n  thidua ledger heads --seal > dau-chuoi.txt\n\n"
        "Cất tệp này ở nơi người quản trị máy chủ không sửa được: thidua ledger verify --heads dau-chuoi.txt sẽ đối chiếu.",
        "examples:\n  thidua ledger heads --seal > heads.txt\n\n"
        "Keep the file where the server's administrator cannot change it: thidua ledger verify --heads heads.txt compares.",
    ),
    "ledger_command.seal": (
        "trước hết ghi đầu mọi chuỗi vào chuỗi chung (mỗi ngày một lần)",
        "first enter the heads of all chains in the installation's own (once a day)",
    ),
    "ledger_command.export": (
        "xuất sổ thành tệp để người ngoài tự kiểm bằng ledger_check.py",
        "write the file that outsiders check with ledger_check.py",
    ),
    "ledger_command.export.examples": (
        "ví dụ:\n"
        "  thidua ledger export --out so-nhat-ky.jsonl\n"
        "  thidua ledger export --out so-2024.jsonl --chain season:cum-10-2024 --without-texts\n"
        "  python3 ledger_check.py so-nhat-ky.jsonl\n\n"
        "ledger_check.py là một tệp đứng riêng (src/thidua/files), chỉ cần Python; lấy từ mã nguồn,\nkhông lấy từ máy chủ này.",
        "examples:\n"
        "  thidua ledger export --out ledger.jsonl\n"
        "  thidua ledger export --out 2024.jsonl --chain season:cum-10-2024 --without-texts\n"
        "  python3 ledger_check.py ledger.jsonl\n\n"
        "ledger_check.py is one file that stands alone (src/thidua/files) and needs only Python; take it from the source,\n"
        "not from this server.",
    ),
    "ledger_command.out": ("tệp mới để ghi; tệp đã có không bị đè", "the new file; an existing one is left alone"),
    "ledger_command.chain": ("chỉ xuất chuỗi này; ghi được nhiều lần", "this chain only; may be given many times"),
    "ledger_command.without_texts": ("không kèm họ tên và nội dung tự do", "without names and free texts"),
    "ledger_command.exported": ("Đã xuất ra {file}", "Written to {file}"),
    "ledger_command.guard": (
        "dựng lại khóa chống sửa, chống xóa của các bảng sổ nhật ký",
        "install the guards of the ledger's tables again",
    ),
    "ledger_command.guard.examples": (
        "ví dụ:\n  thidua ledger guard && thidua ledger verify",
        "examples:\n  thidua ledger guard && thidua ledger verify",
    ),
    "ledger_command.guarded": (
        "Đã dựng lại: {guards}. Kiểm ngay bằng thidua ledger verify.",
        "Installed again: {guards}. Check now with thidua ledger verify.",
    ),
    "ledger_command.was_guarded": ("Các khóa vẫn đủ.", "All guards were in place."),
    "ledger_command.grants": (
        "in các lệnh SQL cấp quyền tối thiểu cho vai trò của ứng dụng trên PostgreSQL",
        "print the SQL that gives the application's role on PostgreSQL the least it needs",
    ),
    "ledger_command.grants.examples": (
        "ví dụ:\n  thidua ledger grants thidua_app | psql thidua",
        "examples:\n  thidua ledger grants thidua_app | psql thidua",
    ),
    "ledger_command.role": ("vai trò của ứng dụng", "the application's role"),
}
