"""What the ballot protocol refuses, and what an audit has checked. Every refusal names the check that failed."""

SENTENCES: dict[str, tuple[str, str]] = {
    "ballots.archive.chain": (
        "Sự kiện {name} không nối với sự kiện trước nó (bước {height}). Kho lưu bị sửa hoặc ghép; xin lại bản gốc",
        "Event {name} does not continue the one before it (step {height}). It was changed; ask for the original",
    ),
    "ballots.archive.cut": (
        "Kho lưu bị cắt giữa một sự kiện, ở byte {at}. Chép lại tệp từ nguồn",
        "The archive is cut inside an event, at byte {at}. Copy the file again from its source",
    ),
    "ballots.archive.event_type": (
        "Sự kiện {name} thuộc loại “{type}” mà cuộc bỏ phiếu loại này không có",
        "Event {name} is of type “{type}”, which polls of this kind do not have",
    ),
    "ballots.archive.head": (
        "Kho lưu không chứa mã {head} ghi trong biên bản. Kho lưu này cũ hơn, bị cắt, hoặc của cuộc bỏ phiếu khác",
        "The archive does not contain the hash {head} of the minutes. It is older, cut, or of another poll",
    ),
    "ballots.archive.name": (
        "Mục {name} có nội dung không khớp với mã trong tên của nó. Nội dung đã bị sửa; xin lại bản gốc",
        "The entry {name} does not have the content that its name states. It was changed; ask for the original",
    ),
    "ballots.archive.not_later": (
        "Kho lưu sau không chứa sự kiện {head} của kho lưu trước: đã có phiếu hoặc bước bị bỏ đi",
        "The later archive does not contain event {head} of the earlier one: something was taken out",
    ),
    "ballots.archive.order": (
        "Sự kiện {name} ({type}) đứng sai chỗ trong trình tự của cuộc bỏ phiếu",
        "Event {name} ({type}) stands where the order of a poll does not allow it",
    ),
    "ballots.archive.payload": (
        "Sự kiện {name} ({type}) không đi cùng đúng các dữ liệu của nó",
        "Event {name} ({type}) does not come with its own data",
    ),
    "ballots.archive.start": (
        "Tệp này không bắt đầu như kho lưu của một cuộc bỏ phiếu. Kiểm tra có chọn đúng tệp .bel không",
        "This file does not start as the archive of a poll. Check that it is the .bel file",
    ),
    "ballots.archive.entry": (
        "Phần đầu mục hoặc phần đệm ở byte {at} không đúng khuôn dạng. Kho lưu bị hỏng hoặc bị sửa; xin lại bản gốc",
        "The entry header or padding at byte {at} is not as written. The archive is damaged; ask for the original",
    ),
    "ballots.archive.timestamp": (
        "Có mục mang thời điểm khác với thời điểm ở đầu kho lưu. Xin lại bản gốc",
        "An entry bears another time than the archive's header. Ask for the original",
    ),
    "ballots.archive.twice": (
        "Dữ liệu {name} có hai lần trong kho lưu: có phiếu bị nộp lại nguyên văn",
        "The data {name} stand twice in the archive: a ballot was replayed",
    ),
    "ballots.archive.version": (
        "Kho lưu theo phiên bản {version}; chương trình này đọc phiên bản 1",
        "The archive is of version {version}; this program reads version 1",
    ),
    "ballots.archive.which": (
        "Trong {folder} có {found} kho lưu .bel. Ghi rõ tên tệp cần kiểm chứng",
        "There are {found} .bel archives in {folder}. Name the file to verify",
    ),
    "ballots.ballot.blank_proof": (
        "Phiếu {tracker}: bằng chứng về ô phiếu trắng không đúng",
        "Ballot {tracker}: the proof of the blank does not hold",
    ),
    "ballots.ballot.changed": (
        "Phiếu {tracker} đã thay đổi trong lúc kiểm chứng. Chép kho lưu ra chỗ không ai ghi rồi kiểm chứng lại",
        "Ballot {tracker} changed during the audit. Copy the archive where nobody writes, and verify again",
    ),
    "ballots.ballot.copied": (
        "Có {copies} bản mã xuất hiện hai lần: có phiếu chép từ phiếu khác",
        "{copies} ciphertexts stand twice: a ballot was copied from another",
    ),
    "ballots.ballot.credential": (
        "Phiếu {tracker} dùng mã không có trong danh sách công bố. Kiểm tra mã phiếu có đúng của cuộc này không",
        "Ballot {tracker} uses a credential that is not on the published list. Check that it is of this poll",
    ),
    "ballots.ballot.election": (
        "Phiếu {tracker} được tạo cho cuộc bỏ phiếu khác, không phải {uuid}",
        "Ballot {tracker} was made for another poll, not {uuid}",
    ),
    "ballots.ballot.individual_proof": (
        "Phiếu {tracker}: bằng chứng của một ô (có chọn hoặc không) không đúng",
        "Ballot {tracker}: the proof that a place is ticked or not does not hold",
    ),
    "ballots.ballot.not_canonical": (
        "Phiếu {tracker} không viết theo cách viết duy nhất được nhận. Tạo lại phiếu bằng chương trình",
        "Ballot {tracker} is not in the one spelling that is accepted. Make it again with the program",
    ),
    "ballots.ballot.not_member": (
        "Phiếu {tracker} chứa số nằm ngoài nhóm. Phiếu này không được nhận",
        "Ballot {tracker} holds a number outside the group. It is not accepted",
    ),
    "ballots.ballot.overall_proof": (
        "Phiếu {tracker}: bằng chứng về số ô được chọn không đúng",
        "Ballot {tracker}: the proof of how many places are ticked does not hold",
    ),
    "ballots.ballot.replayed": (
        "Phiếu {tracker} đã ở trong hòm. Muốn bỏ lại thì tạo phiếu mới",
        "Ballot {tracker} is in the box already. To vote again, make a new ballot",
    ),
    "ballots.ballot.shape": (
        "Phiếu {tracker} không có đúng số câu, số ô hoặc số bằng chứng của cuộc này",
        "Ballot {tracker} does not have this poll's number of questions, places or proofs",
    ),
    "ballots.ballot.signature": (
        "Phiếu {tracker}: chữ ký bằng mã phiếu không đúng",
        "Ballot {tracker}: the signature of its credential does not hold",
    ),
    "ballots.box.two_ballots": (
        "Hòm phiếu có hai phiếu của cùng một mã ({tracker}). Thư mục hòm đã bị sửa; lập biên bản trước khi làm tiếp",
        "The box holds two ballots of one credential ({tracker}). Its folder was changed; put that on record first",
    ),
    "ballots.choices.blank": (
        "Câu {question}: đã chọn phiếu trắng thì không chọn thêm ô nào",
        "Question {question}: a blank vote ticks nothing else",
    ),
    "ballots.choices.bounds": (
        "Câu {question}: đã chọn {ticked} ô, cần từ {minimum} đến {maximum}",
        "Question {question}: {ticked} ticked, {minimum} to {maximum} needed",
    ),
    "ballots.choices.mark": (
        "Câu {question}: mỗi ô chỉ ghi 0 hoặc 1",
        "Question {question}: a place holds 0 or 1 only",
    ),
    "ballots.choices.number": (
        "“{typed}” có số ngoài khoảng 1 đến {answers}. Viết lại các số, cách nhau bằng dấu phẩy",
        "“{typed}” has a number outside 1 to {answers}. Write the numbers again, with commas between",
    ),
    "ballots.choices.places": (
        "Câu {question}: có {found} ô, cần {expected} (ô phiếu trắng, nếu có, đứng đầu)",
        "Question {question}: {found} places, {expected} needed (a blank, where there is one, stands first)",
    ),
    "ballots.choices.questions": (
        "Có {found} câu trả lời, cuộc này có {expected} câu",
        "There are {found} answers, and this poll has {expected} questions",
    ),
    "ballots.credential.checksum": (
        "Mã phiếu gõ sai một chỗ nào đó. So lại từng nhóm ba chữ",
        "The secret word has a typing error. Compare it by groups of three",
    ),
    "ballots.credential.letters": (
        "Mã phiếu gồm 15 chữ và số, không có 0, O, I, l, ví dụ CDi-dkK-1sx-eQX-8ta",
        "A secret word has 15 letters and digits, without 0, O, I, l, such as CDi-dkK-1sx-eQX-8ta",
    ),
    "ballots.credentials.not_member": (
        "Danh sách mã công khai có số nằm ngoài nhóm. Người giữ danh sách phải lập lại",
        "The list of public credentials holds a number outside the group. The credential authority must redo it",
    ),
    "ballots.credentials.twice": (
        "Danh sách mã công khai có một mã hai lần",
        "A public credential stands twice on the list",
    ),
    "ballots.credentials.unequal": (
        "Các mã phiếu có trọng số khác nhau. Chỉ nhận khi mọi phiếu có trọng số như nhau",
        "The credentials have unequal weights. Only equal weights are accepted",
    ),
    "ballots.credentials.weight": (
        "Một mã phiếu có trọng số quá lớn",
        "A credential has too great a weight",
    ),
    "ballots.decryption.missing": (
        "Còn thiếu {missing} phần của người giữ khoá để mở tổng",
        "{missing} parts of trustees are still missing to open the sum",
    ),
    "ballots.decryption.not_member": (
        "Phần mở của người giữ khoá số {owner} chứa số nằm ngoài nhóm",
        "The part of trustee {owner} holds a number outside the group",
    ),
    "ballots.decryption.owner": (
        "Không có người giữ khoá số {owner}; cuộc này có {trustees} người",
        "There is no trustee {owner}; this poll has {trustees}",
    ),
    "ballots.decryption.proof": (
        "Phần mở của người giữ khoá số {owner} không phải của tổng này, hoặc không do khoá của người đó tạo ra",
        "The part of trustee {owner} is not of this sum, or not made with that trustee's key",
    ),
    "ballots.decryption.twice": (
        "Người giữ khoá số {owner} đã góp phần rồi",
        "Trustee {owner} has given a part already",
    ),
    "ballots.election.joint_key": (
        "Khoá chung của cuộc bỏ phiếu không phải là tích các khoá của người giữ khoá",
        "The poll's joint key is not the product of its trustees' keys",
    ),
    "ballots.election.public_key": (
        "Khoá chung của cuộc bỏ phiếu nằm ngoài nhóm",
        "The poll's joint key lies outside the group",
    ),
    "ballots.election.uuid": (
        "“{uuid}” không phải mã của một cuộc bỏ phiếu",
        "“{uuid}” is not the identifier of a poll",
    ),
    "ballots.folder.exists": (
        "Đã có tệp {file}; khoá và phiếu không bị ghi đè. Chọn tên khác",
        "The file {file} exists; keys and ballots are never written over. Choose another name",
    ),
    "ballots.folder.missing": (
        "Trong {folder} chưa có {file}. Làm các bước trước đó trước (xem thidua poll --help)",
        "There is no {file} in {folder} yet. Take the earlier steps first (see thidua poll --help)",
    ),
    "ballots.folder.not_text": (
        "{file} không phải tệp chữ UTF-8. Lưu lại tệp dưới dạng UTF-8",
        "{file} is not text in UTF-8. Save it as UTF-8",
    ),
    "ballots.folder.state.closed": (
        "Hòm phiếu đã đóng, chưa cộng phiếu. Bước tiếp theo là tally",
        "The box is closed and not added up. The next step is tally",
    ),
    "ballots.folder.state.draft": (
        "Cuộc bỏ phiếu mới được soạn. Phát mã phiếu, tạo khoá rồi setup --open",
        "The poll is a draft. Draw credentials, make keys, then setup --open",
    ),
    "ballots.folder.state.finished": (
        "Cuộc bỏ phiếu đã có kết quả; không thay đổi được nữa",
        "The poll has its result; nothing can be changed any more",
    ),
    "ballots.folder.state.open": (
        "Đang bỏ phiếu. Lệnh này làm được trước khi mở hoặc sau khi đóng hòm phiếu",
        "The vote is open. This command works before it opens or after it closes",
    ),
    "ballots.folder.state.tallied": (
        "Các phiếu đã được cộng. Bước tiếp theo là decrypt, rồi result",
        "The ballots are added up. The next steps are decrypt, then result",
    ),
    "ballots.json.fields": (
        "Thiếu trường: {missing}; trường lạ: {unknown}",
        "Missing fields: {missing}; unknown fields: {unknown}",
    ),
    "ballots.json.length": (
        "Danh sách có {found} mục, cần {expected}",
        "The list has {found} items, {expected} needed",
    ),
    "ballots.json.malformed": (
        "Không đọc được tệp JSON: {reason}",
        "The JSON cannot be read: {reason}",
    ),
    "ballots.json.too_large": (
        "Dữ liệu dài {size} byte, giới hạn là {limit}",
        "The data have {size} bytes, the limit is {limit}",
    ),
    "ballots.json.unexpected": (
        "Giá trị không đúng loại, cần: {expected}",
        "The value is of another kind; needed: {expected}",
    ),
    "ballots.letter.not_member": (
        "Thư giữa những người giữ khoá chứa số nằm ngoài nhóm",
        "A letter between trustees holds a number outside the group",
    ),
    "ballots.letter.recipient": (
        "Thư này gửi cho người giữ khoá khác",
        "This letter is for another trustee",
    ),
    "ballots.letter.signature": (
        "Chữ ký của người gửi thư không đúng",
        "The sender's signature does not hold",
    ),
    "ballots.letter.unreadable": (
        "Không mở được thư bằng khoá này. Kiểm tra có dùng đúng tệp khoá không",
        "The letter does not open with this key. Check that it is the right key file",
    ),
    "ballots.paper.already_cast": (
        "Phiếu giấy số {number} đã được bỏ vào hòm, không thể ghi là không hợp lệ nữa",
        "Paper ballot {number} is in the box already and cannot become invalid",
    ),
    "ballots.paper.disagree": (
        "Hai kiểm phiếu viên đọc phiếu giấy số {number} khác nhau. Cùng xem lại phiếu rồi nhập lại",
        "The tellers read paper ballot {number} differently. Look at it together and enter it again",
    ),
    "ballots.paper.either": (
        "Phiếu giấy số {number}: ghi lựa chọn, hoặc ghi lý do không hợp lệ, không ghi cả hai",
        "Paper ballot {number}: enter choices or a reason why it is invalid, not both",
    ),
    "ballots.paper.entered": (
        "Phiếu giấy số {number} đã có trong tệp này. Muốn nhập lại thì bắt đầu tệp mới",
        "Paper ballot {number} is in this file already. To enter it again, start a new file",
    ),
    "ballots.paper.number": (
        "Không có phiếu giấy số {number}; đã phát hành các số từ 1 đến {stock}",
        "There is no paper ballot {number}; numbers 1 to {stock} were issued",
    ),
    "ballots.paper.one_teller": (
        "Phiếu giấy số {number} mới có một kiểm phiếu viên nhập",
        "Paper ballot {number} was entered by one teller only",
    ),
    "ballots.paper.stock": (
        "{file} không phải tệp mã của phiếu giấy (mỗi dòng một số và một mã)",
        "{file} is not a stock of paper credentials (a number and a word a line)",
    ),
    "ballots.passed.ballots": (
        "Đúng: {ballots} phiếu ({counted} được tính) có chữ ký của mã trong danh sách, mọi bằng chứng đều đúng, "
        "{ciphertexts} bản mã thuộc nhóm và không bản nào chép lại",
        "Holds: {ballots} ballots ({counted} counted) are signed by listed credentials, every proof holds, "
        "{ciphertexts} ciphertexts lie in the group and none is a copy",
    ),
    "ballots.passed.chain": (
        "Đúng: {events} sự kiện nối liền nhau, mọi byte khớp với mã đến {head}",
        "Holds: {events} events form one chain and every byte fits the hashes up to {head}",
    ),
    "ballots.passed.credentials": (
        "Đúng: {credentials} mã phiếu công khai, khác nhau và thuộc nhóm",
        "Holds: {credentials} public credentials, all different and in the group",
    ),
    "ballots.passed.decryptions": (
        "Đúng: {parts} phần mở tổng có bằng chứng đúng; còn thiếu {missing} phần",
        "Holds: {parts} parts of opening the sum are proven; {missing} are missing",
    ),
    "ballots.passed.order_chronological": (
        "Ghi nhận: các phiếu không xếp theo mã theo dõi; thứ tự của chúng có thể cho biết ai bỏ phiếu trước",
        "Noted: the ballots are not in tracker order; their order may tell who voted first",
    ),
    "ballots.passed.order_tracker": (
        "Ghi nhận: các phiếu xếp theo mã theo dõi, không cho biết ai bỏ trước",
        "Noted: the ballots are in tracker order and do not tell who came first",
    ),
    "ballots.passed.result": (
        "Đúng: số phiếu công bố của {questions} câu là của tổng đã mở",
        "Holds: the published numbers of {questions} questions are those of the opened sum",
    ),
    "ballots.passed.tally": (
        "Đúng: tổng mã hoá là tích của {counted} phiếu được tính",
        "Holds: the encrypted sum is the product of the {counted} counted ballots",
    ),
    "ballots.passed.trustees": (
        "Đúng: {trustees} người giữ khoá chứng minh khoá của mình, và khoá chung là của họ",
        "Holds: {trustees} trustees prove their keys, and the joint key is theirs",
    ),
    "ballots.question.bounds": (
        "Số ô được chọn phải từ 0 đến số ô có: đang là {minimum} đến {maximum} trên {answers} ô",
        "Ticks go from 0 to the number of answers: these are {minimum} to {maximum} of {answers}",
    ),
    "ballots.question.kind": (
        "Câu hỏi loại “{kind}” làm lộ từng phiếu khi kiểm nên không dùng. Dùng câu chọn ô",
        "A question of kind “{kind}” reveals single ballots at the count and is not used. Use ticks",
    ),
    "ballots.receipt.missing": (
        "Phiếu {tracker} của biên nhận không có trong kho lưu. Nếu chưa bỏ lại phiếu khác, báo tổ kiểm phiếu",
        "Ballot {tracker} of the receipt is not in the archive. If no later ballot was cast, tell the tellers",
    ),
    "ballots.receipt.poll": (
        "Biên nhận của phiếu {tracker} là của cuộc bỏ phiếu khác",
        "The receipt of ballot {tracker} is of another poll",
    ),
    "ballots.receipt.seal": (
        "Dấu trên biên nhận của phiếu {tracker} không phải của máy chủ này",
        "The seal on the receipt of {tracker} is not this server's",
    ),
    "ballots.result.count": (
        "Số phiếu công bố {found} không khớp với tổng đã mở",
        "The published number {found} does not fit the opened sum",
    ),
    "ballots.result.no_logarithm": (
        "Tổng mở ra không phải một số phiếu. Kiểm tra lại các phần của người giữ khoá",
        "The opened sum is not a number of votes. Check the trustees' parts",
    ),
    "ballots.result.total": (
        "Tổng trọng số {total} quá lớn để mở",
        "The total weight {total} is too great to open",
    ),
    "ballots.seed.letters": (
        "Tệp khoá của người giữ khoá phải có 22 chữ và số (hạt giống) hoặc một số trong ngoặc kép",
        "A trustee's key file holds a seed of 22 letters, or a number in quotes",
    ),
    "ballots.suite.unknown": (
        "Phiên bản {version}, nhóm {group}: chương trình này chỉ dùng phiên bản 1 với nhóm BELENIOS-2048",
        "Version {version}, group {group}: this program uses version 1 with the group BELENIOS-2048",
    ),
    "ballots.tally.size": (
        "Tổng công bố ghi {found} phiếu hoặc mã khác, trong khi có {ballots} phiếu được tính",
        "The published sum states {found} ballots or another hash, and {ballots} ballots count",
    ),
    "ballots.tally.sum": (
        "Tổng mã hoá công bố không phải là tích của các phiếu được tính",
        "The published encrypted sum is not the product of the counted ballots",
    ),
    "ballots.trustee.ceremony": (
        "Lễ tạo khoá của {trustees} người chưa xong: còn thiếu {missing} tệp (polynomial hoặc share)",
        "The ceremony of {trustees} trustees is not complete: {missing} files are missing (polynomial or share)",
    ),
    "ballots.trustee.certificate": (
        "Chứng thư của người giữ khoá không đúng: khoá ngoài nhóm hoặc chữ ký sai",
        "The trustee's certificate does not hold: a key outside the group, or its signature",
    ),
    "ballots.trustee.coefficients": (
        "Các hệ số công bố của một người giữ khoá không đúng hoặc không được ký đúng",
        "A trustee's published coefficients do not hold or are not rightly signed",
    ),
    "ballots.trustee.kind": (
        "Loại người giữ khoá này không biết; có “Single” và “Pedersen”",
        "This kind of trustee is unknown; there are “Single” and “Pedersen”",
    ),
    "ballots.trustee.none": (
        "Chưa có người giữ khoá nào. Mỗi người chạy: thidua poll trustee … key",
        "There is no trustee yet. Each of them runs: thidua poll trustee … key",
    ),
    "ballots.trustee.not_certified": (
        "Khoá này không có chứng thư trong cuộc bỏ phiếu. Làm bước certificate trước",
        "This key has no certificate in the poll. Take the step certificate first",
    ),
    "ballots.trustee.not_member": (
        "Khoá công khai của người giữ khoá nằm ngoài nhóm",
        "The trustee's public key lies outside the group",
    ),
    "ballots.trustee.not_of_this_poll": (
        "Khoá này không phải của người giữ khoá nào trong cuộc bỏ phiếu này",
        "This key belongs to no trustee of this poll",
    ),
    "ballots.trustee.proof": (
        "Bằng chứng biết khoá riêng của người giữ khoá không đúng",
        "The proof that the trustee knows the private key does not hold",
    ),
    "ballots.trustee.secret": (
        "Phần bí mật do người giữ khoá số {trustee} gửi không khớp với cam kết của người đó",
        "The secret sent by trustee {trustee} does not fit that trustee's commitment",
    ),
    "ballots.trustee.share": (
        "Khoá của người giữ khoá số {trustee} không phải là khoá suy ra từ các cam kết",
        "The key of trustee {trustee} is not the one that the commitments give",
    ),
    "ballots.trustee.threshold": (
        "Số người đủ để mở tổng ({threshold}) không hợp với số người hoặc với các hệ số đã công bố",
        "The threshold {threshold} does not fit the number of trustees or their coefficients",
    ),
    "ballots.trustee.twice": (
        "Hai người giữ khoá dùng cùng một khoá",
        "Two trustees use one key",
    ),
    "ballots.trustee.unknown_file": (
        "Không nhận ra tệp này là khoá, chứng thư, polynomial hay share của người giữ khoá",
        "This file is not recognised as a trustee's key, certificate, polynomial or share",
    ),
    "ballots.trustee.wrong_key": (
        "Khoá riêng này không phải của người giữ khoá số {owner}",
        "This private key is not that of trustee {owner}",
    ),
    "ballots.usage.credentials": (
        "Cần --voters và --to, hoặc --public",
        "--voters and --to are needed, or --public",
    ),
    "ballots.usage.decrypt": (
        "Cần --key, hoặc --part cùng --owner",
        "--key is needed, or --part with --owner",
    ),
    "ballots.usage.paper": (
        "enter cần --number và một tệp --entries; cast cần --stock và hai tệp --entries",
        "enter needs --number and one --entries file; cast needs --stock and two --entries files",
    ),
    "ballots.usage.receipt": (
        "--receipt cần thư mục của cuộc bỏ phiếu, trong đó có khoá công khai của máy chủ",
        "--receipt needs the folder of the poll, which holds the server's public key",
    ),
    "ballots.usage.setup": (
        "Cần --questions để soạn, hoặc --open để mở, không phải cả hai",
        "--questions drafts a poll, --open opens it; one of the two is needed",
    ),
    "ballots.usage.trustee": (
        "Cần --key (add cần --file; polynomial cần thêm --threshold)",
        "--key is needed (add needs --file; polynomial needs --threshold as well)",
    ),
    "ballots.voters.none": (
        "{file} không có cử tri nào. Mỗi dòng ghi một cử tri",
        "{file} has no voter. Write one a line",
    ),
    "ballots.voters.twice": (
        "Cử tri “{name}” có hai lần. Ghi thêm đơn vị cho khỏi trùng",
        "The voter “{name}” stands twice. Add the unit, so that names differ",
    ),
}
