"""What the pages say that set units beside one another: gaps of the standings, profile, heat table, years."""

SENTENCES: dict[str, tuple[str, str]] = {
    "distance.title": ("Khoảng cách điểm, xếp hạng năm {year}", "Gaps in points, standings of {year}"),
    "distance.heading": ("Khoảng cách điểm", "Gaps in points"),
    "distance.how": (
        "Trục số: cách hạng nhất. Đoạn đậm và số bên trên: cách hạng liền trên. Đồng hạng đứng chung một dòng",
        "Axis: behind the first. Thick piece and the number above it: behind the rank above. A shared rank is one line",
    ),
    "distance.place": ("{rank}. {units}", "{rank}. {units}"),
    "distance.step": ("cách {gap}", "{gap} behind"),
    "distance.level": ("bằng điểm, xét tiêu chí phụ", "level, parted by the chain"),
    "distance.knocked_out": (
        "không xếp hạng: vướng điều kiện {criteria}",
        "no rank: knocked out by {criteria}",
    ),
    "distance.incomplete": (
        "chưa xếp hạng: còn {count} tiêu chí chưa báo cáo",
        "no rank yet: {count} criteria not reported",
    ),
    "profile.title": ("Hồ sơ thi đua của đơn vị", "Profile of a unit"),
    "profile.of": ("Năm {year}. Hạng {rank} trong {count} đơn vị", "{year}. Rank {rank} of {count} units"),
    "profile.chart": ("Điểm theo nhóm của {unit}", "Points of {unit} by group"),
    "profile.chart_how": (
        "Thanh: phần điểm đạt được trên mức tối đa. Vạch đứng: trung vị của cụm. Vòng tròn: đơn vị cao nhất",
        "Bar: share of the most there is. Upright mark: the cluster's median. Ring: the best unit",
    ),
    "profile.numbers": (
        "{points}; trung vị {middle}; cao nhất {best}",
        "{points}; median {middle}; best {best}",
    ),
    "profile.groups": ("Theo nhóm", "By group"),
    "profile.strong": ("Mặt mạnh", "Strengths"),
    "profile.strong_how": ("hơn trung vị nhiều nhất", "furthest above the median"),
    "profile.weak": ("Mặt còn thiếu", "Lacks"),
    "profile.weak_how": ("kém đơn vị cao nhất nhiều nhất", "furthest behind the best"),
    "profile.none_strong": (
        "Không tiêu chí nào cao hơn trung vị của cụm",
        "In no criterion above the cluster's median",
    ),
    "profile.none_weak": (
        "Tiêu chí nào cũng bằng đơn vị cao nhất",
        "Level with the best in every criterion",
    ),
    "profile.criteria": ("Thứ hạng theo từng tiêu chí", "Rank in each criterion"),
    "profile.criteria_how": (
        "Xếp theo điểm của riêng tiêu chí; bằng điểm thì đồng hạng. Đơn vị không được giao hoặc chưa báo cáo không xếp",
        "By the points of the criterion alone; equal points share a rank. Units without the task or figure have none",
    ),
    "profile.rank": ("Hạng", "Rank"),
    "profile.middle": ("Trung vị", "Median"),
    "profile.best": ("Cao nhất", "Best"),
    "profile.best_of": ("của", "of"),
    "profile.ahead": ("So với trung vị", "Against the median"),
    "profile.behind": ("So với cao nhất", "Against the best"),
    "profile.all": ("mọi đơn vị", "all units"),
    "profile.several": ("{count} đơn vị", "{count} units"),
    "profile.others": ("Đơn vị khác", "Other units"),
    "heat.title": ("Bản đồ điểm", "Heat table"),
    "heat.how": (
        "Vệt càng dài, càng đậm thì phần điểm đạt được càng lớn. Dưới mỗi số là hạng ở tiêu chí ấy",
        "The longer and darker, the larger the share of the points. Below each number stands the rank in that criterion",
    ),
    "heat.below": ("dưới {high}%", "below {high}%"),
    "heat.step": ("từ {low}% đến dưới {high}%", "{low}% to below {high}%"),
    "heat.from": ("từ {low}%", "{low}% and more"),
    "heat.rank": ("hạng {rank}", "rank {rank}"),
    "years.title": ("Qua các năm", "Year on year"),
    "years.how": (
        "Hạng và điểm của từng đơn vị trong các kỳ của cụm; điểm của hai đơn vị không cộng thành điểm của đơn vị hợp nhất",
        "Rank and points of each unit in the cluster's seasons; points of two units never add up to a merged one's",
    ),
    "years.chart": ("Thứ hạng qua các năm", "Ranks over the years"),
    "years.dash": (
        "Tên đứng cạnh điểm là đơn vị trước hợp nhất hoặc chia tách. Dấu – là không tham gia kỳ đó hoặc không xếp hạng",
        "A name beside points is the unit as it was before a merger or split. – did not take part, or was not ranked",
    ),
    "years.only_one": (
        "Mới có một kỳ tính được điểm mà đồng chí được xem; kỳ sau sẽ đứng cạnh kỳ này",
        "Only one season that you may read has points so far; the next will stand beside it",
    ),
    "gaps.chart": ("Tự chấm và điểm được tính", "Claimed and counted"),
    "gaps.chart_how": (
        "Thanh: điểm được tính. Vòng tròn: điểm tự chấm",
        "Bar: points that count. Ring: points as claimed",
    ),
    "gaps.numbers": ("{counted}; tự chấm {claimed}; chênh {gap}", "{counted}; claimed {claimed}; gap {gap}"),
}
