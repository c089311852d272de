"""Every page that people see, in every state in which it can be: the browser's tests run over this list.

Whoever makes a page adds a line here for each state that looks different: filled, empty, refused, with an error.
`name` is the name of its picture in docs/screens (`picture=False` where another state already shows it).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one state: who opens which address, and what is then typed into the fields and sent."""

    name: str
    path: str
    username: str = ""  # of an account of the world; nobody is signed in without it
    typed: Mapping[str, str] = field(default_factory=dict)  # by name of the field; then the form is sent
    status: int = 200
    language: str = "vi"
    picture: bool = True


SEASON = "/ky/cum-10-2024/"
PASSWORD = "một hai ba bốn"  # noqa: S105 - of people who do not exist
PAGES = (
    Page("dang-nhap", "/dang-nhap/"),
    Page("dang-nhap-sai", "/dang-nhap/", typed={"username": "hanh.nt", "password": "sai"}, status=400),
    Page("dang-nhap-tieng-anh", "/dang-nhap/", language="en", picture=False),
    Page("viec-can-lam", "/", "secretary"),
    Page("viec-cua-don-vi", "/", "reporter"),
    Page("viec-can-lam-tieng-anh", "/", "reporter", language="en", picture=False),
    Page("viec-can-lam-trong", "/", "newcomer"),
    Page("ky-thi-dua", SEASON, "secretary"),
    Page("ky-thi-dua-tieng-anh", SEASON, "secretary", language="en", picture=False),
    Page("ky-thi-dua-cua-don-vi", SEASON, "reporter", picture=False),
    Page("ky-thi-dua-minh-hoa", "/ky/cum-10-2023/", "secretary"),
    Page("cac-ky-thi-dua", "/ky/", "standing-body"),
    Page("cac-ky-thi-dua-trong", "/ky/", "newcomer", picture=False),
    Page("mo-ky", "/ky/mo-ky/", "standing-body", picture=False),
    Page("lich-cong-viec", SEASON + "lich/", "secretary"),
    Page("ngay-cua-cac-buoc", SEASON + "lich/ngay/", "secretary"),
    Page(
        "ngay-cua-cac-buoc-sai", SEASON + "lich/ngay/", "secretary", typed={"agreed_due_on": "31/02/2024"}, status=400
    ),
    Page("viec-moi", SEASON + "lich/viec-moi/", "secretary", picture=False),
    Page("viec-moi-sai", SEASON + "lich/viec-moi/", "secretary", typed={"title": " "}, status=400),
    Page("can-cu", SEASON + "can-cu/appraised/", "secretary", picture=False),
    Page("can-cu-sai", SEASON + "can-cu/appraised/", "secretary", typed={"number": " "}, status=400, picture=False),
    Page("lui-buoc", SEASON + "lui-buoc/", "standing-body", picture=False),
    Page("khong-duoc-giao", SEASON + "lich/ngay/", "reporter", status=403),
    Page("tai-khoan-cua-toi", "/toi/", "secretary"),
    Page("tai-khoan-cua-toi-trong", "/toi/", "newcomer", picture=False),
    Page("tai-khoan-cua-toi-tieng-anh", "/toi/", "secretary", language="en", picture=False),
    Page("doi-mat-khau", "/toi/mat-khau/", "secretary", picture=False),
    Page("doi-mat-khau-sai", "/toi/mat-khau/", "secretary", typed={"current": "sai"}, status=400),
    Page("bao-mat", "/toi/bao-mat/", "secretary"),
    Page("bao-mat-hai-buoc", "/toi/bao-mat/", "two-step", picture=False),
    Page("ma-du-phong", "/toi/bao-mat/ma-du-phong/", "two-step", typed={"password": PASSWORD}, picture=False),
    Page("go-ung-dung", "/toi/bao-mat/{app}/go/", "two-step", typed={"password": "sai"}, status=400, picture=False),
    Page("buoc-hai", "/dang-nhap/", typed={"username": "two-step", "password": PASSWORD}, picture=False),
    Page("uy-quyen", "/toi/uy-quyen/{held}/", "leader", picture=False),
    Page("uy-quyen-sai", "/toi/uy-quyen/{held}/", "leader", typed={"username": "x"}, status=400, picture=False),
    Page("quyen", "/quyen/", "secretary"),
    Page("quyen-tieng-anh", "/quyen/", "technician", language="en", picture=False),
    Page("tai-khoan", "/tai-khoan/", "technician"),
    Page("tai-khoan-khong-tim-thay", "/tai-khoan/?tim=khong-co-ai", "technician", picture=False),
    Page("tai-khoan-moi", "/tai-khoan/moi/", "technician", picture=False),
    Page("tai-khoan-moi-sai", "/tai-khoan/moi/", "technician", typed={"username": "Hạnh NT"}, status=400),
    Page("mot-tai-khoan", "/tai-khoan/{reporter}/", "technician"),
    Page("giao-vai-tro", "/tai-khoan/{newcomer}/vai-tro/", "technician", picture=False),
    Page("ket-thuc-vai-tro", "/tai-khoan/{leader}/vai-tro/{held}/", "technician", picture=False),
    Page("cap-mat-khau", "/tai-khoan/{reporter}/mat-khau/", "technician", picture=False),
    Page("trao-mat-khau", "/tai-khoan/{spare}/mat-khau/", "technician", typed={"reason": "Quên"}, picture=False),
    Page("dong-tai-khoan", "/tai-khoan/{reporter}/dong/", "technician", picture=False),
    Page("tai-khoan-khong-duoc-giao", "/tai-khoan/", "reporter", status=403, picture=False),
    Page("so-nhat-ky", SEASON + "so-nhat-ky/", "secretary"),
    Page("so-nhat-ky-tieng-anh", SEASON + "so-nhat-ky/", "secretary", language="en", picture=False),
    Page("so-nhat-ky-khong-co-muc", SEASON + "so-nhat-ky/?tim=khong-co-gi", "secretary", picture=False),
    Page("so-nhat-ky-ngay-sai", SEASON + "so-nhat-ky/?tu=31/02/2024", "secretary", status=400, picture=False),
    Page("so-nhat-ky-chung", "/so-nhat-ky/", "technician", picture=False),
    Page("so-nhat-ky-mot-muc", SEASON + "so-nhat-ky/1/", "standing-body"),
    Page("so-nhat-ky-theo-doi", SEASON + f"so-nhat-ky/doi-tuong/seasons.season/{SEASON[4:-1]}/", "secretary"),
    Page("xoa-noi-dung", SEASON + "so-nhat-ky/1/xoa/actor/", "standing-body", picture=False),
    Page("xoa-noi-dung-sai", SEASON + "so-nhat-ky/1/xoa/actor/", "standing-body", typed={"document": " "}, status=400),
    Page("don-vi", "/don-vi/", "secretary"),
    Page("don-vi-tieng-anh", "/don-vi/", "secretary", language="en", picture=False),
    Page("don-vi-khong-tim-thay", "/don-vi/?tim=khong-co", "secretary", picture=False),
    Page("don-vi-ngay-sai", "/don-vi/?ngay=31/02/2024", "secretary", status=400, picture=False),
    Page("mot-don-vi", "/don-vi/long-an/", "standing-body"),
    Page("mot-don-vi-tieng-anh", "/don-vi/xa-0/", "reporter", language="en", picture=False),
    Page("ghi-don-vi", "/don-vi-moi/", "standing-body", picture=False),
    Page("ghi-don-vi-sai", "/don-vi-moi/", "standing-body", typed={"code": "Tây Ninh"}, status=400, picture=False),
    Page("doi-ten-don-vi", "/don-vi/long-an/doi-ten/", "standing-body", picture=False),
    Page("hop-nhat-don-vi", "/don-vi/long-an/hop-nhat/", "standing-body", picture=False),
    Page("chia-tach-don-vi", "/don-vi/tay-ninh/chia-tach/", "standing-body", picture=False),
    Page("chia-tach-sai", "/don-vi/tay-ninh/chia-tach/", "standing-body", typed={"on": "1"}, status=400, picture=False),
    Page("doi-cap-tren", "/don-vi/xa-0/doi-cap-tren/", "standing-body", picture=False),
    Page("giai-the-don-vi", "/don-vi/xa-0/giai-the/", "standing-body", picture=False),
    Page("ban-do-tinh", "/ban-do-tinh-2025/", "reporter"),
    Page("nap-ban-do", "/ban-do-tinh-2025/nap/", "standing-body", picture=False),
    Page("cum-thi-dua", "/cum/", "secretary"),
    Page("cum-thi-dua-trong", "/cum/?tim=khong-co", "secretary", picture=False),
    Page("cum-thi-dua-tieng-anh", "/cum/", "standing-body", language="en", picture=False),
    Page("mot-cum", "/cum/{cluster}/", "standing-body"),
    Page("mot-cum-tieng-anh", "/cum/{cluster}/", "reporter", language="en", picture=False),
    Page("mot-cum-ngay-khac", "/cum/{cluster}/?ngay=1/1/2023", "reporter", picture=False),
    Page("chon-cum", "/cum/lap/", "standing-body", picture=False),
    Page("lap-cum", "/cum/lap/?to-chuc=bo-cong-an&cap=province&nam=2025", "standing-body", picture=False),
    Page("thanh-vien-cum", "/cum/{cluster}/thanh-vien/", "standing-body"),
    Page("thanh-vien-sai", "/cum/{cluster}/thanh-vien/", "standing-body", typed={"from.0": "x"}, status=400),
    Page("ghi-chuc-vu", "/cum/{cluster}/chuc-vu/", "standing-body", picture=False),
    Page("ban-giao-cum-truong", "/cum/{cluster}/ban-giao/", "standing-body"),
    Page("bo-luot", "/cum/luot/{turn}/bo/", "standing-body", picture=False),
    Page("bau-lai", "/cum/luot/{turn}/bau-lai/", "standing-body", typed={"reason": " "}, status=400, picture=False),
    Page("lap-cum-tu-excel", "/cum/nhap-tu-excel/", "standing-body"),
    Page("hoan-tac-lan-nap", "/cum/nhap-tu-excel/{load}/hoan-tac/", "standing-body", picture=False),
    Page("thanh-phan", "/thanh-phan/", "secretary"),
    Page("thanh-phan-tieng-anh", "/thanh-phan/", "secretary", language="en", picture=False),
    Page("buong-phieu", "/thanh-phan/buong-phieu/", "secretary"),
    Page("man-chieu", "/thanh-phan/man-chieu/", "secretary"),
    Page("chung-chi", "/chung-chi/", picture=False),
    Page("khong-co-trang", "/khong-co-trang-nay/", "secretary", status=404),
    Page("khong-co-trang-nguoi-la", "/khong-co-trang-nay/", status=404, picture=False),
)
