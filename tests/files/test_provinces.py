"""The province map that comes with the product."""

import unicodedata
from collections import Counter
from datetime import date

from thidua.core.units.succession import SuccessionKind
from thidua.files.provinces import Relation, load_province_moves, province_history, province_id

MERGER = date(2025, 7, 1)
EVE = date(2025, 6, 30)
CLUSTER_10 = ("Tây Ninh", "Bình Dương", "Bình Phước", "Long An", "Đồng Nai")


def test_63_provinces_became_34() -> None:
    moves = load_province_moves()
    assert len({move.old for move in moves}) == len(moves) == 63
    assert len({move.new for move in moves}) == 34
    assert {move.effective_on for move in moves} == {MERGER}
    assert Counter(move.relation for move in moves) == {
        Relation.UNCHANGED: 11,
        Relation.KEPT_NAME: 23,
        Relation.ABSORBED: 29,
    }
    assert all(unicodedata.is_normalized("NFC", move.old + move.new) for move in moves)


def test_the_relations_agree_with_the_names() -> None:
    moves = load_province_moves()
    for new in {move.new for move in moves}:
        into = [move for move in moves if move.new == new]
        namesakes = [move.relation for move in into if move.old == new]
        assert namesakes == [Relation.UNCHANGED if len(into) == 1 else Relation.KEPT_NAME]
        assert {move.relation for move in into if move.old != new} <= {Relation.ABSORBED}


def test_the_history_has_63_units_before_and_34_after() -> None:
    history = province_history(known_from=date(2024, 1, 1))
    assert [len(history.tree.as_of(on)) for on in (date(2023, 12, 31), EVE, MERGER)] == [0, 63, 34]
    assert {succession.kind for succession in history.successions} == {SuccessionKind.MERGE}
    assert len(history.successions) == 23


def test_no_province_is_lost() -> None:
    history = province_history(known_from=date(2024, 1, 1))
    heirs = [history.heirs(unit.id, on=MERGER) for unit in history.tree.as_of(EVE)]
    assert {len(found) for found in heirs} == {1}
    assert {found[0] for found in heirs} == {unit.id for unit in history.tree.as_of(MERGER)}


def test_the_five_of_cluster_10_go_to_three_bodies() -> None:
    history = province_history(known_from=date(2024, 1, 1))
    found = {name: history.heirs(province_id(name), on=MERGER) for name in CLUSTER_10}
    assert found == {
        "Tây Ninh": ("tay-ninh-2025",),
        "Bình Dương": ("thanh-pho-ho-chi-minh-2025",),
        "Bình Phước": ("dong-nai-2025",),
        "Long An": ("tay-ninh-2025",),
        "Đồng Nai": ("dong-nai-2025",),
    }
    assert len(set(found.values())) == 3


def test_tay_ninh_before_and_after_are_two_units() -> None:
    tree = province_history(known_from=date(2024, 1, 1)).tree
    before, after = (tree.named("Tây Ninh", on=on) for on in (EVE, MERGER))
    assert [unit.id for unit in (*before, *after)] == ["tay-ninh", "tay-ninh-2025"]
    assert [unit.id for on in (EVE, MERGER) for unit in tree.named("Huế", on=on)] == ["hue", "hue"]
