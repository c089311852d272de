"""What is doubted about figures beside each other and beside earlier ones: refused, or asked about."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Weight.error": ("không nhận", "refused"),
    "Weight.warning": ("nhận, đề nghị giải trình", "kept, a comment is asked for"),
    "checks.above_most": (
        "{found} cao hơn mức cao nhất {limit} của chỉ số “{indicator}”. Kiểm tra và nhập lại số",
        "{found} lies above {limit}, the most that the indicator “{indicator}” can be. Check the figure and type it again",
    ),
    "checks.above_usual": (
        "{found} cao hơn mức thường gặp {limit} của chỉ số “{indicator}”. Kiểm tra lại; nếu đúng, ghi giải trình ở ô này",
        "{found} lies above {limit}, the usual most of the indicator “{indicator}”. Check it; if it is right, comment on it",
    ),
    "checks.above_whole": (
        "Tỷ lệ {found} của chỉ số “{indicator}” vượt 100%. Kiểm tra lại; nếu đúng, ghi giải trình ở ô này",
        "The percentage {found} of the indicator “{indicator}” is above 100%. Check it; if it is right, comment on it",
    ),
    "checks.below_least": (
        "{found} thấp hơn mức thấp nhất {limit} của chỉ số “{indicator}”. Kiểm tra và nhập lại số",
        "{found} lies below {limit}, the least that the indicator “{indicator}” can be. Check the figure and type it again",
    ),
    "checks.below_usual": (
        "{found} thấp hơn mức thường gặp {limit} của chỉ số “{indicator}”. Kiểm tra lại; nếu đúng, ghi giải trình ở ô này",
        "{found} lies below {limit}, the usual least of the indicator “{indicator}”. Check it; if it is right, comment on it",
    ),
    "checks.jump": (
        (
            "{found} thay đổi quá {jump} so với {before} đã báo cáo ({when}). Kiểm tra lại; nếu đúng, ghi giải trình "
            "ở ô của chỉ số “{indicator}”"
        ),
        (
            "{found} differs by more than {jump} from {before}, reported before ({when}). Check it; if it is right, "
            "comment on the cell of “{indicator}”"
        ),
    ),
    "checks.part_above_whole": (
        (
            "{found} của chỉ số “{indicator}” lớn hơn {of} của chỉ số “{whole}”, là số bao gồm nó. Kiểm tra hai số; nếu đúng, "
            "ghi giải trình ở ô của “{indicator}”"
        ),
        (
            "{found} of the indicator “{indicator}” is more than {of} of “{whole}”, which includes it. Check both; if they "
            "are right, comment on the cell of “{indicator}”"
        ),
    ),
    "checks.part_beyond_whole": (
        (
            "{found} của chỉ số “{indicator}” lớn hơn {of} của chỉ số “{whole}”, là số bao gồm nó. Kiểm tra và sửa một "
            "trong hai số"
        ),
        "{found} of the indicator “{indicator}” is more than {of} of “{whole}”, which includes it. Check and mend one of them",
    ),
    "checks.sum_differs": (
        (
            "{found} của chỉ số “{indicator}” khác tổng {sum} của {parts}. Kiểm tra các số; nếu đúng, ghi giải trình ở ô "
            "của “{indicator}”"
        ),
        (
            "{found} of the indicator “{indicator}” is not {sum}, the sum of {parts}. Check the figures; if they are right, "
            "comment on the cell of “{indicator}”"
        ),
    ),
    "checks.sum_does_not_hold": (
        "{found} của chỉ số “{indicator}” khác tổng {sum} của {parts}. Kiểm tra và sửa các số",
        "{found} of the indicator “{indicator}” is not {sum}, the sum of {parts}. Check and mend the figures",
    ),
    "describe.check_jump": (
        "{name}: hỏi khi số thay đổi quá {jump} so với số đã báo cáo trước đó.",
        "{name}: a change of more than {jump} against the figure reported before is asked about.",
    ),
    "describe.check_least": (
        "{name}: không thấp hơn {limit}; nếu thấp hơn: {weight}.",
        "{name}: at least {limit}; otherwise {weight}.",
    ),
    "describe.check_most": (
        "{name}: không cao hơn {limit}; nếu cao hơn: {weight}.",
        "{name}: at most {limit}; otherwise {weight}.",
    ),
    "describe.check_nothing": (
        "{name}: chưa nêu điều kiện nào ({weight}).",
        "{name}: states nothing yet ({weight}).",
    ),
    "describe.check_part": (
        "{name}: không lớn hơn {whole}; nếu lớn hơn: {weight}.",
        "{name}: not more than {whole}; otherwise {weight}.",
    ),
    "describe.check_sum": (
        "{name}: bằng tổng của {parts}; nếu khác: {weight}.",
        "{name}: the sum of {parts}; otherwise {weight}.",
    ),
    "describe.section_checks": ("Kiểm tra số liệu", "Checks of figures"),
    "rulebook.check_of_itself": (
        "Chỉ số {indicator} được so với chính nó hoặc với một chỉ số hai lần. Sửa danh sách chỉ số",
        "The indicator {indicator} is held against itself, or against one indicator twice. Mend the list of indicators",
    ),
    "rulebook.check_of_no_number": (
        "Chỉ số {indicator} không phải số đếm nên không thể gồm các phần hay cộng lại. Bỏ kiểm tra này hoặc đổi chỉ số",
        "The indicator {indicator} is no quantity, and holds no parts that add. Leave this check out, or name another one",
    ),
    "rulebook.check_of_other_kind": (
        "Chỉ số {indicator} và {other} không cùng loại số liệu nên không so được. Đổi chỉ số hoặc loại số liệu",
        "The indicators {indicator} and {other} are of two kinds and cannot be compared. Change one, or its kind",
    ),
    "rulebook.check_states_nothing": (
        "Kiểm tra của chỉ số {indicator} chưa nêu điều gì. Ghi mức thấp nhất, cao nhất, bao gồm, tổng hoặc mức thay đổi",
        "The check of {indicator} states nothing. Write a least, a most, a whole, a sum or a change",
    ),
    "rulebook.jump_is_a_percent": (
        "“{found}” không phải mức thay đổi. Ghi tỷ lệ lớn hơn 0 kèm dấu %, ví dụ 50%",
        "“{found}” is no change. Write a percentage above 0 with its sign, such as 50%",
    ),
}
