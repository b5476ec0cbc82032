"""Nothing grows past what can be read at one sitting."""

from pathlib import Path

from tests.architecture.sizes import (
    LONGEST_FILE,
    LONGEST_FUNCTION,
    Size,
    file_sizes,
    function_sizes,
    report,
    summary,
)
from tests.architecture.tree import python_files

ALL = ("desktop_app", "tests", "packaging", "tasks.py")


def longer(sizes: list[Size], limit: int) -> list[Size]:
    return [size for size in sizes if size.lines > limit]


def test_no_file_is_too_long() -> None:
    assert longer(file_sizes(python_files(*ALL)), LONGEST_FILE) == []


def test_no_function_is_too_long() -> None:
    assert longer(function_sizes(python_files(*ALL)), LONGEST_FUNCTION) == []


def test_a_function_is_measured_to_its_last_line() -> None:
    here = [size for size in function_sizes([Path(__file__)]) if size.name.endswith(" longer")]
    assert [size.lines for size in here] == [2]


def test_the_report_holds_the_sizes_against_the_aims() -> None:
    sizes = [Size(lines, f"f{lines}") for lines in range(1, 101)]
    assert summary("files", sizes, 9, 9) == (
        "  100 files: median 50.5 (aim 9), 95 % within 95 (aim 9), longest 100: f100"
    )
    assert "functions: median" in report()
