"""What the chains say last of each row, held against the rows that live."""

from hypothesis import given
from hypothesis import strategies as st

from thidua.core.ledger.entry import ChainKey, Digest, RowMark
from thidua.core.ledger.rows import RowRegister, row_digest

ONE, OTHER = ChainKey("season:a"), ChainKey("season:b")
A, B = Digest("aa" * 32), Digest("bb" * 32)
Story = list[tuple[str, Digest | None]]
stories = st.lists(st.tuples(st.sampled_from("pqr"), st.sampled_from([A, B, None])), max_size=12)


def told(story: Story) -> RowRegister:
    register = RowRegister()
    for height, (key, digest) in enumerate(story, start=1):
        assert list(register.note(ONE, height, [RowMark("t", key, digest)])) == []
    return register


def living(story: Story) -> dict[str, Digest]:
    """The rows as they stand at the end."""
    last = dict(story)
    return {key: digest for key, digest in last.items() if digest is not None}


@given(stories)
def test_rows_as_told_last_have_no_problem(story: Story) -> None:
    register = told(story)
    assert [*register.compare("t", living(story).items()), *register.compare_rest()] == []
    assert register.rows == len(living(story))


@given(stories, st.sampled_from("pqrs"), st.sampled_from([A, B, None]))
def test_any_other_state_of_a_row_is_named(story: Story, key: str, digest: Digest | None) -> None:
    rows = living(story)
    before = rows.pop(key, None)
    if digest is not None:
        rows[key] = digest
    found = [(problem.code, problem.data["key"]) for problem in told(story).compare("t", rows.items())]
    if before == digest:
        assert found == []
    elif digest is None:
        assert found == [("ledger.row_missing", key)]
    elif before is not None:
        assert found == [("ledger.row_changed", key)]
    else:
        assert found == [("ledger.row_risen" if key in dict(story) else "ledger.row_unknown", key)]


def test_rows_of_a_table_that_is_no_more_are_missing() -> None:
    (problem,) = told([("p", A), ("q", None)]).compare_rest()
    assert (problem.code, problem.data) == (
        "ledger.row_missing",
        {"table": "t", "key": "p", "chain": ONE, "height": "1"},
    )


def test_a_row_belongs_to_one_chain() -> None:
    register = told([("p", A)])
    (problem,) = register.note(OTHER, 7, [RowMark("t", "p", B)])
    assert problem.code == "ledger.row_told_twice"


def test_table_key_and_every_column_enter_the_digest() -> None:
    digests = {
        row_digest("t", "1", {"a": "x"}),
        row_digest("u", "1", {"a": "x"}),
        row_digest("t", "2", {"a": "x"}),
        row_digest("t", "1", {"b": "x"}),
        row_digest("t", "1", {"a": "y"}),
        row_digest("t", "1", {}),
    }
    assert len(digests) == 6
    assert row_digest("t", "1", {"a": 1, "b": 2}) == row_digest("t", "1", {"b": 2, "a": 1})
