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
    "Verb.erase_text": ("xóa họ tên, nội dung khỏi sổ nhật ký", "erase names and texts from the ledger"),
    "Verb.manage_accounts": ("quản lý tài khoản", "manage accounts"),
    "Verb.manage_clusters": ("quản lý cụm thi đua", "manage clusters"),
    "Verb.manage_units": ("quản lý đơn vị", "manage units"),
    "Verb.hand_over_chair": ("bàn giao cụm trưởng", "hand over the chair"),
    "Verb.read_organisation": ("xem đơn vị và cụm thi đua", "see units and clusters"),
    "Verb.read_ledger": ("xem sổ nhật ký", "read the ledger"),
    "Verb.read_season": ("xem kỳ thi đua", "read the season"),
    "Verb.agree_standings": ("ghi việc thống nhất bảng xếp hạng", "record that the standings are agreed on"),
    "Verb.publish_standings": ("công bố, thu hồi công bố bảng xếp hạng", "publish standings or withdraw them"),
    "Verb.read_published": ("xem bảng xếp hạng đã công bố", "read published standings"),
    "Verb.freeze_standings": ("chốt bảng xếp hạng", "freeze the standings"),
    "Verb.read_sheet": ("xem phiếu điểm", "read score sheets"),
    "Verb.read_standings": ("xem bảng xếp hạng", "read the standings"),
    "Place.unit": ("một đơn vị", "a unit"),
    "Place.season": ("một kỳ thi đua", "a season"),
    "Place.installation": ("cả hệ thống", "the whole installation"),
    "Verb.delegate": ("ủy quyền vai trò của mình", "pass an own role on"),
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
    # ── accounts and assignments: what is wrong and how to mend it ──
    "access.account_closed": (
        "Tài khoản {username} đã đóng. Mở lại tài khoản rồi làm tiếp",
        "The account {username} is closed. Open it again first",
    ),
    "access.account_open": ("Tài khoản {username} đang mở, không cần mở lại", "The account {username} is open already"),
    "access.assign_self": (
        "Không ai tự giao vai trò cho mình. Nhờ một cán bộ kỹ thuật khác",
        "Nobody assigns a role to themselves. Ask another technician",
    ),
    "access.close_own": (
        "Không ai tự đóng tài khoản của mình. Nhờ một cán bộ kỹ thuật khác",
        "Nobody closes their own account. Ask another technician",
    ),
    "access.end_out_of_range": (
        "Ngày cuối phải từ {first} trở đi và trước ngày cuối đang ghi",
        "The last day must be {first} or later, and before the one on record",
    ),
    "access.ended_already": ("Vai trò này đã hết từ sau ngày {last}", "This ended after {last} already"),
    "access.ends_before_start": (
        "Ngày cuối đứng trước ngày đầu. Sửa một trong hai ngày",
        "The last day lies before the first. Correct one of them",
    ),
    "access.held_already": (
        "Tài khoản này đã giữ vai trò {role} ở đây từ {start}, trùng thời gian. Chọn ngày khác, hoặc kết thúc lần giao trước",
        "The account holds the role {role} here from {start}, and the times overlap. Choose other days, or end the earlier one",
    ),
    "access.name_missing": ("Ghi họ và tên đầy đủ", "Write the full name"),
    "access.no_technician": (
        "Không có cán bộ kỹ thuật nào đang dùng tài khoản {username}. Người khác thì được cấp lại trên trang Tài khoản",
        "No technician has the account {username} now. For others, the page Accounts gives a new password",
    ),
    "access.place_ambiguous": (
        "Có nhiều nơi tên giống “{text}”: {names}. Gõ tên đầy đủ hoặc mã",
        "Several places are called “{text}”: {names}. Type the full name or the code",
    ),
    "access.place_unwanted": (
        "Vai trò {role} giao cho cả hệ thống, để trống ô này",
        "The role {role} is for the whole installation; leave this empty",
    ),
    "access.reset_own": (
        "Mật khẩu của mình thì đổi ở trang Tài khoản của tôi",
        "Change your own password on the page My account",
    ),
    "access.season_missing": (
        "Vai trò {role} giao cho một kỳ thi đua: ghi kỳ nào",
        "The role {role} is for a season: say which",
    ),
    "access.season_unknown": (
        "Không có kỳ thi đua nào là “{text}”. Gõ mã của kỳ",
        "No season is called “{text}”. Type its code",
    ),
    "access.technician_apart": (
        "Cán bộ kỹ thuật không xem số liệu, nên không cùng lúc giữ vai trò khác (đang có: {held})",
        "A technician sees no figures, so holds no other role at the same time (held now: {held})",
    ),
    "access.too_long": ("Dài quá {longest} ký tự. Viết gọn lại", "Longer than {longest} characters. Shorten it"),
    "access.unit_missing": (
        "Vai trò {role} giao cho một đơn vị: ghi đơn vị nào",
        "The role {role} is for a unit: say which",
    ),
    "access.unit_unknown": (
        "Không có đơn vị nào tên “{text}” vào ngày bắt đầu. Kiểm tra tên hoặc mã đơn vị",
        "No unit is called “{text}” on the first day. Check the name or the code",
    ),
    "access.username_shape": (
        "Tên đăng nhập gồm {shortest}–{longest} chữ thường không dấu và chữ số, có thể có dấu chấm hoặc gạch nối ở giữa, ví dụ hanh.nt",
        "A user name has {shortest} to {longest} lower-case letters and digits, with dots or hyphens between, for example hanh.nt",
    ),
    "access.username_taken": (
        "Tên đăng nhập {username} đã có người dùng. Thêm chữ hoặc số cho khác",
        "The user name {username} is taken. Add a letter or a digit",
    ),
    "delegation.made_already": (
        "Đã ủy quyền vai trò này cho người này trong những ngày ấy",
        "This role is passed on to this person on those days already",
    ),
    "delegation.no_such_account": (
        "Không có tài khoản nào đang mở tên {username}. Hỏi lại người nhận tên đăng nhập của họ",
        "No open account is called {username}. Ask the receiver for the user name",
    ),
    "delegation.not_held": (
        "Vai trò này đồng chí không giữ hôm nay, hoặc là vai trò được người khác ủy quyền. Chỉ ủy quyền được vai trò của chính mình",
        "You do not hold this role today, or somebody passed it on to you. Only an own role can be passed on",
    ),
    "delegation.outlasts": (
        "Vai trò của đồng chí chỉ giữ đến hết ngày {last}. Chọn ngày cuối không muộn hơn",
        "You hold the role until {last} only. Choose a last day not later than that",
    ),
    "delegation.starts_in_past": (
        "Không ủy quyền lùi ngày. Bắt đầu từ hôm nay trở đi",
        "Nothing is passed on backwards. Start today or later",
    ),
    "delegation.to_oneself": (
        "Đây là tài khoản của chính đồng chí. Ghi tên đăng nhập của người nhận",
        "This is your own account. Write the receiver's user name",
    ),
    "delegation.to_technician": (
        "Người này là cán bộ kỹ thuật, không xem số liệu nên không nhận vai trò khác",
        "This person is a technician, who sees no figures and takes no other role",
    ),
    # ── passwords and signing in ──
    "password.common": (
        "Mật khẩu này nhiều người dùng, dễ bị đoán. Chọn một câu riêng của mình",
        "This password is among the first that are guessed. Choose a phrase of your own",
    ),
    "password.differs": ("Hai lần gõ mật khẩu mới khác nhau. Gõ lại", "The two new passwords differ. Type them again"),
    "password.digits_only": ("Mật khẩu chỉ có chữ số. Thêm chữ cái", "The password has digits only. Add letters"),
    "password.length": (
        "Mật khẩu dài từ {shortest} đến {longest} ký tự",
        "A password has {shortest} to {longest} characters",
    ),
    "password.like_name": (
        "Mật khẩu chứa tên hoặc tên đăng nhập của đồng chí. Chọn chữ khác",
        "The password holds your name or user name. Choose other words",
    ),
    "password.same": (
        "Mật khẩu mới trùng mật khẩu đang dùng. Chọn mật khẩu khác",
        "The new password is the present one. Choose another",
    ),
    "password.wrong": (
        "Mật khẩu đang dùng chưa đúng. Còn {left} lần thử",
        "The present password is not right. {left} tries are left",
    ),
    "sign_in.closed": (
        "Tài khoản này đã đóng. Nếu cần dùng lại, gặp cán bộ kỹ thuật",
        "This account is closed. See the technician if you need it again",
    ),
    "sign_in.wait": (
        "Đã thử sai nhiều lần. Chờ {minutes} phút rồi thử lại; trong lúc chờ, mật khẩu đúng cũng chưa vào được",
        "Too many wrong tries. Wait {minutes} minutes, then try again; until then even the right password does not work",
    ),
    "sign_in.wrong": (
        "Tên đăng nhập hoặc mật khẩu chưa đúng. Còn {left} lần thử, sau đó phải chờ 15 phút",
        "The user name or the password is not right. {left} tries are left, then 15 minutes' wait",
    ),
    "sign_in.wrong_last": (
        "Tên đăng nhập hoặc mật khẩu chưa đúng. Đã hết lần thử, chờ 15 phút rồi thử lại",
        "The user name or the password is not right. No try is left; wait 15 minutes",
    ),
    # ── entries of the ledger ──
    "event.access.account.closed": ("Đóng tài khoản của {subject}", "Account of {subject} closed"),
    "event.access.account.created": (
        "Lập tài khoản {username} cho {subject}",
        "Account {username} for {subject} created",
    ),
    "event.access.account.reopened": ("Mở lại tài khoản của {subject}", "Account of {subject} opened again"),
    "event.access.delegation.ended": (
        "Thôi ủy quyền vai trò {role} cho {subject}",
        "The role {role} is no longer passed on to {subject}",
    ),
    "event.access.delegation.made": (
        "Ủy quyền vai trò {role} cho {subject}, từ {starts_on}",
        "The role {role} passed on to {subject}, from {starts_on}",
    ),
    "event.access.identity.linked": (
        "Nối tài khoản với cổng đăng nhập chung",
        "Account joined to the shared sign-in",
    ),
    "event.access.password.changed": ("Đổi mật khẩu của mình", "Own password changed"),
    "event.access.password.rehashed": (
        "Lưu lại mật khẩu theo cách băm hiện nay",
        "Password kept under today's way of hashing",
    ),
    "event.access.password.reset": ("Cấp lại mật khẩu cho {subject}", "Password of {subject} reset"),
    "event.access.recovery_codes.made": ("Lập mã dự phòng", "Recovery codes made"),
    "event.access.role.assigned": (
        "Giao vai trò {role} cho {subject}, từ {starts_on}",
        "Role {role} given to {subject}, from {starts_on}",
    ),
    "event.access.role.ended": (
        "Kết thúc vai trò {role} của {subject}, không còn giữ từ {ends_on}",
        "Role {role} of {subject} ended, held no more from {ends_on}",
    ),
    "event.access.second_step.added": ("Thêm một cách xác thực bước hai", "A second step added"),
    "event.access.second_step.removed": ("Gỡ một cách xác thực bước hai", "A second step removed"),
    "event.access.second_step.reset": (
        "Gỡ xác thực bước hai của {subject}",
        "Second step of {subject} removed",
    ),
}
