"""What the command says: help that teaches by example, and its own lines. (Vietnamese, English)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "cli.about": (
        "Thi đua: chấm điểm, xếp hạng và bỏ phiếu suy tôn trong cụm thi đua, chính xác và giải thích được.",
        "Thi đua: scores, standings and secret ballots of an emulation cluster, exact and explained.",
    ),
    "cli.examples": (
        "ví dụ:\n"
        "  thidua score examples/cluster10-2024 --out ket-qua     chấm cả kỳ, ghi kết quả vào thư mục ket-qua\n"
        "  thidua explain examples/cluster10-2024 tay-ninh III.2  vì sao Tây Ninh được số điểm ấy\n"
        "  thidua replay ket-qua/standings.json examples/cluster10-2024  tính lại, chỉ ra chỗ đầu tiên khác\n"
        "  thidua golden tests/golden/*.yaml                      chạy các ca mẫu\n\n"
        "thidua LỆNH --help để xem từng lệnh; --lang en for English.",
        "examples:\n"
        "  thidua score examples/cluster10-2024 --out results     score a season, leave the results in a folder\n"
        "  thidua explain examples/cluster10-2024 tay-ninh III.2  why Tây Ninh has these points\n"
        "  thidua replay results/standings.json examples/cluster10-2024  compute again, name the first difference\n"
        "  thidua golden tests/golden/*.yaml                      run the golden cases\n\n"
        "thidua COMMAND --help explains each command.",
    ),
    "cli.command": ("LỆNH", "COMMAND"),
    "cli.commands": ("các lệnh", "commands"),
    "cli.score": ("chấm điểm một kỳ thi đua từ thư mục hồ sơ", "score a season from its folder"),
    "cli.explain": ("giải thích điểm của một đơn vị ở một tiêu chí", "explain a unit's points in a criterion"),
    "cli.replay": ("tính lại một kết quả đã lưu và so từng con số", "compute a stored result again, number by number"),
    "cli.golden": ("chạy các ca mẫu viết bằng YAML", "run golden cases written in YAML"),
    "cli.demo": ("mở bản trình diễn trên máy này", "serve the demonstration on this machine"),
    "cli.serve": ("mở máy chủ web để làm việc thật", "serve the web application for real work"),
    "cli.tls": ("lập chứng chỉ của riêng máy chủ này", "make this server's own certificate"),
    "cli.poll": ("bỏ phiếu kín, kiểm phiếu và kiểm chứng", "secret ballot, tally and audit"),
    "cli.season": ("thư mục của kỳ thi đua, có season.yaml", "folder of the season, with season.yaml"),
    "cli.stage": (
        "giai đoạn được tính: self tự chấm, appraised thẩm định, agreed thống nhất, rechecked phúc tra "
        "(không ghi: theo season.yaml)",
        "the stage that counts: self, appraised, agreed, rechecked (default: as season.yaml says)",
    ),
    "cli.out": (
        "ghi bảng xếp hạng, phiếu điểm từng đơn vị, kết quả và câu báo cáo vào thư mục này",
        "leave standings, score sheets, the result and the statements in this folder",
    ),
    "cli.json": ("in kết quả dạng JSON thay cho bảng", "print the result as JSON instead of the table"),
    "cli.score.examples": (
        "ví dụ:\n"
        "  thidua score examples/cluster10-2024\n"
        "  thidua score examples/cluster10-2024 --stage self       bảng điểm theo tự chấm (tạm tính)\n"
        "  thidua score examples/cluster10-2024 --out ket-qua      thêm Excel, PDF, HTML, JSON, câu báo cáo\n\n"
        "Nếu hồ sơ có chỗ sai, mọi chỗ sai được nêu cùng lúc (tệp, trang tính, ô) và không tệp nào được ghi.",
        "examples:\n"
        "  thidua score examples/cluster10-2024\n"
        "  thidua score examples/cluster10-2024 --stage self       standings by self-score (provisional)\n"
        "  thidua score examples/cluster10-2024 --out results      with Excel, PDF, HTML, JSON, statements\n\n"
        "If the folder has mistakes, all are named at once (file, sheet, cell) and nothing is written.",
    ),
    "cli.unit": ("mã hoặc tên đơn vị, có dấu hay không dấu", "code or name of the unit, with or without marks"),
    "cli.criterion": ("mã tiêu chí, ví dụ I.2.1.b", "code of the criterion, for example I.2.1.b"),
    "cli.explain.examples": (
        "ví dụ:\n  thidua explain examples/cluster10-2024 tay-ninh III.2\n"
        '  thidua explain examples/cluster10-2024 "Long An" I.2.1.b',
        "examples:\n  thidua explain examples/cluster10-2024 tay-ninh III.2\n"
        '  thidua explain examples/cluster10-2024 "Long An" I.2.1.b',
    ),
    "cli.result": ("tệp standings.json đã lưu", "the stored standings.json"),
    "cli.replay.examples": (
        "ví dụ:\n  thidua replay ket-qua/standings.json examples/cluster10-2024\n\n"
        "Thoát với mã 0 nếu mọi con số giống hệt, mã 1 nếu có số liệu đã đổi hoặc có con số khác.",
        "examples:\n  thidua replay results/standings.json examples/cluster10-2024\n\n"
        "Exit code 0 when every number is the same, 1 when an input changed or a number differs.",
    ),
    "cli.golden.files": ("các tệp ca mẫu (YAML)", "files of golden cases (YAML)"),
    "cli.golden.examples": (
        "ví dụ:\n  thidua golden tests/golden/*.yaml\n\nCách viết ca mẫu: docs/golden-cases.md",
        "examples:\n  thidua golden tests/golden/*.yaml\n\nHow to write a case: docs/golden-cases.md",
    ),
    "cli.refused": (
        "Chưa làm được, có {count} chỗ cần sửa; chưa tệp nào được ghi:",
        "Not done, {count} to mend; nothing was written:",
    ),
    "cli.file": (
        "Không đọc hoặc ghi được {file}: {reason}. Kiểm tra đường dẫn và quyền truy cập rồi làm lại.",
        "Cannot read or write {file}: {reason}. Check the path and the permissions, then try again.",
    ),
    "cli.warning": ("Lưu ý: {warning}", "Note: {warning}"),
    "cli.reading": ("Đang đọc hồ sơ {folder} …", "Reading {folder} …"),
    "cli.writing": ("Đang ghi kết quả …", "Writing the results …"),
    "cli.written": ("Kết quả nằm trong thư mục {folder}:", "The results are in the folder {folder}:"),
    "cli.unknown_unit": (
        "Không có đơn vị nào tên {found}. Các đơn vị của kỳ này: {known}.",
        "There is no unit called {found}. The units of this season: {known}.",
    ),
    "cli.ambiguous_unit": (
        "{found} có thể là nhiều đơn vị: {known}. Ghi rõ hơn.",
        "{found} may be several units: {known}. Say more.",
    ),
    "cli.unknown_criterion": (
        "Không có tiêu chí {found}. Mã gần nhất: {near}.",
        "There is no criterion {found}. The nearest codes: {near}.",
    ),
    "cli.not_json": (
        "{file} không phải là tệp JSON đọc được. Lấy lại bản standings.json gốc.",
        "{file} is not readable JSON. Take the original standings.json again.",
    ),
    "cli.group_line": ("{code} {name}: {points} / {maximum} điểm", "{code} {name}: {points} / {maximum} points"),
    "cli.group_sum": (
        "Điểm của nhóm là tổng các mục sau, đã làm tròn từng mục:",
        "The group's points are the sum of these lines, each rounded:",
    ),
    "cli.golden.ok": ("{file}: {count} ca đúng", "{file}: {count} cases right"),
    "cli.golden.failed": (
        "{file}: {wrong} trong {count} ca sai",
        "{file}: {wrong} of {count} cases wrong",
    ),
    "cli.golden.difference": (
        "{case}: {what}: chờ {expected}, ra {actual}",
        "{case}: {what}: expected {expected}, got {actual}",
    ),
    "cli.template": (
        "tạo tệp Excel để một đơn vị điền số liệu và tự chấm điểm",
        "make the workbook in which a unit fills in its figures and its self-score",
    ),
    "cli.template.examples": (
        "ví dụ:\n"
        "  thidua template examples/cluster10-2024 tay-ninh\n"
        '  thidua template examples/cluster10-2024 "Long An" --out long-an.xlsx\n\n'
        "Tệp có sẵn những gì kỳ thi đua đã biết về đơn vị; đơn vị điền các ô để trống rồi gửi lại.\n"
        "Tệp được đọc như mọi bảng số liệu khác: ghi tên tệp vào figures của season.yaml.",
        "examples:\n"
        "  thidua template examples/cluster10-2024 tay-ninh\n"
        '  thidua template examples/cluster10-2024 "Long An" --out long-an.xlsx\n\n'
        "The workbook holds what the season already knows of the unit; the unit fills in the rest and sends it back.\n"
        "It is read like any table of figures: name it under figures in season.yaml.",
    ),
    "cli.template.out": (
        "tệp Excel sẽ ghi (không ghi: so-lieu-ĐƠN-VỊ.xlsx trong thư mục hiện tại)",
        "the workbook to write (default: so-lieu-UNIT.xlsx in the current folder)",
    ),
    "cli.template.written": ("Đã ghi {file}.", "Written: {file}."),
    "cli.template.exists": (
        "Đã có tệp {file}, có thể đơn vị đã điền dở. Chọn tên khác bằng --out, hoặc chuyển tệp ấy đi trước.",
        "{file} exists already, perhaps half filled in. Choose another name with --out, or move the file away first.",
    ),
    "cli.simulate": (
        "tính thử số liệu đã có theo một bảng tiêu chí mới",
        "try the figures of a season under a new rulebook",
    ),
    "cli.simulate.examples": (
        "ví dụ:\n"
        "  thidua simulate examples/cluster10-2024 --rulebook bang-moi.yaml\n\n"
        "Cho biết ai đổi hạng, vì tiêu chí nào. Số liệu mà bảng mới cần nhưng năm trước chưa có\n"
        "được liệt kê, không bao giờ coi là 0.",
        "examples:\n"
        "  thidua simulate examples/cluster10-2024 --rulebook new-rulebook.yaml\n\n"
        "Tells who changes rank and by which criteria. Figures that the new rulebook needs and that were never\n"
        "reported are listed, and never taken for 0.",
    ),
    "cli.new_rulebook": ("tệp YAML của bảng tiêu chí mới", "YAML file of the new rulebook"),
    "cli.national": ("chấm điểm nhiều cụm trong một lần chạy", "score many clusters in one run"),
    "cli.national.examples": (
        "ví dụ:\n"
        "  thidua national cac-cum --rulebook rulebook.yaml --out ket-qua            hồ sơ các cụm, hoặc các bảng Excel\n"
        "  thidua national so-lieu.csv --rulebook rulebook.yaml --out ket-qua        một bảng dài cho mọi cụm\n"
        "  thidua national so-lieu.parquet --rulebook rulebook.yaml --out ket-qua --parquet --excel\n\n"
        "Bảng dài (CSV UTF-8, Parquet, Excel) có các cột Cụm, Kỳ (nếu có), Đơn vị, Mã, Chỉ tiêu và các cột Tự chấm,\n"
        "Thẩm định, Thống nhất, Phúc tra (ít nhất một); các dòng của một cụm đứng liền nhau, trong một tệp.\n"
        "Parquet cần thư viện pyarrow. Dạng nào của cùng một bộ số liệu cũng cho cùng một kết quả.\n"
        "Quy tắc so trong cụm và xếp hạng tính riêng từng cụm. Nếu số liệu có chỗ sai, không tệp nào được ghi.",
        "examples:\n"
        "  thidua national clusters --rulebook rulebook.yaml --out results           seasons of clusters, or workbooks\n"
        "  thidua national figures.csv --rulebook rulebook.yaml --out results        one long table for all clusters\n"
        "  thidua national figures.parquet --rulebook rulebook.yaml --out results --parquet --excel\n\n"
        "The long table (CSV UTF-8, Parquet, Excel) has the columns Cluster, Period (if any), Unit, Code, Target and\n"
        "Self, Appraised, Agreed, Re-checked (one at least); the lines of a cluster stand together, in one file.\n"
        "Parquet needs the library pyarrow. Every form of the same figures gives the same results.\n"
        "Rules within a cluster and ranks are computed cluster by cluster. If figures have mistakes, nothing is "
        "written.",
    ),
    "cli.national.source": (
        "thư mục chứa hồ sơ các cụm hoặc các bảng dài; hoặc một bảng dài (CSV, Parquet, Excel)",
        "folder of the clusters' seasons or of long tables; or one long table (CSV, Parquet, Excel)",
    ),
    "cli.national.rulebook": ("tệp YAML của bảng tiêu chí chung", "YAML file of the rulebook that all share"),
    "cli.national.out": ("thư mục nhận tệp kết quả", "folder for the results"),
    "cli.national.excel": ("ghi thêm tệp Excel", "write an Excel workbook as well"),
    "cli.national.parquet": (
        "ghi thêm tệp Parquet (cần thư viện pyarrow)",
        "write a Parquet file as well (needs the library pyarrow)",
    ),
    "cli.national.workers": (
        "số tiến trình chạy song song (không ghi: bằng số nhân của máy; 0: chạy ngay trong tiến trình này)",
        "how many processes work at once (default: as many as the machine has cores; 0: in this one)",
    ),
    "cli.national.progress": ("{done}%", "{done}%"),
    "cli.national.written": (
        "Đã chấm {units} dòng kết quả. Các tệp: {files}",
        "{units} lines of results. Files: {files}",
    ),
    "cli.national.warnings": ("Có {count} điều cần xem lại:", "{count} things to look at:"),
    "cli.digest": (
        "báo việc đến hạn và gửi thư nhắc việc trong ngày",
        "tell what falls due and send the mail of the day",
    ),
    "cli.digest.data": ("thư mục dữ liệu của máy chủ", "the server's data folder"),
    "cli.digest.done": (
        "{told} thông báo đến hạn mới; đã gửi {sent} thư, {failed} thư chưa gửi được",
        "{told} new notices of what falls due; {sent} mails sent, {failed} not",
    ),
    "cli.digest.examples": (
        "Ví dụ, chạy mỗi ngày một lần:\n  thidua digest\n\n"
        "Máy chủ thư: THIDUA_SMTP=smtp+starttls://ten:mat-khau@thu.donvi.vn:587, người gửi: THIDUA_MAIL_FROM",
        "Example, once a day:\n  thidua digest\n\n"
        "Mail server: THIDUA_SMTP=smtp+starttls://name:password@mail.unit.vn:587, sender: THIDUA_MAIL_FROM",
    ),
    "cli.digest.told": ("{told} thông báo đến hạn mới", "{told} new notices of what falls due"),
    "cli.technician": (
        "lập tài khoản cán bộ kỹ thuật đầu tiên, hoặc cứu một cán bộ kỹ thuật không vào được",
        "open the first technician's account, or rescue a technician who is locked out",
    ),
    "cli.technician.data": ("thư mục dữ liệu của máy chủ", "the server's data folder"),
    "cli.technician.examples": (
        "ví dụ:\n"
        '  thidua technician dung.pt --name "Phạm Thị Dung"   tài khoản đầu tiên, in mật khẩu dùng một lần\n'
        "  thidua technician dung.pt --rescue                 quên mật khẩu hoặc mất điện thoại\n\n"
        "Các tài khoản khác do cán bộ kỹ thuật lập trên trang Tài khoản.",
        "examples:\n"
        '  thidua technician dung.pt --name "Phạm Thị Dung"   the first account; prints a one-time password\n'
        "  thidua technician dung.pt --rescue                 forgot the password, or lost the phone\n\n"
        "All other accounts are opened by a technician on the page Accounts.",
    ),
    "cli.technician.given": (
        "Tài khoản {username}, mật khẩu dùng một lần: {password}",
        "Account {username}, one-time password: {password}",
    ),
    "cli.technician.name": ("họ và tên của cán bộ kỹ thuật mới", "full name of the new technician"),
    "cli.technician.rescue": (
        "cấp lại mật khẩu và gỡ xác thực bước hai cho cán bộ kỹ thuật đã có",
        "a new password for a technician there is, without the second step",
    ),
    "cli.technician.username": ("tên đăng nhập, ví dụ dung.pt", "user name, for example dung.pt"),
    "cli.ledger": (
        "kiểm sổ nhật ký, in đầu chuỗi, xuất tệp cho người ngoài kiểm",
        "check the ledger, print its heads, export it for outsiders",
    ),
    "cli.ledger.examples": (
        "ví dụ:\n"
        "  thidua ledger verify                                       kiểm lại mọi chuỗi và mọi dòng dữ liệu\n"
        '  thidua ledger verify --head "412·5be2 91c4 0f37 aa21"      so với đầu chuỗi đã in trên giấy\n'
        "  thidua ledger heads --seal                                 niêm đầu các chuỗi trong ngày, rồi in ra\n"
        "  thidua ledger export --out so-nhat-ky.jsonl                tệp để người ngoài tự kiểm",
        "examples:\n"
        "  thidua ledger verify                                       check every chain and every row\n"
        '  thidua ledger verify --head "412·5be2 91c4 0f37 aa21"      compare with a head printed on paper\n'
        "  thidua ledger heads --seal                                 seal the day's heads, then print them\n"
        "  thidua ledger export --out ledger.jsonl                    the file that outsiders check",
    ),
    "cli.rulebook": (
        "kiểm tra, diễn giải, so sánh bảng tiêu chí; chuyển sang Excel và ngược lại",
        "check, describe and compare rulebooks; to Excel and back",
    ),
    "cli.rulebook.examples": (
        "ví dụ:\n"
        "  thidua rulebook check bang-diem.yaml                  mọi chỗ sai, mọi lưu ý\n"
        "  thidua rulebook describe bang-diem.yaml               bảng điểm bằng lời\n"
        "  thidua rulebook diff nam-2023.yaml nam-2024.yaml      khác nhau chỗ nào\n"
        "  thidua rulebook to-excel bang-diem.yaml --out b.xlsx  sang Excel; from-excel để đọc lại",
        "examples:\n"
        "  thidua rulebook check rulebook.yaml                   every mistake, every warning\n"
        "  thidua rulebook describe rulebook.yaml                the rulebook in words\n"
        "  thidua rulebook diff 2023.yaml 2024.yaml              what has changed\n"
        "  thidua rulebook to-excel rulebook.yaml --out b.xlsx   to Excel; from-excel reads it back",
    ),
}
