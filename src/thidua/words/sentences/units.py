"""What is wrong with dates, working days, units, clusters, and figures that have to pass over a merger."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Level.ministry": ("bộ", "ministry"),
    "Level.department": ("cục, vụ", "department"),
    "Level.province": ("tỉnh, thành phố", "province"),
    "Level.division": ("phòng", "division"),
    "Level.district": ("huyện", "district"),
    "Level.commune": ("xã, phường, đặc khu", "commune"),
    "OfficeKind.chair": ("cụm trưởng", "chair"),
    "OfficeKind.deputy": ("cụm phó", "deputy chair"),
    "SuccessionKind.rename": ("đổi tên", "rename"),
    "SuccessionKind.merge": ("hợp nhất", "merger"),
    "SuccessionKind.split": ("chia tách", "split"),
    "SuccessionKind.mixed": ("chia và hợp nhất", "split and merger"),
    "TurnState.planned": ("theo lượt", "in turn"),
    "TurnState.skipped": ("bỏ lượt", "passed over"),
    "TurnState.replaced": ("bầu lại", "elected anew"),
    "timeline.basis_unknown": ("chưa xác định", "not known"),
    "timeline.day_twice": (
        "Ngày {day} ghi hai lần: “{first_name}” và “{second_name}”. Chỉ giữ một dòng cho mỗi ngày",
        "{day} is stated twice: “{first_name}” and “{second_name}”. Keep one line a day",
    ),
    "timeline.empty_period": (
        "Khoảng thời gian từ {start} đến trước {end} không có ngày nào. Kiểm tra lại hai ngày",
        "The time from {start} until before {end} holds no day. Check the two dates",
    ),
    "timeline.ends_before_start": (
        "Ngày cuối {last} đứng trước ngày đầu {first}. Kiểm tra lại hai ngày",
        "The last day {last} comes before the first day {first}. Check the two dates",
    ),
    "timeline.not_yaml": (
        ("Tệp không đọc được từ dòng {line}. Kiểm tra dấu hai chấm, dấu gạch đầu dòng và khoảng thụt vào của dòng đó"),
        "The file cannot be read from line {line} on. Check the colons, dashes and indents of that line",
    ),
    "timeline.outside_calendar": (
        "“{name}” có từ {first} đến trước {end}, không có ngày {day}. Bổ sung ngày nghỉ của năm đó vào lịch",
        ("“{name}” runs from {first} until before {end} and does not know {day}. Add the holidays of that year to it"),
    ),
    "timeline.outside_dates": (
        "“{name}” không có giá trị cho ngày {day}. Bổ sung giá trị có hiệu lực vào ngày đó, kèm căn cứ pháp lý",
        "“{name}” has no value on {day}. Add the value that held on that day, with its legal basis",
    ),
    "timeline.overlap": (
        "“{name}” có hai giá trị cùng hiệu lực từ {start}. Sửa ngày kết thúc của giá trị trước",
        "“{name}” has two values in force from {start}. Mend the end of the earlier one",
    ),
    "timeline.worked_anyway": (
        "“{name}” ghi {day} là ngày làm bù, nhưng hôm đó vốn là ngày làm việc. Kiểm tra lại ngày",
        "“{name}” has {day} worked in exchange, but it is a working day anyway. Check the date",
    ),
    "units.begins_another_day": (
        (
            "Đơn vị {unit} hình thành ngày {day} theo quyết định, nhưng trong danh sách lại bắt đầu từ {start}. "
            "Sửa cho hai ngày trùng nhau"
        ),
        "Unit {unit} is formed on {day}, but the list has it begin on {start}. Make the two days agree",
    ),
    "units.circle": (
        "Từ {day} các đơn vị là cấp trên của nhau thành vòng: {units}. Sửa cấp trên của một đơn vị trong vòng",
        "From {day} units stand above each other in a circle: {units}. Mend the parent of one of them",
    ),
    "units.counts_wanted": (
        (
            "Số liệu của {unit} là {found}, trong khi chỉ số này cần hai số có dấu gạch chéo như 343/359. Đề nghị "
            "đơn vị báo cáo cả hai số"
        ),
        (
            "The figure of {unit} is {found}, and this indicator needs two numbers such as 343/359. Ask the unit "
            "to report both"
        ),
    ),
    "units.decimal_does_not_add": (
        (
            "Số liệu của {unit} là {found}, một chỉ số hoặc số bình quân thì không cộng được. Nếu là số lượng "
            "(như ki-lô-gam) thì khai chỉ số này là cộng được"
        ),
        (
            "The figure of {unit} is {found}; an index or a mean does not add. If it is a quantity (such as "
            "kilograms), declare that this indicator adds"
        ),
    ),
    "units.does_not_end": (
        "Đơn vị {unit} có đơn vị kế thừa từ {day} nhưng chưa ghi ngày kết thúc. Ghi ngày kết thúc là {day}",
        "Unit {unit} is succeeded on {day} but has no end. Let it end on {day}",
    ),
    "units.ends_another_day": (
        (
            "Đơn vị {unit} kết thúc ngày {end} nhưng lại được kế thừa hoặc giải thể ngày {day}. Sửa cho hai ngày "
            "trùng nhau"
        ),
        "Unit {unit} ends on {end}, but it is succeeded or abolished on {day}. Make the two days agree",
    ),
    "units.ends_unexplained": (
        "Đơn vị {unit} kết thúc ngày {end} mà không ghi đơn vị kế thừa. Ghi đơn vị kế thừa, hoặc ghi là giải thể",
        "Unit {unit} ends on {end} and nobody carries it on. Name its successor, or state that it was abolished",
    ),
    "units.figure_missing": (
        (
            "Chưa có số liệu của {unit} nên không tính được cho đơn vị kế thừa; thiếu thì không tính là 0. Đề "
            "nghị bổ sung số liệu của {unit}"
        ),
        (
            "The figure of {unit} is missing, so that of its successor cannot be told; missing does not count as "
            "0. Ask for the figure of {unit}"
        ),
    ),
    "units.figure_on_both_sides": (
        (
            "Đơn vị {unit}, hình thành ngày {day}, đã có số liệu trong cùng kỳ với các đơn vị hợp thành. Tách số "
            "liệu trước và sau ngày đó thành hai kỳ"
        ),
        (
            "Unit {unit}, formed on {day}, has a figure in the same period as the units it was formed of. Put the "
            "figures before and after that day into two periods"
        ),
    ),
    "units.formed_twice": (
        (
            "Đơn vị {unit} được hình thành thêm một lần nữa ngày {day}. Mỗi đơn vị chỉ hình thành một lần; đặt mã "
            "khác cho đơn vị sau"
        ),
        "Unit {unit} is formed a second time on {day}. A unit is formed once; give the later one another code",
    ),
    "units.gap": (
        (
            "Các dòng của đơn vị {unit} bị đứt quãng trước ngày {start}. Nối hai dòng lại, hoặc đặt mã khác cho "
            "đơn vị sau"
        ),
        "The lines of unit {unit} leave a gap before {start}. Join them, or give the later unit another code",
    ),
    "units.holder_not_member": (
        (
            "Đơn vị {unit} giữ chức vụ của cụm từ {start} khi không là thành viên. Sửa thời gian giữ chức vụ hoặc "
            "thời gian tham gia cụm"
        ),
        (
            "Unit {unit} holds an office of the cluster from {start} without being a member. Mend the time of the "
            "office or of the membership"
        ),
    ),
    "units.link_twice": (
        "Việc {successor} kế thừa {predecessor} ghi hai lần. Bỏ một dòng",
        "That {successor} carries on {predecessor} is stated twice. Remove one line",
    ),
    "units.member_not_existing": (
        (
            "Đơn vị {unit} là thành viên của cụm nhưng không tồn tại từ {start}. Sửa thời gian tham gia, hoặc ghi "
            "đơn vị kế thừa làm thành viên từ ngày đó"
        ),
        (
            "Unit {unit} is a member of the cluster but does not exist from {start}. Mend the time, or enter its "
            "successor as a member from that day"
        ),
    ),
    "units.member_twice": (
        "Đơn vị {unit} ghi hai lần làm thành viên trong cùng thời gian. Bỏ một dòng",
        "Unit {unit} is a member twice at the same time. Remove one line",
    ),
    "units.not_existing": (
        "Đơn vị “{name}” ({unit}) không tồn tại vào ngày {day}. Dùng đơn vị có hiệu lực vào ngày đó",
        "Unit “{name}” ({unit}) does not exist on {day}. Use the unit that stood on that day",
    ),
    "units.other_counts_wanted": (
        "Số liệu {found} của {unit} khác loại số của chỉ số này nên không cộng được. Kiểm tra loại số đã khai",
        (
            "The figure {found} of {unit} is of another kind than this indicator, so it does not add. Check the "
            "kind of number declared"
        ),
    ),
    "units.overlap": (
        "Đơn vị {unit} có hai dòng cùng hiệu lực từ {start}. Sửa ngày kết thúc của dòng trước",
        "Unit {unit} has two lines in force from {start}. Mend the end of the earlier one",
    ),
    "units.own_successor": (
        "Đơn vị {unit} vừa kết thúc vừa hình thành ngày {day}. Đơn vị mới cùng tên vẫn phải có mã riêng",
        "Unit {unit} both ends and begins on {day}. A new body needs a code of its own even under the same name",
    ),
    "units.parent_outside": (
        "Cấp trên {parent} của đơn vị {unit} không tồn tại từ {start}. Ghi cấp trên của đơn vị từ ngày đó",
        "The parent {parent} of unit {unit} does not exist from {start}. Name the unit's parent from that day",
    ),
    "units.parts_do_not_add": (
        "Các phần chia của {unit} cộng lại là {total}, không bằng cả số là {whole}. Kiểm tra lại từng phần",
        "The parts of {unit} add up to {total}, not to its whole of {whole}. Check each part",
    ),
    "units.parts_not_stated": (
        "Đơn vị {unit} được chia ra nhiều đơn vị nên số liệu không tự chia được. Ghi phần thuộc về {successors}",
        ("Unit {unit} was divided; its figure does not divide by itself. State the part that belongs to {successors}"),
    ),
    "units.rate_without_counts": (
        (
            "{unit} chỉ báo cáo tỷ lệ, không có số vụ, nên không tính lại được tỷ lệ chung. Đề nghị {unit} báo "
            "cáo tử số và mẫu số"
        ),
        (
            "{unit} reported a rate without its counts, so the common rate cannot be recomputed. Ask {unit} for "
            "numerator and denominator"
        ),
    ),
    "units.rotation_empty": (
        "Kế hoạch luân phiên chưa có lượt nào. Ghi ít nhất một đơn vị",
        "The rotation plan has no turn. Name at least one unit",
    ),
    "units.single_number_wanted": (
        "Số liệu của {unit} là {found}, trong khi chỉ số này chỉ có một số. Kiểm tra loại số đã khai",
        ("The figure of {unit} is {found}, and this indicator has a single number. Check the kind of number declared"),
    ),
    "units.speaking_stranger": (
        ("Đơn vị {unit} có trong thứ tự phát biểu nhưng không là thành viên. Bỏ khỏi thứ tự, hoặc ghi làm thành viên"),
        ("Unit {unit} is in the order of speaking but not a member of the cluster. Remove it, or enter it as a member"),
    ),
    "units.speaking_times": (
        "Thành viên {unit} có mặt {times} lần trong thứ tự phát biểu. Ghi đúng một lần",
        "Member {unit} stands {times} times in the order of speaking. Enter it exactly once",
    ),
    "units.succeeded_twice": (
        "Đơn vị {unit} đã kết thúc, lại ghi kế thừa hoặc giải thể thêm một lần ngày {day}. Chỉ giữ một",
        "Unit {unit} is succeeded or abolished a second time on {day}. Keep one of the two",
    ),
    "units.succession_empty": (
        "Việc kế thừa ngày {day} không ghi đơn vị nào. Ghi đơn vị cũ và đơn vị mới, hoặc bỏ mục này",
        "The succession of {day} names no unit. Name the old and the new unit, or remove the entry",
    ),
    "units.turn_without_reason": (
        "Lượt của đơn vị {unit} không được thực hiện mà chưa ghi lý do. Ghi lý do",
        "The turn of unit {unit} is not taken, and no reason is given. State the reason",
    ),
    "units.two_chairs": (
        "Từ {day} cụm có hai cụm trưởng: {unit} và {other}. Sửa thời gian giữ chức vụ",
        "From {day} the cluster has two chairs: {unit} and {other}. Mend the times of the office",
    ),
    "units.two_deputies": (
        "Từ {day} cụm có hai cụm phó: {unit} và {other}. Sửa thời gian giữ chức vụ",
        "From {day} the cluster has two deputy chairs: {unit} and {other}. Mend the times of the office",
    ),
    "units.two_offices": (
        "Từ {day} đơn vị {unit} vừa là cụm trưởng vừa là cụm phó. Giao một chức vụ cho đơn vị khác",
        "From {day} unit {unit} is chair and deputy chair at once. Give one office to another unit",
    ),
    "units.unknown_parent": (
        "Cấp trên {parent} của đơn vị {unit} không có trong danh sách đơn vị. Bổ sung, hoặc sửa lại mã",
        "The parent {parent} of unit {unit} is not in the list of units. Add it, or mend the code",
    ),
    "units.unknown_unit": (
        "Không có đơn vị {unit} trong danh sách đơn vị. Bổ sung, hoặc sửa lại mã",
        "There is no unit {unit} in the list of units. Add it, or mend the code",
    ),
    "units.weight_not_positive": (
        "Tỷ phần {weight} của đơn vị {unit} không lớn hơn 0. Ghi số nguyên dương, hoặc bỏ đơn vị kế thừa đó",
        ("The weight {weight} of unit {unit} is not above 0. Enter a positive whole number, or remove that successor"),
    ),
}
