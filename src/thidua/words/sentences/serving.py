"""What `thidua serve`, `demo` and `tls` say: their help, what they report and what they refuse."""

SENTENCES: dict[str, tuple[str, str]] = {
    "clock.unreadable": (
        "Không đọc được thời điểm {text}. Viết như 2024-11-23T14:00 (năm-tháng-ngày, chữ T, giờ:phút)",
        "{text} is no moment. Write it like 2024-11-23T14:00 (year-month-day, the letter T, hour:minute)",
    ),
    "cli.serve.examples": (
        "ví dụ:\n"
        "  thidua serve                                    thử trên máy này: http://127.0.0.1:8000/\n"
        "  thidua tls init thidua.tinh.local               lập chứng chỉ cho một tên máy chủ\n"
        "  thidua serve --tls --host 0.0.0.0 --port 443    cho cả mạng nội bộ\n"
        "  thidua serve --behind-proxy --name thidua.bca.vn  đứng sau nginx đã mã hóa đường truyền\n\n"
        "Mỗi lần mở, lệnh này kiểm tra cấu hình, cập nhật cấu trúc cơ sở dữ liệu rồi mới nhận khách.\n"
        "DATABASE_URL=postgres://… dùng PostgreSQL; không ghi thì dùng SQLite trong thư mục dữ liệu.",
        "examples:\n"
        "  thidua serve                                    a trial on this machine: http://127.0.0.1:8000/\n"
        "  thidua tls init thidua.province.local           a certificate for the server's name\n"
        "  thidua serve --tls --host 0.0.0.0 --port 443    for the whole network\n"
        "  thidua serve --behind-proxy --name thidua.example  behind a server that does TLS\n\n"
        "Each start checks the settings and brings the tables of the database up to date before it answers anybody.\n"
        "DATABASE_URL=postgres://… takes PostgreSQL; without it, SQLite in the data folder.",
    ),
    "cli.tls.examples": (
        "ví dụ:\n  thidua tls init thidua.tinh.local\n  thidua tls renew\n\n"
        "Sau đó: thidua serve --tls --host 0.0.0.0 --port 443. Máy trạm cài chứng chỉ theo trang /chung-chi/.",
        "examples:\n  thidua tls init thidua.province.local\n  thidua tls renew\n\n"
        "Then: thidua serve --tls --host 0.0.0.0 --port 443. The page /chung-chi/ teaches how to install it.",
    ),
    "cli.demo.examples": (
        "ví dụ:\n"
        "  thidua demo                                  bản trình diễn ở http://127.0.0.1:8000/\n"
        "  thidua demo --port 8123 --data /tmp/thu      cổng khác, thư mục khác\n"
        "  thidua demo --at 2024-12-20T08:00            đồng hồ đặt ở ngày khác\n"
        "  thidua demo --fresh                          xóa những gì đã thử, làm lại từ đầu\n\n"
        "make demo PORT=8123 DIR=/tmp/thu AT=2024-12-20T08:00 FRESH=1 làm cùng việc ấy.\n"
        "DATABASE_URL=postgres://… dùng PostgreSQL.",
        "examples:\n"
        "  thidua demo                                  the demonstration at http://127.0.0.1:8000/\n"
        "  thidua demo --port 8123 --data /tmp/try      another port, another folder\n"
        "  thidua demo --at 2024-12-20T08:00            the clock set to another day\n"
        "  thidua demo --fresh                          forget what was tried, begin anew\n\n"
        "make demo PORT=8123 DIR=/tmp/try AT=2024-12-20T08:00 FRESH=1 does the same.\n"
        "DATABASE_URL=postgres://… takes PostgreSQL.",
    ),
    "demo.at": (
        "đồng hồ bắt đầu từ thời điểm này (mặc định 2024-11-23T14:00)",
        "the clock starts at this moment (default 2024-11-23T14:00)",
    ),
    "demo.clock": (
        "Đồng hồ đặt ở {moment} và chạy tiếp từ đó.",
        "The clock is set to {moment} and runs on from there.",
    ),
    "demo.clock_goes_on": (
        "Đồng hồ chạy tiếp từ {moment}: sổ nhật ký đã có mục đến lúc ấy, đồng hồ không lùi lại được. Muốn làm lại: FRESH=1.",
        "The clock goes on from {moment}: the ledger reaches that far, and time never runs back. To begin anew: FRESH=1.",
    ),
    "demo.data": (
        "thư mục dữ liệu của bản trình diễn (mặc định thidua-demo)",
        "folder of the demonstration's data (default thidua-demo)",
    ),
    "demo.folder": (
        "thư mục kịch bản (mặc định examples/demo)",
        "folder of the story (default examples/demo)",
    ),
    "demo.fresh": ("xóa dữ liệu đã thử, làm lại từ đầu", "forget what was tried and begin anew"),
    "demo.how_on": (
        "Ctrl-C để dừng; lần sau mở lại, những gì đã làm vẫn còn.",
        "Ctrl-C stops it; the next start keeps what was done.",
    ),
    "demo.logins": (
        "Đăng nhập, mỗi vai trò một tài khoản (mật khẩu chung: {password}); người và chức vụ là minh họa:",
        "Sign in, one account a role (password of all: {password}); persons and posts are invented:",
    ),
    "demo.real_installation": (
        "Cơ sở dữ liệu này đang dùng thật, không phải bản trình diễn; chưa đụng đến gì. Chọn DIR hoặc DATABASE_URL khác",
        "This database is in real use and no demonstration; nothing was touched. Choose another DIR or DATABASE_URL",
    ),
    "event.demo.loaded": ("Nạp xong bản trình diễn", "Demonstration loaded"),
    "serve.behind_proxy": (
        "đứng sau một máy chủ đã mã hóa đường truyền (X-Forwarded-Proto)",
        "behind a server that does TLS and says so in X-Forwarded-Proto",
    ),
    "serve.cannot_listen": (
        "Không mở được cổng {port} ở {host}: {reason}. Chọn cổng khác bằng --port, hoặc tắt chương trình đang dùng cổng này",
        "Port {port} of {host} cannot be opened: {reason}. Choose another with --port, or stop what holds it",
    ),
    "serve.data": (
        "thư mục dữ liệu: cơ sở dữ liệu, khóa, chứng chỉ (mặc định thidua-data)",
        "folder of the data: database, keys, certificates (default thidua-data)",
    ),
    "serve.fault": ("{fault}", "{fault}"),
    "serve.host": (
        "địa chỉ nhận khách (mặc định 127.0.0.1: chỉ máy này)",
        "address to listen on (default 127.0.0.1: this machine alone)",
    ),
    "serve.in_the_clear": (
        "Mở ở {host} mà không mã hóa thì mật khẩu đi trần trên mạng. Chạy thidua tls init TÊN rồi thêm --tls, hoặc --behind-proxy",
        "On {host} without TLS, passwords would travel in the clear. Run thidua tls init NAME and add --tls, or --behind-proxy",
    ),
    "serve.listening": ("Thi đua: {address}", "Thi đua: {address}"),
    "serve.name": (
        "tên máy chủ mà khách gõ vào trình duyệt (ghi lại được nhiều lần)",
        "name of the server as people type it (may be repeated)",
    ),
    "serve.not_installed": (
        "Ở đây chỉ có phần lệnh, chưa có phần máy chủ. Cài: pip install 'thidua[server]'",
        "Only the command is installed here, not the server. Install: pip install 'thidua[server]'",
    ),
    "serve.port": ("cổng (mặc định 8000)", "port (default 8000)"),
    "serve.tls": ("dùng chứng chỉ của thidua tls init", "use the certificate of thidua tls init"),
    "tls.exists": (
        "Đã có nơi cấp chứng chỉ trong {folder}. Lập lại thì mọi máy trạm phải cài lại; gia hạn thì chạy: thidua tls renew",
        "There is an authority in {folder} already. A new one would have to be installed everywhere; to renew: thidua tls renew",
    ),
    "tls.init": (
        "lập nơi cấp chứng chỉ riêng và chứng chỉ cho một tên máy chủ",
        "make an authority of one's own and the certificate for one name",
    ),
    "tls.made": (
        "Đã lập chứng chỉ cho {name}, hạn đến {day}. Máy trạm cài tệp {file} theo trang /chung-chi/, đối chiếu vân tay:",
        "Made a certificate for {name}, until {day}. Computers install {file} as the page /chung-chi/ teaches; fingerprints:",
    ),
    "tls.name": (
        "tên máy chủ, ví dụ thidua.tinh.local (không dùng địa chỉ số)",
        "name of the server, such as thidua.province.local (no number)",
    ),
    "tls.no_name": (
        "{name} không phải là tên máy chủ. Cần tên có dấu chấm, chữ không dấu, ví dụ thidua.tinh.local: trình duyệt chỉ cho dùng khóa bảo mật với tên, không với địa chỉ số",
        "{name} is no name of a server. Use a name with a dot, such as thidua.province.local: browsers allow passkeys for names only, not for numbers",
    ),
    "tls.none": (
        "Chưa có chứng chỉ trong {folder}. Chạy: thidua tls init TÊN",
        "There is no certificate in {folder}. Run: thidua tls init NAME",
    ),
    "tls.renew": (
        "cấp lại chứng chỉ máy chủ; máy trạm không phải cài lại gì",
        "issue the server's certificate again; no computer has to install anything",
    ),
    "tls.renewed": (
        "Đã cấp lại chứng chỉ cho {name}, hạn đến {day}. Khởi động lại máy chủ để dùng; máy trạm vẫn tin {file}, vân tay như cũ:",
        "Issued the certificate for {name} again, until {day}. Restart the server to use it; computers still trust {file}, with the same fingerprints:",
    ),
}
