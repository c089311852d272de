"""What a run over many clusters says: the titles of its results and what it refuses. Its help is with the others'."""

SENTENCES: dict[str, tuple[str, str]] = {
    "national.title.cluster": ("Cụm", "Cluster"),
    "national.title.period": ("Kỳ", "Period"),
    "national.title.unit": ("Đơn vị", "Unit"),
    "national.title.name": ("Tên đơn vị", "Name"),
    "national.title.rank": ("Hạng", "Rank"),
    "national.title.shared": ("Đồng hạng", "Shared"),
    "national.title.total": ("Tổng điểm", "Total"),
    "national.title.maximum": ("Điểm tối đa được giao", "Assigned maximum"),
    "national.title.state": ("Ghi chú", "Note"),
    "national.shared": ("đồng hạng", "shared"),
    "national.knocked_out": ("không xếp hạng (điểm liệt)", "not ranked (knock-out)"),
    "national.incomplete": ("chưa xếp hạng (thiếu số liệu)", "not ranked yet (figures missing)"),
    "national.other_rulebook": (
        "Hồ sơ này dùng bảng tiêu chí khác (phiên bản {found}) với bảng chung (phiên bản {wanted}). Dùng cùng một "
        "bảng, hoặc chạy riêng cụm này",
        "This season has another rulebook (version {found}) than the one that all share (version {wanted}). Use one "
        "rulebook, or run this cluster by itself",
    ),
    "national.no_seasons": (
        "Trong {folder} không có thư mục con nào chứa season.yaml. Đưa thư mục chứa hồ sơ các cụm, hoặc một tệp CSV",
        "No subfolder of {folder} holds a season.yaml. Give the folder of the clusters' seasons, or a CSV file",
    ),
    "national.not_a_table": (
        "{file} không phải là tệp CSV. Lưu bảng dài dưới dạng CSV UTF-8; số liệu Excel thì để trong hồ sơ từng cụm",
        "{file} is no CSV file. Save the long table as CSV UTF-8; Excel figures stay in each cluster's season folder",
    ),
    "national.not_utf8": (
        "Tệp không ở mã UTF-8. Trong Excel chọn Lưu thành, kiểu CSV UTF-8, rồi làm lại",
        "The file is not in UTF-8. In Excel choose Save as, CSV UTF-8, then try again",
    ),
    "national.titles_missing": (
        "Dòng đầu phải có cột Cụm và cột Đơn vị. Thêm tên cột còn thiếu vào dòng đầu",
        "The first line needs the columns Cluster and Unit. Add the title that is missing",
    ),
    "national.cluster_scattered": (
        "Cụm {cluster} đã kết thúc ở phía trên mà lại có thêm dòng ở đây. Sắp xếp bảng theo cụm (và kỳ) rồi làm lại",
        "The cluster {cluster} ended above and has another line here. Sort the table by cluster (and period), then try "
        "again",
    ),
    "national.more_problems": (
        "và {count} chỗ nữa; sửa các chỗ trên trước",
        "and {count} more; mend those above first",
    ),
}
