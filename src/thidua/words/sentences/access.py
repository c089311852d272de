"""Accounts, roles, rights and their refusals."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Role.secretary": ("thư ký", "secretary"),
    "Role.reporter": ("cán bộ báo cáo", "reporter"),
    "Role.leader": ("lãnh đạo đơn vị", "unit leader"),
    "Role.appraiser": ("cán bộ thẩm định", "appraiser"),
    "Role.teller": ("thành viên ban kiểm phiếu", "teller"),
    "Role.standing_body": ("cơ quan thường trực", "standing body"),
    "Role.observer": ("người theo dõi", "observer"),
    "Role.technician": ("cán bộ kỹ thuật", "technician"),
    "Verb.assign_roles": ("giao vai trò", "assign roles"),
    "Verb.manage_accounts": ("quản lý tài khoản", "manage accounts"),
    "Verb.manage_clusters": ("quản lý cụm thi đua", "manage clusters"),
    "Verb.manage_units": ("quản lý đơn vị", "manage units"),
    "Verb.hand_over_chair": ("bàn giao cụm trưởng", "hand over the chair"),
    "Verb.read_organisation": ("xem đơn vị và cụm thi đua", "see units and clusters"),
    "Verb.read_ledger": ("xem sổ nhật ký", "read the ledger"),
    "Verb.read_season": ("xem kỳ thi đua", "read the season"),
    "account.sign_in": ("Đăng nhập", "Sign in"),
    "access.nothing_here": (
        "Không có trang này, hoặc đồng chí không được giao việc gì ở đây. Kiểm tra lại địa chỉ",
        "There is no such page, or nothing here is assigned to you. Check the address",
    ),
    "access.no_right": (
        "Đồng chí chưa được giao việc “{verb}” ở đây. Người làm được: {roles}",
        "You have no right to “{verb}” here. Those who can: {roles}",
    ),
    "access.own_matter": (
        "Đồng chí đang giữ việc của chính đơn vị này nên không được “{verb}”. Người khác làm được: {roles}",
        "You act for this very unit, so “{verb}” is for others: {roles}",
    ),
    "access.wrong_phase": (
        "Việc “{verb}” chỉ làm được ở bước {phases}. Người làm được khi ấy: {roles}",
        "To “{verb}” is possible only in the phase {phases}. Those who can then: {roles}",
    ),
}
