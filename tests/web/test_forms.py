"""A form loses nothing, reads everything at once, and puts each problem at its field."""

from datetime import date

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.core.errors import Place, Problem, Refused
from thidua.web.common.forms import Field, Form, Kind

FIELDS = (
    Field("name", "menu.units"),
    Field("why", "menu.ledger", Kind.PASSAGE, required=False),
    Field("password", "menu.accounts", Kind.SECRET),
    Field("starts_on", "menu.calendar", Kind.DAY, hint="refusal.home"),
    Field("count", "menu.shared", Kind.WHOLE, required=False),
    Field("level", "menu.mine", Kind.CHOICE, choices=(("1", "Tỉnh"), ("2", "Xã"))),
    Field("units", "menu.clusters", Kind.CHOICES, choices=(("a", "Long An"), ("b", "Tây Ninh"))),
    Field("sure", "menu.desk", Kind.TICK),
)
GOOD = {
    "name": "Công an  tỉnh Thừa Thiên Huế",
    "why": "",
    "password": " một hai ba ",
    "starts_on": "01/07/2025",
    "count": "1.234",
    "level": "2",
    "units": ["a", "b"],
    "sure": "1",
}


def posted(**changed: object) -> HttpRequest:
    return RequestFactory().post("/", GOOD | changed)


def shown(form: Form) -> str:
    return render_to_string("common/form.html", {"form": form})


def test_every_field_is_read_as_its_kind() -> None:
    assert Form(FIELDS, posted()).read() == {
        "name": "Công an tỉnh Thừa Thiên Huế",
        "why": "",
        "password": " một hai ba ",
        "starts_on": date(2025, 7, 1),
        "count": 1234,
        "level": "2",
        "units": ["a", "b"],
        "sure": True,
    }


def test_what_may_stay_empty_is_read_as_nothing() -> None:
    form = Form(
        [Field("day", "menu.desk", Kind.DAY, required=False), Field("n", "menu.desk", Kind.WHOLE, required=False)]
    )
    assert form.read() == {"day": None, "n": None}


def test_all_problems_come_at_once_each_at_its_field() -> None:
    form = Form(FIELDS, posted(name=" ", starts_on="31/02/2025", count="−1", level="9", units=[], sure=""))
    with form.showing_problems():
        form.read()
    assert [(problem.place.path, problem.code) for problem in form.problems] == [
        ("name", "forms.fill_in"),
        ("starts_on", "dates.no_such_day"),
        ("count", "numbers.negative"),
        ("level", "forms.not_offered"),
        ("units", "forms.choose_some"),
        ("sure", "forms.tick"),
    ]
    assert form.status == 400


def test_what_was_typed_stands_there_again_but_for_the_password() -> None:
    form = Form(FIELDS, posted(name="<b>Huế</b>", why="một\r\nhai", starts_on="31/02/2025"))
    with form.showing_problems():
        form.read()
    page = shown(form)
    assert 'value="&lt;b&gt;Huế&lt;/b&gt;"' in page
    assert "\nmột\nhai</textarea>" in page
    assert 'value="31/02/2025"' in page
    assert '<option value="2" selected>' in page
    assert "một hai ba" not in page


def test_a_problem_without_a_field_stands_above_the_form() -> None:
    form = Form(FIELDS, posted())
    with form.showing_problems():
        raise Refused([Problem("access.nothing_here"), Problem("forms.fill_in", place=Place(path="name"))])
    assert [(name, label) for name, label, _ in form.summary] == [("", ""), ("name", "Đơn vị")]
    assert form["name"].problems == ("Ô này còn trống. Điền vào rồi gửi lại.",)
    assert shown(form).count("Ô này còn trống") == 2


def test_a_single_problem_stands_at_its_field_alone_and_is_gone_to() -> None:
    form = Form(FIELDS, posted(name=""))
    with form.showing_problems():
        form.read()
    page = shown(form)
    assert form.summary == []
    assert page.count("Ô này còn trống") == page.count("autofocus") == 1


def test_a_missing_right_is_not_a_problem_of_the_form() -> None:
    form = Form(FIELDS, posted())
    with pytest.raises(AccessRefused), form.showing_problems():
        raise AccessRefused(Denial.NO_RIGHT, Problem("access.nothing_here"))
    assert form.problems == ()


def test_before_anything_is_typed_the_rows_stand_there() -> None:
    form = Form(FIELDS, RequestFactory().get("/"), initial={"name": "Long An", "level": "1"})
    assert (form["name"].value, form["level"].options, form.status) == (
        "Long An",
        [("1", "Tỉnh", True), ("2", "Xã", False)],
        200,
    )


@given(st.text(max_size=60))
def test_no_text_breaks_a_form(text: str) -> None:
    form = Form(FIELDS, posted(name=text, starts_on=text, count=text, level=text, units=[text]))
    with form.showing_problems():
        form.read()
    shown(form)


@given(st.text(min_size=1001, max_size=1200, alphabet="ế"))
def test_a_text_that_is_too_long_says_how_long(text: str) -> None:
    form = Form([Field("name", "menu.units")], posted(name=text))
    with form.showing_problems():
        form.read()
    assert [problem.data for problem in form.problems] == [{"length": len(text), "longest": 1000}]
