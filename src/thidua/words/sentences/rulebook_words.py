"""A rulebook in sentences that an officer would sign: rules with their numbers, and what stands above them."""

SENTENCES: dict[str, tuple[str, str]] = {
    # The value that is judged.
    "describe.indicator": ("“{name}”", "“{name}”"),
    "describe.source.rounded": (
        "{value}, tỷ lệ làm tròn đến {places} chữ số thập phân rồi mới chấm",
        "{value}, the percentage rounded to {places} decimals before it is judged",
    ),
    "describe.source.growth": (
        "mức tăng, giảm của {value} so với {base}, {mode}",
        "the change of {value} against {base}, {mode}",
    ),
    "describe.source.deviation": (
        "độ lệch của {value} so với chỉ tiêu, {mode}",
        "the deviation of {value} from its target, {mode}",
    ),
    "describe.source.per_capita": (
        "{value} tính trên {per} người của {population}",
        "{value} per {per} of {population}",
    ),
    "describe.source.working_days_early": (
        "số ngày làm việc sớm hơn hạn {due} của {value} (đúng hạn là 0, muộn là số âm)",
        "working days by which {value} comes before {due} (0 on the day itself, negative when late)",
    ),
    "describe.source.mean": ("trung bình của {values}; {missing}", "the mean of {values}; {missing}"),
    "describe.source.mean_weighted": (
        "trung bình có trọng số của {values} (trọng số lần lượt {weights}); {missing}",
        "the weighted mean of {values} (weights {weights} in this order); {missing}",
    ),
    "describe.source.trimmed": (
        "{value}; bỏ {trim} giá trị cao nhất và {trim} giá trị thấp nhất nếu còn lại ít nhất một giá trị",
        "{value}; the {trim} highest and {trim} lowest are dropped where at least one value is left",
    ),
    "describe.source.weighted_index": (
        "tổng của {values} nhân trọng số lần lượt {weights}, rồi nhân {scale}",
        "the sum of {values} times their weights {weights}, times {scale}",
    ),
    "describe.source.against_mean": (
        "số điểm phần trăm mà {value} cao hơn bình quân cụm (bình quân = tổng tử số chia tổng mẫu số)",
        "percentage points by which {value} lies above the cluster's mean (ratio of the sums)",
    ),
    # Rules: fragments after "Xét …:", without a full stop.
    "describe.rule.entry": ("chấm trực tiếp, từ 0 đến {full} điểm", "points are entered, 0 to {full}"),
    "describe.rule.range": (
        "chấm trực tiếp, từ {least} đến {most} điểm do người chấm chọn",
        "points are entered, {least} to {most} as the scorer chooses",
    ),
    "describe.rule.pass_fail": ("đạt được {full} điểm, không đạt 0 điểm", "a pass gives {full} points, a fail none"),
    "describe.rule.balance": ("có sẵn {start} điểm", "everyone starts with {start} points"),
    "describe.rule.balance_full": (
        "có sẵn đủ {start} điểm của tiêu chí",
        "everyone starts with the full {start} points",
    ),
    "describe.rule.all_or_nothing_more": (
        "từ {need} trở lên được {full} điểm, thấp hơn thì 0 điểm",
        "{need} or more gives {full} points, less gives none",
    ),
    "describe.rule.all_or_nothing_less": (
        "từ {need} trở xuống được {full} điểm, cao hơn thì 0 điểm",
        "{need} or less gives {full} points, more gives none",
    ),
    "describe.rule.per_event": ("{each} điểm mỗi {measure}", "{each} points for each {measure}"),
    "describe.rule.per_step_more": (
        "vượt {start}, cứ mỗi {step} {how} được {each} điểm; chưa vượt thì 0 điểm",
        "beyond {start}, {each} points for every {step} {how}; otherwise none",
    ),
    "describe.rule.per_step_less": (
        "thấp hơn {start}, cứ giảm mỗi {step} {how} được {each} điểm; chưa thấp hơn thì 0 điểm",
        "below {start}, {each} points for every {step} {how}; otherwise none",
    ),
    "describe.rule.per_step_first_more": (
        "vượt {start} được {first} điểm, thêm mỗi {step} {how} được {each} điểm; chưa vượt thì 0 điểm",
        "beyond {start} {first} points, then {each} for every {step} {how}; otherwise none",
    ),
    "describe.rule.per_step_first_less": (
        "thấp hơn {start} được {first} điểm, giảm thêm mỗi {step} {how} được {each} điểm; chưa thấp hơn thì 0 điểm",
        "below {start} {first} points, then {each} for every further {step} {how}; otherwise none",
    ),
    "describe.rule.step_points": ("{step} điểm phần trăm", "{step} percentage points"),
    "describe.rule.step_amount": ("{step} đơn vị tính", "{step} units"),
    "describe.rule.step_whole": ("trọn", "(whole steps only)"),
    "describe.rule.step_any": ("(tính cả phần lẻ)", "(parts of a step count)"),
    "describe.rule.proportional_target_more": (
        "{full} điểm × kết quả / chỉ tiêu; mức đạt tính tối đa {cap}",
        "{full} points × result / target; at most {cap} of the target counts",
    ),
    "describe.rule.proportional_target_less": (
        "{full} điểm × chỉ tiêu / kết quả (càng ít càng tốt); mức đạt tính tối đa {cap}",
        "{full} points × target / result (less is better); at most {cap} counts",
    ),
    "describe.rule.proportional_whole": (
        "{full} điểm × tỷ lệ đạt được; tỷ lệ tính tối đa {cap}",
        "{full} points × the ratio reached; at most {cap} counts",
    ),
    "describe.rule.ratio_floor": ("dưới {floor} thì 0 điểm", "below {floor} there are no points"),
    "describe.rule.zero_target": ("chỉ tiêu bằng 0: {policy}", "a target of zero: {policy}"),
    "describe.exactly": ("đúng {end}", "exactly {end}"),
    "describe.rule.band": ("{interval}: {points} điểm", "{interval}: {points} points"),
    "describe.rule.otherwise": ("ngoài các bậc trên: {points} điểm", "outside these bands: {points} points"),
    "describe.rule.no_otherwise": ("ngoài các bậc trên thì không chấm được", "outside these bands it cannot be judged"),
    "describe.rule.no_value": (
        "không lập được giá trị để xét (không có kế hoạch, không có số gốc): {points} điểm",
        "no value can be formed (no plan, no base figure): {points} points",
    ),
    "describe.rule.two_key": ("mức điểm tùy theo {by}", "the points depend on {by}"),
    "describe.rule.class": ("nếu {by} {interval} thì: {bands}", "where {by} is {interval}: {bands}"),
    "describe.rule.level": ("{level}: {points} điểm", "{level}: {points} points"),
    "describe.rule.level_number": ("mức {number}", "level {number}"),
    "describe.rule.piecewise": (
        "điểm theo đường nối các mốc {knots}; giữa hai mốc tính theo tỷ lệ, ngoài mốc đầu và mốc cuối giữ nguyên",
        "points on straight lines through {knots}; flat beyond the first and the last",
    ),
    "describe.rule.knot": ("{at} được {points} điểm", "{at} for {points} points"),
    "describe.rule.rank_points": (
        "hạng nhất trong cụm được {first} điểm, mỗi hạng sau kém {each} điểm, không dưới 0; kết quả bằng nhau: {ties}",
        "the first place in the cluster gets {first} points, every further place {each} less, never below 0; equal "
        "results: {ties}",
    ),
    "describe.rule.first_given": ("{first}", "{first}"),
    "describe.rule.first_full": ("đủ {full}", "all {full}"),
    "describe.rule.relative_more": (
        "{full} điểm × kết quả / kết quả tốt nhất trong cụm",
        "{full} points × result / best result of the cluster",
    ),
    "describe.rule.relative_less": (
        "{full} điểm × kết quả tốt nhất trong cụm / kết quả (càng ít càng tốt)",
        "{full} points × best result of the cluster / result (less is better)",
    ),
    "describe.rule.target_and_leader": (
        "vừa đạt chỉ tiêu được {share} số điểm; chưa đạt thì phần điểm ấy tính theo tỷ lệ đạt; vượt thì thêm phần "
        "điểm còn lại, tính theo tỷ lệ so với {leader}, đơn vị ấy được đủ {full} điểm; các đơn vị không có chỉ tiêu "
        "so với kết quả tốt nhất trong số đó",
        "just meeting the target gives {share} of the points; short of it that share in proportion; beyond it the "
        "rest as well, in proportion to {leader}, which gets all {full}; units without a target are held against "
        "the best result among them",
    ),
    # A criterion.
    "describe.judged": ("Xét {value}: {rule}.", "{value} is judged: {rule}."),
    "describe.judged_itself": ("{rule}.", "{rule}."),
    "describe.target": ("Chỉ tiêu: {target}.", "Target: {target}."),
    "describe.target_of_season": (
        "Chỉ tiêu: theo chỉ tiêu giao cho từng đơn vị.",
        "Target: the one given to each unit.",
    ),
    "describe.stricter_of": ("mức khó đạt hơn trong {targets}", "the stricter of {targets}"),
    "describe.season_target": ("chỉ tiêu giao cho đơn vị", "the unit's own target"),
    "describe.coefficient": (
        "Điểm nhân hệ số theo {indicator}: {factors}.",
        "The points are multiplied by a factor for {indicator}: {factors}.",
    ),
    "describe.factor": ("{level} nhân {factor}", "{level} times {factor}"),
    "describe.months": (
        "Điểm tối đa nhân với số tháng được giao ({indicator}) chia 12.",
        "The full points are multiplied by the months assigned ({indicator}) over 12.",
    ),
    "describe.deduction": ("Trừ, {text}.", "Deducted, {text}."),
    "describe.bonus": ("Cộng, {text}.", "Added, {text}."),
    "describe.adjustment": ("{name}: xét {value}, {rule}", "{name}: {value} is judged, {rule}"),
    "describe.adjustment_beside": ("{name}: {rule}", "{name}: {rule}"),
    "describe.best_of": (
        "{name}, chỉ lấy mức cao nhất trong: {alternatives}",
        "{name}, only the largest of: {alternatives}",
    ),
    "describe.at_most": ("không quá {cap} điểm", "at most {cap} points"),
    "describe.only_when": ("chỉ khi {condition}", "only when {condition}"),
    "describe.condition_interval": ("{indicator} {interval}", "{indicator} is {interval}"),
    "describe.condition_passed": ("{indicator} đạt", "{indicator} is passed"),
    "describe.condition_failed": ("{indicator} không đạt", "{indicator} is not passed"),
    "describe.condition_open": ("{indicator} có số liệu", "{indicator} is reported"),
    "describe.unreported": ("chưa báo cáo thì {policy}", "when not reported, {policy}"),
    "describe.by_basis": ("căn cứ: {basis}", "legal basis: {basis}"),
    "describe.deduction_cap": (
        "Tổng các khoản trừ không quá {cap} điểm.",
        "Deductions together take off at most {cap} points.",
    ),
    "describe.bonus_cap": ("Tổng các khoản cộng không quá {cap} điểm.", "Bonuses together add at most {cap} points."),
    "describe.order": ("Áp dụng theo thứ tự: {steps}.", "Applied in this order: {steps}."),
    "describe.leaf_cap": ("Điểm tiêu chí không quá {cap}.", "The criterion gives at most {cap} points."),
    "describe.leaf_floor": ("Điểm tiêu chí không dưới {floor}.", "The criterion gives at least {floor} points."),
    "describe.not_assigned": (
        "Đơn vị không được giao nhiệm vụ này: {mode}.",
        "Where the task is not assigned: {mode}.",
    ),
    "describe.not_applicable": (
        "Tiêu chí không áp dụng cho đơn vị: {mode}.",
        "Where the criterion does not apply to a unit: {mode}.",
    ),
    "describe.not_applicable_in_general": (
        "Tiêu chí không áp dụng cho đơn vị: {mode}, trừ tiêu chí ghi khác.",
        "Criteria that do not apply to a unit: {mode}, unless a criterion says otherwise.",
    ),
    "describe.not_assigned_in_general": (
        "Nhiệm vụ mà đơn vị không được giao: {mode}, trừ tiêu chí ghi khác.",
        "Tasks that a unit was not given: {mode}, unless a criterion says otherwise.",
    ),
    "describe.zero_target_in_general": (
        "Chỉ tiêu bằng 0 thì không chấm được và phải sửa, trừ tiêu chí ghi khác.",
        "A target of zero is refused and must be corrected, unless a criterion says otherwise.",
    ),
    "describe.evidence": ("Phải có minh chứng.", "Evidence is required."),
    "describe.eyes": (
        "Hai người cùng thẩm định: người thứ hai xem lại và xác nhận.",
        "Two persons appraise: the second looks again and confirms.",
    ),
    "describe.appraiser": ("Người thẩm định: {appraiser}.", "Appraiser: {appraiser}."),
    "describe.basis": ("Căn cứ: {basis}.", "Legal basis: {basis}."),
    "describe.code_only": (
        "Nội dung và cách tính không công khai, nêu ở văn bản riêng.",
        "Its words and rule are not public; they stand in a document of their own.",
    ),
    "describe.group_cap": ("Điểm của nhóm không quá {cap}.", "The group gives at most {cap} points."),
    "describe.group_floor": ("Điểm của nhóm không dưới {floor}.", "The group gives at least {floor} points."),
    "describe.scale_down": (
        "Nếu tổng các mục vượt mức trần thì mọi mục giảm theo cùng tỷ lệ để cộng lại vừa bằng mức trần.",
        "Where the parts exceed the cap, all are scaled down in proportion and add up to it exactly.",
    ),
    "describe.rescale": (
        "Thiếu mục nào thì điểm nhóm quy đổi: điểm đạt × {points} / điểm tối đa của các mục được giao.",
        "Where a part is missing the group is rescaled: points × {points} / maximum of the parts assigned.",
    ),
    "describe.criterion": ("{code} {name}: {points} điểm", "{code} {name}: {points} points"),
    "describe.criterion_code": ("{code}: {points} điểm", "{code}: {points} points"),
    # The whole table.
    "describe.head": ("Mã {code}, phiên bản {version}.", "Code {code}, version {version}."),
    "describe.valid_from": (
        "Có hiệu lực từ {start}, chưa định ngày hết hiệu lực.",
        "In force from {start}, no end is fixed.",
    ),
    "describe.valid": ("Có hiệu lực từ {start} đến trước {end}.", "In force from {start} until before {end}."),
    "describe.unknown_basis": ("chưa xác định", "not determined"),
    "describe.note": ("Ghi chú: {note}.", "Note: {note}."),
    "describe.rounding": (
        "Điểm lấy {places} chữ số thập phân, nửa thì làm tròn lên; {rounding}.",
        "Points have {places} decimals, halves are rounded up; {rounding}.",
    ),
    "describe.missing": ("Số liệu chưa báo cáo: {policy}.", "Figures that are not reported: {policy}."),
    "describe.section_general": ("Cách chấm chung", "In general"),
    "describe.section_criteria": ("Các tiêu chí", "Criteria"),
    "describe.section_total": ("Tổng điểm", "The total"),
    "describe.section_rank": ("Xếp hạng", "Ranking"),
    "describe.section_knock_outs": ("Điểm liệt", "Knock-outs"),
    "describe.section_classes": ("Xếp loại", "Classes"),
    "describe.section_indicators": ("Số liệu", "Indicators"),
    "describe.total_sum": ("Tổng điểm là tổng điểm các nhóm lớn.", "The total is the sum of the top groups."),
    "describe.total_cap": ("Tổng điểm không quá {cap}.", "The total is at most {cap}."),
    "describe.total_floor": ("Tổng điểm không dưới {floor}.", "The total is at least {floor}."),
    "describe.total_bonus": ("Cộng vào tổng điểm, {text}.", "Added to the total, {text}."),
    "describe.authority": (
        "Cơ quan thường trực được cộng hoặc trừ không quá {points} điểm, có lý do và số văn bản.",
        "The standing body may add or take off at most {points} points, with a reason and a document.",
    ),
    "describe.rescale_to": (
        "Điểm quy đổi = tổng điểm × {scale} / điểm tối đa được giao, làm tròn thêm một lần.",
        "Rescaled points = total × {scale} / maximum assigned, rounded once more.",
    ),
    "describe.ranked_by": ("Xếp hạng theo điểm đã in.", "Ranks follow the printed points."),
    "describe.tie_step": ("Bằng điểm thì xét bước {number}: {key}, {scope}.", "Ties, step {number}: {key}, {scope}."),
    "describe.whole_table": ("toàn bảng", "in the whole table"),
    "describe.in_criterion": ("ở {criterion}", "in {criterion}"),
    "describe.rank_method": (
        "Vẫn bằng nhau thì đồng hạng, ghi hạng theo cách {method}.",
        "Those still level share the rank, written {method}.",
    ),
    "describe.knock_out": (
        "{code} {name}: khi {condition} thì {effect}. Căn cứ: {basis}.",
        "{code} {name}: when {condition}, {effect}. Legal basis: {basis}.",
    ),
    "describe.effect_criterion": ("{effect} ({criterion})", "{effect} ({criterion})"),
    "describe.effect_class": ("{effect}, cao nhất là “{name}”", "{effect}, at best “{name}”"),
    "describe.class": (
        "{name}: từ {least} điểm trở lên{conditions}. Căn cứ: {basis}.",
        "{name}: {least} points or more{conditions}. Legal basis: {basis}.",
    ),
    "describe.class_share": (
        "{where} đạt ít nhất {share} điểm tối đa",
        "{where} reaches at least {share} of its maximum",
    ),
    "describe.class_share_of": (
        "tỷ lệ tối thiểu (nếu có) xét ở {where}",
        "a minimum share, if any, is looked at in {where}",
    ),
    "describe.quota_share": ("không quá {most} của {base}, {rounding}", "at most {most} of {base}, {rounding}"),
    "describe.quota_number": (
        "không quá {most} đơn vị, tính trên {base}, {rounding}",
        "at most {most} units, out of {base}, {rounding}",
    ),
    "describe.quota_all": ("số đơn vị trong cụm", "the units of the cluster"),
    "describe.quota_class": ("số đơn vị đạt loại “{name}” trở lên", "the units that reach “{name}” or better"),
    "describe.quota_least": ("ít nhất {number} đơn vị", "at least {number}"),
    "describe.quota_counted": ("{counted}", "{counted}"),
    "describe.quota_edge": ("bằng điểm ở ngưỡng: {edge}", "ties across the edge: {edge}"),
    "describe.indicator_line": ("{code}: {name} ({kind}).", "{code}: {name} ({kind})."),
    "describe.indicator_measured": (
        "{code}: {name} ({kind}, đơn vị tính: {measure}).",
        "{code}: {name} ({kind}, measured in {measure}).",
    ),
    "describe.indicator_less": ("Càng ít càng tốt.", "Less is better."),
    "describe.indicator_levels": ("Các mức, từ nhẹ đến nặng: {levels}.", "Levels, the least first: {levels}."),
    "describe.indicator_aggregation": ("Số cả năm: {way}.", "The year's figure: {way}."),
    "describe.indicator_frequency": ("Báo cáo theo {frequency}.", "Reported every {frequency}."),
    "describe.indicator_year": ("Số liệu của năm {year}.", "The figure is of the year {year}."),
    "describe.indicator_definition": ("Giải thích: {definition}.", "Definition: {definition}."),
    "describe.unnamed": ("số liệu không công khai {code}", "figure {code}, not public"),
    "describe.event": ("lần", "time"),
    # What changed between two versions.
    "diff.none": ("Hai bảng tiêu chí giống hệt nhau về nội dung.", "The two rulebooks mean the same."),
    "diff.title": (
        "{count} thay đổi, từ {before} (phiên bản {old}) sang {after} (phiên bản {new}):",
        "{count} changes, from {before} (version {old}) to {after} (version {new}):",
    ),
    "diff.changed": ("{where}: {before} → {after}", "{where}: {before} → {after}"),
    "diff.added": ("Thêm {where}: {after}", "Added {where}: {after}"),
    "diff.removed": ("Bỏ {where}: {before}", "Removed {where}: {before}"),
    "diff.moved": ("Chuyển {where}: {before} → {after}", "Moved {where}: {before} → {after}"),
    "diff.criterion": ("{code} {name}", "{code} {name}"),
    "diff.criterion_points": ("{points} điểm. {text}", "{points} points. {text}"),
    "diff.first_in": ("đứng đầu {parent}", "first in {parent}"),
    "diff.behind_in": ("sau {behind} trong {parent}", "behind {behind} in {parent}"),
    "diff.top": ("bảng tiêu chí", "the rulebook"),
    "diff.body_leaf": ("chấm điểm trực tiếp: {text}", "scored itself: {text}"),
    "diff.body_group": ("nhóm gồm các mục {parts}", "a group of {parts}"),
    "diff.hidden": (
        "{code}: nội dung hoặc cách tính có thay đổi, không nêu ở đây vì tiêu chí chỉ công khai mã",
        "{code}: its words or rule changed; they are not told here because only its code is public",
    ),
    "diff.nothing": ("không ghi", "nothing"),
    "diff.true": ("có", "yes"),
    "diff.false": ("không", "no"),
    # The Excel form.
    "rulebook_sheet.table": ("Bảng điểm", "Scoring table"),
    "rulebook_sheet.indicators": ("Số liệu", "Indicators"),
    "rulebook_sheet.rules": ("Cách tính", "Rules"),
    "rulebook_sheet.general": ("Chung", "General"),
    "rulebook_sheet.words": ("Cách tính (để đọc)", "Rule (to be read)"),
    "rulebook_sheet.level": ("Cấp", "Level"),
    "rulebook_sheet.entry": ("Mục", "Entry"),
    "rulebook_sheet.value": ("Giá trị", "Value"),
    "rulebook_sheet.meaning": ("Ý nghĩa", "Meaning"),
    "rulebook_sheet.subtitle": (
        "Mã {code}, phiên bản {version}. Căn cứ: {basis}.",
        "Code {code}, version {version}. Legal basis: {basis}.",
    ),
    "rulebook_sheet.hint_table": (
        "Mỗi dòng một tiêu chí, cấp 1 là nhóm lớn nhất. Cột “{words}” chỉ để đọc; muốn đổi cách tính thì sửa ở "
        "trang “{rules}”.",
        "One row a criterion, level 1 being the top groups. The column “{words}” is only to be read; rules are changed "
        "on the sheet “{rules}”.",
    ),
    "rulebook_sheet.hint_secret": (
        "Có tiêu chí chỉ công khai mã: tệp này ghi đủ nội dung, không gửi ra ngoài người có trách nhiệm.",
        "Some criteria are public by code only: this file holds all their words and is for those in charge alone.",
    ),
    "rulebook_sheet.hint_indicators": (
        "Số liệu mà tiêu chí dùng. Tiêu chí chấm trực tiếp không cần khai báo ở đây.",
        "The figures that criteria use. Criteria whose points are entered need no line here.",
    ),
    "rulebook_sheet.hint_rules": (
        "Mỗi dòng một tham số. Bậc, mốc và điều kiện ghi hai đầu ở các cột “trên, từ, dưới, đến”; tỷ lệ luôn kèm "
        "dấu %. Cột “{meaning}” chỉ để đọc.",
        "One row a parameter. Bands, knots and conditions have their ends in the columns above, from, below, up to; "
        "percentages carry their sign. The column “{meaning}” is only to be read.",
    ),
    "rulebook_sheet.page": ("Trang", "Page"),
    "rulebook_xlsx.no_sheet": (
        "Không có trang “{sheet}”. Dùng tệp do lệnh to-excel tạo ra và giữ nguyên tên các trang",
        "There is no sheet “{sheet}”. Use a file made by to-excel and keep the names of its sheets",
    ),
    "rulebook_xlsx.no_titles": (
        "Không tìm thấy dòng tiêu đề có các cột: {columns}. Giữ nguyên dòng tiêu đề của tệp do to-excel tạo ra",
        "No line of titles with the columns {columns} was found. Keep the titles of the file made by to-excel",
    ),
    "rulebook_xlsx.no_code": (
        "Dòng này thiếu mã tiêu chí. Ghi mã vào cột đầu, hoặc xóa cả dòng",
        "This row has no code. Write one into the first column, or delete the row",
    ),
    "rulebook_xlsx.bad_level": (
        "Cấp “{found}” không dùng được ở đây. Ghi một số từ 1 đến {most}; mỗi dòng chỉ được sâu hơn dòng trên một cấp",
        "The level “{found}” cannot stand here. Write 1 to {most}; a row may be only one level deeper than the one above",
    ),
    "rulebook_xlsx.rule_without_criterion": (
        "Không có tiêu chí nào mã “{found}” ở trang “{sheet}”. Kiểm tra lại mã, hoặc xóa dòng này",
        "There is no criterion “{found}” on the sheet “{sheet}”. Check the code, or delete this row",
    ),
    "rulebook_xlsx.unknown_entry": (
        "Không hiểu mục “{found}”. Chép đúng tên mục từ một dòng tương tự, ví dụ “{example}”",
        "The entry “{found}” is not known. Copy the name from a similar row, such as “{example}”",
    ),
    "rulebook_xlsx.twice": (
        "Mục này đã ghi ở {first}. Giữ một dòng, hoặc đánh số khác",
        "This entry stands at {first} already. Keep one of the rows, or give it another number",
    ),
    "rulebook_xlsx.value_and_parts": (
        "Mục này vừa có giá trị vừa có các mục con. Bỏ giá trị, hoặc bỏ các dòng con",
        "This entry has a value and entries below it. Remove the one or the others",
    ),
    "rulebook_xlsx.words_differ": (
        "Câu ở ô này khác với cách tính đang có hiệu lực ở trang “{rules}”, và không được dùng để chấm. Cách tính "
        "hiện nay: {words}",
        "The words in this cell are not those of the rule on the sheet “{rules}”, and points do not follow them. The "
        "rule now: {words}",
    ),
    "rulebook_xlsx.text_too_long": (
        "Nội dung dài {length} chữ, quá {most} chữ mà một ô Excel chứa được. Rút gọn, hoặc dùng tệp YAML",
        "The text has {length} letters, more than the {most} that an Excel cell holds. Shorten it, or use YAML",
    ),
}
