"""The log keeps what helps and nothing personal, and never stands in the way."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.app import open_office
from desktop_app.cli.arguments import Arguments
from desktop_app.system import logs
from desktop_app.system.logs import FILE_NAME, SharedFileHandler, set_up_logs, take_down_logs

logger = logging.getLogger("desktop_app.test")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    handlers = set_up_logs(tmp_path)
    yield tmp_path / FILE_NAME
    take_down_logs(handlers)


def test_our_own_lines_are_kept_from_info_on(log: Path) -> None:
    logger.debug("too small")
    logger.info("order %s placed", 1234)
    text = log.read_text("utf-8")
    assert "INFO desktop_app.test: order 1234 placed" in text
    assert "too small" not in text


def test_of_other_packages_only_warnings_are_kept(log: Path) -> None:
    other = logging.getLogger("httpx")
    other.info("GET with an address")
    other.warning("slow answer")
    assert log.read_text("utf-8").count("\n") == 1


def test_secrets_are_blotted_out_of_lines_and_tracebacks(log: Path) -> None:
    error = ValueError("no such user jo@example.com")
    logger.warning("token=%s", "abc123", exc_info=error)
    text = log.read_text("utf-8")
    assert "token=<secret>" in text
    assert "ValueError: no such user <email>" in text
    assert "example.com" not in text


def test_only_errors_reach_the_console(capsys: pytest.CaptureFixture[str], log: Path) -> None:
    logger.warning("stays in the file")
    logger.error("is told")
    told = capsys.readouterr().err
    assert "is told" in told
    assert "stays" not in told
    assert "stays in the file" in log.read_text("utf-8")


def test_a_level_that_does_not_exist_leaves_nothing_open(tmp_path: Path) -> None:
    before = logging.getLogger().handlers[:]
    with pytest.raises(ValueError, match="LOUD"):
        set_up_logs(tmp_path, "LOUD")
    assert logging.getLogger().handlers == before


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        set_up_logs(tmp_path / "missing")


def test_a_full_file_is_moved_aside(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for handler in logging.getLogger().handlers:
        if isinstance(handler, SharedFileHandler):
            monkeypatch.setattr(handler, "maxBytes", 200)
    for number in range(10):
        logger.info("line %d of several that fill the file", number)
    assert log.with_name(f"{FILE_NAME}.1").exists()
    assert len(list(log.parent.iterdir())) <= logs.OLDER_FILES + 1


def test_a_file_held_by_another_postroom_is_written_on(tmp_path: Path) -> None:
    class Held(SharedFileHandler):
        def rotator(self, source: str, dest: str) -> None:
            raise PermissionError(13, "in use", source, None, dest)

    handler = Held(tmp_path / FILE_NAME, maxBytes=50, backupCount=1, encoding="utf-8")
    for number in range(5):
        handler.handle(logging.makeLogRecord({"msg": f"line {number} is long enough to fill it"}))
    handler.close()
    assert (tmp_path / FILE_NAME).read_text("utf-8").count("\n") == 5


def test_an_office_takes_its_log_down_when_it_closes(tmp_path: Path) -> None:
    before = logging.getLogger().handlers[:]
    for _ in range(3):
        office = open_office(Arguments(data_dir=tmp_path))
        files = [one for one in logging.getLogger().handlers if isinstance(one, SharedFileHandler)]
        assert len(files) == 1
        office.close()
    assert logging.getLogger().handlers == before
