"""How a point came about: steps of the rules, headlines, and what keeps a point from being final."""

SENTENCES: dict[str, tuple[str, str]] = {
    # Steps, one a code noted by the rules.
    "source.rounded": (
        "Bảng điểm quy định lấy tỷ lệ đến {places} chữ số thập phân rồi mới chấm.",
        "The rulebook rounds the percentage to {places} decimals before it is judged.",
    ),
    "source.growth": (
        "Chấm theo mức tăng, giảm so với số gốc {base}.",
        "What is judged is the change against the base figure {base}.",
    ),
    "source.deviation": (
        "Chấm theo độ lệch so với chỉ tiêu {target}.",
        "What is judged is the deviation from the target {target}.",
    ),
    "source.mean": ("Lấy trung bình của các số liệu.", "The mean of the figures is taken."),
    "source.trimmed": (
        "Đã bỏ {count} số cao nhất và {count} số thấp nhất.",
        "The {count} highest and the {count} lowest are dropped.",
    ),
    "source.too_few_to_trim": (
        "Chỉ có {size} số, chưa đủ để bỏ số cao nhất và thấp nhất, nên lấy trung bình của tất cả.",
        "With {size} figures only, none is dropped and all are averaged.",
    ),
    "source.weighted_index": (
        "Cộng các chỉ số thành phần theo trọng số.",
        "The sub-indices are added up by their weights.",
    ),
    "source.against_mean": (
        "Tỷ lệ chung của cả cụm là {mean}; chấm theo phần cao hơn hoặc thấp hơn, tính bằng điểm phần trăm.",
        "The cluster's own rate is {mean}; what is judged is the distance from it in percentage points.",
    ),
    "source.per_capita": ("Tính trên {per} dân.", "Counted per {per} inhabitants."),
    "source.working_days": (
        "{timing}. Chỉ tính ngày làm việc.",
        "{timing}. Working days only.",
    ),
    "limit.adjustment_cap": (
        "Khoản “{name}” tính ra {value} điểm nhưng mỗi đơn vị không quá {limit} điểm, nên lấy {limit}.",
        "“{name}” comes to {value} points but is limited to {limit}, so {limit} count.",
    ),
    "limit.deduction_cap": (
        "Tổng điểm trừ tính ra {value} nhưng quy định trừ không quá {limit} điểm, nên lấy {limit}.",
        "Deductions come to {value} but are limited to {limit} points, so {limit} count.",
    ),
    "limit.bonus_cap": (
        "Tổng điểm cộng tính ra {value} nhưng quy định cộng không quá {limit} điểm, nên lấy {limit}.",
        "Bonuses come to {value} but are limited to {limit} points, so {limit} count.",
    ),
    "limit.cap": (
        "Tính ra {value} điểm, nhưng tiêu chí này không quá {limit} điểm, nên lấy {limit}.",
        "This comes to {value}, but the criterion is limited to {limit} points, so {limit} count.",
    ),
    "limit.floor": (
        "Tính ra {value} điểm, nhưng tiêu chí này không dưới {limit} điểm, nên lấy {limit}.",
        "This comes to {value}, but the criterion gives no fewer than {limit} points, so {limit} count.",
    ),
    "leaf.base": (
        "Đây là điểm trước khi cộng, trừ và xét mức tối đa.",
        "These are the points before bonuses, deductions and limits.",
    ),
    "leaf.coefficient": ("Nhân với hệ số {factor} của loại đơn vị.", "Times the factor {factor} of the unit's class."),
    "leaf.months": (
        "Đơn vị được giao {months} trên 12 tháng, nên điểm tối đa của tiêu chí là {full}.",
        "The task was given for {months} of 12 months, so the criterion gives at most {full} points.",
    ),
    "leaf.stricter": (
        "Trong các chỉ tiêu cùng áp dụng, lấy chỉ tiêu chặt hơn: {target}.",
        "Of the targets that apply, the stricter one counts: {target}.",
    ),
    "leaf.alternative": (
        "Khoản này tính được {points} điểm; trong nhóm chỉ lấy khoản cao nhất. {basis}",
        "This comes to {points} points; of its group only the largest counts. {basis}",
    ),
    "leaf.deduction": ("Trừ {points} điểm. {basis}", "{points} points are taken off. {basis}"),
    "leaf.bonus": ("Cộng {points} điểm. {basis}", "{points} points are added. {basis}"),
    "pass_fail.passed": ("Đạt thì được đủ {full} điểm.", "A pass gives all {full} points."),
    "pass_fail.failed": ("Không đạt thì không có điểm.", "A fail gives no points."),
    "all_or_nothing.reached": (
        "Tới mức phải đạt {need} thì được đủ {full} điểm.",
        "Reaching the needed {need} gives all {full} points.",
    ),
    "all_or_nothing.missed": (
        "Chưa tới mức phải đạt {need} thì không có điểm.",
        "Short of the needed {need} there are no points.",
    ),
    "less.all_or_nothing.reached": (
        "Không quá mức cho phép {need} thì được đủ {full} điểm.",
        "Within the allowed {need} all {full} points are given.",
    ),
    "less.all_or_nothing.missed": (
        "Quá mức cho phép {need} thì không có điểm.",
        "Beyond the allowed {need} there are no points.",
    ),
    "less.per_step.steps": (
        "Tốt hơn mức {start}, được tính {counted} nấc ({how}).",
        "Better than {start}, {counted} steps count ({how}).",
    ),
    "less.per_step.not_passed": (
        "Chưa tốt hơn mức {start} nên chưa có điểm.",
        "Not better than {start}, so there are no points.",
    ),
    "bands.held": (
        "Bậc {interval} được {points} điểm.",
        "The band {interval} gives {points} points.",
    ),
    "bands.otherwise": (
        "Không thuộc bậc nào; trường hợp này bảng điểm cho {points} điểm.",
        "It lies in no band; the rulebook gives {points} points for that.",
    ),
    "bands.no_value": (
        "Không lập được giá trị để xếp bậc; trường hợp này bảng điểm cho {points} điểm.",
        "There is no value to put in a band; the rulebook gives {points} points for that.",
    ),
    "by_level.level": ("Mức này được {points} điểm.", "This level gives {points} points."),
    "piecewise.between": (
        "Nằm giữa mốc {low} ({start} điểm) và mốc {high} ({end} điểm), tính theo đường thẳng nối hai mốc.",
        "Between the knots {low} ({start} points) and {high} ({end} points), on the straight line that joins them.",
    ),
    "piecewise.flat": (
        "Nằm ngoài các mốc, được {points} điểm của mốc gần nhất.",
        "Beyond the knots, so the nearest one's {points} points count.",
    ),
    "rank_points.place": ("Xếp thứ {place} trong {of} đơn vị có số liệu.", "Place {place} of {of} units with figures."),
    "two_key_bands.class": (
        "Áp dụng các bậc dành cho loại đơn vị có “{indicator}” là {key}.",
        "The bands of the class of units whose “{indicator}” is {key} apply.",
    ),
    "per_step.steps": (
        "Vượt mức {start}, được tính {counted} nấc ({how}).",
        "Beyond {start}, {counted} steps count ({how}).",
    ),
    "per_step.not_passed": (
        "Chưa vượt mức {start} nên chưa có điểm.",
        "Not beyond {start}, so there are no points.",
    ),
    "proportional.capped": (
        "Từ {limit} trở lên không được thêm điểm nữa, nên tính bằng {limit}.",
        "Nothing more is gained from {limit} on, so {limit} counts.",
    ),
    "proportional.below_floor": (
        "Dưới mức sàn {limit} thì không có điểm.",
        "Below the floor of {limit} there are no points.",
    ),
    "leader.met": (
        "Vừa đạt chỉ tiêu thì được phần điểm nền, {base} điểm.",
        "Just meeting the target gives the base share, {base} points.",
    ),
    "leader.below": (
        "Chưa đạt chỉ tiêu {target}, nên chỉ được phần điểm nền theo tỷ lệ đã đạt.",
        "Short of the target {target}, so only the base share counts, in proportion to what was reached.",
    ),
    "leader.excess": (
        "Phần vượt bằng {excess} lần chỉ tiêu.",
        "The excess is {excess} times the target.",
    ),
    "leader.by_excess": (
        "{units} vượt chỉ tiêu nhiều nhất cụm: {top} lần chỉ tiêu. Số liệu ấy đổi thì điểm này đổi theo.",
        "{units} exceeds its target most: {top} times the target. If that figure changes, these points change too.",
    ),
    "leader.by_result": (
        "{units} có kết quả tốt nhất trong các đơn vị vượt chỉ tiêu: {top}. Số liệu ấy đổi thì điểm này đổi theo.",
        "{units} has the best result of those beyond target: {top}. If that figure changes, these points change too.",
    ),
    "leader.best": (
        "{units} có kết quả tốt nhất cụm: {top}. Số liệu ấy đổi thì điểm này đổi theo.",
        "{units} has the best result of the cluster: {top}. If that figure changes, these points change too.",
    ),
    "leader.group_of_one": (
        "Chỉ có một đơn vị để so, nên so với chính mình; cần người xem lại.",
        "There is only one unit to compare with, so it is compared with itself; somebody should look at this.",
    ),
    "leads.by_excess_alone": (
        "{units} vượt chỉ tiêu nhiều nhất cụm, {top} lần chỉ tiêu, nên được trọn phần điểm so sánh.",
        "{units} exceeds its target most, {top} times the target, and gets the whole share that is compared.",
    ),
    "leads.by_excess_together": (
        "Cùng {units} vượt chỉ tiêu nhiều nhất cụm, {top} lần chỉ tiêu, nên được trọn phần điểm so sánh.",
        "Together with {units} it exceeds its target most, {top} times, and gets the whole share that is compared.",
    ),
    "leads.by_result_alone": (
        "{units} có kết quả tốt nhất trong các đơn vị vượt chỉ tiêu, {top}, nên được trọn phần điểm so sánh.",
        "{units} has the best result of those beyond target, {top}, and gets the whole share that is compared.",
    ),
    "leads.by_result_together": (
        "Cùng {units} có kết quả tốt nhất trong các đơn vị vượt chỉ tiêu, {top}, nên được trọn phần điểm so sánh.",
        "Together with {units} it has the best result beyond target, {top}, and gets the whole share compared.",
    ),
    "leads.best_alone": (
        "{units} có kết quả tốt nhất cụm, {top}, nên được đủ điểm.",
        "{units} has the best result of the cluster, {top}, and gets all points.",
    ),
    "leads.best_together": (
        "Cùng {units} có kết quả tốt nhất cụm, {top}, nên được đủ điểm.",
        "Together with {units} it has the best result of the cluster, {top}, and gets all points.",
    ),
    # Their titles.
    "title.figure_self": ("{indicator}: số đơn vị tự báo", "{indicator}: as reported by the unit"),
    "title.figure_appraised": ("{indicator}: số đã thẩm định", "{indicator}: as appraised"),
    "title.figure_agreed": ("{indicator}: số cả cụm thống nhất", "{indicator}: as agreed by the cluster"),
    "title.figure_rechecked": ("{indicator}: số sau phúc tra", "{indicator}: as re-checked"),
    "title.figure_missing": ("{indicator}: chưa báo cáo", "{indicator}: not reported"),
    "title.figure_not_assigned": ("{indicator}: không được giao", "{indicator}: not assigned"),
    "title.figure_not_applicable": ("{indicator}: không áp dụng", "{indicator}: not applicable"),
    "title.target": ("Chỉ tiêu", "Target"),
    "title.source.rounded": ("Làm tròn tỷ lệ", "The percentage is rounded"),
    "title.source.growth": ("Mức tăng, giảm", "The change"),
    "title.source.deviation": ("Độ lệch so với chỉ tiêu", "The deviation from the target"),
    "title.source.mean": ("Trung bình", "The mean"),
    "title.source.trimmed": ("Bỏ số cao nhất, thấp nhất", "The extremes are dropped"),
    "title.source.too_few_to_trim": ("Không bỏ số cao nhất, thấp nhất", "The extremes stay"),
    "title.source.weighted_index": ("Chỉ số tổng hợp", "The weighted index"),
    "title.source.against_mean": ("So với tỷ lệ chung của cụm", "Held against the cluster's rate"),
    "title.source.per_capita": ("Tính theo dân số", "Per head of population"),
    "title.leaf.coefficient": ("Nhân hệ số", "The factor"),
    "title.leaf.months": ("Số tháng được giao", "Months of the task"),
    "title.leaf.stricter": ("Chỉ tiêu chặt hơn", "The stricter target"),
    "title.leaf.alternative": ("Nhóm chỉ tính một khoản: {name}", "Only one of the group counts: {name}"),
    "title.by_level.level": ("Điểm của mức", "Points of the level"),
    "title.piecewise.between": ("Giữa hai mốc", "Between two knots"),
    "title.piecewise.flat": ("Ngoài các mốc", "Beyond the knots"),
    "title.rank_points.place": ("Thứ hạng trong cụm", "The place in the cluster"),
    "title.two_key_bands.class": ("Loại đơn vị", "The class of the unit"),
    "title.source.working_days": ("Thời gian nộp", "When it came in"),
    "title.limit.adjustment_cap": ("Chạm mức tối đa của khoản “{name}”", "The limit of “{name}” is met"),
    "title.limit.deduction_cap": ("Chạm mức trừ tối đa", "The limit of deductions is met"),
    "title.limit.bonus_cap": ("Chạm mức cộng tối đa", "The limit of bonuses is met"),
    "title.limit.cap": ("Chạm mức điểm tối đa", "The highest number of points is met"),
    "title.limit.floor": ("Chạm mức điểm tối thiểu", "The lowest number of points is met"),
    "title.leaf.base": ("Điểm theo quy tắc chính", "Points by the main rule"),
    "title.leaf.deduction": ("Điểm trừ: {name}", "Deduction: {name}"),
    "title.leaf.bonus": ("Điểm cộng: {name}", "Bonus: {name}"),
    "title.pass_fail.passed": ("Đạt yêu cầu", "Passed"),
    "title.pass_fail.failed": ("Không đạt yêu cầu", "Not passed"),
    "title.all_or_nothing.reached": ("So với mức quy định", "Held against what is needed"),
    "title.all_or_nothing.missed": ("So với mức quy định", "Held against what is needed"),
    "title.bands.held": ("Xếp vào bậc", "The band"),
    "title.bands.otherwise": ("Ngoài mọi bậc", "Outside all bands"),
    "title.bands.no_value": ("Không có giá trị để xếp bậc", "No value to put in a band"),
    "title.per_step.steps": ("Số nấc vượt", "Steps beyond the start"),
    "title.per_step.not_passed": ("So với mức bắt đầu tính", "Held against the start"),
    "title.proportional.capped": ("Chạm mức trần của tỷ lệ", "The cap of the ratio is met"),
    "title.proportional.below_floor": ("Dưới mức sàn của tỷ lệ", "Below the floor of the ratio"),
    "title.leader.met": ("So với chỉ tiêu", "Held against the target"),
    "title.leader.below": ("So với chỉ tiêu", "Held against the target"),
    "title.leader.excess": ("Vượt chỉ tiêu bao nhiêu lần chỉ tiêu", "How many targets beyond the target"),
    "title.leader.by_excess": ("So với đơn vị vượt nhiều nhất", "Held against the unit that exceeds most"),
    "title.leader.by_result": ("So với đơn vị có kết quả tốt nhất", "Held against the best result"),
    "title.leader.best": ("So với đơn vị tốt nhất cụm", "Held against the best unit of the cluster"),
    "title.leader.group_of_one": ("Không có đơn vị khác để so", "No other unit to compare with"),
    # Small parts of sentences.
    "steps.whole": ("chỉ tính nấc trọn", "whole steps only"),
    "steps.any": ("tính cả phần lẻ", "parts of a step count"),
    "timing.early": ("sớm {days} ngày làm việc so với hạn {due}", "{days} working days before the due day {due}"),
    "timing.late": ("muộn {days} ngày làm việc so với hạn {due}", "{days} working days after the due day {due}"),
    "timing.on_time": ("đúng hạn {due}", "on the due day {due}"),
    "interval.from": ("từ {end}", "from {end}"),
    "interval.at_least": ("từ {end} trở lên", "of {end} or more"),
    "interval.above": ("trên {end}", "above {end}"),
    "interval.up_to": ("đến {end} (kể cả)", "up to and including {end}"),
    "interval.below": ("đến dưới {end}", "below {end}"),
    "interval.only_up_to": ("từ {end} trở xuống", "of {end} or less"),
    "interval.only_below": ("dưới {end}", "below {end}"),
    "interval.any": ("mọi giá trị", "any value"),
    "way.beyond": ("vượt chỉ tiêu {target}", "beyond the target {target}"),
    "way.better": ("tốt hơn chỉ tiêu {target}", "better than the target {target}"),
    "verdict.passed": ("đạt", "passed"),
    "verdict.failed": ("không đạt", "not passed"),
    "measure.points": ("điểm", "points"),
    "opening.more": ("{unit} đạt {value}", "{unit} reached {value}"),
    "opening.less": ("{unit} có {value}", "{unit} had {value}"),
    "opening.level": ("{unit} ở mức “{value}”", "{unit} is at the level “{value}”"),
    "opening.mean": ("{unit} đạt trung bình {value}", "{unit} reached a mean of {value}"),
    "opening.weighted_index": ("{unit} có chỉ số tổng hợp {value}", "{unit} has a weighted index of {value}"),
    "opening.day": ("{unit} nộp ngày {value}", "{unit} handed in on {value}"),
    "drawn.percentage_points": ("{change} điểm phần trăm", "{change} percentage points"),
    "drawn.not_formed": ("không tính được mức tăng, giảm", "a change cannot be computed"),
    "drawn.base_higher": ("tăng {change} so với số gốc {start}", "up {change} from the base figure {start}"),
    "drawn.base_lower": ("giảm {change} so với số gốc {start}", "down {change} from the base figure {start}"),
    "drawn.base_level": ("bằng số gốc {start}", "level with the base figure {start}"),
    "drawn.target_higher": ("cao hơn chỉ tiêu {start} là {change}", "{change} above the target {start}"),
    "drawn.target_lower": ("thấp hơn chỉ tiêu {start} là {change}", "{change} below the target {start}"),
    "drawn.mean_higher": ("cao hơn tỷ lệ chung {start} là {change}", "{change} above the cluster's {start}"),
    "drawn.mean_lower": ("thấp hơn tỷ lệ chung {start} là {change}", "{change} below the cluster's {start}"),
    "drawn.mean_level": ("bằng tỷ lệ chung {start}", "level with the cluster's {start}"),
    "drawn.per_capita": ("tức {value} trên {per} dân", "that is {value} per {per} inhabitants"),
    "drawn.target_level": ("bằng chỉ tiêu {start}", "level with the target {start}"),
    # Headlines.
    "headline.entered_self": ("{unit} tự chấm {value} trên {full} điểm.", "{unit} claims {value} of {full} points."),
    "headline.entered_appraised": (
        "{unit} được thẩm định {value} trên {full} điểm.",
        "{unit} was appraised at {value} of {full} points.",
    ),
    "headline.entered_agreed": (
        "Cả cụm thống nhất {value} trên {full} điểm cho {unit}.",
        "The cluster agreed on {value} of {full} points for {unit}.",
    ),
    "headline.entered_rechecked": (
        "Phúc tra kết luận {value} trên {full} điểm cho {unit}.",
        "The re-check found {value} of {full} points for {unit}.",
    ),
    "headline.passed": ("{unit} đạt yêu cầu, được đủ {full} điểm.", "{unit} passed and gets all {full} points."),
    "headline.failed": ("{unit} không đạt yêu cầu, nên không có điểm.", "{unit} did not pass and gets no points."),
    "headline.all_reached_more": (
        "{opening}, tới mức phải đạt {need}, nên được đủ {full} điểm.",
        "{opening}, as much as the needed {need}, and gets all {full} points.",
    ),
    "headline.all_missed_more": (
        "{opening}, chưa tới mức phải đạt {need}, nên không có điểm.",
        "{opening}, less than the needed {need}, and gets no points.",
    ),
    "headline.all_reached_less": (
        "{opening}, không quá mức cho phép {need}, nên được đủ {full} điểm.",
        "{opening}, within the allowed {need}, and gets all {full} points.",
    ),
    "headline.all_missed_less": (
        "{opening}, quá mức cho phép {need}, nên không có điểm.",
        "{opening}, beyond the allowed {need}, and gets no points.",
    ),
    "headline.ratio_plain": (
        "{opening} so với chỉ tiêu {target}, nên được {base} trên {full} điểm, theo đúng tỷ lệ đạt.",
        "{opening} against the target {target} and gets {base} of {full} points, in that proportion.",
    ),
    "headline.ratio_capped": (
        "{opening} so với chỉ tiêu {target}. Tỷ lệ đạt chỉ tính đến {limit}, nên được {base} điểm.",
        "{opening} against the target {target}. The ratio counts up to {limit} only, which gives {base} points.",
    ),
    "headline.ratio_below_floor": (
        "{opening} so với chỉ tiêu {target}, dưới mức sàn {limit} nên không có điểm.",
        "{opening} against the target {target}, below the floor of {limit}, and gets no points.",
    ),
    "headline.whole_plain": (
        "{opening}, nên được {base} trên {full} điểm, theo đúng tỷ lệ ấy.",
        "{opening} and gets {base} of {full} points, in that proportion.",
    ),
    "headline.whole_capped": (
        "{opening}. Tỷ lệ chỉ tính đến {limit}, nên được {base} điểm.",
        "{opening}. The ratio counts up to {limit} only, which gives {base} points.",
    ),
    "headline.whole_below_floor": (
        "{opening}, dưới mức sàn {limit} nên không có điểm.",
        "{opening}, below the floor of {limit}, and gets no points.",
    ),
    "headline.band": (
        "{opening}, thuộc bậc {interval}, được {base} trên {full} điểm.",
        "{opening}, which is in the band {interval} and gives {base} of {full} points.",
    ),
    "headline.no_band": (
        "{opening}, không thuộc bậc nào; bảng điểm cho {base} điểm.",
        "{opening}, which is in no band; the rulebook gives {base} points.",
    ),
    "headline.no_value": (
        "{opening}; bảng điểm cho {base} điểm.",
        "{opening}; the rulebook gives {base} points.",
    ),
    "headline.balance": ("{unit} bắt đầu với {base} điểm.", "{unit} starts with {base} points."),
    "headline.per_event": (
        "{opening}, mỗi lần {each} điểm, thành {base} điểm.",
        "{opening}, {each} points each, which makes {base} points.",
    ),
    "headline.per_step_steps_more": (
        "{opening}, vượt mức {start} và được tính {counted} nấc, thành {base} điểm.",
        "{opening}, beyond {start}; {counted} steps count, which makes {base} points.",
    ),
    "headline.per_step_steps_less": (
        "{opening}, tốt hơn mức {start} và được tính {counted} nấc, thành {base} điểm.",
        "{opening}, better than {start}; {counted} steps count, which makes {base} points.",
    ),
    "headline.per_step_not_passed_more": (
        "{opening}, chưa vượt mức {start}, nên chưa có điểm.",
        "{opening}, not beyond {start}, and gets no points.",
    ),
    "headline.per_step_not_passed_less": (
        "{opening}, chưa tốt hơn mức {start}, nên chưa có điểm.",
        "{opening}, not better than {start}, and gets no points.",
    ),
    "headline.met": (
        "{opening}, vừa đạt chỉ tiêu {target}, nên được {base} trên {full} điểm.",
        "{opening}, just meeting the target {target}, and gets {base} of {full} points.",
    ),
    "headline.below": (
        "{opening}, chưa đạt chỉ tiêu {target}, nên chỉ được một phần của điểm nền: {base} trên {full} điểm.",
        "{opening}, short of the target {target}, and gets a part of the base share only: {base} of {full} points.",
    ),
    "headline.short_of_zero": (
        "{opening}, chưa đạt chỉ tiêu {target}, nên không có điểm.",
        "{opening}, short of the target {target}, and gets no points.",
    ),
    "headline.beyond_excess": (
        (
            "{opening}, {way}, nên được điểm nền cộng phần thưởng theo mức vượt so với {units}, đơn "
            "vị vượt nhiều nhất: {base} trên {full} điểm."
        ),
        (
            "{opening}, {way}, and gets the base share and a reward by its excess against that "
            "of {units}, which exceeds most: {base} of {full} points."
        ),
    ),
    "headline.beyond_result": (
        (
            "{opening}, {way}, nên được điểm nền cộng phần thưởng theo kết quả so với {units}, đơn "
            "vị có kết quả tốt nhất: {base} trên {full} điểm."
        ),
        (
            "{opening}, {way}, and gets the base share and a reward by its result against that "
            "of {units}, the best one: {base} of {full} points."
        ),
    ),
    "headline.leads_excess": (
        "{opening}, {way} nhiều nhất cụm, nên được đủ {base} điểm.",
        "{opening}, {way} by more than any other, and gets all {base} points.",
    ),
    "headline.leads_result": (
        "{opening}, {way} với kết quả tốt nhất cụm, nên được đủ {base} điểm.",
        "{opening}, {way} with the best result of the cluster, and gets all {base} points.",
    ),
    "headline.than_best": (
        "{opening}, so với {top} của {units}, tốt nhất cụm, nên được {base} trên {full} điểm.",
        "{opening}, against {top} of {units}, the best of the cluster, and gets {base} of {full} points.",
    ),
    "headline.is_best": (
        "{opening}, tốt nhất cụm, được {base} trên {full} điểm.",
        "{opening}, the best of the cluster, and gets {base} of {full} points.",
    ),
    "headline.place": (
        "{opening}, xếp thứ {place} trong {of} đơn vị, được {base} trên {full} điểm.",
        "{opening}, place {place} of {of} units, and gets {base} of {full} points.",
    ),
    "headline.line": (
        "{opening}, được {base} trên {full} điểm theo đường nối các mốc.",
        "{opening} and gets {base} of {full} points on the line through the knots.",
    ),
    "headline.base": ("{opening}, được {base} trên {full} điểm.", "{opening} and gets {base} of {full} points."),
    "headline.factor": ("Nhân hệ số {factor}.", "Times the factor {factor}."),
    "headline.deduction_cap": ("Điểm trừ chỉ tính {limit}.", "Deductions count for {limit} only."),
    "headline.bonus_cap": ("Điểm cộng chỉ tính {limit}.", "Bonuses count for {limit} only."),
    "headline.deduction": ("Trừ {points} điểm ({name}).", "{points} points off ({name})."),
    "headline.bonus": ("Cộng {points} điểm ({name}).", "{points} points more ({name})."),
    "headline.cap": ("Cộng lại quá mức tối đa nên lấy {limit} điểm.", "That is beyond the limit, so {limit} count."),
    "headline.floor": (
        "Còn lại dưới mức tối thiểu nên lấy {limit} điểm.",
        "That is below the least, so {limit} count.",
    ),
    "headline.scaled": (
        "Riêng tiêu chí này tính ra {points} điểm, nhưng cả nhóm vượt trần nên các phần được chia lại.",
        "By itself this criterion comes to {points} points, but the group passed its cap and was shared out.",
    ),
    "headline.result": ("Kết quả: {points} trên {maximum} điểm.", "Result: {points} of {maximum} points."),
    "headline.missing": (
        "{unit} chưa báo cáo {indicators}, nên tiêu chí này chưa có điểm; chưa báo cáo không phải là 0 điểm.",
        "{unit} has not reported {indicators}, so there are no points yet; not reported does not mean 0 points.",
    ),
    "headline.missing_is_zero": (
        "{unit} không báo cáo {indicators}; theo quy định của bảng điểm, tiêu chí này tính {points} điểm khi chốt.",
        "{unit} has not reported {indicators}; by the rulebook the criterion counts {points} points at the close.",
    ),
    "headline.not_assigned": ("{unit} không được giao việc này.", "{unit} was not given this task."),
    "headline.not_applicable": ("Tiêu chí này không áp dụng cho {unit}.", "This criterion does not apply to {unit}."),
    "headline.mode_exclude": (
        "Tiêu chí được bỏ ra khỏi cả tổng điểm và tổng điểm tối đa của đơn vị.",
        "It is left out of both the unit's points and its maximum.",
    ),
    "headline.mode_full": (
        "Theo bảng điểm, đơn vị được đủ {points} điểm.",
        "By the rulebook the unit gets all {points} points.",
    ),
    "headline.mode_zero": (
        "Theo bảng điểm, trường hợp này tính {points} điểm.",
        "By the rulebook this counts {points} points.",
    ),
    "headline.mode_average": (
        "Theo bảng điểm, đơn vị được điểm trung bình của các đơn vị có số liệu: {points} điểm.",
        "By the rulebook the unit gets the mean of the units that have figures: {points} points.",
    ),
    # What was said, by whom.
    "said.self": ("Đơn vị báo {said}", "The unit reported {said}"),
    "said.appraised": ("Thẩm định: {said}", "Appraisal: {said}"),
    "said.agreed": ("Cả cụm thống nhất: {said}", "Agreed by the cluster: {said}"),
    "said.rechecked": ("Phúc tra: {said}", "Re-check: {said}"),
    "said.all_agree": ("số ở các bước {stages} cũng như vậy", "the stages {stages} said the same"),
    "said.missing": ("chưa có số liệu", "no figure yet"),
    "said.not_assigned": ("không được giao", "not assigned"),
    "said.not_applicable": ("không áp dụng", "not applicable"),
    "said.by": ("người thẩm định: {who}", "appraised by {who}"),
    "said.on": ("ngày {day}", "on {day}"),
    "said.source": ("nguồn: {source}", "source: {source}"),
    "said.evidence": ("minh chứng: {evidence}", "evidence: {evidence}"),
    "said.cell": ("ô {cell}", "cell {cell}"),
    "said.illustrative": ("số liệu minh họa", "illustrative figure"),
    "target.given": ("Chỉ tiêu {target}", "The target is {target}"),
    "target.document": ("theo {document}", "by {document}"),
    "target.since": ("áp dụng từ {day}", "in force from {day}"),
    "target.of_rulebook": ("Chỉ tiêu {target} ghi trong bảng điểm.", "The target {target} is written in the rulebook."),
    "target.none": (
        "Đơn vị không được giao chỉ tiêu cho chỉ số này.",
        "The unit was given no target for this indicator.",
    ),
    # The whole explanation.
    "trace.title": ("{code} {name} – {unit}", "{code} {name} – {unit}"),
    "points.missing": ("chưa có điểm", "no points yet"),
    "points.not_assigned": ("không được giao", "not assigned"),
    "points.not_applicable": ("không áp dụng", "not applicable"),
    "trace.quoted": ("“{name}”", "“{name}”"),
    "trace.points": ("{points} trên {maximum} điểm", "{points} of {maximum} points"),
    "trace.basis": ("Căn cứ: {basis}.", "Basis: {basis}."),
    "trace.code_only": ("(chỉ ghi mã tiêu chí)", "(code only)"),
    "mark.scaled": (
        "Cả nhóm vượt mức trần, nên các phần được chia lại theo tỷ lệ cho vừa mức trần: {before} còn {after}.",
        "The group is beyond its cap, so its parts were shared out in proportion to fit: {before} became {after}.",
    ),
    "mark.waits": (
        "Có số liệu chưa qua bước thẩm định đang chấm, nên điểm này chưa phải điểm cuối.",
        "Some figure has not passed the stage that is scored, so these points are not final.",
    ),
    "mark.depends": (
        "Điểm này phụ thuộc số liệu của {units}.",
        "These points depend on the figures of {units}.",
    ),
    "mark.depends_open": (
        "Điểm tạm tính: còn phụ thuộc số liệu của {units}, chỉ chốt khi cả cụm thống nhất.",
        "Provisional: these points depend on the figures of {units} and are final only when the cluster closes.",
    ),
    "mark.provisional": (
        "Điểm tạm tính: quy tắc so với các đơn vị khác, chỉ chốt khi cả cụm thống nhất.",
        "Provisional: the rule looks at the other units and is final only when the cluster closes.",
    ),
    "mark.illustrative": (
        "Có số liệu minh họa trong cách tính này.",
        "Illustrative figures are part of this calculation.",
    ),
}
