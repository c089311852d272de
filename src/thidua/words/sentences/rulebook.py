"""What is wrong with a rulebook, each at its path."""

SENTENCES: dict[str, tuple[str, str]] = {
    "FigureKind.count": ("số đếm", "a count"),
    "FigureKind.day": ("ngày", "a day"),
    "FigureKind.decimal": ("số thập phân", "a decimal"),
    "FigureKind.level": ("một trong các mức", "one of several levels"),
    "FigureKind.money": ("số tiền", "an amount of money"),
    "FigureKind.of_units": ("số đơn vị trên tổng số đơn vị", "a number of units"),
    "FigureKind.percent": ("tỷ lệ phần trăm", "a percentage"),
    "FigureKind.points": ("điểm", "points"),
    "FigureKind.result_target": ("kết quả trên chỉ tiêu", "a result over a target"),
    "FigureKind.share": ("tỷ lệ trên tổng số", "a share"),
    "FigureKind.verdict": ("đạt hoặc không đạt", "pass or fail"),
    "rulebook.adjustment_with_target": (
        "Điểm cộng, điểm trừ “{found}” dùng chỉ tiêu, điều này không tính được. Chọn cách tính không cần chỉ tiêu",
        "The bonus or deduction “{found}” asks for a target, which it cannot have. Choose a rule without one",
    ),
    "rulebook.award_without_points": (
        (
            "Điểm thưởng “{found}” cộng vào tổng được tính theo điểm của một tiêu chí, mà ở đây không có tiêu chí nào, nên "
            "luôn bằng 0. Dùng quy tắc ghi rõ số điểm: by_level, per_event, bands"
        ),
        (
            "The bonus “{found}” on the total is a part of a criterion's points; there is no criterion here, so it would "
            "always be 0. Use a rule that names its points: by_level, per_event, bands"
        ),
    ),
    "rulebook.award_of_this_year": (
        (
            "Điểm thưởng “{found}” lấy từ chỉ số {indicator} của chính năm này. Khen thưởng cộng điểm phải thuộc "
            "năm trước: ghi năm (year) của chỉ số"
        ),
        (
            "The bonus “{found}” comes from the indicator {indicator} of this very year. An award that adds "
            "points must be of an earlier year: state the indicator's year"
        ),
    ),
    "rulebook.band_empty": (
        "Bậc {points} điểm không chứa giá trị nào: đầu trên thấp hơn đầu dưới. Sửa lại hai đầu của bậc",
        "The band of {points} points holds no value: its upper end lies below its lower one. Correct the two ends",
    ),
    "rulebook.bands_hole": (
        (
            "Bậc dưới dừng ở {end}, bậc trên bắt đầu ở {start}: có giá trị không thuộc bậc nào (hai số bằng nhau thì chính "
            "số ấy bị bỏ sót). Ghi rõ đầu nào kể cả: “từ” hoặc “đến (kể cả)”"
        ),
        (
            "The lower band ends at {end}, the upper one starts at {start}: some value belongs to no band (if both are the "
            "same, that very value). Say which end is included: from or up_to"
        ),
    ),
    "rulebook.bands_overlap": (
        (
            "Bậc {lower} điểm và bậc {upper} điểm chồng lên nhau. Sửa lại các đầu để mỗi giá trị chỉ thuộc một "
            "bậc: “từ” và “đến (kể cả)” tính cả đầu, “trên” và “dưới” thì không"
        ),
        (
            "The bands of {lower} and {upper} points overlap. Correct the ends so that a value lies in one band "
            "only: from and up_to include the end, above and below do not"
        ),
    ),
    "rulebook.cannot_scale_down": (
        (
            "Nhóm {found} không thể thu nhỏ theo tỷ lệ: các mục con phải là tiêu chí không có mục con, không âm, "
            "giới hạn ở bước cuối, và bảng điểm làm tròn từng tiêu chí (rounding: leaf). Bỏ scale_down hoặc sửa "
            "các mục con"
        ),
        (
            "Group {found} cannot be scaled down: its parts must be criteria without parts, never negative, "
            "limited in the last step, and the rulebook must round every criterion (rounding: leaf). Leave "
            "scale_down out or mend them"
        ),
    ),
    "rulebook.cap_below_floor": (
        "Mức cao nhất {cap} thấp hơn mức thấp nhất {floor}. Kiểm tra lại hai mức",
        "The highest value {cap} lies below the lowest {floor}. Check the two limits",
    ),
    "rulebook.cap_not_positive": (
        "Mức trần {found} phải lớn hơn 0. Ghi số điểm nhiều nhất được cộng hoặc trừ, không ghi dấu trừ",
        "The cap {found} must be above 0. Write the most points that are added or taken off, without a minus sign",
    ),
    "rulebook.class_twice": (
        "Loại “{found}” khai báo hai lần. Giữ một",
        "The class “{found}” is declared twice. Keep one",
    ),
    "rulebook.classes_not_falling": (
        "Loại “{worse}” đứng sau “{better}” nhưng mức điểm không thấp hơn. Xếp các loại từ cao xuống thấp",
        (
            "The class “{worse}” follows “{better}” and does not ask for fewer points. Write the classes from the "
            "highest down"
        ),
    ),
    "rulebook.code_twice": (
        "Mã tiêu chí {found} dùng hai lần. Đặt cho mỗi tiêu chí một mã riêng",
        "The criterion code {found} is used twice. Give every criterion a code of its own",
    ),
    "rulebook.group_empty": (
        "Nhóm {found} không có mục con nào. Thêm mục con, hoặc ghi cách tính (rule) nếu đây là tiêu chí",
        "Group {found} has no parts. Add parts, or a rule if this is a criterion",
    ),
    "rulebook.indicator_twice": (
        (
            "Mã chỉ số {found} khai báo hai lần. Giữ một chỗ khai báo; tiêu chí chấm trực tiếp thì mã tiêu chí "
            "cũng là mã chỉ số"
        ),
        (
            "The indicator code {found} is declared twice. Keep one declaration; the code of a criterion whose "
            "points are entered is an indicator code too"
        ),
    ),
    "rulebook.aggregation_missing": (
        "Chỉ số {indicator} báo cáo nhiều kỳ trong năm nhưng chưa nói cách gộp thành số cả năm. Chọn một cách: {ways}",
        "Indicator {indicator} is reported within the year and does not say how the periods make the year. Choose: {ways}",
    ),
    "rulebook.aggregation_of_a_year": (
        "Chỉ số {indicator} chỉ báo cáo một lần cho cả năm nên không có gì để gộp. Xóa cách gộp, hoặc ghi kỳ báo cáo",
        "Indicator {indicator} is reported once a year, so nothing is put together. Remove the way, or set how often",
    ),
    "rulebook.aggregation_unfit": (
        "Chỉ số {indicator} không gộp được theo cách “{found}”. Cách dùng được: {ways}",
        "Indicator {indicator} cannot be put together by “{found}”. What fits: {ways}",
    ),
    "rulebook.indicator_unused": (
        "Chỉ số {found} không được tiêu chí nào dùng. Xóa chỉ số này, hoặc ghi mã của nó ở tiêu chí cần dùng",
        "No criterion uses the indicator {found}. Remove it, or name it in the criterion that needs it",
    ),
    "rulebook.knots_not_rising": (
        "Các mốc phải tăng dần: {found} đứng sau {before}. Sắp xếp lại",
        "The points of the line must rise: {found} follows {before}. Put them in order",
    ),
    "rulebook.levels_of_a_level": (
        (
            "Chỉ số {indicator}: danh sách mức (levels) chỉ dùng cho loại “level”, và loại đó bắt buộc có. Sửa "
            "loại hoặc danh sách"
        ),
        (
            "Indicator {indicator}: levels belong to the kind “level” alone, which must have them. Correct the "
            "kind or the list"
        ),
    ),
    "rulebook.months_not_counted": (
        "Chỉ số {indicator} dùng làm số tháng phải là số đếm (kind: count). Sửa loại của chỉ số",
        "The indicator {indicator} stands for months and must be a count (kind: count). Correct its kind",
    ),
    "rulebook.negative_points": (
        "Điểm của tiêu chí là {found}, không được âm. Điểm trừ khai báo ở mục deductions",
        "The points of a criterion are {found} and may not be negative. Points to take off belong under deductions",
    ),
    "rulebook.not_a_group": (
        "{found} không phải nhóm có mục con, nên không thể bị mất điểm cả nhóm. Ghi mã của nhóm",
        "{found} is no group with parts, so it cannot be emptied as one. Name the group",
    ),
    "rulebook.number_for_a_percent": (
        "{found} là số, trong khi chỉ số {indicator} là tỷ lệ. Ghi kèm dấu %, ví dụ 90%",
        "{found} is a number, and the indicator {indicator} is a percentage. Write it with its sign, such as 90%",
    ),
    "rulebook.one_for_each_level": (
        "Chỉ số {indicator} có {levels} mức mà ghi {given} giá trị. Ghi mỗi mức một giá trị, theo đúng thứ tự",
        (
            "The indicator {indicator} has {levels} levels and {given} values are given. Give one for each level, "
            "in their order"
        ),
    ),
    "rulebook.one_weight_each": (
        "Có {given} trọng số trong khi cần {wanted}. Ghi mỗi chỉ số một trọng số, chỉ số của tiêu chí đứng đầu",
        "There are {given} weights where {wanted} are needed. Give one for each indicator, the criterion's own first",
    ),
    "rulebook.order_incomplete": (
        "Thứ tự áp dụng phải có đủ các bước, mỗi bước một lần: {steps}",
        "The order of application must name every step once: {steps}",
    ),
    "rulebook.parts_do_not_sum": (
        (
            "Các mục con của nhóm {found} cộng lại được {parts} điểm, khác với {whole} điểm của nhóm. Sửa một "
            "trong hai, hoặc ghi mức trần (cap) nếu nhóm được phép vượt"
        ),
        (
            "The parts of group {found} add up to {parts} points, not to its {whole}. Correct one of the two, or "
            "give a cap if the parts may exceed it"
        ),
    ),
    "rulebook.percent_of_a_number": (
        "{found} là tỷ lệ phần trăm, trong khi chỉ số {indicator} là số. Bỏ dấu %, hoặc sửa loại của chỉ số",
        "{found} is a percentage, and the indicator {indicator} is a number. Leave the sign out, or correct its kind",
    ),
    "rulebook.places_out_of_range": (
        "Số chữ số thập phân {found} không dùng được. Ghi từ 0 đến {most}",
        "{found} decimals cannot be used. Write 0 to {most}",
    ),
    "rulebook.predicate_unclear": (
        (
            "Điều kiện về chỉ số {indicator} chưa rõ. Chỉ số đạt hay không đạt thì ghi “đạt yêu cầu”; chỉ số là số "
            "thì ghi khoảng giá trị (“trên”, “từ”, “dưới”, “đến (kể cả)”)"
        ),
        (
            "The condition on the indicator {indicator} is unclear. For pass or fail write passed; for a number "
            "write an interval (above, from, below, up_to)"
        ),
    ),
    "rulebook.share_out_of_range": (
        "{found} nằm ngoài khoảng dùng được của mục này. Ghi một tỷ lệ từ 0% đến 100% (mức trần có thể cao hơn 100%)",
        "{found} lies outside what this entry allows. Write a share from 0% to 100% (a cap may be above 100%)",
    ),
    "rulebook.share_without_percent": (
        "{found} thiếu dấu %. Ghi tỷ lệ, ví dụ 85%",
        "{found} has no % sign. Write the share, such as 85%",
    ),
    "rulebook.step_not_positive": (
        "Độ lớn một nấc là {found}, phải lớn hơn 0. Sửa lại",
        "The size of a step is {found} and must be above 0. Correct it",
    ),
    "rulebook.two_lower_ends": (
        "Đầu dưới của khoảng ghi hai lần, ở “trên” và ở “từ”. Giữ một: “từ” tính cả đầu, “trên” thì không",
        "The lower end is given twice, as above and as from. Keep one: from includes the end, above does not",
    ),
    "rulebook.two_upper_ends": (
        "Đầu trên của khoảng ghi hai lần, ở “dưới” và ở “đến (kể cả)”. Giữ một: “đến (kể cả)” tính cả đầu, “dưới” thì không",
        "The upper end is given twice, as below and as up_to. Keep one: up_to includes the end, below does not",
    ),
    "rulebook.unknown_class": (
        "Không có loại nào tên “{found}” ở mục classes. Khai báo loại, hoặc sửa lại tên",
        "No class is called “{found}” under classes. Declare it, or correct the name",
    ),
    "rulebook.unknown_criterion": (
        "Không có tiêu chí nào mã “{found}” trong bảng điểm. Kiểm tra lại mã",
        "The rulebook has no criterion with the code “{found}”. Check the code",
    ),
    "rulebook.unknown_indicator": (
        "Chỉ số “{found}” chưa được khai báo ở mục indicators. Khai báo chỉ số, hoặc sửa lại mã",
        "The indicator “{found}” is not declared under indicators. Declare it, or correct the code",
    ),
    "rulebook.unknown_kind": (
        "Không có cách tính nào tên “{found}”. Các cách tính dùng được: {kinds}",
        "There is no kind of rule called “{found}”. Kinds that can be used: {kinds}",
    ),
    "rulebook.weights_not_positive": (
        "Trọng số không được âm và phải có ít nhất một số lớn hơn 0. Sửa lại các trọng số",
        "Weights may not be negative, and one at least must be above 0. Correct them",
    ),
    "rulebook.weights_with_trim": (
        "Không dùng trọng số cùng lúc với bỏ điểm cao nhất, thấp nhất (trim). Giữ một trong hai",
        "Weights and leaving out the highest and lowest (trim) cannot go together. Keep one of the two",
    ),
    "rulebook.whole_of_less": (
        "Số liệu {indicator} càng ít càng tốt, nên bản thân nó không phải là mức đạt. Bỏ of: whole và ghi chỉ tiêu",
        "Of {indicator} less is better, so that it is no degree by itself. Leave out of: whole and give a target",
    ),
    "rulebook.wrong_kind_of_figure": (
        "Chỉ số {indicator} là {kind}, cách tính này không dùng được. Loại dùng được: {wanted}",
        "The indicator {indicator} is {kind}, which this rule cannot read. Kinds that it reads: {wanted}",
    ),
    "rulebook.each_negative": (
        "Điểm mỗi lần là {found}, nhỏ hơn 0. Ghi số dương; khoản trừ đặt trong deductions",
        "The points per event are {found}, below 0. Write a positive number; what is taken off stands in deductions",
    ),
    "rulebook.target_unused": (
        "Có ghi chỉ tiêu nhưng cách tính {kind} không dùng đến. Bỏ chỉ tiêu, hoặc chọn cách tính có so với chỉ tiêu",
        "A target is given but the rule {kind} uses none. Remove the target, or choose a rule that compares with it",
    ),
    "rulebook.cap_never_met": (
        "Mức tối đa {cap} không bao giờ chạm tới: cách tính này cho nhiều nhất {most} điểm. Bỏ mức tối đa hoặc xem lại",
        "The cap of {cap} is never met: this rule gives {most} points at the most. Remove the cap or look again",
    ),
}
