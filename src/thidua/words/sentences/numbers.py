"""What the reader of numbers asks and refuses. What is to be typed is spelled the Vietnamese way in both languages."""

SENTENCES: dict[str, tuple[str, str]] = {
    "NumberKind.count": ("số đếm", "a count"),
    "NumberKind.decimal": ("số thập phân", "a decimal"),
    "NumberKind.percent": ("tỷ lệ phần trăm", "a percentage"),
    "NumberKind.share": ("tỷ lệ trên tổng số", "a share"),
    "NumberKind.result_target": ("kết quả trên chỉ tiêu", "a result over a target"),
    "NumberKind.of_units": ("số đơn vị trên tổng số đơn vị", "a number of units"),
    "NumberKind.money": ("số tiền", "an amount of money"),
    "numbers.above_one": (
        (
            "“{text}” lớn hơn 1, trong khi chỉ số này là tỷ lệ trên tổng số. Kiểm tra lại hai số; nếu đây là kết quả "
            "trên chỉ tiêu thì ghi lại loại số của chỉ số"
        ),
        (
            "“{text}” is above 1, and this indicator is a share. Check the two numbers; if this is a result over "
            "a target, state so as the indicator's kind of number"
        ),
    ),
    "numbers.bracket_misplaced": (
        "“{text}” có dấu ngoặc ở chỗ không đọc được. Mỗi ô chỉ ghi một số, phần giải thích ghi ở cột ghi chú",
        "“{text}” has a bracket where none can be read. Write one number a cell and put remarks in the notes column",
    ),
    "numbers.bracketed": (
        "“{text}” nằm trong ngoặc nên chưa rõ có phải số liệu không. Nếu đúng là số liệu, gõ {inside} không có ngoặc",
        "“{text}” stands in brackets, so it may be a remark. If it is the figure, type {inside} without brackets",
    ),
    "numbers.brackets": (
        "“{text}” nằm trong ngoặc: là số âm hay là số ghi chú? Gõ −{inside} nếu là số âm, gõ {inside} nếu không",
        "“{text}” stands in brackets: a negative number or a remark? Type −{inside} if negative, {inside} if not",
    ),
    "numbers.dash_alone": (
        "Chỉ có dấu gạch “{text}”: bằng 0 hay chưa báo cáo? Gõ 0 nếu bằng 0, để trống nếu chưa báo cáo",
        "There is only a dash “{text}”: zero or not reported? Type 0 for zero, leave the cell empty otherwise",
    ),
    "numbers.denominator_zero": (
        "“{text}” có tổng số bằng 0 nên không tính được tỷ lệ. Nếu không phát sinh hoặc chưa báo cáo thì để trống ô",
        "“{text}” has a total of 0, so there is no rate. If nothing occurred or was reported, leave the cell empty",
    ),
    "numbers.empty": (
        "Ô trống, trong khi ở đây cần một số. Gõ số, hoặc bỏ hẳn ô nếu chưa báo cáo",
        "The text is empty where a number is needed. Type the number, or leave the entry out if not reported",
    ),
    "numbers.english_form": (
        "“{text}” dùng dấu phẩy tách hàng nghìn theo kiểu tiếng Anh. Nếu đúng là số đó, hãy gõ {typed}",
        "“{text}” separates thousands by commas, the English way. If that is what is meant, type {typed}",
    ),
    "numbers.exponent": (
        "“{text}” viết dạng lũy thừa nên có thể đã mất chữ số. Định dạng ô là số hoặc văn bản rồi gõ đủ các chữ số",
        (
            "“{text}” is in scientific notation and may have lost digits. Format the cell as number or text and type "
            "all digits"
        ),
    ),
    "numbers.hidden_character": (
        "“{text}” có ký tự ẩn {character}. Xóa nội dung ô rồi gõ lại bằng tay",
        "“{text}” contains the hidden character {character}. Clear the cell and type the number by hand",
    ),
    "numbers.kind_missing": (
        "“{text}” chưa rõ là loại số nào; đọc được theo các loại: {kinds}. Ghi rõ loại số của chỉ số này",
        "“{text}”: the kind of number is not known; it reads as any of {kinds}. State the indicator's kind of number",
    ),
    "numbers.letters": (
        "“{text}” phải ghi bằng chữ số, không lẫn chữ cái, không ghi đơn vị tính; xem có gõ nhầm chữ O thay cho số 0 không",
        "“{text}” is to be written in digits, without letters and without its unit; check for the letter O typed for 0",
    ),
    "numbers.looks_like_date": (
        "“{text}” là ngày tháng, còn ở đây cần một số. Nếu ô bị đổi thành ngày, định dạng ô là văn bản và gõ lại",
        (
            "“{text}” is a date where a number is needed. If the cell was turned into a date, format it as text and "
            "type it again"
        ),
    ),
    "numbers.month_or_months": (
        (
            "“{text}” là tháng {month} năm {year} hay {month} tháng đầu năm {year}? Ghi bằng chữ kỳ số liệu và gõ số "
            "vào ô riêng"
        ),
        (
            "“{text}”: month {month} of {year}, or the first {month} months of {year}? Write the period in words and "
            "the number in its own cell"
        ),
    ),
    "numbers.more_units_than_all": (
        "“{text}” có số đơn vị lớn hơn tổng số đơn vị. Kiểm tra lại hai số",
        "“{text}” names more units than there are. Check the two numbers",
    ),
    "numbers.negative": (
        "“{text}” là số âm, trong khi số đếm được không thể âm. Kiểm tra lại dấu",
        "“{text}” is negative, and what is counted cannot be. Check the sign",
    ),
    "numbers.no_digits": (
        "“{text}” không có chữ số nào. Gõ số, hoặc để trống ô nếu chưa báo cáo",
        "“{text}” has no digit. Type the number, or leave the cell empty if it is not reported",
    ),
    "numbers.not_finite": (
        "Ô chứa kết quả tính lỗi “{text}”. Sửa công thức hoặc gõ số vào ô",
        "The cell holds a failed calculation “{text}”. Mend the formula or type the number",
    ),
    "numbers.not_whole": (
        "“{text}” không phải số nguyên, trong khi ở đây chỉ ghi số nguyên. Gõ số nguyên; hàng nghìn viết 1.234",
        (
            "“{text}” is not written as a whole number, and only whole numbers stand here. Type a whole number; "
            "thousands are written 1.234"
        ),
    ),
    "numbers.other_script": (
        "“{text}” có chữ số “{character}” của hệ chữ khác. Gõ lại bằng các chữ số 0 đến 9",
        "“{text}” contains “{character}”, a digit of another script. Type it with the digits 0 to 9",
    ),
    "numbers.percent_misplaced": (
        "“{text}” có dấu % không ở cuối số. Viết như 93,1%",
        "“{text}” has a % sign that is not at the end of the number. Write it like 93,1%",
    ),
    "numbers.percent_unwanted": (
        "“{text}” là tỷ lệ %, trong khi ở đây cần số đếm. Gõ số đếm, không có dấu %",
        "“{text}” is a percentage where a count is needed. Type the count, without the % sign",
    ),
    "numbers.separator_misplaced": (
        (
            "“{text}” có dấu chấm hoặc dấu phẩy sai chỗ. Dấu chấm tách từng nhóm ba chữ số, dấu phẩy tách "
            "phần thập phân: 1.234,5"
        ),
        (
            "“{text}” has a point or comma in the wrong place. Points separate groups of three digits, the comma "
            "the decimals: 1.234,5"
        ),
    ),
    "numbers.sign_misplaced": (
        "“{text}” có dấu cộng hoặc trừ không ở đầu số. Gõ một số; nếu là khoảng từ … đến … thì gõ số chốt",
        "“{text}” has a plus or minus that is not in front. Type one number; for a range, type the final figure",
    ),
    "numbers.space_inside": (
        "“{text}” có khoảng trắng giữa các chữ số. Viết liền, hoặc tách hàng nghìn bằng dấu chấm",
        "“{text}” has a space between digits. Write them together, or separate thousands by points",
    ),
    "numbers.spaced_groups": (
        "“{text}” là một số viết cách hay là hai số? Nếu là một số, hãy gõ {typed}",
        "“{text}”: one number written with spaces, or two numbers? If it is one, type {typed}",
    ),
    "numbers.special_digit": (
        "“{text}” có ký tự “{character}” (số nhỏ, phân số hay số khoanh). Gõ lại bằng chữ số thường, bỏ số chú thích",
        (
            "“{text}” contains “{character}” (a superscript, fraction or circled digit). Type ordinary digits and "
            "leave out footnote numbers"
        ),
    ),
    "numbers.stroke_unwanted": (
        "“{text}” có dấu gạch chéo, trong khi ở đây cần một số. Gõ một số, ví dụ 2.662",
        "“{text}” has a stroke where one number is needed. Type one number, such as 2.662",
    ),
    "numbers.stroke_wanted": (
        "“{text}” chỉ là một số, trong khi ở đây cần hai số có dấu gạch chéo, ví dụ 343/359",
        "“{text}” is one number where two with a stroke are needed, such as 343/359",
    ),
    "numbers.strokes": (
        "“{text}” không phải hai số cách nhau bằng một dấu gạch chéo. Viết như 343/359",
        "“{text}” is not two numbers with one stroke between them. Write it like 343/359",
    ),
    "numbers.target_zero": (
        "“{text}” có chỉ tiêu bằng 0 nên không so được. Nhập lại chỉ tiêu, hoặc để trống ô nếu không giao chỉ tiêu",
        (
            "“{text}” has a target of 0, with which nothing compares. Enter the target, or leave the cell empty "
            "if none was assigned"
        ),
    ),
    "numbers.thousands_or_point": (
        "“{text}” đọc được hai cách: dấu chấm tách hàng nghìn hay dấu thập phân? Gõ {whole} hoặc {point}",
        "“{text}” can be read in two ways: does the point separate thousands or decimals? Type {whole} or {point}",
    ),
    "numbers.too_long": (
        "“{text}” dài quá {digits} chữ số. Kiểm tra xem có dán nhầm nội dung vào ô không",
        "“{text}” is longer than {digits} digits. Check whether something was pasted here by mistake",
    ),
    "numbers.too_precise": (
        "Ô chứa số “{text}” có hơn 15 chữ số, thường do công thức tính ra. Nếu đúng là {typed} thì gõ số đó vào ô",
        "The cell holds “{text}”, more than 15 digits, usually left by a formula. If {typed} is meant, type it",
    ),
    "numbers.truth_value": (
        "Ô chứa giá trị đúng/sai “{text}”, trong khi ở đây cần một số. Gõ số vào ô",
        "The cell holds the truth value “{text}” where a number is needed. Type the number",
    ),
    "numbers.two_commas": (
        "“{text}” có hơn một dấu phẩy. Dấu phẩy chỉ tách phần thập phân, hàng nghìn tách bằng dấu chấm: 1.234.567,8",
        "“{text}” has more than one comma. The comma separates decimals only, points separate thousands: 1.234.567,8",
    ),
    "numbers.unknown_character": (
        "“{text}” có ký tự “{character}” không dùng trong số. Chỉ gõ chữ số và các dấu . , % / + −",
        "“{text}” contains “{character}”, which no number has. Use digits and the signs . , % / + − alone",
    ),
}
