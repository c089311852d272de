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
        "Trong {folder} không có thư mục con nào chứa season.yaml và cũng không có bảng nào. Đưa thư mục chứa hồ sơ các "
        "cụm, thư mục chứa các bảng, hoặc một tệp CSV, Parquet, Excel",
        "No subfolder of {folder} holds a season.yaml, and there is no table either. Give the folder of the clusters' "
        "seasons, a folder of tables, or one CSV, Parquet or Excel file",
    ),
    "national.two_forms": (
        "Trong {folder} vừa có hồ sơ các cụm (thư mục con chứa season.yaml) vừa có tệp rời {file}. Chuyển một trong hai "
        "ra chỗ khác để mỗi lần chạy chỉ có một dạng",
        "{folder} holds seasons of clusters (subfolders with a season.yaml) and the loose file {file} as well. Move one "
        "of them elsewhere, so that a run has one form",
    ),
    "national.not_utf8": (
        "Tệp không ở mã UTF-8. Trong Excel chọn Lưu thành, kiểu CSV UTF-8, rồi làm lại",
        "The file is not in UTF-8. In Excel choose Save as, CSV UTF-8, then try again",
    ),
    "national.titles_missing": (
        "Dòng tên cột phải có cột Cụm và cột Đơn vị. Thêm tên cột còn thiếu",
        "The line of titles needs the columns Cluster and Unit. Add the title that is missing",
    ),
    "national.cluster_scattered": (
        "Cụm {cluster} đã kết thúc ở phía trên mà lại có thêm dòng ở đây. Sắp xếp bảng theo cụm (và kỳ) rồi làm lại",
        "The cluster {cluster} ended above and has another line here. Sort the table by cluster (and period), then try "
        "again",
    ),
    "national.cluster_missing": (
        "Dòng này không ghi cụm. Ghi tên cụm vào từng dòng (ô gộp chỉ tính cho dòng đầu)",
        "This line names no cluster. Write the cluster in every line (merged cells count for the first line alone)",
    ),
    "national.cluster_in_two_files": (
        "Cụm {cluster} đã có số liệu ở {other}. Để mọi dòng của một cụm trong cùng một tệp",
        "The cluster {cluster} has figures in {other} already. Keep all lines of a cluster in one file",
    ),
    "national.more_problems": (
        "và {count} chỗ nữa; sửa các chỗ trên trước",
        "and {count} more; mend those above first",
    ),
}
