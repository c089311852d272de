"""The entries of the menu."""

SENTENCES: dict[str, tuple[str, str]] = {
    "menu.accounts": ("Tài khoản", "Accounts"),
    "menu.calendar": ("Lịch công việc", "Calendar of duties"),
    "menu.clusters": ("Cụm thi đua", "Clusters"),
    "menu.desk": ("Việc cần làm", "My duties"),
    "menu.figures": ("Số liệu", "Figures"),
    "menu.ledger": ("Sổ nhật ký", "Ledger"),
    "menu.ledger_of_all": ("Sổ nhật ký chung", "Ledger of the installation"),
    "menu.mine": ("Của tôi", "Mine"),
    "menu.overview": ("Tổng quan", "Overview"),
    "menu.own_account": ("Tài khoản của tôi", "My account"),
    "menu.score_matrix": ("Điểm theo tiêu chí", "Points by criterion"),
    "menu.score_sheets": ("Phiếu điểm", "Score sheets"),
    "menu.rulebook": ("Bảng tiêu chí", "Rulebook"),
    "menu.season": ("Kỳ thi đua", "Season"),
    "menu.seasons": ("Các kỳ thi đua", "All seasons"),
    "menu.shared": ("Dùng chung", "Shared"),
    "menu.standings": ("Xếp hạng", "Standings"),
    "menu.units": ("Đơn vị", "Units"),
}
