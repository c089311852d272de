"""The plain data of a rulebook is read back to the same meaning."""

from hypothesis import given, settings

from rulebook_cases import AS_DRAWN, rulebooks
from thidua.core.plain import Cursor
from thidua.core.rulebook import rulebook_digest
from thidua.core.rulebook.document import rulebook_document
from thidua.core.rulebook.parse import read_rulebook
from thidua.core.rulebook.schema import Rulebook


@given(rulebooks())
@settings(max_examples=30, deadline=None, phases=AS_DRAWN)
def test_document_is_read_back_to_the_same_digest(rulebook: Rulebook) -> None:
    read, problems = read_rulebook(Cursor(rulebook_document(rulebook)))
    assert read is not None, [problem.code for problem in problems]
    assert rulebook_digest(read) == rulebook_digest(rulebook)
