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


PAGES = (
    Page("dang-nhap", "/dang-nhap/"),
    Page("dang-nhap-sai", "/dang-nhap/", typed={"username": "hanh.nt", "password": "sai"}, picture=False),
    Page("dang-nhap-tieng-anh", "/dang-nhap/", language="en", picture=False),
    Page("thanh-phan", "/thanh-phan/", "secretary"),
    Page("thanh-phan-tieng-anh", "/thanh-phan/", "secretary", language="en", picture=False),
    Page("buong-phieu", "/thanh-phan/buong-phieu/", "secretary"),
    Page("man-chieu", "/thanh-phan/man-chieu/", "secretary"),
    Page("chung-chi", "/chung-chi/", picture=False),
    Page("khong-co-trang", "/khong-co-trang-nay/", "secretary", status=404),
    Page("khong-co-trang-nguoi-la", "/khong-co-trang-nay/", status=404, picture=False),
)
