"""Appraisal: what may be done, what the ledger tells, what is refused and how it is mended."""

SENTENCES: dict[str, tuple[str, str]] = {
    "CheckResult.confirmed": ("đúng như báo cáo", "as reported"),
    "CheckResult.differs": ("khác với báo cáo", "differs from the report"),
    "CheckResult.not_shown": ("chưa xuất trình được", "could not be shown"),
    "ItemState.accepted": ("đồng ý", "accepted"),
    "ItemState.adjusted": ("đã sửa", "adjusted"),
    "ItemState.objected": ("đơn vị kiến nghị", "objected"),
    "ItemState.pending": ("chưa thẩm định", "not yet appraised"),
    "ItemState.recorded": ("theo biên bản giấy", "from a paper minute"),
    "ItemState.returned": ("trả lại đơn vị", "returned"),
    "ItemState.ruled": ("đã kết luận kiến nghị", "ruled"),
    "ItemState.unreported": ("chưa báo cáo", "not reported"),
    "ItemState.waiting": ("chờ người thứ hai", "waits for the second"),
    "Outcome.rejected": ("giữ kết luận thẩm định", "the decision stands"),
    "Outcome.upheld": ("chấp nhận kiến nghị", "upheld"),
    "Outcome.withdrawn": ("đơn vị rút kiến nghị", "withdrawn by the unit"),
    "Verb.agree_points": ("ghi điểm thống nhất của cụm", "record what the cluster agreed on"),
    "Verb.answer_return": ("trả lời số liệu bị trả lại", "answer a returned figure"),
    "Verb.appraise": ("thẩm định", "appraise"),
    "Verb.declare_conflict": ("khai quan hệ khi kiểm tra chéo", "declare a conflict"),
    "Verb.draw_roster": ("phân công kiểm tra chéo", "draw the roster of cross-checks"),
    "Verb.object": ("kiến nghị về kết luận thẩm định", "object to a decision"),
    "Verb.read_appraisal": ("xem việc thẩm định", "see the appraisal"),
    "Verb.recheck": ("phúc tra", "re-check"),
    "Verb.rule_on_objection": ("kết luận kiến nghị", "rule on an objection"),
    "Verdict.accept": ("đồng ý", "accept"),
    "Verdict.adjust": ("sửa", "adjust"),
    "Verdict.return": ("trả lại", "return"),
    "appraisal.answer_says_the_same": (
        "Số liệu trả lời giống số đã khai. Ghi số mới, hoặc nói với người thẩm định nếu số cũ vẫn đúng",
        "The answer says what was claimed before. Enter a new figure, or tell the appraiser if the old one is right",
    ),
    "appraisal.answer_too_late": (
        "Hạn trả lời là {day}, đã qua. Đề nghị người thẩm định trả lại lần nữa với hạn mới",
        "The answer was due on {day}, which has passed. Ask the appraiser to return it again with a new day",
    ),
    "appraisal.claim_changed": (
        "Đơn vị vừa sửa số khai của “{indicator}” thành “{claimed}” trong lúc đồng chí đang xét. Xem lại rồi ghi kết luận",
        "The unit has just changed its claim of “{indicator}” to “{claimed}”. Look again, then decide",
    ),
    "appraisal.conflict_declared": (
        "Quan hệ với {unit} đã khai rồi. Không cần khai lại",
        "The conflict with {unit} is declared already. There is no need to declare it again",
    ),
    "appraisal.decided_meanwhile": (
        "Người khác vừa ghi kết luận cho “{indicator}”. Mở lại để xem kết luận ấy trước khi ghi",
        "Somebody else has just decided on “{indicator}”. Open it again and see that decision first",
    ),
    "appraisal.due_has_passed": (
        "Hạn {day} đã qua. Chọn một ngày từ hôm nay trở đi",
        "The day {day} has passed. Choose today or a later day",
    ),
    "appraisal.no_open_objection": (
        "Không có kiến nghị nào đang chờ về “{indicator}”. Mở lại danh sách kiến nghị",
        "No objection on “{indicator}” waits. Open the list of objections again",
    ),
    "appraisal.no_such_criterion": (
        "Không có tiêu chí “{code}” trong bảng tiêu chí. Chọn một mã trong bảng",
        "There is no criterion “{code}” in the rulebook. Choose a code of it",
    ),
    "appraisal.kept_away": (
        "{own} đã khai có quan hệ với {unit} nên không thẩm định {unit}. Người khác trong bảng phân công làm việc này",
        "{own} declared a conflict with {unit} and does not appraise it. Others on the roster do",
    ),
    "appraisal.not_assigned": (
        "Đồng chí không được phân công thẩm định {unit}. Việc này giao cho: {checkers}",
        "You are not assigned to appraise {unit}. It is assigned to: {checkers}",
    ),
    "appraisal.not_returned": (
        "Số liệu “{indicator}” không bị trả lại, nên không sửa được khi đang thẩm định. Muốn sửa, dùng kiến nghị",
        "“{indicator}” was not returned, so it cannot change during appraisal. To have it changed, object",
    ),
    "appraisal.nothing_claimed": (
        "Chưa đơn vị nào có điểm để chọn mẫu. Chờ các đơn vị nộp báo cáo",
        "No unit has claimed points to draw a sample from. Wait for the reports",
    ),
    "appraisal.nothing_to_accept": (
        "Đơn vị chưa báo cáo “{indicator}” nên không có gì để đồng ý. Ghi số đã kiểm tra được, hoặc trả lại",
        "The unit has not reported “{indicator}”, so there is nothing to accept. Enter what was found, or return it",
    ),
    "appraisal.nothing_to_confirm": (
        "Kết luận về “{indicator}” không còn chờ xác nhận. Mở lại để xem kết luận hiện nay",
        "The decision on “{indicator}” waits for no confirmation any more. Open it again",
    ),
    "appraisal.nothing_to_object_to": (
        "Kết luận về “{indicator}” không giảm số của đơn vị, hoặc đã được thay. Mở lại để xem kết luận hiện nay",
        "The decision on “{indicator}” cuts nothing, or was replaced. Open it again",
    ),
    "appraisal.objected_already": (
        "Đơn vị đã kiến nghị về “{indicator}”. Chờ kết luận của kiến nghị ấy",
        "The unit has objected on “{indicator}” already. Wait for the ruling",
    ),
    "appraisal.objection_open": (
        "Đơn vị đang kiến nghị về “{indicator}”. Kết luận kiến nghị trước, không ghi thêm kết luận thẩm định",
        "The unit objects on “{indicator}”. Rule on the objection instead of deciding again",
    ),
    "appraisal.objection_too_late": (
        "Hạn kiến nghị là {day}, đã qua. Nêu ý kiến tại cuộc họp thống nhất điểm",
        "Objections were due on {day}, which has passed. Speak at the meeting that agrees on the points",
    ),
    "appraisal.objections_open": (
        "Còn {count} kiến nghị chưa kết luận. Kết luận từng kiến nghị trước khi thống nhất",
        "{count} objections are not ruled on. Rule on each before agreeing",
    ),
    "appraisal.only_the_unit_withdraws": (
        "Chỉ đơn vị rút kiến nghị của mình. Chọn chấp nhận, hoặc giữ kết luận thẩm định",
        "Only the unit withdraws its objection. Choose to uphold it, or let the decision stand",
    ),
    "appraisal.points_open": (
        "Còn {count} số liệu chưa thẩm định xong, đầu tiên là “{indicator}” của {unit}. Kết luận từng số liệu trước",
        "{count} figures are not appraised, the first is “{indicator}” of {unit}. Rule on each of them first",
    ),
    "appraisal.recheck_says_the_same": (
        "Số phúc tra giống số đã ghi ở lần phúc tra trước. Không cần ghi lại",
        "The re-checked figure says what the last re-check said. There is no need to write it again",
    ),
    "appraisal.roster_changed": (
        "Người khác vừa đổi bảng phân công. Mở lại để xem bảng mới trước khi sửa",
        "Somebody else has just changed the roster. Open it again before changing it",
    ),
    "appraisal.roster_same": (
        "Bảng phân công này giống bảng đang dùng. Bốc từ khác, hoặc giữ bảng đang dùng",
        "This roster is the one that stands. Draw another word, or keep it",
    ),
    "appraisal.ruling_on_oneself": (
        "Đồng chí đã ghi kết luận thẩm định về “{indicator}”, nên người khác kết luận kiến nghị này",
        "You decided on “{indicator}”; somebody else rules on this objection",
    ),
    "appraisal.same_as_claim": (
        "Số sửa giống số đơn vị khai ({claimed}). Nếu số khai đúng, chọn đồng ý",
        "The adjusted figure is the claim ({claimed}). If the claim is right, accept it",
    ),
    "appraisal.same_person": (
        "Người xác nhận phải khác người đã ghi kết luận về “{indicator}”. Đề nghị người khác cùng thẩm định xem lại",
        "Who confirms must be another than who decided on “{indicator}”. Ask another appraiser to look again",
    ),
    "event.appraisal.claim.decided": (
        "Thẩm định {indicator} của {unit}: {verdict}, đơn vị khai “{claimed}”, kết luận “{typed}” {clause}",
        "{indicator} of {unit} appraised: {verdict}, claimed “{claimed}”, decided “{typed}” {clause}",
    ),
    "event.appraisal.conflict.declared": (
        "{unit} khai có quan hệ, không kiểm tra {other}",
        "{unit} declared a conflict and does not check {other}",
    ),
    "event.appraisal.decision.confirmed": (
        "Người thứ hai xác nhận kết luận {indicator} của {unit}",
        "Second person confirmed the decision on {indicator} of {unit}",
    ),
    "event.appraisal.decision.refused": (
        "Người thứ hai không xác nhận kết luận {indicator} của {unit}",
        "Second person refused the decision on {indicator} of {unit}",
    ),
    "event.appraisal.field.checked": (
        "Kiểm tra thực tế {criterion} của {unit}: {result}, theo {document} ngày {date}",
        "{criterion} of {unit} checked on the spot: {result}, by {document} of {date}",
    ),
    "event.appraisal.figure.rechecked": (
        "Phúc tra {indicator} của {unit}: “{typed}”, theo {document} ngày {date}",
        "{indicator} of {unit} re-checked: “{typed}”, by {document} of {date}",
    ),
    "event.appraisal.objection.raised": (
        "{unit} kiến nghị về {indicator}, kết luận trước {due}: {text}",
        "{unit} objects on {indicator}, to be ruled on by {due}: {text}",
    ),
    "event.appraisal.objection.ruled": (
        "Kết luận kiến nghị của {unit} về {indicator}: {outcome}",
        "Objection of {unit} on {indicator}: {outcome}",
    ),
    "event.appraisal.point.agreed": (
        "Cụm thống nhất {indicator} của {unit}: “{before}” thành “{after}”",
        "Cluster agreed on {indicator} of {unit}: “{before}” becomes “{after}”",
    ),
    "event.appraisal.points.agreed": (
        "Cụm thống nhất {count} số liệu như thẩm định, theo {document} ngày {date}",
        "Cluster agreed on {count} figures as appraised, by {document} of {date}",
    ),
    "event.appraisal.return.answered": (
        "{unit} trả lời {indicator}: “{typed}”",
        "{unit} answered on {indicator}: “{typed}”",
    ),
    "event.appraisal.roster.changed": (
        "Đổi bảng phân công kiểm tra chéo, bản {version}, {count} phân công, từ đã bốc “{word}”",
        "Roster of cross-checks changed, version {version}, {count} assignments, word “{word}”",
    ),
    "event.appraisal.roster.drawn": (
        "Bốc thăm phân công kiểm tra chéo, bản {version}, {count} phân công, từ “{word}”",
        "Roster of cross-checks drawn, version {version}, {count} assignments, word “{word}”",
    ),
    "event.appraisal.sample.drawn": (
        "Bốc thăm mẫu kiểm tra thực tế, bản {version}, {count} nội dung, từ “{word}”",
        "Sample for checks on the spot drawn, version {version}, {count} claims, word “{word}”",
    ),
    "guard.appraised.holds": (
        "Đã thẩm định xong {count} số liệu của các đơn vị",
        "All {count} reported figures are appraised",
    ),
    "guard.appraised.waits": (
        "Còn {count} số liệu chưa thẩm định xong, của: {units}",
        "{count} figures are not appraised yet, of: {units}",
    ),
    "guard.objections_ruled.holds": (
        "Không còn kiến nghị nào chờ, đã kết luận {count}",
        "No objection waits; {count} were ruled on",
    ),
    "guard.objections_ruled.runs": (
        "Các đơn vị còn được kiến nghị về {count} kết luận đến hết {day}",
        "Units may still object to {count} decisions until {day}",
    ),
    "guard.objections_ruled.waits": (
        "Còn {count} kiến nghị chưa kết luận",
        "{count} objections are not ruled on",
    ),
}
