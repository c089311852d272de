"""What is said of patterns in figures: always a question, with the test that asks it."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Verb.read_patterns": ("xem dấu hiệu trong số liệu", "read patterns in figures"),
    "patterns.bunching": ("Số liệu sát trên chỉ tiêu", "Figures just above their targets"),
    "patterns.bunching_asked": (
        (
            "{above} số liệu vượt chỉ tiêu chưa tới 5%, {below} số liệu hụt chưa tới 5%. Nếu hai phía ngang nhau, chênh "
            "lệch như vậy chỉ gặp {chance}% số lần. Có điều gì giải thích không, như chỉ tiêu giao theo kết quả đã biết?"
        ),
        (
            "{above} figures are less than 5% above their targets, {below} less than 5% below. Were both sides alike, "
            "this would happen {chance}% of the time. Is there a reason, such as targets set after the results were known?"
        ),
    ),
    "patterns.bunching_none": (
        "{above} số liệu vượt chỉ tiêu chưa tới 5%, {below} số liệu hụt chưa tới 5%: không có gì đáng hỏi.",
        "{above} figures are less than 5% above their targets, {below} less than 5% below: nothing to ask.",
    ),
    "patterns.bunching_test": (
        ("Phép thử hai bên ngưỡng (Gerber và Malhotra, 2008), nhị thức một phía, hỏi khi khả năng ngẫu nhiên dưới 1%"),
        "Caliper test (Gerber and Malhotra, 2008), one-sided binomial, asked below a chance of 1%",
    ),
    "patterns.digit": ("Chữ số cuối", "Last digit"),
    "patterns.digits": ("Chữ số cuối của số đếm", "Last digits of counts"),
    "patterns.digits_asked": (
        (
            "Chữ số cuối của {count} số đếm từ 100 trở lên không đều (χ² = {statistic}, ngưỡng {critical}). Số liệu có được "
            "làm tròn hay ước lượng ở đâu không?"
        ),
        (
            "The last digits of {count} counts from 100 on are uneven (χ² = {statistic}, critical value {critical}). Were "
            "figures rounded or estimated somewhere?"
        ),
    ),
    "patterns.digits_none": (
        "Chữ số cuối của {count} số đếm từ 100 trở lên trải đều (χ² = {statistic}, ngưỡng {critical}): không có gì đáng hỏi.",
        "The last digits of {count} counts from 100 on are even (χ² = {statistic}, critical value {critical}): nothing to ask.",
    ),
    "patterns.digits_test": (
        "Phép thử chữ số cuối (Beber và Scacco, 2012), khi bình phương 9 bậc tự do, ngưỡng {critical} ở mức 1%",
        "Last-digit test (Beber and Scacco, 2012), chi-squared with 9 degrees of freedom, critical value {critical} at 1%",
    ),
    "patterns.even": ("Nếu trải đều", "If even"),
    "patterns.how": (
        (
            "Hai phép thử trên toàn bộ số liệu các đơn vị tự báo cáo, chỉ từ {least} số trở lên. Đây là câu hỏi để tìm "
            "hiểu, không phải kết luận về đơn vị nào"
        ),
        (
            "Two tests over all figures that units reported, from {least} figures on. They put questions; they say "
            "nothing about any unit"
        ),
    ),
    "patterns.often": ("nhiều hơn hẳn", "far more"),
    "patterns.question": ("nên hỏi", "worth asking"),
    "patterns.times": ("Số lần", "Times"),
    "patterns.title": ("Dấu hiệu trong số liệu", "Patterns in the figures"),
    "patterns.too_few": (
        "Mới có {count} số để xét, cần từ {least} số trở lên nên chưa nói gì",
        "There are {count} figures to look at; nothing is said below {least}",
    ),
}
