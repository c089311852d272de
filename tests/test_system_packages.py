"""The rule for tests that need a system package: they run, are skipped in plain sight, or fail in CI as root."""

import os

import pytest

from system_packages import LIST, SystemPackage, Verdict, judge_missing, read_packages

SUITE = """
import pytest

@pytest.mark.system("shell")
def test_with_a_shell():
    pass

@pytest.mark.system("ghost")
def test_with_a_ghost():
    raise AssertionError("ran without its package")

@pytest.mark.system("shell", "ghost")
def test_with_both():
    raise AssertionError("ran without its package")

def test_with_nothing():
    pass
"""


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makefile(".txt", packages="shell  sh  proves itself\nghost  no-such-command-anywhere  is never there\n")
    pytester.makeini("[pytest]\nmarkers = system\nsystem_packages = packages.txt")
    pytester.makepyfile(test_suite=SUITE)
    return pytester


def test_missing_packages_skip_their_tests_and_the_end_says_so(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    result = suite.runpytest_inprocess("-p", "system_packages", "-p", "no:cacheprovider", "-p", "no:django")
    assert result.parseoutcomes() == {"passed": 2, "skipped": 2}
    assert [line for line in result.outlines if "did not run" in line] == [
        "ghost: 2 tests of test_suite.py did not run",
    ]
    assert [line for line in result.outlines if "sudo" in line] == ["Install what is missing:  sudo make system"]


def test_missing_packages_fail_in_ci_where_root_could_install_them(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    result = suite.runpytest_inprocess("-p", "system_packages", "-p", "no:cacheprovider", "-p", "no:django")
    refused = "errors" if os.geteuid() == 0 else "skipped"
    assert result.parseoutcomes() == {"passed": 2, refused: 2}


def test_an_unlisted_package_fails_the_test_that_names_it(suite: pytest.Pytester) -> None:
    suite.makepyfile(test_suite="import pytest\n@pytest.mark.system('typo')\ndef test_one(): pass")
    result = suite.runpytest_inprocess("-p", "system_packages", "-p", "no:cacheprovider", "-p", "no:django")
    assert result.parseoutcomes() == {"errors": 1}
    result.stdout.fnmatch_lines(["*not in .ci/system-packages.txt: typo*"])


@pytest.mark.parametrize(
    ("in_ci", "is_root", "verdict"),
    [
        (True, True, Verdict.FAIL),
        (True, False, Verdict.SKIP),
        (False, True, Verdict.SKIP),
        (False, False, Verdict.SKIP),
    ],
)
def test_only_ci_as_root_turns_a_missing_package_into_a_failure(in_ci: bool, is_root: bool, verdict: Verdict) -> None:
    assert judge_missing(in_ci=in_ci, is_root=is_root) is verdict


def test_the_list_is_read_with_command_and_reason() -> None:
    text = "# comment\n\npoppler-utils   pdftotext   reads PDF files\n"
    assert read_packages(text) == {
        "poppler-utils": SystemPackage("poppler-utils", "pdftotext", "reads PDF files"),
    }


def test_every_listed_package_has_a_command_and_a_reason() -> None:
    packages = read_packages(LIST.read_text(encoding="utf-8"))
    assert [package for package in packages.values() if len(package.reason.split()) < 3] == []
