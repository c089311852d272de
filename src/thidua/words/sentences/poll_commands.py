"""What `thidua poll` says: its help, by example, and what it reports. Refusals are in `ballots` and `polls`."""

SENTENCES: dict[str, tuple[str, str]] = {
    "poll.help.word.command": ("LỆNH", "COMMAND"),
    "poll.help.poll": ("bỏ phiếu kín và kiểm chứng kết quả", "secret ballots and their verification"),
    "poll.help.poll.long": (
        """Bỏ phiếu kín từ các tệp, không cần mạng. Thứ tự của một cuộc bỏ phiếu:

  setup        soạn cuộc bỏ phiếu từ tệp câu hỏi
  credentials  người giữ danh sách phát mã phiếu
  trustee      mỗi người giữ khoá tự tạo khoá trên máy của mình
  setup --open mở bỏ phiếu
  vote, paper  bỏ phiếu trên máy; nhập phiếu giấy
  close        đóng hòm phiếu, ghi kho lưu, xoá hòm
  tally        cộng các phiếu đã mã hoá, không mở phiếu nào
  decrypt      từng người giữ khoá góp phần mở tổng
  result       công bố số phiếu
  verify       ai cũng kiểm chứng được, kể cả bằng belenios-tool""",
        """A secret ballot from files, without a network. A poll goes in this order:

  setup        draft the poll from a file of questions
  credentials  the credential authority draws a secret word per voter
  trustee      each trustee makes a key on a machine of their own
  setup --open open the vote
  vote, paper  vote on the machine; enter paper ballots
  close        close the box, write the archive, wipe the box
  tally        add the encrypted ballots without opening any
  decrypt      each trustee gives a part of opening the sum
  result       publish the numbers
  verify       anybody may verify, with belenios-tool as well""",
    ),
    "poll.help.poll.examples": (
        "Xem ví dụ của từng lệnh: thidua poll setup --help",
        "Examples stand with each command: thidua poll setup --help --lang en",
    ),
    "poll.help.setup": ("soạn hoặc mở cuộc bỏ phiếu", "draft or open a poll"),
    "poll.help.setup.long": (
        "Soạn cuộc bỏ phiếu từ tệp câu hỏi; sau khi có mã phiếu và khoá thì mở bỏ phiếu.",
        "Drafts a poll from a file of questions; once credentials and keys are there, opens it.",
    ),
    "poll.help.setup.examples": (
        """Ví dụ:
  thidua poll setup suy-ton-2024 --questions cau-hoi.json --paper 10
  thidua poll setup suy-ton-2024 --open

Tệp câu hỏi:
  {{"name": "Suy tôn Cờ thi đua 2024", "description": "Hội nghị tổng kết Cụm",
   "questions": [{{"question": "Đề nghị tặng Cờ thi đua của Bộ (chọn tối đa 2)",
                  "answers": ["Công an tỉnh A", "Công an tỉnh B", "Công an tỉnh C"],
                  "min": 0, "max": 2}}]}}
Thêm "blank": true nếu có ô phiếu trắng.""",
        """Examples:
  thidua poll setup flags-2024 --questions questions.json --paper 10
  thidua poll setup flags-2024 --open

A file of questions:
  {{"name": "Flags of 2024", "description": "Year-end conference of the cluster",
   "questions": [{{"question": "Propose for the Ministry's flag (2 at most)",
                  "answers": ["Province A", "Province B", "Province C"],
                  "min": 0, "max": 2}}]}}
Add "blank": true where a blank vote may be ticked.""",
    ),
    "poll.help.setup.folder": ("thư mục của cuộc bỏ phiếu", "the folder of the poll"),
    "poll.help.setup.questions": ("tệp câu hỏi (JSON)", "the file of questions (JSON)"),
    "poll.help.setup.paper": ("số phiếu giấy được đánh số", "how many numbered paper ballots there are"),
    "poll.help.setup.open": ("mở bỏ phiếu", "open the vote"),
    "poll.help.credentials": ("phát mã phiếu cho cử tri", "draw the voters' secret words"),
    "poll.help.credentials.long": (
        "Phát cho mỗi cử tri và mỗi phiếu giấy một mã bí mật. Người giữ danh sách chạy lệnh này; người quản trị máy "
        "chủ không được giữ tệp mã.",
        "Draws one secret word for each voter and each paper ballot. The credential authority runs this; the server's "
        "administrator must not hold the secret files.",
    ),
    "poll.help.credentials.examples": (
        """Ví dụ:
  thidua poll credentials suy-ton-2024 --voters dai-bieu.txt --to USB/ma-phieu
  thidua poll credentials suy-ton-2024 --public public_creds.json     (danh sách do belenios-tool tạo)

dai-bieu.txt: mỗi dòng một cử tri. Kết quả: credentials.txt (mỗi dòng một mã, trao tận tay rồi huỷ) và
paper_stock.txt (mã của phiếu giấy, tổ kiểm phiếu giữ).""",
        """Examples:
  thidua poll credentials flags-2024 --voters delegates.txt --to USB/words
  thidua poll credentials flags-2024 --public public_creds.json     (a list made by belenios-tool)

delegates.txt has one voter a line. The result is credentials.txt (one word a line, hand over and destroy) and
paper_stock.txt (words of the paper ballots, kept by the tellers).""",
    ),
    "poll.help.credentials.folder": ("thư mục của cuộc bỏ phiếu", "the folder of the poll"),
    "poll.help.credentials.voters": ("tệp cử tri, mỗi dòng một người", "the file of voters, one a line"),
    "poll.help.credentials.to": ("thư mục riêng để ghi mã", "a private folder for the secret words"),
    "poll.help.credentials.public": ("danh sách khoá công khai có sẵn", "a ready list of public credentials"),
    "poll.help.trustee": ("tạo khoá của người giữ khoá", "make a trustee's key"),
    "poll.help.trustee.long": (
        "Mỗi người giữ khoá chạy lệnh này trên máy của mình và giữ tệp khoá riêng. Không ai mở được một lá phiếu; chỉ "
        "tổng mới được mở khi đủ người.",
        "Each trustee runs this on a machine of their own and keeps the key file. Nobody can open a ballot; only the "
        "sum is opened, when enough trustees come together.",
    ),
    "poll.help.trustee.examples": (
        """Ví dụ — phải đủ mọi người:
  thidua poll trustee suy-ton-2024 key --key USB/khoa-1.json

Ví dụ — 2 trong 3 người là đủ; ba người cùng làm từng bước trước khi sang bước sau:
  thidua poll trustee suy-ton-2024 certificate --key USB/hat-giong.txt
  thidua poll trustee suy-ton-2024 polynomial --key USB/hat-giong.txt --threshold 2
  thidua poll trustee suy-ton-2024 share --key USB/hat-giong.txt

Nhận tệp do chương trình khác (belenios-tool) tạo:
  thidua poll trustee suy-ton-2024 add --file 77F0F602.pubkey""",
        """Examples — everybody must come:
  thidua poll trustee flags-2024 key --key USB/key-1.json

Examples — any 2 of 3 are enough; all three take a step before anybody takes the next:
  thidua poll trustee flags-2024 certificate --key USB/seed.txt
  thidua poll trustee flags-2024 polynomial --key USB/seed.txt --threshold 2
  thidua poll trustee flags-2024 share --key USB/seed.txt

Take in a file that another program (belenios-tool) made:
  thidua poll trustee flags-2024 add --file 77F0F602.pubkey""",
    ),
    "poll.help.trustee.folder": ("thư mục của cuộc bỏ phiếu", "the folder of the poll"),
    "poll.help.trustee.action": ("bước cần làm", "the step to take"),
    "poll.help.trustee.key": ("tệp khoá riêng của người giữ khoá", "the trustee's private key file"),
    "poll.help.trustee.threshold": ("số người đủ để mở tổng", "how many trustees are enough"),
    "poll.help.trustee.file": ("tệp công khai cần nhận", "the public file to take in"),
    "poll.help.vote": ("bỏ một phiếu", "cast a ballot"),
    "poll.help.vote.long": (
        "Hỏi mã phiếu và lựa chọn, mã hoá, rồi bỏ vào hòm. Bỏ lại thì phiếu sau thay phiếu trước. Lựa chọn không được "
        "ghi ra đâu cả.",
        "Asks for the secret word and the choices, encrypts, and casts. A later ballot replaces an earlier one. The "
        "choices are written nowhere.",
    ),
    "poll.help.vote.examples": (
        """Ví dụ:
  thidua poll vote suy-ton-2024 --receipt bien-nhan.json
  thidua poll vote suy-ton-2024 --out phieu.json        (chỉ tạo phiếu, trên máy của cử tri)
  thidua poll vote suy-ton-2024 --ballot phieu.json     (bỏ phiếu đã tạo, kể cả bằng belenios-tool)

Tệp lựa chọn, nếu dùng --choices: mỗi câu một dãy 0 và 1, ô trắng đứng đầu: [[1,0,0],[0,1,0,0]]""",
        """Examples:
  thidua poll vote flags-2024 --receipt receipt.json
  thidua poll vote flags-2024 --out ballot.json        (only make the ballot, on the voter's machine)
  thidua poll vote flags-2024 --ballot ballot.json     (cast a ready ballot, belenios-tool's as well)

A file of choices, with --choices: for each question a row of 0 and 1, the blank first: [[1,0,0],[0,1,0,0]]""",
    ),
    "poll.help.vote.folder": ("thư mục của cuộc bỏ phiếu", "the folder of the poll"),
    "poll.help.vote.credential": ("tệp chứa mã phiếu; không có thì hỏi", "file with the secret word; asked otherwise"),
    "poll.help.vote.choices": ("tệp lựa chọn; không có thì hỏi", "file of choices; asked otherwise"),
    "poll.help.vote.ballot": ("phiếu đã tạo sẵn", "a ready ballot"),
    "poll.help.vote.out": ("chỉ tạo phiếu và ghi vào tệp này", "only make the ballot and write it here"),
    "poll.help.vote.receipt": ("ghi biên nhận có dấu của máy chủ", "write the receipt sealed by the server"),
    "poll.help.paper": ("nhập phiếu giấy", "enter paper ballots"),
    "poll.help.paper.long": (
        "Hai kiểm phiếu viên nhập độc lập từng phiếu giấy rút từ hòm; hai bản phải khớp thì phiếu mới được mã hoá và "
        "cộng chung. Không có số đếm riêng của phiếu giấy.",
        "Two tellers each enter every drawn paper ballot; where both agree it is encrypted and joins the one sum. "
        "There is no separate count of paper.",
    ),
    "poll.help.paper.examples": (
        """Ví dụ:
  thidua poll paper suy-ton-2024 enter --entries kiem-phieu-1.json --number 1
  thidua poll paper suy-ton-2024 enter --entries kiem-phieu-1.json --number 2 --invalid too_many_marks
  thidua poll paper suy-ton-2024 cast --entries kiem-phieu-1.json kiem-phieu-2.json --stock paper_stock.txt""",
        """Examples:
  thidua poll paper flags-2024 enter --entries teller-1.json --number 1
  thidua poll paper flags-2024 enter --entries teller-1.json --number 2 --invalid too_many_marks
  thidua poll paper flags-2024 cast --entries teller-1.json teller-2.json --stock paper_stock.txt""",
    ),
    "poll.help.paper.folder": ("thư mục của cuộc bỏ phiếu", "the folder of the poll"),
    "poll.help.paper.action": ("enter: nhập một phiếu; cast: bỏ các phiếu đã khớp", "enter one, or cast those agreed"),
    "poll.help.paper.entries": ("tệp của kiểm phiếu viên (cast: hai tệp)", "the teller's file (cast: two files)"),
    "poll.help.paper.number": ("số của phiếu giấy", "the number of the paper ballot"),
    "poll.help.paper.invalid": ("lý do phiếu không hợp lệ", "why the ballot is invalid"),
    "poll.help.paper.choices": ("tệp lựa chọn; không có thì hỏi", "file of choices; asked otherwise"),
    "poll.help.paper.stock": ("tệp mã của phiếu giấy", "the file of paper credentials"),
    "poll.help.close": ("đóng hòm phiếu", "close the box"),
    "poll.help.close.long": (
        "Ghi kho lưu theo thứ tự mã theo dõi, kiểm tra lại mọi phiếu, rồi xoá hòm. Chép mã cuối vào biên bản.",
        "Writes the archive in tracker order, checks every ballot again, then wipes the box. Copy the head hash into "
        "the minutes.",
    ),
    "poll.help.close.examples": ("Ví dụ: thidua poll close suy-ton-2024", "Example: thidua poll close flags-2024"),
    "poll.help.close.folder": ("thư mục của cuộc bỏ phiếu", "the folder of the poll"),
    "poll.help.tally": ("cộng các phiếu đã mã hoá", "add the encrypted ballots"),
    "poll.help.tally.long": ("Cộng mọi phiếu mà không mở phiếu nào.", "Adds all ballots without opening any."),
    "poll.help.tally.examples": ("Ví dụ: thidua poll tally suy-ton-2024", "Example: thidua poll tally flags-2024"),
    "poll.help.tally.folder": ("thư mục của cuộc bỏ phiếu", "the folder of the poll"),
    "poll.help.decrypt": ("góp phần mở tổng", "give a part of opening the sum"),
    "poll.help.decrypt.long": (
        "Người giữ khoá mở phần của mình trên tổng, kèm bằng chứng. Mỗi người chạy một lần.",
        "A trustee opens their part of the sum, with a proof. Each trustee runs it once.",
    ),
    "poll.help.decrypt.examples": (
        """Ví dụ:
  thidua poll decrypt suy-ton-2024 --key USB/khoa-1.json
  thidua poll decrypt suy-ton-2024 --part phan-2.json --owner 2    (phần do chương trình khác tạo)""",
        """Examples:
  thidua poll decrypt flags-2024 --key USB/key-1.json
  thidua poll decrypt flags-2024 --part part-2.json --owner 2    (a part that another program made)""",
    ),
    "poll.help.decrypt.folder": ("thư mục của cuộc bỏ phiếu", "the folder of the poll"),
    "poll.help.decrypt.key": ("tệp khoá riêng của người giữ khoá", "the trustee's private key file"),
    "poll.help.decrypt.out": ("chỉ ghi phần mở ra tệp này", "only write the part to this file"),
    "poll.help.decrypt.part": ("phần mở đã có", "a ready part"),
    "poll.help.decrypt.owner": ("số thứ tự người giữ khoá của phần đó", "the number of the trustee who made it"),
    "poll.help.result": ("công bố số phiếu", "publish the numbers"),
    "poll.help.result.long": ("Ghép các phần mở và công bố số phiếu.", "Joins the parts and publishes the numbers."),
    "poll.help.result.examples": ("Ví dụ: thidua poll result suy-ton-2024", "Example: thidua poll result flags-2024"),
    "poll.help.result.folder": ("thư mục của cuộc bỏ phiếu", "the folder of the poll"),
    "poll.help.verify": ("kiểm chứng một kho lưu", "verify an archive"),
    "poll.help.verify.long": (
        "Kiểm tra mọi phiếu, mọi bằng chứng, phép cộng và kết quả. Mã thoát: 0 đúng, 1 sai, 3 chưa đóng hoặc chưa có "
        "kết quả.",
        "Checks every ballot, every proof, the sum and the result. Exit code: 0 holds, 1 refused, 3 not closed or no "
        "result yet.",
    ),
    "poll.help.verify.examples": (
        """Ví dụ:
  thidua poll verify suy-ton-2024/wiyRXgr36YaJdL.bel
  thidua poll verify suy-ton-2024 --head 551c39fc…     (mã cuối ghi trong biên bản)
  thidua poll verify suy-ton-2024 --receipt bien-nhan.json""",
        """Examples:
  thidua poll verify flags-2024/wiyRXgr36YaJdL.bel
  thidua poll verify flags-2024 --head 551c39fc…     (the head hash of the minutes)
  thidua poll verify flags-2024 --receipt receipt.json""",
    ),
    "poll.help.verify.archive": ("kho lưu .bel, hoặc thư mục chứa nó", "the .bel archive, or its folder"),
    "poll.help.verify.head": ("mã cuối ghi trong biên bản", "the head hash of the minutes"),
    "poll.help.verify.receipt": (
        "biên nhận của cử tri (khi kiểm chứng cả thư mục)",
        "a voter's receipt (when the whole folder is verified)",
    ),
    "poll.help.verify.workers": ("số tiến trình (mặc định: số nhân máy)", "processes (default: the machine's cores)"),
    "poll.help.compare": ("so hai kho lưu", "compare two archives"),
    "poll.help.compare.long": (
        "Kho lưu sau phải chứa nguyên kho lưu trước: không phiếu nào biến mất.",
        "The later archive must contain the earlier one whole: no ballot has disappeared.",
    ),
    "poll.help.compare.examples": (
        "Ví dụ: thidua poll compare ban-sao-hom-qua.bel suy-ton-2024",
        "Example: thidua poll compare yesterday.bel flags-2024",
    ),
    "poll.help.compare.old": ("kho lưu trước", "the earlier archive"),
    "poll.help.compare.new": ("kho lưu sau", "the later archive"),
    "poll.setup.drafted": (
        "Đã soạn cuộc bỏ phiếu {uuid}, {questions} câu, trong {folder}. Tiếp theo: phát mã phiếu và tạo khoá",
        "Drafted poll {uuid} with {questions} questions in {folder}. Next: credentials and trustees",
    ),
    "poll.setup.opened": (
        "Đã mở bỏ phiếu với {credentials} mã phiếu và {trustees} người giữ khoá",
        "The vote is open, with {credentials} credentials and {trustees} trustees",
    ),
    "poll.head": ("Mã cuối của kho lưu: {head}", "Head hash of the archive: {head}"),
    "poll.credentials.progress": ("Đã phát {done}/{total} mã", "{done}/{total} credentials drawn"),
    "poll.credentials.drawn": (
        "Đã phát {voters} mã cho cử tri và {paper} mã cho phiếu giấy vào {folder}. Trao tận tay rồi huỷ tệp này",
        "Drew {voters} credentials for voters and {paper} for paper ballots into {folder}. Hand them over, then "
        "destroy the file",
    ),
    "poll.credentials.imported": ("Đã nhận {credentials} mã công khai", "Took in {credentials} public credentials"),
    "poll.trustee.key": (
        "Đã ghi khoá công khai {file}. Mã kiểm của khoá: {checksum}",
        "Wrote the public key {file}. Its checksum: {checksum}",
    ),
    "poll.trustee.certificate": (
        "Đã ghi chứng thư {file}. Mã kiểm: {checksum}. Chờ đủ mọi người rồi làm bước polynomial",
        "Wrote the certificate {file}. Checksum: {checksum}. When everybody has one, take the step polynomial",
    ),
    "poll.trustee.polynomial": (
        "Đã ghi {file}. Chờ đủ mọi người rồi làm bước share ({checksum})",
        "Wrote {file}. When everybody has one, take the step share ({checksum})",
    ),
    "poll.trustee.share": ("Đã ghi phần khoá {file} ({checksum})", "Wrote the share {file} ({checksum})"),
    "poll.vote.ask_credential": ("Mã phiếu:", "Secret word:"),
    "poll.vote.ask": (
        "Chọn từ {minimum} đến {maximum}, viết số cách nhau bằng dấu phẩy:",
        "Choose {minimum} to {maximum}, numbers with commas between:",
    ),
    "poll.vote.ask_blank": (
        "Chọn từ {minimum} đến {maximum}, viết số cách nhau bằng dấu phẩy; 0 là phiếu trắng:",
        "Choose {minimum} to {maximum}, numbers with commas between; 0 is a blank vote:",
    ),
    "poll.vote.written": ("Đã ghi phiếu vào {file}, chưa bỏ vào hòm", "Wrote the ballot to {file}; it is not cast yet"),
    "poll.vote.cast": (
        "Phiếu đã vào hòm. Mã theo dõi: {tracker}",
        "The ballot is in the box. Tracker: {tracker}",
    ),
    "poll.vote.replaced": ("Phiếu này thay phiếu {tracker}", "It replaces the ballot {tracker}"),
    "poll.paper.entered": (
        "Đã nhập phiếu giấy số {number}; tệp này có {entries} phiếu",
        "Entered paper ballot {number}; this file holds {entries}",
    ),
    "poll.paper.cast": (
        "Hai kiểm phiếu viên khớp nhau: {valid} phiếu hợp lệ đã vào hòm, {invalid} phiếu không hợp lệ. Tệp nhập đã xoá",
        "Both tellers agree: {valid} valid ballots are in the box, {invalid} are invalid. The entry files are deleted",
    ),
    "poll.close.already": ("Hòm phiếu đã đóng từ trước", "The box was closed before"),
    "poll.close.closed": (
        "Đã đóng hòm phiếu: {ballots} phiếu được tính, mọi phiếu đã kiểm tra lại, hòm đã xoá",
        "The box is closed: {ballots} ballots count, all were checked again, the box is wiped",
    ),
    "poll.close.paper": (
        "Phiếu giấy: {valid} hợp lệ, {invalid} không hợp lệ",
        "Paper ballots: {valid} valid, {invalid} invalid",
    ),
    "poll.close.board": ("Mã của bảng theo dõi: {digest}", "Digest of the board of trackers: {digest}"),
    "poll.tally.done": ("Đã cộng {ballots} phiếu, chưa mở phiếu nào", "Added {ballots} ballots; none was opened"),
    "poll.decrypt.written": (
        "Đã ghi phần của người giữ khoá số {owner} vào {file}",
        "Wrote the part of trustee {owner} to {file}",
    ),
    "poll.decrypt.done": (
        "Đã nhận phần của người giữ khoá số {owner}; còn thiếu {missing} phần",
        "Took the part of trustee {owner}; {missing} parts are still missing",
    ),
    "poll.result.missing": (
        "Chưa có kết quả: còn thiếu {missing} phần của người giữ khoá",
        "No result yet: {missing} parts of trustees are missing",
    ),
    "poll.result.row": ("{answer}: {count} phiếu", "{answer}: {count} votes"),
    "poll.result.blank": ("Phiếu trắng: {count}", "Blank: {count}"),
    "poll.verify.progress": ("Đã kiểm tra {done}/{total} phiếu", "{done}/{total} ballots checked"),
    "poll.verify.about": ("Kho lưu của cuộc bỏ phiếu “{name}” ({uuid})", "Archive of the poll “{name}” ({uuid})"),
    "poll.verify.head_found": (
        "Mã cuối trong biên bản có trong kho lưu: mọi thứ trước nó còn nguyên",
        "The head hash of the minutes is in the archive: everything before it is intact",
    ),
    "poll.verify.receipt_holds": (
        "Biên nhận có dấu của máy chủ, và phiếu {tracker} có trong kho lưu",
        "The receipt bears the server's seal, and ballot {tracker} is in the archive",
    ),
    "poll.verify.unfinished.Setup": (
        "Mọi điều kiểm tra đều đúng, nhưng cuộc bỏ phiếu mới mở: chưa đóng, chưa có kết quả",
        "Everything checked holds, but the vote has only been opened: not closed, no result",
    ),
    "poll.verify.unfinished.Ballot": (
        "Mọi điều kiểm tra đều đúng, nhưng hòm phiếu chưa đóng: chưa có kết quả",
        "Everything checked holds, but the box is not closed: no result",
    ),
    "poll.verify.unfinished.EndBallots": (
        "Mọi điều kiểm tra đều đúng; hòm đã đóng nhưng chưa cộng phiếu: chưa có kết quả",
        "Everything checked holds; the box is closed but not added up: no result",
    ),
    "poll.verify.unfinished.EncryptedTally": (
        "Mọi điều kiểm tra đều đúng; tổng chưa được mở: chưa có kết quả",
        "Everything checked holds; the sum has not been opened: no result",
    ),
    "poll.verify.unfinished.PartialDecryption": (
        "Mọi điều kiểm tra đều đúng; tổng mới được mở một phần: chưa có kết quả",
        "Everything checked holds; the sum is opened in part: no result",
    ),
    "poll.verify.holds": (
        "Mọi điều kiểm tra đều đúng. Kết quả này là của chính các phiếu trong kho lưu",
        "Everything checked holds. This result is that of the ballots in this archive",
    ),
    "poll.compare.later": (
        "Kho lưu sau chứa nguyên kho lưu trước và thêm {events} bước",
        "The later archive contains the earlier one whole, and {events} more events",
    ),
}
