"""Units, clusters, offices and rotation: what is wrong with an act, what its entry says, what the pages say."""

SENTENCES: dict[str, tuple[str, str]] = {
    "event.organisation.chair.given": (
        "Giao {name} làm cụm trưởng {cluster} năm {year} từ {day}",
        "{name} made chair of {cluster}, {year}, from {day}",
    ),
    "event.organisation.chair.handed_over": (
        "Bàn giao cụm trưởng {cluster} năm {year} từ {day}: cụm trưởng {chair}, cụm phó {deputy} ({document})",
        "Chair of {cluster}, {year}, handed over from {day}: chair {chair}, deputy {deputy} ({document})",
    ),
    "event.organisation.cluster.formed": (
        "Lập {cluster} (số {number}) năm {year}, {members} thành viên",
        "{cluster} (no. {number}) of {year} formed, {members} members",
    ),
    "event.organisation.clusters.set_up": (
        "Lập {clusters} cụm với {members} đơn vị, thêm {units} đơn vị mới, từ tệp {file}",
        "{clusters} clusters with {members} units set up, {units} new units added, from the file {file}",
    ),
    "event.organisation.deputy.given": (
        "Giao {name} làm cụm phó {cluster} năm {year} từ {day}",
        "{name} made deputy chair of {cluster}, {year}, from {day}",
    ),
    "event.organisation.members.changed": (
        "Sửa thành viên {cluster} năm {year}, còn {members} dòng",
        "Members of {cluster}, {year}, changed: {members} lines",
    ),
    "event.organisation.provinces.loaded": (
        "Nạp bản đồ 63 tỉnh và 34 tỉnh: {count} đơn vị, có từ {day}",
        "Map of the 63 and the 34 provinces loaded: {count} units, known from {day}",
    ),
    "event.organisation.rotation.planned": (
        "Lập kế hoạch luân phiên “{rotation}” từ năm {year}, {turns} lượt",
        "Rotation “{rotation}” planned from {year}, {turns} turns",
    ),
    "event.organisation.set_up.undone": (
        "Hoàn tác mục {height} của sổ nhật ký",
        "Entry {height} of the ledger undone",
    ),
    "event.organisation.succession.recorded": (
        "Ghi việc kế thừa ngày {day}: {predecessors} thành {successors}",
        "Succession of {day} recorded: {predecessors} become {successors}",
    ),
    "event.organisation.turn.given_anew": (
        "Luân phiên “{rotation}”: lượt của {name} bầu lại cho {to} ({document})",
        "Rotation “{rotation}”: the turn of {name} was given to {to} by election ({document})",
    ),
    "event.organisation.turn.skipped": (
        "Luân phiên “{rotation}”: bỏ lượt của {name} ({document})",
        "Rotation “{rotation}”: the turn of {name} was passed over ({document})",
    ),
    "event.organisation.unit.abolished": ("Giải thể {name} ({unit}) từ {day}", "{name} ({unit}) abolished from {day}"),
    "event.organisation.unit.moved": (
        "Đổi cấp trên hoặc cấp của {name} ({unit}) từ {day}",
        "Superior or level of {name} ({unit}) changed from {day}",
    ),
    "event.organisation.unit.recorded": (
        "Ghi đơn vị {name} ({unit}) từ {day}",
        "Unit {name} ({unit}) recorded from {day}",
    ),
    "event.organisation.units.recorded": ("Ghi {count} đơn vị cùng lúc", "{count} units recorded at once"),
    "organisation.begins_after_end": (
        "{unit} còn dòng bắt đầu {start} ở {cluster} năm {year}, sau ngày kết thúc {day}. Sửa thành viên và chức vụ của cụm trước",
        "{unit} has a line from {start} in {cluster}, {year}, after its end on {day}. Mend the members and offices of the cluster first",
    ),
    "organisation.cannot_end": (
        "Đơn vị {unit} không thể kết thúc ngày {day}: chưa có, mới hình thành hôm đó, hoặc đã có ngày kết thúc. Kiểm tra lại ngày",
        "Unit {unit} cannot end on {day}: it does not exist then, begins that day, or has an end already. Check the date",
    ),
    "organisation.changed_since": (
        "{count} dòng đã được sửa hoặc xóa sau khi nạp nên không hoàn tác cả lần nạp được. Sửa từng cụm",
        "{count} rows were changed or deleted since, so the whole cannot be undone. Mend the clusters one by one",
    ),
    "organisation.child_unplaced": (
        "Đơn vị {unit} đang trực thuộc {parent} là đơn vị kết thúc. Ghi đơn vị mới mà nó trực thuộc",
        "Unit {unit} stands under {parent}, which ends. Name the new unit that it goes to",
    ),
    "organisation.code_form": (
        "Mã “{code}” không dùng được. Ghi chữ thường không dấu, chữ số và dấu gạch nối, không quá {most} ký tự, như tay-ninh-2025",
        "The code “{code}” cannot be used. Write lower-case letters without marks, digits and hyphens, {most} at most, such as tay-ninh-2025",
    ),
    "organisation.code_taken": (
        "Mã này đã thuộc về {unit}. Đơn vị mới, kể cả cùng tên, phải có mã riêng",
        "This code belongs to {unit}. A new unit needs a code of its own, even under the same name",
    ),
    "organisation.document_missing": (
        "Chưa ghi số, ngày văn bản hoặc biên bản. Ghi căn cứ của việc này",
        "No document is named. State the number and date of the document or minutes",
    ),
    "organisation.hand_over_backwards": (
        "Bàn giao từ cụm năm {year} sang cụm năm {found} là ngược thời gian. Chọn cụm của năm sau",
        "From the cluster of {year} to that of {found} runs backwards. Choose a cluster of a later year",
    ),
    "organisation.in_another_line": (
        "{cluster} năm {year} đã thuộc một kế hoạch luân phiên khác. Bỏ cụm này ra",
        "{cluster}, {year}, belongs to another rotation already. Leave it out",
    ),
    "organisation.in_two_clusters": (
        "Đơn vị {unit} đã ở {other} năm {year} trong cùng thời gian. Mỗi đơn vị chỉ ở một cụm của một cấp trong một năm",
        "Unit {unit} is in {other}, {year}, at the same time. A unit is in one cluster of a level and year",
    ),
    "organisation.line_year_twice": (
        "Hai cụm được chọn cùng năm {year}. Mỗi năm chỉ một cụm trong kế hoạch luân phiên",
        "Two of the chosen clusters are of {year}. A rotation has one cluster a year",
    ),
    "organisation.membership_cut": (
        "{unit} đang là thành viên {cluster} năm {year}; từ {day} sẽ không còn. Đồng ý thì đánh dấu vào ô xác nhận",
        "{unit} is a member of {cluster}, {year}; from {day} it no longer will be. Tick the box to agree",
    ),
    "organisation.name_character": (
        "Tên “{name}” có ký tự {character} mà giấy tờ không in được. Bỏ ký tự đó",
        "The name “{name}” holds the character {character}, which papers cannot print. Remove it",
    ),
    "organisation.name_empty": ("Chưa ghi tên. Ghi tên đầy đủ", "The name is missing. Write it in full"),
    "organisation.name_long": (
        "Tên dài quá {most} ký tự. Ghi tên ngắn hơn",
        "The name is longer than {most} characters. Shorten it",
    ),
    "organisation.no_members": (
        "Cụm chưa có thành viên. Ghi ít nhất một đơn vị",
        "The cluster has no members. Name at least one unit",
    ),
    "organisation.not_under_organiser": (
        "Đơn vị {unit} không trực thuộc {organiser} là cơ quan lập cụm. Chọn đơn vị khác, hoặc ghi vào cụm của cấp trên nó",
        "Unit {unit} does not stand directly under {organiser}, which forms the cluster. Choose another unit, or a cluster of its own superior",
    ),
    "organisation.not_undoable": (
        "Việc này không hoàn tác cả lần được. Sửa từng dòng",
        "This act cannot be undone as a whole. Mend its rows one by one",
    ),
    "organisation.nothing_moves": (
        "Đơn vị {unit} từ {day} không có gì thay đổi, hoặc vừa bắt đầu đúng ngày đó. Ghi cấp trên hay cấp mới",
        "Nothing about unit {unit} changes on {day}, or it begins that very day. State the new superior or level",
    ),
    "organisation.number_form": (
        "Số của cụm bỏ trống, có ký tự lạ hoặc dài quá {most} ký tự. Ghi số như 10 hoặc II",
        "The number of the cluster is missing, holds a strange character or is longer than {most}. Write a number such as 10 or II",
    ),
    "organisation.number_taken": (
        "Số {number} năm {year} của {organiser} đã có cụm khác dùng. Ghi số khác",
        "Number {number} of {year} under {organiser} belongs to another cluster. Use another number",
    ),
    "organisation.office_cut": (
        "{unit} đang là {office} {cluster} năm {year}; từ {day} chức vụ đó bỏ trống, chưa ai thay. Đồng ý thì đánh dấu vào ô xác nhận, rồi bầu đơn vị khác",
        "{unit} is {office} of {cluster}, {year}; from {day} the office is vacant. Tick the box to agree, then elect another unit",
    ),
    "organisation.outside_year": (
        "Ngày {day} không thuộc kỳ của cụm năm {year}. Kiểm tra lại năm của ngày",
        "{day} lies outside the term of a cluster of {year}. Check the year of the date",
    ),
    "organisation.parent_not_there": (
        "Cấp trên {unit} không tồn tại vào ngày {day}. Chọn đơn vị có hiệu lực vào ngày đó",
        "The superior {unit} does not exist on {day}. Choose a unit that stands on that day",
    ),
    "organisation.reason_missing": ("Chưa ghi lý do. Ghi lý do", "No reason is given. State the reason"),
    "organisation.roles_given": (
        "{count} tài khoản đã được giao vai trò ở các đơn vị này nên không hoàn tác được. Thu hồi vai trò trước",
        "{count} roles were given for these units, so this cannot be undone. End the roles first",
    ),
    "organisation.stood_upon": (
        "{count} dòng khác đã dựa vào lần nạp này nên không hoàn tác được: kỳ thi đua, cụm hoặc chức vụ lập sau. Gỡ các việc đó trước",
        "{count} other rows stand on this, so it cannot be undone: seasons, clusters or offices made since. Take those back first",
    ),
    "organisation.turn_decided": (
        "Lượt của {unit} đã được quyết định rồi. Mở lại trang để xem",
        "The turn of {unit} has been decided already. Reload the page to see",
    ),
    "organisation.turn_past": (
        "Lượt của {unit} là của năm {year}, đã qua nên không đổi được",
        "The turn of {unit} was that of {year} and is past; it cannot be changed",
    ),
    "organisation.undone_already": (
        "Lần nạp này đã được hoàn tác",
        "This has been undone already",
    ),
    "organisation.wrong_level": (
        "Đơn vị {unit} thuộc cấp {level}, trong khi cụm này của cấp {wanted}. Chọn đơn vị cùng cấp",
        "Unit {unit} is of the level {level}; this cluster is one of {wanted}. Choose a unit of the same level",
    ),
    "organisation.year_range": (
        "Năm {year} không hợp lệ. Ghi năm có bốn chữ số, như 2025",
        "The year {year} cannot be right. Write four digits, such as 2025",
    ),
    "organisation.no_chair": (
        "Cụm chưa có cụm trưởng. Ghi một thành viên làm cụm trưởng",
        "The cluster has no chair. Name a member as chair",
    ),
    "organisation.cell_empty": (
        "Cột “{title}” bỏ trống ở dòng này. Ghi vào",
        "The column “{title}” is empty in this line. Fill it in",
    ),
    "organisation.code_twice": (
        "Mã {code} ghi hai lần trong tệp. Mỗi đơn vị mới một dòng, một mã",
        "The code {code} stands twice in the file. One line and one code for each new unit",
    ),
    "organisation.name_ambiguous": (
        "Tên “{name}” có ở nhiều đơn vị: {units}. Ghi mã đơn vị, hoặc ghi tỉnh, thành phố",
        "The name “{name}” belongs to several units: {units}. State the code, or the province",
    ),
    "organisation.name_differs": (
        "Tên “{name}” không khớp với mã của {unit}. Sửa tên hoặc mã",
        "The name “{name}” does not match the code of {unit}. Mend one of them",
    ),
    "organisation.name_near": (
        "Không có đơn vị “{name}”. Có phải là “{near}”? Sửa lại dấu",
        "There is no unit “{name}”. Is “{near}” meant? Mend the marks",
    ),
    "organisation.name_unknown": (
        "Không có đơn vị “{name}” vào ngày {day}. Sửa lại tên, hoặc thêm đơn vị vào trang “Đơn vị mới”",
        "There is no unit “{name}” on {day}. Mend the name, or add the unit to the sheet of new units",
    ),
    "organisation.not_yours": (
        "Đồng chí không được giao việc lập cụm của {organiser}. Bỏ các cụm đó, hoặc để cơ quan thường trực cấp trên nạp",
        "You are not assigned to form clusters of {organiser}. Leave them out, or let the standing body above do it",
    ),
    "organisation.number_two_names": (
        "Cụm số {number} mang hai tên: “{name}” và “{other}”. Dùng một tên, hoặc đặt số khác cho cụm sau",
        "Cluster {number} has two names: “{name}” and “{other}”. Use one, or give the later cluster another number",
    ),
    "organisation.position_gap": (
        "Thứ tự phát biểu bỏ qua số {position}. Đánh số liên tục từ 1",
        "The order of speaking leaves out {position}. Number without gaps from 1",
    ),
    "organisation.position_missing": (
        "Đơn vị này chưa có thứ tự phát biểu trong khi các đơn vị khác đã có. Ghi số, hoặc bỏ trống cả cụm để theo thứ tự dòng",
        "This unit has no place in the order of speaking though others do. Number it, or leave the whole cluster blank to follow the lines",
    ),
    "organisation.position_twice": (
        "Thứ tự phát biểu {position} đã dùng ở ô {first}. Đánh số khác",
        "Place {position} in the order of speaking stands in {first} already. Use another number",
    ),
    "organisation.unit_missing": (
        "Dòng này chưa ghi tên hoặc mã đơn vị. Ghi vào",
        "This line names no unit. State its name or code",
    ),
    "cluster_book.level_unknown": (
        "Không có cấp “{text}”. Ghi bộ, cục, tỉnh, phòng hoặc xã",
        "There is no level “{text}”. Write ministry, department, province, division or commune",
    ),
    "cluster_book.no_lines": (
        "Tệp có dòng tiêu đề nhưng chưa có dòng nào bên dưới. Ghi các cụm vào rồi nạp lại",
        "The file has titles and no lines below them. Fill in the clusters and load it again",
    ),
    "cluster_book.office_unknown": (
        "Không có chức vụ “{text}”. Ghi cụm trưởng, cụm phó hoặc bỏ trống",
        "There is no office “{text}”. Write chair, deputy, or leave it empty",
    ),
    "cluster_book.position_unread": (
        "Thứ tự phát biểu “{text}” không phải số thứ tự. Ghi 1, 2, 3…",
        "The order of speaking “{text}” is no place. Write 1, 2, 3…",
    ),
    "cluster_book.year_unread": (
        "“{text}” không phải năm. Ghi bốn chữ số, như 2025",
        "“{text}” is no year. Write four digits, such as 2025",
    ),
    "cluster_book.guide_1": (
        "Trang “Cụm”: mỗi dòng là một đơn vị thành viên. Các đơn vị cùng năm và cùng số cụm vào một cụm.",
        "Sheet of clusters: one line for each member. Units of the same year and cluster number form one cluster.",
    ),
    "cluster_book.guide_2": (
        "Số cụm, tên cụm, năm và cấp có thể chỉ ghi ở dòng đầu của cụm; dòng để trống số cụm thuộc cụm ở dòng trên.",
        "Number, name, year and level may stand in the first line of a cluster alone; a line without a number belongs to the cluster above.",
    ),
    "cluster_book.guide_3": (
        "Ghi tên đơn vị hoặc mã đơn vị. Tên trùng nhau giữa các tỉnh thì ghi thêm tỉnh, thành phố, hoặc ghi mã.",
        "Name the unit or its code. Where names recur between provinces, add the province, or the code.",
    ),
    "cluster_book.guide_4": (
        "Thứ tự phát biểu: đánh số 1, 2, 3… cho cả cụm, hoặc bỏ trống cả cụm để theo thứ tự dòng.",
        "Order of speaking: number the whole cluster 1, 2, 3…, or leave it blank to follow the lines.",
    ),
    "cluster_book.guide_5": (
        "Chức vụ: mỗi cụm một cụm trưởng, có thể thêm một cụm phó. Các dòng khác bỏ trống.",
        "Office: one chair in each cluster, perhaps one deputy chair. Leave the other lines blank.",
    ),
    "cluster_book.guide_6": (
        "Từ ngày bỏ trống là từ 01/01 của năm. “Đến hết ngày” là ngày cuối cùng còn trong cụm; bỏ trống là chưa có ngày kết thúc.",
        "Without a first day, a unit belongs from 1 January of the year. “Until and including” is its last day; blank means no end.",
    ),
    "cluster_book.guide_7": (
        "Trang “Đơn vị mới” chỉ dùng khi đơn vị chưa có trong danh sách. Cột “Tỉnh, thành phố” của trang này ghi mã cấp trên, như tay-ninh-2025.",
        "The sheet of new units is for units that are not in the list yet. Its column of superiors holds a code, such as tay-ninh-2025.",
    ),
    "cluster_book.guide_sheet": ("Hướng dẫn", "Guide"),
    "cluster_book.sheet": ("Cụm", "Clusters"),
    "cluster_book.unit_sheet": ("Đơn vị mới", "New units"),
}
