"""What the pages of results say: standings, score sheets, the explanation of a point, the table of all points."""

SENTENCES: dict[str, tuple[str, str]] = {
    "event.results.standings.frozen": (
        "Chốt bảng xếp hạng, bản {version}, theo {document} ngày {date}",
        "Standings frozen, version {version}, by {document} of {date}",
    ),
    "event.results.standings.agreed": (
        "Thống nhất bảng xếp hạng, bản {version}, theo {document} ngày {date}",
        "Standings agreed on, version {version}, by {document} of {date}",
    ),
    "event.results.standings.published": (
        "Công bố bảng xếp hạng, bản {version}, theo {document} ngày {date}",
        "Standings published, version {version}, by {document} of {date}",
    ),
    "event.results.standings.withdrawn": (
        "Thu hồi công bố bảng xếp hạng, bản {version}, theo {document} ngày {date}",
        "Publication of the standings withdrawn, version {version}, by {document} of {date}",
    ),
    "results.by_document": ("theo {number} ngày {date}", "by {number} of {date}"),
    "results.computed_now": ("Tính lại lúc {moment}", "Computed again at {moment}"),
    "results.differs_from_frozen": (
        "Số đang hiện khác bản {version} đã chốt. Bản đã chốt giữ nguyên; xem ở mục “Các bản đã chốt”",
        "What is shown differs from version {version}, which is frozen and stays as it is; see “Frozen versions”",
    ),
    "results.engine": ("Phiên bản chương trình", "Program"),
    "results.freeze": ("Chốt bảng xếp hạng", "Freeze the standings"),
    "results.act_how.frozen": (
        (
            "Bảng đang hiện được giữ lại thành một bản riêng với số liệu, bảng tiêu chí và mã của nó. Bản đã chốt không "
            "sửa, không xóa được; về sau có thay đổi thì chốt bản mới đứng bên cạnh"
        ),
        (
            "What is shown is kept as a version of its own, with its figures, rulebook and digest. A frozen version is "
            "never changed or deleted; a later change is frozen as a new version beside it"
        ),
    ),
    "results.word_for.agreed": ("thống nhất", "agree"),
    "results.word_for.frozen": ("chốt", "freeze"),
    "results.word_for.published": ("công bố", "publish"),
    "results.word_for.withdrawn": ("thu hồi", "withdraw"),
    "results.frozen_already": (
        "Bản {version} đã chốt đúng những con số này; không có gì mới để chốt",
        "Version {version} is frozen with these very numbers; there is nothing new to freeze",
    ),
    "results.frozen_at": ("Chốt lúc", "Frozen at"),
    "results.frozen_digest": ("Mã kết quả", "Result digest"),
    "results.frozen_version": ("Bản {version} đã chốt", "Frozen version {version}"),
    "results.frozen_versions": ("Các bản đã chốt", "Frozen versions"),
    "results.is_frozen": ("đã chốt, bản {version}", "frozen, version {version}"),
    "results.no_longer_computed": (
        "Không tính lại được từ số liệu hiện nay",
        "It cannot be computed again from what stands there now",
    ),
    "results.version_is": ("{release}, bản {version}", "{release}, version {version}"),
    "results.not_frozen": ("chưa chốt", "not frozen"),
    "results.nothing_frozen": ("Chưa chốt bản nào", "Nothing is frozen yet"),
    "results.agreed_already": (
        "Bản {version} đã được thống nhất",
        "Version {version} is agreed on already",
    ),
    "results.changed_since": (
        "Số liệu đã đổi sau khi chốt bản {version}. Chốt bản mới rồi làm tiếp với bản ấy",
        "Figures have changed since version {version} was frozen. Freeze a new version and go on with that one",
    ),
    "results.later_version": (
        "Bản {version} không phải bản chốt sau cùng; bản sau cùng là bản {last}",
        "Version {version} is not the one frozen last; that is version {last}",
    ),
    "results.no_such_version": ("Không có bản {version}", "There is no version {version}"),
    "results.not_agreed": (
        "Bản {version} chưa được cụm thống nhất. Ghi việc thống nhất trước khi công bố",
        "Version {version} is not agreed on. Record the agreement before it is published",
    ),
    "results.not_published": ("Bản {version} không ở tình trạng công bố", "Version {version} is not published"),
    "results.published_already": ("Bản {version} đã công bố", "Version {version} is published already"),
    "results.withdraw_first": (
        "Bản {version} đang công bố theo lần thống nhất đã bị lùi bước. Thu hồi công bố rồi thống nhất lại",
        "Version {version} is published on an agreement that was undone. Withdraw it, then agree again",
    ),
    "results.replay": ("Tính lại bản này", "Compute this version again"),
    "results.replay_differs": ("có chỗ khác", "something differs"),
    "results.replay_how": (
        "Mọi điểm, tổng, hạng và bước xét bằng điểm được tính lại từ số liệu hiện nay và so từng con số với bản đã chốt",
        "Every point, total, rank and tie step is computed again from what stands there now and compared number by number",
    ),
    "results.replay_same": ("khớp đến từng số", "every number is the same"),
    "results.cluster_open": (
        "Số liệu của cụm chưa thống nhất nên mọi điểm còn tạm tính. Chuyển kỳ sang bước Thống nhất điểm rồi làm tiếp",
        "The cluster has not agreed on its figures, so all points are provisional. Move the season on to the agreement",
    ),
    "results.waits_for_figures": (
        "{unit} chưa báo cáo {count} tiêu chí ({criteria}). Ghi số liệu của {unit} rồi làm tiếp",
        "{unit} has not reported {count} criteria ({criteria}). Record the figures of {unit} first",
    ),
    "results.waits_for_figures_of_all": (
        "{unit} chưa báo cáo {count} tiêu chí ({criteria}). Điểm {relative} so các đơn vị với nhau nên cả cụm còn chờ {unit}. "
        "Ghi số liệu của {unit} rồi làm tiếp",
        "{unit} has not reported {count} criteria ({criteria}). Points of {relative} compare units, so all of the cluster wait for {unit}. "
        "Record the figures of {unit} first",
    ),
    "results.waits_for_stage": (
        "{count} tiêu chí của {unit} ({criteria}) chưa được thống nhất. Ghi số thống nhất của {unit} rồi làm tiếp",
        "{count} criteria of {unit} ({criteria}) are not agreed on. Record the agreed figures of {unit} first",
    ),
    "results.waits_for_stage_of_all": (
        "{count} tiêu chí của {unit} ({criteria}) chưa được thống nhất. Điểm {relative} so các đơn vị với nhau nên cả cụm còn chờ {unit}. "
        "Ghi số thống nhất của {unit} rồi làm tiếp",
        "{count} criteria of {unit} ({criteria}) are not agreed on. Points of {relative} compare units, so all of the cluster wait for "
        "{unit}. Record the agreed figures of {unit} first",
    ),
    "Release.provisional": ("tạm tính", "provisional"),
    "Release.frozen": ("đã chốt", "frozen"),
    "Release.agreed": ("đã thống nhất", "agreed"),
    "Release.published": ("đã công bố", "published"),
    "Release.withdrawn": ("đã thu hồi công bố", "withdrawn"),
    "results.act.agreed": ("Ghi việc thống nhất", "Record the agreement"),
    "results.act.frozen": ("Chốt bảng xếp hạng", "Freeze the standings"),
    "results.act.published": ("Công bố bảng xếp hạng", "Publish the standings"),
    "results.act.withdrawn": ("Thu hồi công bố", "Withdraw the publication"),
    "results.act_how.agreed": (
        (
            "Ghi rằng cụm đã thống nhất bản này, theo biên bản. Từ đó kỳ chuyển được sang bước bình xét, và bản này "
            "công bố được"
        ),
        "Records that the cluster agreed on this version, by its minutes. The season may then move on, and the version "
        "may be published",
    ),
    "results.act_how.published": (
        "Mọi người được xem kỳ này, kể cả người theo dõi, sẽ thấy bản này cùng số văn bản công bố",
        "Everybody who may see the season, observers too, will see this version with the number of the decision",
    ),
    "results.act_how.withdrawn": (
        "Bản này không còn là bản công bố. Bản và mọi việc đã làm với nó vẫn giữ nguyên, kèm lý do thu hồi",
        "The version is no longer the published one. It stays with all that was done to it, and with this reason",
    ),
    "results.done.agreed": (
        "Đã ghi: cụm thống nhất bản {version} của bảng xếp hạng",
        "Recorded: the cluster agreed on version {version} of the standings",
    ),
    "results.done.frozen": ("Đã chốt bảng xếp hạng", "The standings are frozen"),
    "results.done.published": ("Đã công bố bản {version} của bảng xếp hạng", "Version {version} is published"),
    "results.done.withdrawn": (
        "Đã thu hồi công bố bản {version} của bảng xếp hạng",
        "The publication of version {version} is withdrawn",
    ),
    "results.nothing_published": (
        (
            "Bảng xếp hạng chưa được công bố. Cụm trưởng hoặc cơ quan thường trực công bố sau khi cụm thống nhất; khi ấy "
            "đồng chí xem được ở đây"
        ),
        (
            "The standings are not published. The chair or the standing body publishes them once the cluster agrees; "
            "then you can read them here"
        ),
    ),
    "results.type_word.agreed": ("Gõ chữ “thống nhất” để xác nhận", "Type the word “agree” to confirm"),
    "results.type_word.frozen": ("Gõ chữ “chốt” để xác nhận", "Type the word “freeze” to confirm"),
    "results.type_word.published": ("Gõ chữ “công bố” để xác nhận", "Type the word “publish” to confirm"),
    "results.type_word.withdrawn": ("Gõ chữ “thu hồi” để xác nhận", "Type the word “withdraw” to confirm"),
    "results.beside": ("Tiêu chí này ở các đơn vị", "This criterion in all units"),
    "results.column": ("Nhóm {group}", "Group {group}"),
    "results.complete": ("đủ số liệu", "complete"),
    "results.document": ("Tải kết quả (JSON)", "Download the result (JSON)"),
    "results.group_adds_up": (
        "Điểm của nhóm là tổng các mục dưới đây, đã làm tròn từng mục",
        "The points of the group are the sum of its parts below, each already rounded",
    ),
    "results.made_from": ("Tính từ đâu", "What this is made from"),
    "results.matrix": ("Điểm theo tiêu chí", "Points by criterion"),
    "results.matrix_how": (
        "Mọi tiêu chí của mọi đơn vị, mỗi nhóm một bảng. Bấm vào số để xem vì sao",
        "Every criterion of every unit, one table a group. Follow a number to see why",
    ),
    "results.missing_count": ("còn {count} tiêu chí chưa báo cáo", "criteria not reported: {count}"),
    "results.neighbours": ("Tiêu chí trước và sau", "The criteria before and after"),
    "results.open_reason": (
        "Bấm vào tên tiêu chí để xem vì sao có điểm ấy.",
        "Follow a criterion's name to see why its points are what they are.",
    ),
    "results.open_sheet": (
        "Bấm vào điểm để xem phiếu điểm của đơn vị.",
        "Follow the points to the unit's score sheet.",
    ),
    "results.order_by_points": (
        "Xếp theo điểm từ cao xuống thấp; không có đơn vị nào bằng điểm",
        "Ranked by points, the most first; no units are level",
    ),
    "results.other_sheets": ("Phiếu điểm khác", "Other score sheets"),
    "results.paper": ("Tải phiếu điểm (PDF)", "Download the sheet (PDF)"),
    "results.standings_paper": ("Tải bảng (PDF)", "Download the tables (PDF)"),
    "results.parts": ("Các mục trong nhóm", "Parts of the group"),
    "results.path": ("Đường dẫn", "Path"),
    "results.rank_hidden": (
        "Thứ hạng được xem từ bước Thống nhất điểm",
        "Ranks are shown once the cluster agrees on the points",
    ),
    "results.rescaled": ("Quy về", "Re-scaled"),
    "results.rescaled_to": ("thang {points}", "to {points}"),
    "results.rule": ("Quy tắc chấm", "The rule"),
    "results.shares": ("Cơ cấu, từ 0 đến {full}", "Made up of, from 0 to {full}"),
    "results.sheets": ("Phiếu điểm", "Score sheets"),
    "results.sheets_how": (
        "Theo thứ tự phát biểu của cụm, không theo điểm",
        "In the cluster's order of speaking, not by points",
    ),
    "results.standings": ("Xếp hạng năm {year}", "Standings of {year}"),
    "results.standings_of": ("{count} đơn vị, thang {full} điểm.", "{count} units, out of {full} points."),
    "results.state": ("Tình trạng", "State"),
    "results.step_by_step": ("Từng bước", "Step by step"),
    "results.unread": (
        "Có {count} chỗ trong số liệu chưa đọc được nên chưa tính; xếp hạng chưa thể là chính thức",
        "Figures that could not be read and do not count: {count}; the standings cannot be final",
    ),
    "results.unscored": ("Chưa chấm được điểm", "No points yet"),
    "results.unscored_how": (
        "Điểm được tính từ bảng tiêu chí, chỉ tiêu và số liệu của kỳ; dưới đây là điều còn thiếu",
        "Points are computed from the season's rulebook, targets and figures; this is what is missing",
    ),
    "results.unscored_why": ("Còn thiếu", "What is missing"),
    "results.why_this_order": ("Vì sao có thứ tự này", "Why the order is this one"),
    "results.workbook": ("Tải bảng (Excel)", "Download the tables (Excel)"),
}
