"""The standings: headings, what they are made from, how ties were parted, who has no rank and why."""

SENTENCES: dict[str, tuple[str, str]] = {
    "standings.behind": ("Cách hạng nhất", "Behind the first"),
    "standings.behind_above": ("Cách hạng trên", "Behind the rank above"),
    "standings.title": ("Xếp hạng – {title}", "Standings – {title}"),
    "standings.rank": ("Hạng", "Rank"),
    "standings.unit": ("Đơn vị", "Unit"),
    "standings.criterion": ("{code}. {name}", "{code}. {name}"),
    "standings.of": ("(tối đa {points})", "(of {points})"),
    "standings.total": ("Tổng điểm", "Total"),
    "standings.rescaled": ("Quy về thang {points}", "Re-scaled to {points}"),
    "standings.made_from": (
        "{title}, phiên bản {version}. Số liệu ở bước {stage}.",
        "{title}, version {version}. Figures at the stage: {stage}.",
    ),
    "standings.provisional": (
        "Xếp hạng tạm tính: điểm còn có thể thay đổi, chỉ chốt khi số liệu cả cụm đã thống nhất.",
        "Provisional standings: points may still change and are final only when the cluster closes.",
    ),
    "standings.open": (
        "Xếp hạng tạm tính: cụm chưa chốt số liệu.",
        "Provisional standings: the cluster has not closed its figures.",
    ),
    "standings.final": (
        "Xếp hạng chính thức: cụm đã chốt số liệu.",
        "Final standings: the cluster's figures are closed.",
    ),
    "standings.illustrative": (
        "Có số liệu minh họa: không phải kết quả thật của các đơn vị.",
        "Contains illustrative figures: these are not the units' real results.",
    ),
    "standings.with": ("{unit} {value}", "{unit} {value}"),
    "standings.parted": (
        "{units} bằng tổng điểm, xếp theo {what}: {values}.",
        "{units} have equal totals and are parted by {what}: {values}.",
    ),
    "standings.level": (
        "{units} bằng tổng điểm, xét {what} vẫn bằng nhau ({values}).",
        "{units} have equal totals and are level by {what}: {values} each.",
    ),
    "standings.shared": (
        "{units} cùng {total} điểm, hết tiêu chí phụ vẫn bằng nhau nên đồng hạng {rank}. Không rút thăm.",
        "{units} all have {total} points and stay level after every tie-break, so they share rank {rank}. No lot.",
    ),
    "standings.knocked_out": (
        "{unit} không xếp hạng: {name} ({code}). {basis}",
        "{unit} is not ranked: {name} ({code}). {basis}",
    ),
    "standings.incomplete": (
        "{unit} chưa xếp hạng: còn {count} tiêu chí chưa báo cáo ({criteria}).",
        "{unit} is not ranked yet: criteria not reported: {count} ({criteria}).",
    ),
    "standings.added": (
        "{unit} được cấp có thẩm quyền cộng {points} điểm: {reason} ({document}).",
        "The standing body added {points} points to {unit}: {reason} ({document}).",
    ),
    "standings.taken": (
        "{unit} bị cấp có thẩm quyền trừ {points} điểm: {reason} ({document}).",
        "The standing body took {points} points from {unit}: {reason} ({document}).",
    ),
    "standings.limited": (
        "{unit}: các nhóm cộng lại {sum} điểm, sau khi xét giới hạn của tổng còn {limited}.",
        "{unit}: the groups add up to {sum}, within the limits of the total {limited}.",
    ),
    "standings.rescaled_because": (
        "Xếp theo điểm quy về thang {points}, vì có đơn vị không được giao đủ {full} điểm. Tối đa được giao: {units}.",
        "Ranked by points re-scaled to {points}: some units were given less than {full}. Most they could get: {units}.",
    ),
    "standings.waits": (
        "Còn số liệu chưa qua bước thẩm định đang chấm: {units}.",
        "Some figures have not passed the stage that is scored: {units}.",
    ),
    "standings.rounded_once": (
        "Bảng điểm quy định chỉ làm tròn tổng: các phần in ra đã làm tròn nên cộng lại có thể lệch tổng.",
        "The rulebook rounds the total only: printed parts are rounded and may not add up to it.",
    ),
    "standings.class": ("Xếp loại", "Class"),
    "standings.missed_min_share": (
        "{unit} đủ điểm nhưng chưa được xếp loại {name}: tiêu chí {criterion} chưa đạt tỷ lệ tối thiểu.",
        "{unit} has the points for {name}, but criterion {criterion} is below the least share.",
    ),
    "standings.missed_knock_out": (
        "{unit} không được xếp loại {name} vì có việc bị khống chế xếp loại.",
        "{unit} cannot be given {name}, because a fact on record limits its class.",
    ),
    "standings.missed_quota": (
        "{unit} đủ điều kiện xếp loại {name} nhưng đã hết tỷ lệ được xếp loại này.",
        "{unit} qualifies for {name}, but its quota is used up.",
    ),
    "standings.missed_edge": (
        "{unit} đủ điều kiện xếp loại {name} nhưng bằng điểm với đơn vị khác ở suất cuối nên đều không được lấy.",
        "{unit} qualifies for {name}, but units of equal points stand at its last place, so none of them gets it.",
    ),
    "stage.self": ("tự chấm", "self-scored"),
    "stage.appraised": ("thẩm định", "appraised"),
    "stage.agreed": ("thống nhất", "agreed"),
    "stage.rechecked": ("phúc tra", "re-checked"),
    "tie.points_of_in": ("điểm của mục {criterion} (cao hơn xếp trước)", "points in {criterion} (more first)"),
    "tie.points_of": ("tổng điểm (cao hơn xếp trước)", "points (more first)"),
    "tie.deductions_in": ("điểm trừ ở mục {criterion} (ít hơn xếp trước)", "deductions in {criterion} (fewer first)"),
    "tie.deductions": ("điểm trừ (ít hơn xếp trước)", "deductions (fewer first)"),
    "tie.bonuses_in": ("điểm cộng ở mục {criterion} (ít hơn xếp trước)", "bonuses in {criterion} (fewer first)"),
    "tie.bonuses": ("điểm cộng (ít hơn xếp trước)", "bonuses (fewer first)"),
}
