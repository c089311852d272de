"""What the reader of dates refuses."""

SENTENCES: dict[str, tuple[str, str]] = {
    "dates.no_such_day": (
        "“{text}” không có trong lịch. Viết ngày trước, tháng sau, ví dụ 23/11/2024",
        "“{text}” is not in the calendar. Write the day before the month, such as 23/11/2024",
    ),
    "dates.not_a_date": (
        "“{text}” không phải ngày. Viết đủ ngày, tháng và bốn chữ số của năm, ví dụ 23/11/2024",
        "“{text}” is not a date. Write day, month and a year of four digits, such as 23/11/2024",
    ),
    "dates.year_out_of_range": (
        "“{text}” có năm ngoài khoảng 1900 đến 2199. Kiểm tra lại năm",
        "“{text}” has a year outside 1900 to 2199. Check the year",
    ),
}
