"""What the pages of results say: standings, score sheets, the explanation of a point, the table of all points."""

SENTENCES: dict[str, tuple[str, str]] = {
    "results.behind": ("Cách hạng nhất", "Behind the first"),
    "results.beside": ("Tiêu chí này ở các đơn vị", "This criterion in all units"),
    "results.column": ("Nhóm {group}", "Group {group}"),
    "results.complete": ("đủ số liệu", "complete"),
    "results.document": ("Tải kết quả (JSON)", "Download the result (JSON)"),
    "results.gap_axis": ("0 đến {widest} điểm", "0 to {widest} points"),
    "results.group_adds_up": (
        "Điểm của nhóm là tổng các mục dưới đây, đã làm tròn từng mục",
        "The points of the group are the sum of its parts below, each already rounded",
    ),
    "results.made_from": ("Tính từ đâu", "What this is made from"),
    "results.matrix": ("Điểm theo tiêu chí", "Points by criterion"),
    "results.matrix_how": (
        "Mọi tiêu chí của mọi đơn vị, mỗi nhóm một bảng. Bấm vào số để xem vì sao",
        "Every criterion of every unit, one table a group. Follow a number to see why",
    ),
    "results.missing_count": ("còn {count} tiêu chí chưa báo cáo", "criteria not reported: {count}"),
    "results.neighbours": ("Tiêu chí trước và sau", "The criteria before and after"),
    "results.open_sheet": (
        "Bấm vào điểm để xem phiếu điểm của đơn vị.",
        "Follow the points to the unit's score sheet.",
    ),
    "results.order_by_points": (
        "Xếp theo điểm từ cao xuống thấp; không có đơn vị nào bằng điểm",
        "Ranked by points, the most first; no units are level",
    ),
    "results.other_sheets": ("Phiếu điểm khác", "Other score sheets"),
    "results.paper": ("Tải phiếu điểm (PDF)", "Download the sheet (PDF)"),
    "results.parts": ("Các mục trong nhóm", "Parts of the group"),
    "results.path": ("Đường dẫn", "Path"),
    "results.rank_hidden": (
        "Thứ hạng được xem từ bước Thống nhất điểm",
        "Ranks are shown once the cluster agrees on the points",
    ),
    "results.rescaled": ("Quy về", "Re-scaled"),
    "results.rescaled_to": ("thang {points}", "to {points}"),
    "results.rule": ("Quy tắc chấm", "The rule"),
    "results.shares": ("Cơ cấu, từ 0 đến {full}", "Made up of, from 0 to {full}"),
    "results.sheets": ("Phiếu điểm", "Score sheets"),
    "results.sheets_how": (
        "Theo thứ tự phát biểu của cụm, không theo điểm",
        "In the cluster's order of speaking, not by points",
    ),
    "results.standings": ("Xếp hạng năm {year}", "Standings of {year}"),
    "results.standings_of": ("{count} đơn vị, thang {full} điểm.", "{count} units, out of {full} points."),
    "results.state": ("Tình trạng", "State"),
    "results.step_by_step": ("Từng bước", "Step by step"),
    "results.unread": (
        "Có {count} chỗ trong số liệu chưa đọc được nên chưa tính; xếp hạng chưa thể là chính thức",
        "Figures that could not be read and do not count: {count}; the standings cannot be final",
    ),
    "results.unscored": ("Chưa chấm được điểm", "No points yet"),
    "results.unscored_how": (
        "Điểm được tính từ bảng tiêu chí, chỉ tiêu và số liệu của kỳ; dưới đây là điều còn thiếu",
        "Points are computed from the season's rulebook, targets and figures; this is what is missing",
    ),
    "results.unscored_why": ("Còn thiếu", "What is missing"),
    "results.why_this_order": ("Vì sao có thứ tự này", "Why the order is this one"),
    "results.workbook": ("Tải bảng (Excel)", "Download the tables (Excel)"),
}
