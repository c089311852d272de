"""Every page that people see, in every state in which it can be: the browser's tests run over this list.

Whoever makes a page adds a line here for each state that looks different: filled, empty, refused, with an error.
`name` is the name of its picture in docs/screens (`picture=False` where another state already shows it).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one state: who opens which address, and what is then typed into the fields and sent.

    at: the control in which they stand on the picture, where the page answers to that.
    """

    name: str
    path: str
    username: str = ""  # of an account of the world; nobody is signed in without it
    typed: Mapping[str, str] = field(default_factory=dict)  # by name of the field; then the form is sent
    status: int = 200
    language: str = "vi"
    picture: bool = True
    at: str = ""


SEASON = "/ky/cum-10-2024/"  # of the demonstration, just before the conference
LONG = "/ky/cum-7-2024/"  # of the units with the longest names, in the middle of the appraisal
ENTERING = "/ky/cum-342-2024/"  # of communes, while figures are typed
MONTHLY = "/ky/cum-13-2024/"  # of indicators that are reported by month and by quarter
EDITOR = ENTERING + "bang-tieu-chi/soan/"
SIGNING, DRAFTING = "/ky/cum-9-2024/", "/ky/cum-12-2024/"  # in preparation: a pact half signed, one only drafted
CHAIR, BODY, TECHNICIAN = "thu-ky.tay-ninh", "thuong-truc", "ky-thuat"
REPORTER, LONG_CHAIR, NEWCOMER = "bao-cao.long-an", "ten-dai", "chua-giao-viec"

LEADER, TWO_STEPS = "lanh-dao.binh-phuoc", "hai-buoc"
PASSWORD = "thi-dua-2024"  # noqa: S105 - of the demonstration

SIGNING_IN = (
    Page("dang-nhap", "/dang-nhap/"),
    Page("dang-nhap-sai", "/dang-nhap/", typed={"username": "hanh.nt", "password": "sai"}, status=400),
    Page("buoc-hai", "/dang-nhap/", typed={"username": TWO_STEPS, "password": PASSWORD}, picture=False),
    Page("dang-nhap-tieng-anh", "/dang-nhap/", language="en", picture=False),
    Page("chung-chi", "/chung-chi/", picture=False),
)
DESK = (
    Page("viec-can-lam", "/", LONG_CHAIR),
    Page("viec-cua-don-vi", "/", REPORTER),
    Page("viec-can-lam-tieng-anh", "/", LONG_CHAIR, language="en", picture=False),
    Page("viec-can-lam-trong", "/", NEWCOMER),
)
NOTICES = (
    Page("thong-bao", "/thong-bao/", CHAIR),
    Page("thong-bao-tieng-anh", "/thong-bao/", CHAIR, language="en", picture=False),
    Page("thong-bao-trong", "/thong-bao/", NEWCOMER, picture=False),
    Page("thu-nhac-viec", "/toi/thu-nhac-viec/", CHAIR, picture=False),
    Page("loai-thong-bao", "/thong-bao/loai/", CHAIR, picture=False),
)
SEASONS = (
    Page("ky-thi-dua", SEASON, CHAIR),
    Page("ky-thi-dua-ten-dai", LONG, LONG_CHAIR),
    Page("ky-thi-dua-tieng-anh", SEASON, CHAIR, language="en", picture=False),
    Page("ky-thi-dua-cua-don-vi", SEASON, REPORTER, picture=False),
    Page("ky-thi-dua-minh-hoa", "/ky/cum-10-2023/", CHAIR),
    Page("ky-thi-dua-hop-nhat", "/ky/cum-10-2025/", CHAIR),
    Page("hop-nhat-giua-ky", "/ky/cum-10-2025/hop-nhat/", BODY),
    Page("chep-ky-truoc", "/ky/cum-10-2025/chep-ky-truoc/", BODY),
    Page("chep-ky-truoc-sai", "/ky/cum-10-2025/chep-ky-truoc/", BODY, typed={"number": " "}, status=400, picture=False),
    Page("cac-ky-thi-dua", "/ky/", BODY),
    Page("cac-ky-thi-dua-trong", "/ky/", NEWCOMER, picture=False),
    Page("mo-ky", "/ky/mo-ky/", BODY, picture=False),
    Page("phat-dong", "/ky/phat-dong/", BODY, picture=False),
    Page("phat-dong-sai", "/ky/phat-dong/", BODY, typed={"name": " "}, status=400, picture=False),
    Page("lich-cong-viec", LONG + "lich/", LONG_CHAIR),
    Page("ngay-cua-cac-buoc", LONG + "lich/ngay/", LONG_CHAIR, picture=False),
    Page("ngay-cua-cac-buoc-sai", LONG + "lich/ngay/", LONG_CHAIR, typed={"agreed_due_on": "31/02/2024"}, status=400),
    Page("viec-moi", LONG + "lich/viec-moi/", LONG_CHAIR, picture=False),
    Page("viec-moi-sai", LONG + "lich/viec-moi/", LONG_CHAIR, typed={"title": " "}, status=400),
    Page("can-cu", LONG + "can-cu/appraised/", LONG_CHAIR, picture=False),
    Page("can-cu-sai", LONG + "can-cu/appraised/", LONG_CHAIR, typed={"number": " "}, status=400, picture=False),
    Page("lui-buoc", LONG + "lui-buoc/", BODY, picture=False),
)
APPRAISAL = (
    Page("tham-dinh", SEASON + "tham-dinh/", CHAIR),
    Page("tham-dinh-don-vi", SEASON + "tham-dinh/binh-phuoc/I.1.1/", CHAIR),
    Page("tham-dinh-tieng-anh", SEASON + "tham-dinh/binh-phuoc/I.1.1/", CHAIR, language="en", picture=False),
    Page("tham-dinh-tieu-chi", SEASON + "tham-dinh/binh-phuoc/I.1.1/?theo=chi-so", CHAIR, picture=False),
    Page("kien-nghi", SEASON + "kien-nghi/", CHAIR),
    Page("kien-nghi-cua-don-vi", SEASON + "kien-nghi/binh-phuoc/II.5.1/", LEADER),
    Page("phan-cong-kiem-tra", SEASON + "phan-cong-kiem-tra/", CHAIR),
    Page("kiem-tra-thuc-te", SEASON + "kiem-tra-thuc-te/", CHAIR),
    Page("hop-thong-nhat", SEASON + "hop-thong-nhat/", CHAIR),
    Page("bien-ban-thong-nhat", SEASON + "hop-thong-nhat/bien-ban/", CHAIR),
    Page("chenh-lech", SEASON + "chenh-lech/", CHAIR),
    Page("phuc-tra", SEASON + "phuc-tra/", BODY),
    Page("dieu-chinh-tong-diem", SEASON + "phuc-tra/?viec=adjust", BODY, picture=False),
)
PREPARED = (
    Page("giao-uoc", SEASON + "giao-uoc/", CHAIR),
    Page("giao-uoc-tieng-anh", SEASON + "giao-uoc/", CHAIR, language="en", picture=False),
    Page("giao-uoc-in", SEASON + "giao-uoc/in/", CHAIR),
    Page("giao-uoc-dang-ky", SIGNING + "giao-uoc/", "thu-ky-ag"),
    Page("giao-uoc-chua-soan", ENTERING + "giao-uoc/", "thu-ky-xa", picture=False),
    Page("soan-giao-uoc", DRAFTING + "giao-uoc/soan/", "thu-ky-vl"),
    Page(
        "soan-giao-uoc-sai", DRAFTING + "giao-uoc/soan/", "thu-ky-vl", typed={"codes_1": "x"}, status=400, picture=False
    ),
    Page("ky-giao-uoc", SIGNING + "giao-uoc/ky/kien-giang/", "lanh-dao-kg"),
    Page("ky-giao-uoc-sai", SIGNING + "giao-uoc/ky/kien-giang/", "lanh-dao-kg", typed={"password": "sai"}, status=400),
    Page("ghi-ban-giay", SIGNING + "giao-uoc/ban-giay/kien-giang/", "thu-ky-ag", picture=False),
    Page("rut-giao-uoc", SIGNING + "giao-uoc/rut/", "thu-ky-ag", picture=False),
    Page("kho-van-ban", SEASON + "van-ban/", CHAIR),
    Page("kho-van-ban-khong-dau", SEASON + "van-ban/?tim=ke+hoach", REPORTER, picture=False),
    Page("kho-van-ban-trong", SEASON + "van-ban/?tim=khong-co", CHAIR, picture=False),
    Page("them-van-ban", SEASON + "van-ban/moi/", CHAIR, picture=False),
    Page("them-van-ban-sai", SEASON + "van-ban/moi/", CHAIR, typed={"number": " "}, status=400),
    Page("dot-thi-dua", SEASON + "dot-thi-dua/", CHAIR),
    Page("dot-thi-dua-tieng-anh", SEASON + "dot-thi-dua/", REPORTER, language="en", picture=False),
    Page("dot-thi-dua-trong", LONG + "dot-thi-dua/", LONG_CHAIR, picture=False),
    Page("mot-dot-thi-dua", SEASON + "dot-thi-dua/{campaign}/", CHAIR),
    Page("mot-dot-thi-dua-tieng-anh", SEASON + "dot-thi-dua/{campaign}/", REPORTER, language="en", picture=False),
    Page("phat-dong-dot", SEASON + "dot-thi-dua/moi/", CHAIR, picture=False),
    Page("phat-dong-dot-sai", SEASON + "dot-thi-dua/moi/", CHAIR, typed={"name": " "}, status=400, picture=False),
    Page("tong-ket-dot", SEASON + "dot-thi-dua/{campaign}/tong-ket/", CHAIR, picture=False),
    Page("quy-che", SEASON + "quy-che/", CHAIR),
    Page("thoi-gian-minh-chung", SEASON + "quy-che/minh-chung/", CHAIR),
    Page("thoi-gian-minh-chung-tieng-anh", SEASON + "quy-che/minh-chung/", REPORTER, language="en", picture=False),
    Page(
        "thoi-gian-minh-chung-sai",
        SEASON + "quy-che/minh-chung/",
        CHAIR,
        typed={"number": " "},
        status=400,
        picture=False,
    ),
    Page("sua-quy-che", SEASON + "quy-che/sua/", CHAIR, picture=False),
)
ENTRY = (
    Page("minh-chung", SEASON + "minh-chung/tay-ninh/", CHAIR),
    Page("minh-chung-cua-don-vi", ENTERING + "minh-chung/xa-2/", "bao-cao-xa", picture=False),
    Page("nop-tep", ENTERING + "nop-tep/", "bao-cao-xa"),
    Page("nhap-so-lieu", ENTERING + "nhap-so-lieu/xa-2/", "bao-cao-xa"),
    Page("nhap-so-lieu-tieng-anh", ENTERING + "nhap-so-lieu/xa-2/", "bao-cao-xa", language="en", picture=False),
    Page("tu-cham", ENTERING + "tu-cham/xa-2/", "bao-cao-xa"),
    Page("nhap-ho", ENTERING + "nhap-ho/xa-2/", "bao-cao-xa"),
    Page("tu-cham-in", SEASON + "tu-cham/long-an/in/", REPORTER),
    Page("tien-do-nop", ENTERING + "tien-do-nop/", "thu-ky-xa"),
    Page("tien-do-tung-ky", SEASON + "tien-do-nop/", CHAIR),
    Page("tien-do-tung-ky-tieng-anh", SEASON + "tien-do-nop/", CHAIR, language="en", picture=False),
    Page("tien-do-trong-nam", SEASON + "tien-do/binh-duong/", CHAIR),
    Page("tien-do-trong-nam-tieng-anh", SEASON + "tien-do/binh-duong/", CHAIR, language="en", picture=False),
    Page("tien-do-khong-co-ky", ENTERING + "tien-do/xa-2/", "bao-cao-xa", picture=False),
    Page("dau-hieu", SEASON + "dau-hieu/", CHAIR),
    Page("dau-hieu-tieng-anh", SEASON + "dau-hieu/", CHAIR, language="en", picture=False),
    Page("nhap-so-lieu-theo-thang", MONTHLY + "nhap-so-lieu/tien-giang/", "bao-cao-tg"),
    Page(
        "nhap-so-lieu-theo-thang-tieng-anh",
        MONTHLY + "nhap-so-lieu/tien-giang/",
        "bao-cao-tg",
        language="en",
        picture=False,
    ),
    Page("nhap-so-lieu-thang-cua-quy", MONTHLY + "nhap-so-lieu/tien-giang/?ky=month.2", "bao-cao-tg"),
    Page(
        "nhap-so-lieu-hoi-tai-o",
        MONTHLY + "nhap-so-lieu/tien-giang/?ky=month.4",
        "bao-cao-tg",
        at='[data-key="tuan-tra@2024-10"]',
    ),
    Page("so-lieu-mot-ky", MONTHLY + "so-lieu/tien-giang/an-ninh/?ky=2024-05", "thu-ky-dt"),
    Page("nhap-so-lieu-theo-quy", MONTHLY + "nhap-so-lieu/tien-giang/?ky=quarter", "bao-cao-tg", picture=False),
    Page("nhap-so-lieu-ca-nam", MONTHLY + "nhap-so-lieu/tien-giang/?ky=nam", "bao-cao-tg", picture=False),
    Page("nhap-ho-theo-thang", MONTHLY + "nhap-ho/tien-giang/?ky=month", "thu-ky-dt"),
    Page("so-lieu-co-cau-hoi", MONTHLY + "so-lieu/", "thu-ky-dt"),
    Page("nhap-so-lieu-da-khoa", SEASON + "nhap-so-lieu/long-an/", REPORTER),
)
RESULTS = (
    Page("xep-hang", SEASON + "xep-hang/", CHAIR),
    Page("xep-hang-tieng-anh", SEASON + "xep-hang/", CHAIR, language="en", picture=False),
    Page("xep-hang-cua-don-vi", SEASON + "xep-hang/", REPORTER, picture=False),
    Page("chua-cham-diem", LONG + "xep-hang/", LONG_CHAIR),
    Page("chot-xep-hang", SEASON + "xep-hang/chot/", CHAIR, picture=False),
    Page("chot-xep-hang-sai", SEASON + "xep-hang/chot/", CHAIR, typed={"word": "xong"}, status=400),
    Page("ban-da-chot", SEASON + "xep-hang/ban/1/", CHAIR, picture=False),
    Page("tinh-lai", SEASON + "xep-hang/ban/1/tinh-lai/", CHAIR),
    Page("tinh-lai-tieng-anh", SEASON + "xep-hang/ban/1/tinh-lai/", CHAIR, language="en", picture=False),
    Page("cac-phieu-diem", SEASON + "phieu-diem/", CHAIR, picture=False),
    Page("phieu-diem", SEASON + "phieu-diem/long-an/", REPORTER),
    Page("phieu-diem-cua-cum-truong", SEASON + "phieu-diem/tay-ninh/", CHAIR, picture=False),
    Page("phieu-diem-tieng-anh", SEASON + "phieu-diem/dong-nai/", REPORTER, language="en", picture=False),
    Page("giai-thich-diem", SEASON + "phieu-diem/tay-ninh/III.2/", CHAIR),
    Page("giai-thich-diem-tieng-anh", SEASON + "phieu-diem/tay-ninh/III.2/", CHAIR, language="en", picture=False),
    Page("giai-thich-nhom", SEASON + "phieu-diem/tay-ninh/III.1/", CHAIR, picture=False),
    Page("diem-theo-tieu-chi", SEASON + "bang-diem/", CHAIR),
    Page("ban-do-diem", SEASON + "ban-do-diem/", CHAIR),
    Page("ban-do-diem-tieng-anh", SEASON + "ban-do-diem/", CHAIR, language="en", picture=False),
    Page("diem-thay-doi", SEASON + "thay-doi/?tu=19/11/2024", CHAIR),
    Page("diem-thay-doi-cua-don-vi", SEASON + "thay-doi/?tu=19/11/2024", REPORTER, language="en", picture=False),
    Page("diem-thay-doi-sai", SEASON + "thay-doi/?tu=31/02/2024", CHAIR, status=400, picture=False),
    Page("nhan-dinh", SEASON + "nhan-dinh/", CHAIR),
    Page("nhan-dinh-tieng-anh", SEASON + "nhan-dinh/", CHAIR, language="en", picture=False),
    Page("sua-nhan-dinh", SEASON + "nhan-dinh/2/", CHAIR),
    Page("viet-nhan-dinh-sai", SEASON + "nhan-dinh/moi/", CHAIR, typed={"wording": "Có {so}"}, status=400),
    Page("ho-so-don-vi", SEASON + "ho-so/tay-ninh/", CHAIR),
    Page("ho-so-don-vi-tieng-anh", SEASON + "ho-so/long-an/", REPORTER, language="en", picture=False),
    Page("qua-cac-nam", SEASON + "qua-cac-nam/", CHAIR),
    Page("qua-cac-nam-tieng-anh", SEASON + "qua-cac-nam/", CHAIR, language="en", picture=False),
)
ORGANISATION = (
    Page("don-vi", "/don-vi/", CHAIR),
    Page("don-vi-tieng-anh", "/don-vi/", CHAIR, language="en", picture=False),
    Page("don-vi-khong-tim-thay", "/don-vi/?tim=khong-co", CHAIR, picture=False),
    Page("don-vi-ngay-sai", "/don-vi/?ngay=31/02/2024", CHAIR, status=400, picture=False),
    Page("mot-don-vi", "/don-vi/long-an/", BODY),
    Page("mot-don-vi-ten-dai", "/don-vi/pccc-ba-ria-vung-tau/", CHAIR, picture=False),
    Page("mot-don-vi-tieng-anh", "/don-vi/xa-0/", REPORTER, language="en", picture=False),
    Page("ghi-don-vi", "/don-vi-moi/", BODY, picture=False),
    Page("ghi-don-vi-sai", "/don-vi-moi/", BODY, typed={"code": "Tây Ninh"}, status=400, picture=False),
    Page("doi-ten-don-vi", "/don-vi/long-an/doi-ten/", BODY, picture=False),
    Page("hop-nhat-don-vi", "/don-vi/long-an/hop-nhat/", BODY, picture=False),
    Page("chia-tach-don-vi", "/don-vi/tay-ninh/chia-tach/", BODY, picture=False),
    Page("chia-tach-sai", "/don-vi/tay-ninh/chia-tach/", BODY, typed={"on": "1"}, status=400, picture=False),
    Page("doi-cap-tren", "/don-vi/xa-0/doi-cap-tren/", BODY, picture=False),
    Page("giai-the-don-vi", "/don-vi/xa-0/giai-the/", BODY, picture=False),
    Page("ban-do-tinh", "/ban-do-tinh-2025/", REPORTER),
    Page("nap-ban-do", "/ban-do-tinh-2025/nap/", BODY, picture=False),
    Page("cum-thi-dua", "/cum/", CHAIR),
    Page("cum-thi-dua-trong", "/cum/?tim=khong-co", CHAIR, picture=False),
    Page("cum-thi-dua-tieng-anh", "/cum/", BODY, language="en", picture=False),
    Page("mot-cum", "/cum/{cluster}/", BODY),
    Page("mot-cum-tieng-anh", "/cum/{cluster}/", REPORTER, language="en", picture=False),
    Page("mot-cum-ngay-khac", "/cum/{cluster}/?ngay=1/1/2023", REPORTER, picture=False),
    Page("chon-cum", "/cum/lap/", BODY, picture=False),
    Page("lap-cum", "/cum/lap/?to-chuc=bo-cong-an&cap=province&nam=2025", BODY, picture=False),
    Page("thanh-vien-cum", "/cum/{cluster}/thanh-vien/", BODY),
    Page("thanh-vien-sai", "/cum/{cluster}/thanh-vien/", BODY, typed={"from.0": "x"}, status=400),
    Page("ghi-chuc-vu", "/cum/{cluster}/chuc-vu/", BODY, picture=False),
    Page("ban-giao-cum-truong", "/cum/{cluster}/ban-giao/", BODY),
    Page("bo-luot", "/cum/luot/{turn}/bo/", BODY, picture=False),
    Page("bau-lai", "/cum/luot/{turn}/bau-lai/", BODY, typed={"reason": " "}, status=400, picture=False),
    Page("lap-cum-tu-excel", "/cum/nhap-tu-excel/", BODY),
    Page("hoan-tac-lan-nap", "/cum/nhap-tu-excel/{load}/hoan-tac/", BODY, picture=False),
)
SCORING = (
    Page("bang-tieu-chi", SEASON + "bang-tieu-chi/?tieu-chi=I.2.1.a", REPORTER),
    Page("bang-tieu-chi-tieng-anh", SEASON + "bang-tieu-chi/", CHAIR, language="en", picture=False),
    Page("bang-tieu-chi-chua-co", LONG + "bang-tieu-chi/", LONG_CHAIR, picture=False),
    Page("tai-bang-tieu-chi", LONG + "bang-tieu-chi/tai-len/", LONG_CHAIR, picture=False),
    Page("bat-dau-soan", LONG + "bang-tieu-chi/soan/bat-dau/", LONG_CHAIR),
    Page("soan-bang-tieu-chi", EDITOR + "?tieu-chi=C1", "thu-ky-xa"),
    Page("soan-bang-tieu-chi-tieng-anh", EDITOR + "?tieu-chi=C2", "thu-ky-xa", language="en", picture=False),
    Page("soan-duong-diem", EDITOR + "?tieu-chi=C2", "thu-ky-xa", picture=False),
    Page("soan-nhom", EDITOR + "?tieu-chi=C", "thu-ky-xa", picture=False),
    Page("soan-quy-dinh-chung", EDITOR, "thu-ky-xa", picture=False),
    Page("soan-sai", EDITOR + "?tieu-chi=C1", "thu-ky-xa", typed={"points": "mười"}, status=400, picture=False),
    Page("them-tieu-chi", EDITOR + "them/?vao=C", "thu-ky-xa", picture=False),
    Page("danh-muc-so-lieu-du-thao", EDITOR + "so-lieu/?so-lieu=c1-thu", "thu-ky-xa"),
    Page("so-sanh-du-thao", EDITOR + "so-sanh/", "thu-ky-xa"),
    Page("so-lieu", SEASON + "so-lieu/", CHAIR),
    Page("so-lieu-tu-cham-tieng-anh", SEASON + "so-lieu/?buoc=self", BODY, language="en", picture=False),
    Page("so-lieu-mot-o", SEASON + "so-lieu/long-an/I.1.1/", REPORTER),
    Page("chi-tieu", SEASON + "chi-tieu/", REPORTER),
    Page("chi-tieu-tieng-anh", SEASON + "chi-tieu/", CHAIR, language="en", picture=False),
    Page("chi-tieu-mot-o", SEASON + "chi-tieu/long-an/chuyen-an/", REPORTER),
    Page("thu-vien-chi-so", "/chi-so/", BODY, picture=False),
    Page("chi-so-moi-sai", "/chi-so/moi/", BODY, typed={"code": " "}, status=400, picture=False),
    Page("chi-so-cua-ky", SEASON + "chi-so/", BODY),
    Page("chi-tieu-chua-co-bang", LONG + "chi-tieu/", LONG_CHAIR, picture=False),
    Page("so-lieu-chua-co-bang", LONG + "so-lieu/", LONG_CHAIR, picture=False),
)
LEDGER = (
    Page("so-nhat-ky", SEASON + "so-nhat-ky/", CHAIR),
    Page("so-nhat-ky-tieng-anh", SEASON + "so-nhat-ky/", CHAIR, language="en", picture=False),
    Page("so-nhat-ky-khong-co-muc", SEASON + "so-nhat-ky/?tim=khong-co-gi", CHAIR, picture=False),
    Page("so-nhat-ky-ngay-sai", SEASON + "so-nhat-ky/?tu=31/02/2024", CHAIR, status=400, picture=False),
    Page("so-nhat-ky-chung", "/so-nhat-ky/", TECHNICIAN, picture=False),
    Page("so-nhat-ky-mot-muc", SEASON + "so-nhat-ky/1/", BODY),
    Page("so-nhat-ky-theo-doi", SEASON + f"so-nhat-ky/doi-tuong/seasons.season/{SEASON[4:-1]}/", CHAIR),
    Page("xoa-noi-dung", SEASON + "so-nhat-ky/1/xoa/actor/", BODY, picture=False),
    Page("xoa-noi-dung-sai", SEASON + "so-nhat-ky/1/xoa/actor/", BODY, typed={"document": " "}, status=400),
)
ACCOUNTS = (
    Page("tai-khoan-cua-toi", "/toi/", LONG_CHAIR),
    Page("tai-khoan-cua-toi-trong", "/toi/", NEWCOMER, picture=False),
    Page("tai-khoan-cua-toi-tieng-anh", "/toi/", CHAIR, language="en", picture=False),
    Page("doi-mat-khau", "/toi/mat-khau/", CHAIR, picture=False),
    Page("doi-mat-khau-sai", "/toi/mat-khau/", CHAIR, typed={"current": "sai"}, status=400),
    Page("bao-mat", "/toi/bao-mat/", CHAIR),
    Page("quyen", "/quyen/", CHAIR),
    Page("quyen-tieng-anh", "/quyen/", TECHNICIAN, language="en", picture=False),
    Page("tai-khoan", "/tai-khoan/", TECHNICIAN),
    Page("tai-khoan-khong-tim-thay", "/tai-khoan/?tim=khong-co-ai", TECHNICIAN, picture=False),
    Page("tai-khoan-moi", "/tai-khoan/moi/", TECHNICIAN, picture=False),
    Page("tai-khoan-moi-sai", "/tai-khoan/moi/", TECHNICIAN, typed={"username": "Hạnh NT"}, status=400),
    Page("mot-tai-khoan", "/tai-khoan/{bao_cao_ten_dai}/", TECHNICIAN),
    Page("giao-vai-tro", "/tai-khoan/{chua_giao_viec}/vai-tro/", TECHNICIAN, picture=False),
    Page("cap-mat-khau", "/tai-khoan/{bao_cao_ten_dai}/mat-khau/", TECHNICIAN, picture=False),
    Page("dong-tai-khoan", "/tai-khoan/{bao_cao_ten_dai}/dong/", TECHNICIAN, picture=False),
    Page("bao-mat-hai-buoc", "/toi/bao-mat/", TWO_STEPS, picture=False),
    Page("ma-du-phong", "/toi/bao-mat/ma-du-phong/", TWO_STEPS, typed={"password": PASSWORD}, picture=False),
    Page("go-ung-dung", "/toi/bao-mat/{app}/go/", TWO_STEPS, typed={"password": "sai"}, status=400, picture=False),
    Page("uy-quyen", "/toi/uy-quyen/{held}/", LEADER, picture=False),
    Page("uy-quyen-sai", "/toi/uy-quyen/{held}/", LEADER, typed={"username": "x"}, status=400, picture=False),
    Page("ket-thuc-vai-tro", "/tai-khoan/{lanh_dao_binh_phuoc}/vai-tro/{held}/", TECHNICIAN, picture=False),
    Page("trao-mat-khau", "/tai-khoan/{du_phong}/mat-khau/", TECHNICIAN, typed={"reason": "Quên"}, picture=False),
)
COMPONENTS = (
    Page("thanh-phan", "/thanh-phan/", CHAIR),
    Page("thanh-phan-tieng-anh", "/thanh-phan/", CHAIR, language="en", picture=False),
    Page("buong-phieu", "/thanh-phan/buong-phieu/", CHAIR),
    Page("man-chieu", "/thanh-phan/man-chieu/", CHAIR),
)
REFUSALS = (
    Page("khong-duoc-giao", LONG + "lich/ngay/", "bao-cao-ten-dai", status=403),
    Page("khong-co-trang", "/khong-co-trang-nay/", CHAIR, status=404),
    Page("khong-co-trang-nguoi-la", "/khong-co-trang-nay/", status=404, picture=False),
    Page("ky-cua-nguoi-khac", LONG, CHAIR, status=404, picture=False),
)
PAGES = (
    *SIGNING_IN,
    *DESK,
    *NOTICES,
    *SEASONS,
    *SCORING,
    *PREPARED,
    *ENTRY,
    *APPRAISAL,
    *RESULTS,
    *ORGANISATION,
    *LEDGER,
    *ACCOUNTS,
    *COMPONENTS,
    *REFUSALS,
)
