"""`poll verify` and `poll compare`: what anybody may do with an archive, said in plain words."""

import argparse
from pathlib import Path

from thidua.cli.poll import NOT_CLOSED, OK, Tell
from thidua.core.ballots.box import check_receipt, read_receipt
from thidua.core.ballots.election import Election
from thidua.core.ballots.encoding import Digest, Node, refused
from thidua.core.ballots.questions import Question
from thidua.core.ballots.tally import Counts
from thidua.files.poll_audit import audit_archive, compare_archives, read_trackers
from thidua.files.poll_folder import PollFolder, read_limited


def run_verify(args: argparse.Namespace, tell: Tell) -> int:
    """The full audit of an archive, or of the one archive in a folder."""
    path = _archive(args.archive)
    if args.receipt is not None and not args.archive.is_dir():
        raise refused("ballots.usage.receipt")
    report = audit_archive(
        path,
        head=args.head,
        workers=args.workers,
        progress=lambda done, total: tell.progress("poll.verify.progress", done, total),
    )
    tell.line("poll.verify.about", name=report.election.name, uuid=report.election.uuid)
    for passed in report.passed:
        tell.line(passed.code, **passed.data)
    if args.head is not None:
        tell.line("poll.verify.head_found")
    if args.receipt is not None:
        tracker = _check_receipt(args, report.election, path)
        tell.line("poll.verify.receipt_holds", tracker=tracker)
    if report.counts is not None:
        tell_counts(tell, report.election.questions, report.counts)
    tell.line("poll.head", head=report.head)
    if not report.is_finished:
        tell.line(f"poll.verify.unfinished.{report.state.value}")
        return NOT_CLOSED
    tell.line("poll.verify.holds")
    return OK


def _check_receipt(args: argparse.Namespace, election: Election, archive: Path) -> Digest:
    """The tracker of a receipt that the server sealed and whose ballot is in the archive."""
    suite = election.suite
    seal_public = Node(PollFolder(args.archive).sheet.seal_public, "seal_public").element(suite.group)
    receipt = read_receipt(read_limited(args.receipt), suite=suite, seal_public=seal_public)
    poll, trackers = read_trackers(archive)
    check_receipt(receipt, poll=poll, trackers=trackers)
    return receipt.tracker


def run_compare(args: argparse.Namespace, tell: Tell) -> int:
    """Whether the second archive is a later state of the first."""
    added = compare_archives(_archive(args.old), _archive(args.new))
    tell.line("poll.compare.later", events=added)
    return OK


def _archive(path: Path) -> Path:
    if not path.is_dir():
        return path
    found = sorted(path.glob("*.bel"))
    if len(found) != 1:
        raise refused("ballots.archive.which", folder=str(path), found=len(found))
    return found[0]


def tell_counts(tell: Tell, questions: tuple[Question, ...], counts: Counts) -> None:
    """The numbers by question and answer, in the order of the ballot paper."""
    for question, row in zip(questions, counts, strict=True):
        tell.plain(question.text)
        if question.has_blank:
            tell.item("poll.result.blank", count=row[0])
        for answer, count in zip(question.answers, row[question.has_blank :], strict=True):
            tell.item("poll.result.row", answer=answer, count=count)
