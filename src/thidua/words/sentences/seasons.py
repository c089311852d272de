"""Seasons: opening one, its dates and duties, its moves; what each is refused for, and what the ledger says of it."""

SENTENCES: dict[str, tuple[str, str]] = {
    "Passing.above": ("trên", "above"),
    "Passing.at_least": ("từ mức này trở lên", "at least"),
    "LinkKind.belongs_to": ("thuộc", "belongs to"),
    "LinkKind.carried_with": ("thực hiện cùng với", "carried together with"),
    "VoteBase.issued": ("số phiếu phát ra", "ballots issued"),
    "VoteBase.members": ("tổng số thành viên", "all members"),
    "VoteBase.present": ("số thành viên có mặt", "members present"),
    "VoteBase.valid": ("số phiếu hợp lệ", "valid ballots"),
    "event.seasons.movement.edited": ("Sửa phong trào “{name}”, thành một bản mới", "Edited the movement “{name}”"),
    "event.seasons.movement.linked": ("“{name}” {kind} “{other}”", "“{name}” {kind} “{other}”"),
    "event.seasons.regulation.set": (
        "Quy chế bản {version} theo {number} ngày {date}, áp dụng từ {first}",
        "Regulations, version {version}, by {number} of {date}, from {first} on",
    ),
    "seasons.above_all": (
        "Không thể trên toàn bộ. Chọn “từ mức này trở lên” hoặc mức thấp hơn",
        "Nothing is above the whole. Choose “at least”, or a smaller share",
    ),
    "seasons.changed_since": (
        "Người khác vừa lưu bản {last}, trong khi đồng chí đang sửa bản {seen}. "
        "Chưa ghi gì: mở bản mới ở cửa sổ khác, so lại rồi lưu",
        "Somebody has just saved version {last} while you were editing version {seen}. "
        "Nothing was written: open the new version, compare, and save again",
    ),
    "seasons.cut_off_outside": (
        "Mốc chốt số liệu phải nằm trong thời gian lấy số liệu, từ {first} đến {last}",
        "A cut-off lies within the season's time, from {first} to {last}",
    ),
    "seasons.days_of_reports": ("Số ngày phải từ 0 đến {most}", "Give the days from 0 to {most}"),
    "seasons.days_of_reply": (
        "Thời hạn tính bằng ngày làm việc, từ 1 đến {most}",
        "Give the time in working days, from 1 to {most}",
    ),
    "seasons.linked_to_itself": (
        "“{name}” không liên kết với chính nó. Chọn phong trào khác",
        "“{name}” cannot be linked to itself. Choose another movement",
    ),
    "seasons.not_a_share": (
        "Ghi một phần lớn hơn 0 và không quá 1, như 2/3",
        "Give a share above 0 and not above 1, such as 2/3",
    ),
    "seasons.speaking_order": (
        "Thứ tự phát biểu phải có đủ {count} thành viên, mỗi đơn vị một lần",
        "The order of speaking names each of the {count} members once",
    ),
    "Holder.chair": ("cụm trưởng", "the chair"),
    "Holder.deputy": ("cụm phó", "the deputy chair"),
    "Holder.member": ("đơn vị thành viên", "the member"),
    "Holder.standing_body": ("cơ quan thường trực", "the standing body"),
    "Verb.attest_guard": ("ghi văn bản cho điều kiện chuyển bước", "record the document of a condition"),
    "Verb.finish_duty": ("báo đã làm xong việc", "report a duty done"),
    "Verb.launch_movement": ("phát động phong trào", "launch a movement"),
    "Verb.move_season": ("chuyển bước kỳ thi đua", "move the season on"),
    "Verb.open_season": ("mở kỳ thi đua", "open a season"),
    "Verb.plan_season": ("lập lịch kỳ thi đua", "plan the season"),
    "Verb.reopen_season": ("đưa kỳ thi đua lùi một bước", "take the season one step back"),
    "event.seasons.duty.done": ("{unit} báo đã làm xong “{title}”", "{unit} reported “{title}” done"),
    "event.seasons.duty.dropped": ("Bỏ việc “{title}” khỏi lịch", "The duty “{title}” taken out of the calendar"),
    "event.seasons.duty.set": ("Đặt việc “{title}”, hạn {due}", "The duty “{title}” set, due on {due}"),
    "event.seasons.facts.reported": ("Ghi {count} nội dung đã được báo cáo", "{count} reported facts recorded"),
    "event.seasons.guard.attested": (
        "Ghi văn bản {number} ngày {date} cho điều kiện “{guard}”",
        "Document {number} of {date} recorded for the condition “{guard}”",
    ),
    "event.seasons.movement.launched": ("Phát động {name}", "{name} launched"),
    "event.seasons.phases.planned": ("Ghi ngày của bước {phases}", "Dates set for the steps {phases}"),
    "event.seasons.season.moved": ("Chuyển từ bước {source} sang bước {target}", "Moved from {source} to {target}"),
    "event.seasons.season.opened": (
        "Mở kỳ thi đua năm {year} của {cluster}, theo {number} ngày {date}",
        "Season {year} of {cluster} opened by {number} of {date}",
    ),
    "event.seasons.season.reopened": (
        "Lùi từ bước {source} về bước {target}, theo {number} ngày {date}: {reason}",
        "Taken back from {source} to {target} by {number} of {date}: {reason}",
    ),
    "seasons.cluster_has_season": (
        "{cluster} đã có kỳ thi đua của năm này. Mở kỳ ấy trong danh sách",
        "{cluster} has its season of this year already. Open that one from the list",
    ),
    "seasons.document_ahead": (
        "Văn bản ghi ngày {date}, sau hôm nay ({today}). Kiểm tra lại ngày của văn bản",
        "The document is dated {date}, after today ({today}). Check its date",
    ),
    "seasons.document_date": (
        "Chưa có ngày của văn bản. Ghi ngày như trên văn bản, ví dụ 23/11/2024",
        "The date of the document is missing. Write it as on the paper, such as 23/11/2024",
    ),
    "seasons.document_number": (
        "Chưa có số của văn bản. Ghi số và ký hiệu như trên văn bản, ví dụ 15/BB-CA10",
        "The number of the document is missing. Write it as on the paper, such as 15/BB-CA10",
    ),
    "seasons.done_already": (
        "{unit} đã báo làm xong việc “{title}”. Không cần báo lại",
        "{unit} has reported “{title}” done already. There is no need to do it again",
    ),
    "seasons.duty_ahead": (
        "Việc “{title}” thuộc bước {phase}, kỳ thi đua chưa đến bước ấy. Báo xong khi bước ấy đã mở",
        "“{title}” belongs to the step {phase}, which has not come. Report it when that step is open",
    ),
    "seasons.duty_done": (
        "Việc “{title}” đã có đơn vị làm xong nên không bỏ được. Đặt một việc mới nếu cần làm khác đi",
        "Somebody has done “{title}”, so it stays. Set a new duty if it is to be done otherwise",
    ),
    "seasons.duty_of_stranger": (
        "Đơn vị {unit} không là thành viên của cụm hôm nay. Chọn một đơn vị thành viên, hoặc để trống cho mọi đơn vị",
        "Unit {unit} is no member of the cluster today. Choose a member, or leave it empty for all of them",
    ),
    "seasons.guard_computed": (
        "Điều kiện “{guard}” do chương trình tự kiểm tra, không cần văn bản. Làm theo câu giải thích cạnh điều kiện",
        "The program itself checks “{guard}”; no document is needed. Follow what is said beside it",
    ),
    "seasons.guard_elsewhere": (
        "Điều kiện “{guard}” không thuộc bước {phase} đang làm. Mở lại trang kỳ thi đua để xem điều kiện của bước này",
        "The condition “{guard}” is not one of the present step {phase}. Open the season's page again",
    ),
    "seasons.guard_shown": (
        "Điều kiện “{guard}” đã có văn bản. Muốn thay văn bản, đề nghị cơ quan thường trực đưa kỳ lùi một bước",
        "The condition “{guard}” has its document. To replace it, ask the standing body to take the season back",
    ),
    "seasons.handed_back": (
        "Kỳ bàn giao là kỳ năm {year}, không trước kỳ mới. Chọn kỳ của năm trước",
        "The season that hands over is of {year}, which is not before the new one. Choose the year before",
    ),
    "seasons.handed_twice": (
        "Kỳ năm {year} đã bàn giao cho một kỳ khác. Kiểm tra lại kỳ trước",
        "The season of {year} has handed over to another already. Check the earlier season",
    ),
    "seasons.movement_taken": (
        "Phong trào “{name}” đã được phát động. Chọn phong trào ấy, hoặc ghi tên khác, ví dụ thêm năm ở cuối",
        "The movement “{name}” is launched already. Choose it, or give another name, such as one with the year",
    ),
    "seasons.no_such_move": (
        "Từ bước {source} không chuyển thẳng sang bước {to} được; bước kế tiếp là {next}. Mở lại trang kỳ thi đua",
        "From {source} the season cannot go to {to}; the step that follows is {next}. Open the season's page again",
    ),
    "seasons.no_such_move_back": (
        "Từ bước {source} không lùi về bước {to} được, chỉ lùi về bước {next}. Mở lại trang kỳ thi đua",
        "From {source} the season cannot go back to {to}, only to {next}. Open the season's page again",
    ),
    "seasons.no_way_back": (
        "Không lùi được từ bước {phase}: việc đã ký, đã bỏ phiếu thì giữ nguyên. Cần thay đổi thì bổ sung bằng văn bản",
        "There is no way back from {phase}: what was signed or voted on stands. Amend it by a document",
    ),
    "seasons.no_way_on": (
        "Kỳ thi đua đã ở bước {phase}, không còn bước nào sau đó",
        "The season stands at {phase}; no step follows",
    ),
    "seasons.not_owed": (
        "Việc “{title}” không giao cho {unit}. Xem lại đơn vị được giao trong lịch",
        "“{title}” is not a duty of {unit}. See the calendar for the unit that owes it",
    ),
    "seasons.phase_ends_first": (
        "Bước {phase} kết thúc {last} trước khi bắt đầu {first}. Kiểm tra lại hai ngày",
        "The step {phase} ends on {last}, before it starts on {first}. Check the two dates",
    ),
    "seasons.phase_over": (
        "Bước {phase} đã qua nên ngày của bước ấy giữ nguyên. Chỉ sửa ngày của các bước từ nay về sau",
        "The step {phase} is over, so its dates stay. Change only those of the steps from now on",
    ),
    "seasons.phases_crossed": (
        "Bước {later} có ngày trước bước {earlier}. Sửa ngày để bước sau không sớm hơn bước trước",
        "The step {later} is dated before {earlier}. Mend the dates so that no step comes before the one it follows",
    ),
}
