"""Who may call whom, read off the source: every name that a function mentions, followed through imports.

Errs on the side of too much: a class stands for all its methods, a name that is mentioned for a call.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass
class Graph:
    """Functions and classes by full name, what each mentions, and where a name that is imported comes from."""

    mentions: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    calls: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    imported: dict[str, str] = field(default_factory=dict)

    def reached_from(self, start: str) -> set[str]:
        """Everything that a function may come to, itself included."""
        found, open_ = set[str](), [start]
        while open_:
            name = self.origin(open_.pop())
            if name not in found:
                found.add(name)
                open_ += self.mentions.get(name, ())
        return found

    def origin(self, name: str) -> str:
        """Where a name was defined, however often it was imported on."""
        seen = set[str]()
        while name in self.imported and name not in seen:
            seen.add(name)
            name = self.imported[name]
        return name

    def callers_of(self, name: str) -> set[str]:
        """Every function that calls it itself."""
        return {caller for caller, names in self.calls.items() if name in map(self.origin, names)}


def graph_of(root: Path, package: str) -> Graph:
    """The graph of a package's source."""
    sources = {}
    for path in sorted(root.rglob("*.py")):
        parts = [package, *path.relative_to(root).with_suffix("").parts]
        sources[".".join(parts).removesuffix(".__init__")] = path.read_text(encoding="utf-8")
    return graph_of_sources(sources)


def graph_of_sources(sources: Mapping[str, str]) -> Graph:
    """The graph of modules that are given as text, by name."""
    graph = Graph()
    for module, text in sources.items():
        _read(module, ast.parse(text), graph)
    return graph


def _read(module: str, tree: ast.Module, graph: Graph) -> None:
    names = dict(_imports(tree))
    own = {node.name: f"{module}.{node.name}" for node in tree.body if isinstance(node, Definition)}
    graph.imported |= {f"{module}.{name}": origin for name, origin in names.items()}
    known = names | own
    for node in tree.body:
        if isinstance(node, Definition):
            graph.mentions[f"{module}.{node.name}"] |= set(_mentioned(node, known))
            graph.calls[f"{module}.{node.name}"] |= set(_called(node, known))
        else:  # what a module does as it is loaded is done by whoever names the variable
            for target in _targets(node):
                graph.mentions[f"{module}.{target}"] |= set(_mentioned(node, known))


def _imports(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((one.asname or one.name, f"{node.module}.{one.name}") for one in node.names)
        elif isinstance(node, ast.Import):
            yield from ((one.asname or one.name.partition(".")[0], one.name) for one in node.names)


def _mentioned(node: ast.AST, known: Mapping[str, str]) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Name) and one.id in known:
            yield known[one.id]
        elif isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id in known:
            yield f"{known[one.value.id]}.{one.attr}"


def _called(node: ast.AST, known: Mapping[str, str]) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in known:
            yield known[one.func.id]


def _targets(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
            yield one.id
