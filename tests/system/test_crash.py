"""A crash report says where and in what, and nothing about whom."""

import errno

import pytest
from hypothesis.errors import InvalidArgument

from desktop_app.system.crash import DEEPEST_FRAMES, crash_report, short_path


def fail_for(name: str) -> None:
    raise KeyError(name)


def look_up(name: str, *, hide_cause: bool = False) -> None:
    try:
        fail_for(name)
    except KeyError as error:
        raise RuntimeError(f"nobody is called {name}") from (None if hide_cause else error)


def caught(name: str, *, hide_cause: bool = False) -> BaseException:
    with pytest.raises(RuntimeError) as error:
        look_up(name, hide_cause=hide_cause)
    return error.value


def test_it_names_versions_kinds_and_places() -> None:
    report = crash_report(caught("Jo Mason"), {"Postroom": "0.1.0", "Python": "3.11.7"})
    assert report.startswith("Postroom 0.1.0\nPython 3.11.7\n\nRuntimeError\n")
    assert "\n\nKeyError\n" in report
    assert "test_crash.py:" in report
    assert "in fail_for: raise KeyError(name)" in report


def test_it_shows_no_values() -> None:
    assert "Jo Mason" not in crash_report(caught("Jo Mason"), {})


def test_the_systems_errors_keep_their_code() -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "/home/jo/labels/1.pdf")
    report = crash_report(full, {})
    assert report == "\nOSError ENOSPC\n"


def test_an_error_without_a_code_or_from_a_package_is_named_in_full() -> None:
    assert crash_report(OSError("x"), {}) == "\nOSError\n"
    assert crash_report(InvalidArgument("x"), {}) == "\nhypothesis.errors.InvalidArgument\n"


def test_an_endless_recursion_is_cut_short() -> None:
    def again() -> None:
        again()

    with pytest.raises(RecursionError) as caught_error:
        again()
    report = crash_report(caught_error.value, {})
    assert report.count(" in again: ") == DEEPEST_FRAMES


def test_a_suppressed_cause_stays_away() -> None:
    assert "\nKeyError\n" not in crash_report(caught("x", hide_cause=True), {})


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("/home/jo/postroom/desktop_app/services/quote.py", "desktop_app/services/quote.py"),
        (r"C:\Users\jo\Postroom\desktop_app\app.py", "desktop_app/app.py"),
        ("/home/jo/desktop_app/.venv/lib/site-packages/httpx/_client.py", "httpx/_client.py"),
        ("/usr/lib/python3.11/socket.py", "socket.py"),
        ("<string>", "<string>"),
    ],
)
def test_paths_name_no_person(path: str, short: str) -> None:
    assert short_path(path) == short
