"""What is wrong with thresholds, turnouts, contests, decisions, bindings and channels, and what an outcome asks for."""

SENTENCES: dict[str, tuple[str, str]] = {
    "BlankBallot.invalid": ("phiếu trắng tính là phiếu không hợp lệ", "a blank ballot counts as invalid"),
    "BlankBallot.not_offered": ("không có ô phiếu trắng", "no blank is offered"),
    "BlankBallot.valid": ("phiếu trắng tính là phiếu hợp lệ", "a blank ballot counts as valid"),
    "Comparator.>": ("trên", "more than"),
    "Comparator.>=": ("từ đủ", "at least"),
    "ContestStatus.decided": ("đã có kết quả", "decided"),
    "ContestStatus.decision": ("bằng phiếu, chờ quyết định", "tied, waiting for a decision"),
    "ContestStatus.no_quorum": ("không đủ số người dự theo quy định", "no quorum"),
    "ContestStatus.not_held": ("chưa bỏ phiếu", "not held"),
    "ContestStatus.second_round": ("cần bỏ phiếu lại", "another round is called"),
    "ContestStatus.waiting": ("chờ kết quả của nội dung khác", "waiting for another contest"),
    "EdgeTie.exclude_all": ("loại tất cả các đơn vị bằng điểm", "all with equal scores stay out"),
    "EdgeTie.include_all": ("lấy tất cả các đơn vị bằng điểm", "all with equal scores get in"),
    "EdgeTie.tie_break": ("theo thứ hạng đã xét tiêu chí phụ", "by the places after the tie-break"),
    "Eligibility.not_merited": (
        "chưa đạt mức phiếu của danh hiệu phải đạt trước",
        "did not pass the contest to be merited first",
    ),
    "Eligibility.proposed_higher": ("đã được đề nghị danh hiệu cao hơn", "is proposed for a higher honour"),
    "Eligibility.stands": ("được xét", "stands"),
    "FormKind.approve_each": ("đồng ý hoặc không đồng ý với từng đơn vị", "agree or do not agree, for each candidate"),
    "FormKind.tick_up_to": ("đánh dấu không quá số lượng cho phép", "tick up to a given number"),
    "IfRefused.leave_open": ("để trống suất", "the seat stays open"),
    "IfRefused.next_by_score": ("xét đơn vị kế tiếp theo điểm", "the next by score is taken"),
    "LeftOut.below_points": ("dưới mức điểm", "below the points asked for"),
    "LeftOut.beyond_top": ("ngoài số đơn vị được lấy theo điểm", "beyond the number taken by score"),
    "LeftOut.edge_tie": (
        "bằng điểm ở vị trí cuối, quy chế loại tất cả",
        "equal at the last place; the rule takes none",
    ),
    "LeftOut.knocked_out": ("bị điểm liệt", "knocked out"),
    "VoteCount.approve": ("số phiếu đồng ý", "approving votes"),
    "VoteCount.issued": ("số phiếu phát ra", "ballots issued"),
    "VoteCount.members": ("tổng số thành viên có quyền bỏ phiếu", "all members with the right to vote"),
    "VoteCount.present": ("số thành viên có mặt", "members present"),
    "VoteCount.returned": ("số phiếu thu về", "ballots returned"),
    "VoteCount.valid": ("số phiếu hợp lệ", "valid ballots"),
    "VotingOrder.simultaneous": ("bỏ phiếu cùng một lần", "voted on together"),
    "VotingOrder.successive": ("bỏ phiếu lần lượt", "voted on one after another"),
    "polls.binding.cut": (
        "Cách lấy theo điểm chưa nêu lấy bao nhiêu đơn vị hay từ bao nhiêu điểm. Ghi số đơn vị (từ 1) hoặc mức điểm",
        "The cut by score names neither how many to take nor from how many points. State a number from 1 or the points",
    ),
    "polls.binding.inversion": (
        "{lower} được {lower_votes} phiếu và được đề nghị; {higher} có {higher_score} điểm, cao hơn {lower_score} "
        "điểm, nhưng chỉ được {higher_votes} phiếu. Ghi lý do vào biên bản",
        "{lower} has {lower_votes} votes and is proposed; {higher} has {higher_score} points against {lower_score} "
        "but only {higher_votes} votes. Record the reason in the minutes",
    ),
    "polls.binding.maximum": (
        "Điểm tối đa để tính tổng có trọng số phải lớn hơn 0. Ghi tổng điểm tối đa của bảng điểm",
        "The maximum score of a weighted sum must be above 0. State the rulebook's maximum total",
    ),
    "polls.binding.not_the_shortlist": (
        "Danh sách đã bỏ phiếu khác danh sách lấy theo điểm. Bỏ phiếu về tất cả đơn vị được lấy, và trong số các đơn "
        "vị bằng điểm chờ quyết định chỉ lấy thêm đủ {places}",
        "The candidates voted on are not those of the shortlist. Vote on all who were taken and, of those equal at the "
        "edge, on exactly {places} more",
    ),
    "polls.binding.not_voted_on": (
        "{candidate} được xét theo điểm nhưng không có kết quả phiếu. Nhập kết quả phiếu của đơn vị này",
        "{candidate} is up by score but has no vote result. Enter the vote on this candidate",
    ),
    "polls.binding.places": (
        "Thứ hạng trái với điểm: {better} xếp ngang hoặc trên {worse} trong khi điểm không như vậy. Lấy lại thứ hạng "
        "và điểm từ cùng một bảng xếp hạng",
        "Places contradict scores: {better} stands level with or above {worse}, and the scores do not. Take both from "
        "the same standings",
    ),
    "polls.binding.scored_twice": (
        "{candidate} có hai dòng điểm. Chỉ giữ một dòng",
        "{candidate} has two lines of scores. Keep one",
    ),
    "polls.binding.unscored": (
        "{candidate} có kết quả phiếu nhưng không có trong bảng xếp hạng. Kiểm tra lại tên đơn vị",
        "{candidate} has a vote result but is not in the standings. Check the name",
    ),
    "polls.binding.weights": (
        "Trọng số của điểm và của phiếu phải cùng lớn hơn 0 và cộng lại bằng 1. Sửa lại hai trọng số",
        "The weights of score and vote must both be above 0 and add to 1. Correct them",
    ),
    "polls.binding.whole": (
        "Có đơn vị được nhiều phiếu hơn mẫu số {whole}, hoặc mẫu số nhỏ hơn 1. Kiểm tra lại mẫu số của tỷ lệ phiếu",
        "A candidate has more votes than the denominator {whole}, or it is below 1. Check the denominator of the votes",
    ),
    "polls.channel.approve_out_of_range": (
        "{channel}: {candidate} có {approve} phiếu đồng ý trên {ballots} phiếu. Kiểm lại phiếu của kênh này",
        "{channel}: {candidate} has {approve} approving votes of {ballots} ballots. Count this channel again",
    ),
    "polls.channel.candidates": (
        "{channel} không cùng danh sách với kênh thứ nhất. Đối chiếu tên các đơn vị trên hai mẫu phiếu",
        "{channel} does not have the first channel's candidates. Compare the names on both ballots",
    ),
    "polls.channel.rule": (
        "Số phiếu tối thiểu của một kênh là {minimum}; dưới 2 thì kết quả của kênh là lá phiếu của một người. Ghi từ "
        "2 trở lên",
        "The minimum of a channel is {minimum}; below 2 its count is one person's vote. State 2 or more",
    ),
    "polls.channel.single": (
        "Chỉ có một kênh, không có gì để cộng. Dùng thẳng kết quả của kênh đó",
        "There is one channel only and nothing to add. Use its count as it is",
    ),
    "polls.channel.too_few": (
        "{channel} có {ballots} phiếu, ít hơn {minimum}: công bố riêng sẽ lộ lá phiếu. Nhập phiếu giấy thành phiếu mã "
        "hóa để chỉ mở tổng chung",
        "{channel} has {ballots} ballots, fewer than {minimum}: its own count would tell votes. Enter the paper "
        "ballots as encrypted ones, so that only the grand total is opened",
    ),
    "polls.channel.twice": (
        "{channel} có hai lần trong danh sách cộng. Chỉ giữ một lần",
        "{channel} stands twice among the counts to add. Keep it once",
    ),
    "polls.channel.unanimous": (
        "{channel} bỏ phiếu giống nhau về {candidate}: kết quả riêng của kênh cho biết lá phiếu của từng người. Nhập "
        "phiếu giấy thành phiếu mã hóa để chỉ mở tổng chung",
        "{channel} is unanimous about {candidate}: its own count tells how each of its voters voted. Enter the paper "
        "ballots as encrypted ones, so that only the grand total is opened",
    ),
    "polls.contest.among_candidates": (
        "{contest} có đơn vị không có trong danh sách của {other}, trong khi chỉ chọn trong số đạt {other}. Bỏ đơn vị "
        "đó hoặc bổ sung vào {other}",
        "{contest} lists candidates who are not in {other}, but is chosen among those who merit {other}. Remove them "
        "or add them there",
    ),
    "polls.contest.among_later": (
        "{contest} chọn trong số đạt {other} nhưng lại bỏ phiếu trước. Xếp {other} bỏ phiếu trước",
        "{contest} is chosen among those who merit {other} but is voted on first. Put {other} before it",
    ),
    "polls.contest.among_rank": (
        "{contest} chọn trong số đạt {other} thì phải là danh hiệu cao hơn. Ghi thứ bậc của {contest} nhỏ hơn",
        "{contest} is chosen among those who merit {other} and must be the higher honour. Lower its rank number",
    ),
    "polls.contest.among_unknown": (
        "{contest} chọn trong số đạt {other}, nhưng cuộc bỏ phiếu không có {other}. Kiểm tra lại tên",
        "{contest} is chosen among those who merit {other}, which this poll does not have. Check the name",
    ),
    "polls.contest.candidate_twice": (
        "{candidate} có hai lần trong danh sách {contest}. Chỉ giữ một lần",
        "{candidate} stands twice in {contest}. Keep one",
    ),
    "polls.contest.more_ticks_than_candidates": (
        "{contest} cho đánh dấu đến {most}, nhiều hơn số đơn vị trong danh sách. Giảm số dấu cho phép",
        "{contest} allows {most} ticks, more than there are candidates. Lower the number",
    ),
    "polls.contest.nobody_stands": (
        "{contest} chưa có đơn vị nào trong danh sách. Ghi danh sách bỏ phiếu",
        "{contest} has no candidates. State who stands",
    ),
    "polls.contest.not_open": (
        "Chưa mở được phiếu {contest} vì {other} chưa có kết quả. Hoàn thành {other} trước",
        "{contest} cannot be opened yet, because {other} has no result. Finish {other} first",
    ),
    "polls.contest.same_rank": (
        "Hai nội dung cùng thứ bậc {rank}. Ghi mỗi danh hiệu một thứ bậc, 1 là cao nhất",
        "Two contests have rank {rank}. Give each honour its own rank, 1 for the highest",
    ),
    "polls.contest.seats": (
        "{contest} có {seats} suất. Ghi từ 1 trở lên, hoặc để trống nếu đề nghị mọi đơn vị đạt",
        "{contest} has {seats} seats. State 1 or more, or none at all to propose everybody who passes",
    ),
    "polls.contest.threshold_not_in_force": (
        "Mức phiếu của {contest} không có hiệu lực ngày {day}. Chọn quy định có hiệu lực ngày bỏ phiếu",
        "The threshold of {contest} is not in force on {day}. Choose the rule in force on the day of the vote",
    ),
    "polls.contest.twice": (
        "Hai nội dung cùng tên {contest}. Đặt tên khác nhau",
        "Two contests are named {contest}. Give them different names",
    ),
    "polls.contest.unknown": (
        "Có kết quả hoặc quyết định về {contest}, nhưng cuộc bỏ phiếu không có nội dung này. Kiểm tra lại tên",
        "There is a count or a decision about {contest}, which this poll does not have. Check the name",
    ),
    "polls.decision.chosen": (
        "Quyết định về {contest} phải chọn đúng {seats} trong số {candidates}, mỗi đơn vị một lần. Sửa lại danh sách",
        "The decision on {contest} must choose exactly {seats} of {candidates}, each once. Correct the list",
    ),
    "polls.decision.not_asked": (
        "{contest} không có trường hợp bằng phiếu nào chờ quyết định. Bỏ quyết định này, hoặc bỏ phiếu lại nếu quy chế "
        "yêu cầu",
        "{contest} has no tie that waits for a decision. Withdraw the decision, or hold the round that the rule calls "
        "for",
    ),
    "polls.decision.reason": (
        "Quyết định về {contest} chưa có lý do. Ghi lý do để đưa vào biên bản",
        "The decision on {contest} gives no reason. State it for the minutes",
    ),
    "polls.form.most": (
        "Số dấu cho phép chỉ dùng cho phiếu đánh dấu và phải từ 1. Ghi số dấu, hoặc bỏ số đó nếu hỏi từng đơn vị",
        "The number of ticks belongs to a ballot that is ticked, and is at least 1. State it there, and nowhere else",
    ),
    "polls.outcome.decision": (
        "{contest}: {candidates} bằng phiếu ở vị trí cuối, còn {seats} suất. Người có thẩm quyền quyết định, ghi lý do",
        "{contest}: {candidates} are tied at the last place, {seats} to fill. Those entitled decide and say why",
    ),
    "polls.outcome.no_quorum": (
        "{contest}: không đủ số người dự theo quy định nên không xét kết quả. Tổ chức bỏ phiếu lại",
        "{contest}: no quorum, so that the votes are not judged. Call the vote again",
    ),
    "polls.outcome.seats_open": (
        "{contest}: không đủ đơn vị đạt, còn trống {seats} suất. Ghi rõ vào biên bản",
        "{contest}: too few passed, {seats} left open. State it in the minutes",
    ),
    "polls.outcome.second_round": (
        "{contest}: còn {seats} suất. Tổ chức bỏ phiếu lại về {candidates}",
        "{contest}: {seats} still to fill. Hold another round about {candidates}",
    ),
    "polls.outcome.waiting": (
        "{contest} chờ kết quả của {other}, vì kết quả đó quyết định đơn vị nào còn được xét. Hoàn thành {other} trước",
        "{contest} waits for {other}, which decides who may still be proposed here. Finish {other} first",
    ),
    "polls.published.difference": (
        "Lấy hiệu của {figure} và {other} sẽ biết kết quả của {voters} phiếu, ít hơn {minimum}. Không công bố cả hai",
        "The difference of {figure} and {other} is about {voters} ballots, fewer than {minimum}. Do not publish both",
    ),
    "polls.published.too_few": (
        "{figure} chỉ gồm {voters} phiếu, ít hơn {minimum}. Không công bố riêng; gộp vào số liệu lớn hơn",
        "{figure} is about {voters} ballots, fewer than {minimum}. Do not publish it; join it to a larger figure",
    ),
    "polls.round.candidates": (
        "Kết quả vòng này của {contest} phải đúng về {listed}. Kiểm tra lại danh sách trên biên bản kiểm phiếu",
        "This round of {contest} must be about {listed}, all of them and nobody else. Check the tally minutes",
    ),
    "polls.round.not_called": (
        "{contest} có kết quả vòng {round} trong khi quy chế không yêu cầu vòng đó. Bỏ kết quả này",
        "{contest} has a round {round} that the rule does not call for. Remove it",
    ),
    "polls.second_round.per_seat": (
        "Số đơn vị đưa ra bỏ phiếu lại cho mỗi suất là {per_seat}. Ghi từ 1 trở lên, hoặc để trống để lấy tất cả",
        "{per_seat} stand again for each seat. State 1 or more, or nothing to let all of them stand",
    ),
    "polls.second_round.rounds": (
        "Quy định {rounds} vòng không khớp với các trường hợp bỏ phiếu lại. Ghi từ 2 vòng khi có trường hợp phải bỏ "
        "phiếu lại, 1 vòng khi không có",
        "{rounds} rounds do not fit the cases in which a vote is repeated. State 2 or more when there is such a case, "
        "and 1 when there is none",
    ),
    "polls.share.out_of_range": (
        "Tỷ lệ {numerator}/{denominator} không nằm trong khoảng từ 0 đến 1. Sửa lại tử số hoặc mẫu số",
        "The share {numerator}/{denominator} is not between 0 and 1. Correct one of the two numbers",
    ),
    "polls.tally.approve_above_valid": (
        "Có {approve} phiếu đồng ý trên {valid} phiếu hợp lệ. Kiểm lại phiếu",
        "There are {approve} approving votes on {valid} valid ballots. Count again",
    ),
    "polls.tally.approve_out_of_range": (
        "{candidate} có {approve} phiếu đồng ý trên {valid} phiếu hợp lệ không trắng. Kiểm lại phiếu",
        "{candidate} has {approve} approving votes on {valid} valid ballots that are not blank. Count again",
    ),
    "polls.tally.blank": (
        "Có {blank} phiếu trắng, không khớp với mẫu phiếu hoặc với số phiếu thu về. Kiểm lại số phiếu trắng",
        "{blank} blank ballots do not fit the form or the ballots returned. Count the blank ballots again",
    ),
    "polls.tally.marks": (
        "Tổng số dấu đồng ý là {total}, phải từ {fewest} đến {most} theo mẫu phiếu và số phiếu hợp lệ. Kiểm lại phiếu",
        "{total} marks in all; form and valid ballots allow from {fewest} to {most}. Count again",
    ),
    "polls.threshold.always_met": (
        "Mức “từ đủ {numerator}/{denominator}” thì ai cũng đạt. Ghi mức lớn hơn 0, hoặc “trên 0” nếu chỉ cần nhiều "
        "phiếu nhất",
        "Everybody meets “at least {numerator}/{denominator}”. State a value above 0, or “more than 0” where most "
        "votes alone decide",
    ),
    "polls.threshold.approval_counts_votes": (
        "Mức phiếu phải tính trên số phiếu đồng ý. Ghi tử số là số phiếu đồng ý",
        "A threshold counts approving votes. State them as the numerator",
    ),
    "polls.threshold.never_met": (
        "Mức “trên {numerator}/{denominator}” thì không ai đạt được. Ghi “từ đủ” hoặc mức nhỏ hơn 1",
        "Nobody can meet “more than {numerator}/{denominator}”. State “at least”, or a value below 1",
    ),
    "polls.threshold.not_a_part": (
        "Không tính được tỷ lệ của {numerator} trên {denominator}, vì số thứ nhất không nằm trong số thứ hai. Chọn mẫu "
        "số khác",
        "There is no share of {numerator} in {denominator}: the first is no part of the second. Choose another "
        "denominator",
    ),
    "polls.threshold.quorum_counts_people": (
        "Điều kiện về số người dự không tính trên phiếu đồng ý. Ghi tử số là số có mặt, số phiếu phát ra hoặc thu về",
        "A quorum does not count approving votes. State those present, or the ballots issued or returned",
    ),
    "polls.turnout.issued_above_members": (
        "Phát {issued} phiếu cho {members} thành viên có quyền bỏ phiếu. Kiểm tra lại hai số",
        "{issued} ballots were issued to {members} members with the right to vote. Check both numbers",
    ),
    "polls.turnout.negative": (
        "Số thành viên và số phiếu không thể nhỏ hơn 0. Kiểm tra lại biên bản kiểm phiếu",
        "Members and ballots cannot be below 0. Check the tally minutes",
    ),
    "polls.turnout.present_above_members": (
        "Có mặt {present} trong khi có {members} thành viên có quyền bỏ phiếu. Kiểm tra lại hai số",
        "{present} are present of {members} members with the right to vote. Check both numbers",
    ),
    "polls.turnout.returned_above_issued": (
        "Thu về {returned} phiếu, nhiều hơn {issued} phiếu phát ra. Kiểm lại phiếu và ghi rõ vào biên bản",
        "{returned} ballots came back of {issued} issued. Count again and state it in the minutes",
    ),
    "polls.turnout.returned_above_present": (
        "Thu về {returned} phiếu, có mặt {present}: phiếu kín của người vắng không tách ra được, nên không tính được "
        "tỷ lệ trên số có mặt. Chọn mẫu số khác",
        "{returned} ballots came back and {present} are present: secret ballots of absent members cannot be told "
        "apart, so there is no share of those present. Choose another denominator",
    ),
    "polls.turnout.valid_above_returned": (
        "Có {valid} phiếu hợp lệ trên {returned} phiếu thu về. Kiểm lại phiếu",
        "{valid} ballots are valid of {returned} returned. Count again",
    ),
    "polls.weights.unequal": (
        "Trọng số phiếu từ {lowest} đến {highest} không như nhau. Phiếu kín chỉ cộng được khi mọi lá phiếu có giá trị "
        "bằng nhau: ghi mỗi người một phiếu",
        "The weights run from {lowest} to {highest}. Secret ballots can be added only when all weigh the same: give "
        "everybody one vote",
    ),
}
