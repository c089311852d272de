"""What is wrong with the files of the demonstration, or with the time at which it is to stand."""

SENTENCES: dict[str, tuple[str, str]] = {
    "demo.before_the_start": (
        "Đồng hồ đặt ở {at}, trước ngày đầu của bản trình diễn ({first}). Đặt AT từ ngày ấy trở đi",
        "The clock is set to {at}, before the first day of the demonstration ({first}). Set AT to that day or later",
    ),
    "demo.fact_without_source": (
        "Nội dung này thiếu subject, text hoặc source. Ghi đủ ba mục, hoặc dùng statement, fact để lấy từ thư mục kỳ",
        "This fact lacks subject, text or source. Give all three, or take one by statement or fact from the folder",
    ),
    "demo.not_a_moment": (
        "“{found}” không phải là ngày và giờ. Ghi như 23/11/2024 14:00",
        "“{found}” is no day and time. Write it as 23/11/2024 14:00",
    ),
    "demo.unknown_fact": (
        "Thư mục kỳ không có nhận định hoặc nội dung “{name}”. Kiểm tra tên trong season.yaml",
        "The season folder has no statement or fact “{name}”. Check the name in season.yaml",
    ),
}
