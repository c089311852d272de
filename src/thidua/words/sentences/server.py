"""The installation: what it refuses to start with, how it fares, how browsers learn to trust it."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Vital.database": ("cơ sở dữ liệu", "database"),
    "Vital.migrations": ("cấu trúc bảng", "tables"),
    "Vital.guards": ("khóa chống sửa sổ nhật ký", "guards of the ledger"),
    "Vital.clock": ("đồng hồ", "clock"),
    "Vital.disk": ("chỗ trống trên đĩa", "free space on disk"),
    "Vital.certificate": ("chứng chỉ của máy chủ", "server's certificate"),
    "server.certificate_ends": (
        "Chứng chỉ hết hạn ngày {day}. Chạy: thidua tls renew, rồi khởi động lại máy chủ",
        "The certificate ends on {day}. Run: thidua tls renew, then restart the server",
    ),
    "server.clock_behind": (
        "Đồng hồ máy chủ chỉ ngày {now}, trong khi sổ nhật ký đã có mục ngày {last}. Chỉnh lại đồng hồ; đến lúc đó mọi việc ghi sổ đều bị từ chối",
        "The server's clock shows {now}, the ledger already has an entry of {last}. Set the clock right; until then nothing can be written",
    ),
    "server.clock_is_set": (
        "Đồng hồ đang bị đặt lệch. Cài đặt dùng thật phải theo đồng hồ của máy: bỏ THIDUA_CLOCK_SHIFT và --at",
        "The clock is set. A real installation keeps the machine's time: take THIDUA_CLOCK_SHIFT and --at away",
    ),
    "server.database_silent": (
        "Cơ sở dữ liệu không trả lời. Xem dịch vụ cơ sở dữ liệu có đang chạy và địa chỉ DATABASE_URL có đúng không",
        "The database does not answer. See whether its service runs and whether DATABASE_URL is right",
    ),
    "server.debug": (
        "Chế độ gỡ lỗi đang bật: trang lỗi sẽ lộ dữ liệu. Đặt DEBUG = False",
        "Debugging is on: pages of errors would show data. Set DEBUG = False",
    ),
    "server.disk_full": (
        "Đĩa chỉ còn {free} MB, cần ít nhất {least} MB. Dọn bớt hoặc thêm đĩa trước khi việc lưu bị dừng",
        "The disk has {free} MB left, at least {least} MB are needed. Make room before saving stops",
    ),
    "server.migrations_missing": (
        "Cơ sở dữ liệu còn thiếu {count} bước cập nhật cấu trúc. Khởi động lại bằng thidua serve: lệnh này tự cập nhật",
        "The database lacks {count} updates of its tables. Restart with thidua serve, which applies them",
    ),
    "server.no_hosts": (
        "Chưa ghi tên máy chủ, hoặc ghi dấu *: ai cũng mạo tên được. Ghi tên vào THIDUA_HOSTS, cách nhau bằng dấu phẩy",
        "No name of the server is given, or * is: anybody could pose as it. Name it in THIDUA_HOSTS, separated by commas",
    ),
    "server.open_key": (
        "Người khác trên máy đọc được tệp khóa {file}. Chạy: chmod 600 {file}",
        "Others on this machine can read the key file {file}. Run: chmod 600 {file}",
    ),
    "server.plain_key": (
        "Khóa bí mật quá dễ đoán: cần ít nhất {length} ký tự ngẫu nhiên. Bỏ THIDUA_SECRET_KEY để máy tự tạo và giữ khóa",
        "The secret key is easy to guess: at least {length} random characters are needed. Without THIDUA_SECRET_KEY one is made and kept",
    ),
    "server.ok": ("tốt", "well"),
    "server.health": ("Máy chủ", "Server"),
    "server.is_well": ("Mọi thứ đều tốt", "All is well"),
    "server.is_unwell": ("Có việc phải xem lại", "Something needs attention"),
    "server.trust": ("Cài chứng chỉ của Thi đua", "Install the certificate of Thi đua"),
    "server.trust_why": (
        "Mạng nội bộ không có nơi cấp chứng chỉ, nên máy chủ này tự lập một nơi cấp. Cài một lần trên mỗi máy trạm, trình duyệt sẽ thôi cảnh báo và mật khẩu đi trên mạng luôn được mã hóa",
        "A network of its own has nobody who issues certificates, so this server made its own authority. Install it once on each computer: the browser stops warning, and passwords travel encrypted",
    ),
    "server.trust_limits": (
        "Chứng chỉ này chỉ có giá trị cho tên máy chủ {name}, không dùng được để giả trang khác. Hạn đến ngày {day}",
        "This certificate is good for the name {name} only and cannot vouch for any other site. It ends on {day}",
    ),
    "server.trust_download": ("Tải tệp chứng chỉ", "Download the certificate"),
    "server.trust_compare": (
        "Trước khi cài, so vân tay dưới đây với bản mà cán bộ kỹ thuật đã in hoặc đọc qua điện thoại. Khác một chữ cũng không cài",
        "Before installing, compare these fingerprints with what the technician printed or reads out. If one letter differs, do not install",
    ),
    "server.trust_firefox_browsers": ("Firefox, Chrome, Edge", "Firefox, Chrome, Edge"),
    "server.trust_windows_dialog": ("hộp thoại của Windows", "Windows dialogue"),
    "server.trust_on_windows": ("Chrome, Edge, Cốc Cốc trên Windows", "Chrome and Edge on Windows"),
    "server.trust_windows_1": (
        "Mở tệp vừa tải, bấm “Install Certificate…” (Cài đặt chứng chỉ)",
        "Open the downloaded file and press “Install Certificate…”",
    ),
    "server.trust_windows_2": (
        "Chọn “Local Machine”; không có quyền quản trị thì chọn “Current User”",
        "Choose “Local Machine”, or “Current User” without an administrator's rights",
    ),
    "server.trust_windows_3": (
        "Chọn “Place all certificates in the following store”, bấm “Browse…”, chọn “Trusted Root Certification Authorities”",
        "Choose “Place all certificates in the following store”, press “Browse…”, take “Trusted Root Certification Authorities”",
    ),
    "server.trust_windows_4": (
        "Windows hỏi lại kèm vân tay: so đúng thì bấm “Yes”. Đóng hết cửa sổ trình duyệt rồi mở lại",
        "Windows asks and shows a fingerprint: if it is the same, press “Yes”. Close every browser window and open it again",
    ),
    "server.trust_on_firefox": ("Firefox", "Firefox"),
    "server.trust_firefox_1": (
        "Mở Cài đặt, mục Riêng tư & Bảo mật, kéo xuống phần Chứng chỉ, bấm “Xem chứng chỉ…”",
        "Open Settings, Privacy & Security, go down to Certificates, press “View Certificates…”",
    ),
    "server.trust_firefox_2": (
        "Ở thẻ “Nhà cung cấp” (Authorities), bấm “Nhập…” và chọn tệp vừa tải",
        "On the tab “Authorities”, press “Import…” and take the downloaded file",
    ),
    "server.trust_firefox_3": (
        "Đánh dấu “Tin tưởng CA này để xác định các trang web”, bấm OK",
        "Tick “Trust this CA to identify websites” and press OK",
    ),
    "server.trust_on_many": ("Nhiều máy cùng lúc", "Many computers at once"),
    "server.trust_many": (
        "Cán bộ kỹ thuật cài bằng Group Policy, hoặc chạy trên từng máy với quyền quản trị:",
        "The technician uses Group Policy, or runs on each computer as administrator:",
    ),
    "server.trust_none": (
        "Máy chủ này không dùng chứng chỉ tự lập, nên không phải cài gì",
        "This server has no certificate authority of its own: there is nothing to install",
    ),
}
