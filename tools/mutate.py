"""Mutation testing: one small mistake at a time is put into some code; do the tests of that code notice?

    .venv/bin/python tools/mutate.py --code src/thidua/core/standings --tests tests/core/standings --out survivors.txt

The tree is copied, so that work may go on meanwhile. Tests run in a fork of one warm process; the mistake lives in that
fork's memory alone. The tests must pass without a mistake first; that run shows which tests reach which line, and a
mistake is tried on those alone, the quickest first. What stays unnoticed is listed with its line, for a person to read:
a test is missing there, or the change changes nothing. Strings, annotations and decorators are left alone; so is the
code of processes that a test starts.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import importlib
import importlib.machinery
import importlib.util
import os
import pickle
import random
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from types import CodeType
from typing import Any

ROOT = Path(__file__).parents[1]
WARM = ("pytest", "hypothesis", "hypothesis.strategies", "numpy", "yaml", "xlsxwriter", "openpyxl", "jinja2")
LEFT_ALONE = {"annotation", "returns", "decorator_list"}
OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any", "minimum": "maximum", "maximum": "minimum"}


@dataclass(frozen=True, slots=True)
class Site:
    """One mistake that could be made in a tree. lines: of the statement around it · make: makes it there."""

    line: int
    lines: range
    before: str
    after: str
    make: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Mutant:
    """The place of one mistake: a file, and which of its sites; -1 loads the file in the same way without any."""

    path: Path
    index: int


class Fate(Enum):
    """What became of a mistake."""

    KILLED = "killed"
    TIMED_OUT = "timed out"
    SURVIVED = "survived"


def sites(tree: ast.AST) -> Iterator[Site]:
    """Every mistake that can be made in a tree, in the order of the text."""
    for parent, put, child, lines in _children(tree, range(0)):
        for changed in _changed(parent, child):
            ast.fix_missing_locations(ast.copy_location(changed, child))
            yield Site(child.lineno, lines, ast.unparse(child), ast.unparse(changed), _putting(put, changed))


def _putting(put: Callable[[ast.AST], None], changed: ast.AST) -> Callable[[], None]:
    return lambda: put(changed)


Child = tuple[ast.AST, Callable[[ast.AST], None], ast.expr | ast.stmt, range]


def _children(parent: ast.AST, lines: range) -> Iterator[Child]:
    """Each expression and statement below a node: the one above it, the way to replace it, its statement's lines."""
    for name, value in ast.iter_fields(parent):
        if name in LEFT_ALONE:
            continue
        for at, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST):
                continue
            around = _lines_of(child) if isinstance(child, ast.stmt) else lines
            if isinstance(child, ast.expr | ast.stmt):
                yield parent, _replacing(parent, name, at, value), child, around
            yield from _children(child, around)


def _lines_of(statement: ast.stmt) -> range:
    """The lines of a statement, without those of the statements inside it."""
    inside = getattr(statement, "body", None)
    last = inside[0].lineno - 1 if inside else statement.end_lineno
    return range(statement.lineno, max(statement.lineno, last or 0) + 1)


def _replacing(parent: ast.AST, name: str, at: int, value: object) -> Callable[[ast.AST], None]:
    def put(changed: ast.AST) -> None:
        if isinstance(value, list):
            value[at] = changed
        else:
            setattr(parent, name, changed)

    return put


def _changed(parent: ast.AST, node: ast.expr | ast.stmt) -> Iterator[ast.AST]:
    """What could stand in a node's place by mistake."""
    match node:
        case ast.Compare(left, ops, comparators):
            for at, op in enumerate(ops):
                yield ast.Compare(left, [*ops[:at], OPERATORS[type(op)](), *ops[at + 1 :]], comparators)
        case ast.BinOp(left, op, right) if type(op) in OPERATORS:
            yield ast.BinOp(left, OPERATORS[type(op)](), right)
        case ast.AugAssign(target, op, value) if type(op) in OPERATORS:
            yield ast.AugAssign(target, OPERATORS[type(op)](), value)
            yield _left_out(node)
        case ast.BoolOp(op, values):
            yield ast.BoolOp(OPERATORS[type(op)](), values)
        case ast.UnaryOp(_, operand):
            yield operand
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)):
            yield ast.Constant(value + 1)
        case ast.IfExp(test, body, orelse):
            yield ast.IfExp(test, orelse, body)
        case ast.Call(ast.Name(name), args, keywords) if name in CALLS:
            yield ast.Call(ast.Name(CALLS[name], ast.Load()), args, keywords)
        case ast.Call(ast.Attribute(value, name), args, keywords) if name in CALLS:
            yield ast.Call(ast.Attribute(value, CALLS[name], ast.Load()), args, keywords)
        case ast.Return(ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.Raise() | ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield _left_out(node)
        case ast.Assign([ast.Attribute() | ast.Subscript()]):
            yield _left_out(node)
        case ast.Assign() if isinstance(parent, ast.If | ast.For | ast.While):
            yield _left_out(node)
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
    is_asked = isinstance(parent, ast.If | ast.While | ast.comprehension) and node is not getattr(parent, "iter", None)
    if (
        is_asked
        and isinstance(node, ast.Name | ast.Attribute | ast.Call)
        and node is not getattr(parent, "target", None)
    ):
        yield ast.UnaryOp(ast.Not(), node)


def _left_out(node: ast.stmt) -> ast.stmt:
    """The statement never reached; a generator stays one."""
    return ast.If(ast.Constant(False), [node], [])


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a module with its mistake."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - the loader's protocol
        """The code with the mistake."""
        return self._code


class _Finder:
    """Finds one module with its mistake, before anybody else finds it without."""

    def __init__(self, source: Path, path: Path, code: CodeType) -> None:
        parts = path.relative_to(source).with_suffix("").parts
        self._is_package = parts[-1] == "__init__"
        self._name = ".".join(parts[:-1] if self._is_package else parts)
        self._path, self._code = path, code

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> object:
        """The module's specification; None for every other module."""
        if name != self._name:
            return None
        loader = _Loader(name, str(self._path), self._code)
        inside = [str(self._path.parent)] if self._is_package else None
        return importlib.util.spec_from_file_location(
            name, self._path, loader=loader, submodule_search_locations=inside
        )


class Recorder:
    """A plugin of the run without mistakes: how long each test takes, and which lines it reaches."""

    def __init__(self, files: Sequence[Path], out: Path) -> None:
        import coverage  # noqa: PLC0415 - in this run alone

        self._coverage = coverage.Coverage(data_file=None, config_file=False, include=[str(path) for path in files])
        self._coverage.set_option("run:disable_warnings", ["no-data-collected"])
        self._files, self._out = files, out
        self._seconds: dict[str, float] = {}
        self._coverage.start()

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """What runs from here on belongs to this test."""
        self._coverage.switch_context(nodeid)

    def pytest_runtest_logreport(self, report: Any) -> None:
        """One phase of a test has ended."""
        self._seconds[report.nodeid] = self._seconds.get(report.nodeid, 0.0) + report.duration

    def pytest_sessionfinish(self) -> None:
        """Leave what was recorded for the process that this one was forked from."""
        self._coverage.stop()
        data = self._coverage.get_data()
        reached = {str(path): data.contexts_by_lineno(str(path)) for path in self._files}
        self._out.write_bytes(pickle.dumps((self._seconds, reached)))


class Selection:
    """A plugin of a run with a mistake: only some tests, in a given order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._order = {test: at for at, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Keep and order the tests."""
        items[:] = sorted((one for one in items if one.nodeid in self._order), key=lambda one: self._order[one.nodeid])


@dataclass(slots=True)
class Bench:
    """The copied tree and the tests that are run in it. limit: seconds of the processor for one run."""

    tree: Path
    tests: tuple[str, ...]
    files: list[Path]
    limit: int = 3600
    seconds: dict[str, float] = field(default_factory=dict)
    reached: dict[str, dict[int, list[str]]] = field(default_factory=dict)

    def passes_without_mistake(self) -> bool:
        """Run every test once, and learn what it reaches."""
        out = self.tree.parent / "reached"
        unchanged = Mutant(self.files[0], -1)
        is_green = self._forked(lambda: self._run(unchanged, self.tests, Recorder(self.files, out))) == 0
        if is_green:
            self.seconds, self.reached = pickle.loads(out.read_bytes())  # noqa: S301 - written by our own fork
            self.limit = int(3 * sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])) + 20
        return is_green

    def outcome(self, mutant: Mutant, lines: range) -> Fate:
        """Run the tests that reach some lines with a mistake in them."""
        tests = self._reaching(mutant.path, lines)
        if not tests:
            return Fate.SURVIVED
        files = tuple(dict.fromkeys(test.partition("::")[0] for test in tests))
        code = self._forked(lambda: self._run(mutant, files, Selection(tests)))
        if code in (-signal.SIGXCPU, -signal.SIGKILL):
            return Fate.TIMED_OUT
        return Fate.KILLED if code else Fate.SURVIVED

    def _reaching(self, path: Path, lines: range) -> list[str]:
        """The tests that reach some lines, the quickest first; all of them where a line runs on import."""
        reached = self.reached.get(str(path), {})
        found = {test for line in lines for test in reached.get(line, ())}
        return sorted(self.seconds if "" in found else found, key=lambda test: self.seconds.get(test, 0.0))

    def _forked(self, run: Callable[[], int]) -> int:
        """The exit code of a fork, for so many seconds of the processor at most: a busy machine proves nothing."""
        child = os.fork()
        if not child:
            resource.setrlimit(resource.RLIMIT_CPU, (self.limit, self.limit + 5))
            os._exit(run())
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def _run(self, mutant: Mutant, tests: Sequence[str], plugin: object) -> int:
        import pytest  # noqa: PLC0415 - imported already, in the process that this one was forked from

        if mutant.index >= 0:
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
        sys.meta_path.insert(0, _Finder(self.tree / "src", mutant.path, _with_mistake(mutant)))
        options = ["-x", "-q", "-p", "no:xdist", "--hypothesis-profile", "mutation", "--rootdir", str(self.tree)]
        options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # hypothesis is warm already
        return int(pytest.main([*options, *tests], plugins=[plugin]))


def _with_mistake(mutant: Mutant) -> CodeType:
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    if mutant.index >= 0:
        list(sites(tree))[mutant.index].make()
    return compile(tree, str(mutant.path), "exec")


def _mutants(tree: Path, code: Sequence[str]) -> list[Mutant]:
    found: list[Mutant] = []
    for name in code:
        for path in sorted((tree / name).rglob("*.py")) if (tree / name).is_dir() else [tree / name]:
            count = len(list(sites(ast.parse(path.read_text(encoding="utf-8")))))
            found += [Mutant(path, index) for index in range(count)]
    return found


def _site(mutant: Mutant) -> Site:
    return list(sites(ast.parse(mutant.path.read_text(encoding="utf-8"))))[mutant.index]


def _told(mutant: Mutant, tree: Path, fate: Fate) -> str:
    site = _site(mutant)
    before, after = (" ".join(text.split())[:110] for text in (site.before, site.after))
    return f"{fate.value}\t{mutant.path.relative_to(tree)}:{site.line}\t#{mutant.index}\t{before}\t→ {after}"


def _warm_up(tree: Path) -> None:
    """Import what every run of the tests needs and no mistake is in."""
    os.chdir(tree)
    sys.path.insert(0, str(tree / "src"))
    for name in WARM:
        importlib.import_module(name)
    from hypothesis import Phase, settings  # noqa: PLC0415 - warmed up here

    phases = (Phase.explicit, Phase.generate)  # a failing example needs no smaller one
    settings.register_profile(
        "mutation", deadline=None, derandomize=True, database=None, phases=phases, max_examples=60
    )


def _copy(to: Path) -> Path:
    tree = to / "tree"
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".venv", ".git", "__pycache__", "thidua-out"))
    compileall.compile_dir(tree / "src", quiet=2)
    return tree


def _chosen(args: argparse.Namespace, tree: Path) -> list[Mutant]:
    """All mutants, a sample of them, or those that survived an earlier run (by file, line's text and number)."""
    if args.again:
        rows = (line.split("\t") for line in args.again.read_text(encoding="utf-8").splitlines())
        again = [(row[1].rpartition(":")[0], int(row[2][1:])) for row in rows if row[0] == Fate.SURVIVED.value]
        return [Mutant(tree / name, index) for name, index in again]
    every = _mutants(tree, args.code)
    print(f"{len(every)} mutants in {', '.join(args.code)}", flush=True)
    if not args.sample or args.sample >= len(every):
        return every
    return random.Random(args.seed).sample(every, args.sample)  # noqa: S311 - a sample that can be drawn again


def main() -> int:
    """Run the mutants, write the fate of each as it is known, and say the share that was killed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--code", nargs="+", default=[], help="files or folders to put mistakes into")
    parser.add_argument("--tests", nargs="+", required=True, help="the tests that should notice, quick ones first")
    parser.add_argument("--out", type=Path, required=True, help="file for the fate of each mutant")
    parser.add_argument("--sample", type=int, default=0, help="so many at random instead of all")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--again", type=Path, help="the survivors of this file instead of --code")
    args = parser.parse_args()
    out = args.out.resolve()
    args.again = args.again and args.again.resolve()
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        tree = _copy(Path(folder))
        _warm_up(tree)
        chosen = _chosen(args, tree)
        bench = Bench(tree, tuple(args.tests), sorted({mutant.path for mutant in chosen}))
        if not bench.passes_without_mistake():
            print("the tests fail without any mistake; nothing was tried", file=sys.stderr)
            return 1
        return _try_all(bench, chosen, out=out)


def _try_all(bench: Bench, chosen: Sequence[Mutant], *, out: Path) -> int:
    fates: list[Fate] = []
    with out.open("w", encoding="utf-8") as stream:
        for mutant in chosen:
            fates.append(bench.outcome(mutant, _site(mutant).lines))
            print(_told(mutant, bench.tree, fates[-1]), file=stream, flush=True)
    survived = fates.count(Fate.SURVIVED)
    share = 100 * (len(fates) - survived) / max(len(fates), 1)
    print(f"{len(fates)} tried, {survived} survived, {fates.count(Fate.TIMED_OUT)} timed out: {share:.1f} % killed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
