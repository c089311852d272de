"""What notices say: their kinds, their pages, and sentences for who is told where the ledger's own would not do."""

SENTENCES: dict[str, tuple[str, str]] = {
    "NoticeKind.appraisal": ("thẩm định, kiến nghị, giải trình", "appraisal, objections, explanations"),
    "NoticeKind.campaigns": ("đợt thi đua", "campaigns"),
    "NoticeKind.due": ("việc sắp đến hạn", "duties that fall due"),
    "NoticeKind.reports": ("số liệu và báo cáo tự chấm", "figures and self-score reports"),
    "NoticeKind.results": ("điểm và xếp hạng", "points and standings"),
    "NoticeKind.season": ("bước của kỳ thi đua, lịch, quy chế", "steps of a season, calendar, regulations"),
    "NoticeKind.targets": ("chỉ tiêu và bảng tiêu chí", "targets and rulebooks"),
    "notice.appraisal.claim.decided": (
        "Thẩm định trả lại {indicator} của {unit}; đơn vị cần trả lời",
        "{indicator} of {unit} was returned by the appraiser; the unit has to answer",
    ),
    "notice.reporting.report.submitted": (
        "Báo cáo tự chấm của {unit}, bản {version}, chờ lãnh đạo duyệt",
        "The self-score report of {unit}, version {version}, waits for its leader",
    ),
    "notices.about": (
        "Việc xảy ra liên quan đến đơn vị của đồng chí, mới nhất đứng trước. Mở ra là đã đọc",
        "What happened and concerns your unit, the latest first. Opening one marks it as read",
    ),
    "notices.all": ("Tất cả", "All"),
    "notices.all_read": ("Đã đánh dấu đọc {count} thông báo", "{count} notices marked as read"),
    "notices.bell_new": ("Thông báo, {count} chưa đọc", "Notices, {count} not read"),
    "notices.choose": ("Chọn loại thông báo", "Choose kinds of notices"),
    "notices.choose_about": (
        "Loại bỏ chọn thì từ nay không báo nữa; việc phải làm vẫn hiện ở trang Việc cần làm",
        "What is not chosen is not told from now on; duties still show on the page My duties",
    ),
    "notices.due": ("Đến hạn {due}: {title} ({unit})", "Due on {due}: {title} ({unit})"),
    "notices.filter": ("Lọc thông báo", "Filter notices"),
    "notices.is_new": ("Mới", "New"),
    "notices.keep": ("Lưu lựa chọn", "Keep"),
    "notices.kinds_kept": ("Đã lưu loại thông báo muốn nhận", "Your choice of notices is kept"),
    "notices.new": ("Chưa đọc", "Not read"),
    "notices.none": ("Chưa có thông báo nào", "No notices yet"),
    "notices.none_how": (
        "Khi báo cáo bị trả lại, kiến nghị có kết luận, chỉ tiêu đổi hay kỳ thi đua chuyển bước, thông báo hiện ở đây",
        "A returned report, a ruled objection, a changed target or a season that moves on will be told here",
    ),
    "notices.not_yours_now": (
        "Nội dung này hiện không mở cho đồng chí; quyền đọc theo bước của kỳ thi đua",
        "This is not open to you at present; what may be read depends on the season's step",
    ),
    "notices.nothing_new": ("Không còn thông báo chưa đọc", "Nothing new"),
    "notices.open": ("Mở", "Open"),
    "notices.read": ("Đã đọc", "Mark as read"),
    "notices.read_all": ("Đánh dấu đã đọc hết", "Mark all as read"),
    "notices.title": ("Thông báo", "Notices"),
    "notices.was_read": ("đã đọc", "read"),
}
