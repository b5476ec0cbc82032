"""The checkout as the architecture tests read it: its files, its modules, their syntax trees."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE_BY_PROGRAMS = {"build", "dist", "__pycache__"}


@cache
def files() -> tuple[Path, ...]:
    """Every file written by hand, whether committed yet or not."""
    return tuple(sorted(_walk()))


def _walk() -> Iterator[Path]:
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name == ".ci" or _by_hand(name)]
        yield from (Path(folder) / name for name in names if name != ".git")  # a worktree's


def _by_hand(folder: str) -> bool:
    return not (
        folder.startswith(".") or folder.endswith(".egg-info") or folder in MADE_BY_PROGRAMS
    )


def python_files(*places: str) -> list[Path]:
    """The Python files at or under places such as `desktop_app/ui` or `tasks.py`."""
    roots = [ROOT / place for place in places]
    return [
        path
        for path in files()
        if path.suffix == ".py" and any(path.is_relative_to(root) for root in roots)
    ]


def named(path: Path) -> str:
    """A path as the tests tell it."""
    return path.relative_to(ROOT).as_posix()


def module(path: Path) -> str:
    """The dotted name under which a file is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, anywhere: `a` and `a.b` for `from a import b`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
