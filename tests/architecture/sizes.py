"""How long files and functions are, against what the house aims at; run it to read the report."""

import ast
import statistics
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.architecture.tree import named, python_files, tree

LONGEST_FILE = 500
LONGEST_FUNCTION = 60


class Size(NamedTuple):
    """One file or function and its lines."""

    lines: int
    name: str


def file_sizes(paths: Iterable[Path]) -> list[Size]:
    """The lines of each file that has any."""
    sizes = (Size(len(path.read_text("utf-8").splitlines()), named(path)) for path in paths)
    return [size for size in sizes if size.lines]


def function_sizes(paths: Iterable[Path]) -> list[Size]:
    """The lines of each function, from `def` to its last."""
    return [size for path in paths for size in _functions(path)]


def _functions(path: Path) -> Iterator[Size]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            last = node.end_lineno or node.lineno
            yield Size(last - node.lineno + 1, f"{named(path)}:{node.lineno} {node.name}")


def summary(what: str, sizes: list[Size], median: int, p95: int) -> str:
    """One line: how many, median and 95th percentile beside the aims, and the longest."""
    lines = sorted(size.lines for size in sizes)
    high = lines[int(0.95 * (len(lines) - 1))]
    longest = max(sizes)
    return (
        f"{len(sizes):5} {what}: median {statistics.median(lines):g} (aim {median}), "
        f"95 % within {high} (aim {p95}), longest {longest.lines}: {longest.name}"
    )


def report() -> str:
    """The product, then its tests."""
    lines = []
    for place in ("desktop_app", "tests"):
        paths = python_files(place)
        lines += [
            place,
            summary("files", file_sizes(paths), 100, 300),
            summary("functions", function_sizes(paths), 8, 26),
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(report() + "\n")
