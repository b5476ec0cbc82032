"""A step that fails is named, and nothing after it is tried."""

import io

import pytest

from desktop_app.cli.output import Output
from desktop_app.domain.errors import NoConnection
from desktop_app.self_test.steps import Steps, Stopped, Wrong


@pytest.fixture
def said() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def steps(said: io.StringIO) -> Steps:
    return Steps(Output(as_json=False, out=said, err=said))


def test_a_step_that_goes_well_is_timed(steps: Steps, said: io.StringIO) -> None:
    with steps.step("window"):
        pass
    assert steps.seconds["window"] >= 0
    assert not steps.problems
    assert "ok  window" in said.getvalue()


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (Wrong("The icon add draws nothing."), "The icon add draws nothing."),
        (
            NoConnection("The practice service did not start."),
            "The practice service did not start.",
        ),
        (ImportError("no such module"), "ImportError"),
    ],
)
def test_a_step_that_fails_is_named(
    steps: Steps, said: io.StringIO, failure: Exception, words: str
) -> None:
    with pytest.raises(Stopped), steps.step("labels"):
        raise failure
    assert steps.problems == [{"field": "labels", "message": words}]
    assert f"FAILED  labels: {words}" in said.getvalue()
    assert "labels" not in steps.seconds


def test_a_fault_is_told_without_its_own_words(steps: Steps, said: io.StringIO) -> None:
    name = "Ann Field"
    with pytest.raises(Stopped), steps.step("database"):
        raise ValueError(name)
    assert "ValueError" in said.getvalue()
    assert "Ann Field" not in said.getvalue()
