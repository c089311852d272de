"""What `thidua rulebook` says: its help, its own lines, and what the reader of scoring tables did not understand."""

SENTENCES: dict[str, tuple[str, str]] = {
    "rulebook_command.check": (
        "nêu mọi chỗ sai của bảng tiêu chí, chỗ nào phải sửa, chỗ nào nên xem lại",
        "name every mistake of a rulebook, errors apart from warnings",
    ),
    "rulebook_command.check.examples": (
        "ví dụ:\n  thidua rulebook check examples/rulebooks/tien-giang-2022.yaml\n\n"
        "Nhận tệp YAML và tệp Excel do to-excel tạo ra. Thoát với mã 1 nếu có chỗ phải sửa.",
        "examples:\n  thidua rulebook check examples/rulebooks/tien-giang-2022.yaml\n\n"
        "Reads YAML and the workbooks of to-excel. Exit code 1 when something must be mended.",
    ),
    "rulebook_command.describe": (
        "viết bảng tiêu chí thành câu chữ để đọc và ký",
        "the rulebook in sentences to be read and signed",
    ),
    "rulebook_command.describe.examples": (
        "ví dụ:\n  thidua rulebook describe examples/cluster10-2024/rulebook.yaml",
        "examples:\n  thidua rulebook describe examples/cluster10-2024/rulebook.yaml",
    ),
    "rulebook_command.diff": (
        "nêu những chỗ khác nhau giữa hai bản, theo thứ tự đọc",
        "what changed between two versions, in reading order",
    ),
    "rulebook_command.diff.examples": (
        "ví dụ:\n  thidua rulebook diff bang-2023.yaml bang-2024.yaml\n\nThoát với mã 0 nếu giống hệt, mã 1 nếu khác.",
        "examples:\n  thidua rulebook diff table-2023.yaml table-2024.yaml\n\nExit code 0 when they mean the same, 1 "
        "when they differ.",
    ),
    "rulebook_command.to-excel": (
        "chuyển bảng tiêu chí sang Excel để in và sửa, không mất gì",
        "to a workbook that prints and can be edited, without loss",
    ),
    "rulebook_command.to-excel.examples": (
        "ví dụ:\n  thidua rulebook to-excel bang.yaml --out bang.xlsx",
        "examples:\n  thidua rulebook to-excel table.yaml --out table.xlsx",
    ),
    "rulebook_command.from-excel": (
        "đọc bảng tiêu chí từ Excel; bảng chấm điểm thông thường thì thành bản dự thảo",
        "read a rulebook from Excel; an ordinary scoring table becomes a draft",
    ),
    "rulebook_command.from-excel.examples": (
        "ví dụ:\n"
        "  thidua rulebook from-excel bang.xlsx --out bang.yaml          tệp do to-excel tạo ra\n"
        "  thidua rulebook from-excel bang-cham-cu.xlsx --out du-thao.yaml  bảng có cột TT, Nội dung, Điểm\n\n"
        "Bản dự thảo giữ cây tiêu chí, câu chữ và điểm; mọi tiêu chí là chấm trực tiếp, cách tính do người soạn ghi.",
        "examples:\n"
        "  thidua rulebook from-excel table.xlsx --out table.yaml       a workbook of to-excel\n"
        "  thidua rulebook from-excel old-table.xlsx --out draft.yaml   a table with TT, Nội dung, Điểm\n\n"
        "A draft keeps the tree, the words and the points; every criterion is entered, rules are for people to write.",
    ),
    "rulebook_command.schema": (
        "in JSON Schema của tệp YAML, cho trình soạn thảo gợi ý và kiểm tra",
        "print the JSON Schema of the YAML form, for editors",
    ),
    "rulebook_command.schema.examples": (
        "ví dụ:\n  thidua rulebook schema > rulebook.schema.json",
        "examples:\n  thidua rulebook schema > rulebook.schema.json",
    ),
    "rulebook_command.command": ("VIỆC", "TASK"),
    "rulebook_command.file": ("tệp YAML hoặc Excel của bảng tiêu chí", "YAML or Excel file of the rulebook"),
    "rulebook_command.before": ("bản cũ", "the earlier version"),
    "rulebook_command.after": ("bản mới", "the later version"),
    "rulebook_command.out": ("tệp được ghi", "the file to be written"),
    "rulebook_command.no_errors": ("{file}: không có chỗ phải sửa.", "{file}: nothing must be mended."),
    "rulebook_command.errors": ("{file}: {count} chỗ phải sửa:", "{file}: {count} to mend:"),
    "rulebook_command.warnings": ("{count} điều nên xem lại:", "{count} to look at:"),
    "rulebook_command.sizes": (
        "{criteria} tiêu chí chấm điểm, {points} điểm, {indicators} số liệu. Mã kiểm {digest}.",
        "{criteria} criteria, {points} points, {indicators} indicators. Digest {digest}.",
    ),
    "rulebook_command.written": ("Đã ghi {file}.", "{file} is written."),
    "rulebook_command.draft": (
        "{file} là bản dự thảo: đọc lại câu chữ, ghi cách tính cho từng tiêu chí, rồi chạy thidua rulebook check.",
        "{file} is a draft: read it, give every criterion its rule, then run thidua rulebook check.",
    ),
    "wild.no_table": (
        "Không tìm thấy bảng chấm điểm. Cần một dòng tiêu đề có cột “Nội dung” (hoặc “Tiêu chí”) và cột “Điểm”",
        "No scoring table was found. A line of titles with “Nội dung” (or “Tiêu chí”) and “Điểm” is needed",
    ),
    "wild.draft": (
        "{count} mục đã đọc, tất cả thành chấm trực tiếp. Cách tính trong câu chữ chưa được hiểu: ghi lại bằng tham số",
        "{count} entries were read, all as direct entry. Rules that stand in words are not understood: write them as "
        "parameters",
    ),
    "wild.number_out_of_order": (
        "Số thứ tự “{found}” không tiếp theo số nào ở trên. Kiểm tra xem mục này thuộc nhóm nào",
        "The number “{found}” continues none above. Check to which group this entry belongs",
    ),
    "wild.code_twice": (
        "Mã {found} đã có; mục này tạm lấy mã {used}. Đặt lại mã nếu cần",
        "The code {found} is taken; this entry got {used}. Rename it if needed",
    ),
    "wild.row_before_first": (
        "Dòng “{found}” đứng trước mục đầu tiên nên không được đọc. Ghi lại nếu đó là một tiêu chí",
        "The row “{found}” stands before the first entry and was not read. Add it if it is a criterion",
    ),
    "wild.numbered_here": (
        "Dòng “{found}” có điểm nhưng không có số thứ tự; tạm lấy mã {used}. Kiểm tra lại",
        "The row “{found}” has points and no number; it got the code {used}. Check it",
    ),
    "wild.no_number": (
        "“{found}” ở cột {column} không phải một số nên chưa dùng. Ghi lại bằng số hoặc bằng cách tính",
        "“{found}” in the column {column} is no number and was not used. Write it as a number or as a rule",
    ),
    "wild.no_points": (
        "Mục {criterion} không có điểm, tạm ghi 0. Ghi số điểm",
        "Entry {criterion} has no points, 0 for now. Give its points",
    ),
    "wild.no_words": (
        "Mục {criterion} không có nội dung. Ghi nội dung",
        "Entry {criterion} has no words. Write them",
    ),
    "wild.parts_differ": (
        "Các mục con của {criterion} cộng lại được {parts} điểm, bảng ghi {whole}. Sửa một trong hai",
        "The parts of {criterion} add up to {parts} points, the table says {whole}. Correct one of the two",
    ),
    "wild.total_differs": (
        "Dòng tổng ghi {said} điểm, các nhóm cộng lại được {total}. Kiểm tra lại",
        "The line of the total says {said} points, the groups add up to {total}. Check them",
    ),
    "TableColumn.bonus": ("thưởng", "bonus"),
    "TableColumn.deduction": ("trừ", "deduction"),
    "TableColumn.number": ("số thứ tự", "number"),
    "TableColumn.points": ("điểm", "points"),
    "TableColumn.words": ("nội dung", "words"),
}
