"""What went wrong and what to do now, each kind in its own words."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import InputError, NameNotFound, NoConnection, Refused
from desktop_app.domain.problem import Problem
from desktop_app.ui.wizard.failure_strip import FailureStrip


@pytest.fixture
def strip(qtbot: QtBot) -> FailureStrip:
    made = FailureStrip()
    qtbot.addWidget(made)
    return made


def test_a_refusal_that_names_fields_says_where_to_look(strip: FailureStrip) -> None:
    problem = Problem(field="recipient.postcode", message="Not a postcode of this country.")
    strip.show_failure(Refused("The order was not taken.", [problem]), may_retry=False)
    words = "The order was not taken. Correct what is marked in red, then try again."
    assert strip.text == words


@pytest.mark.parametrize("problems", [[], [Problem(field="", message="Not from here today.")]])
def test_a_refusal_that_names_no_field_says_what_can_be_done(
    strip: FailureStrip, problems: list[Problem]
) -> None:
    strip.show_failure(Refused("Not from here today.", problems), may_retry=False)
    assert strip.text == "Not from here today. Change the shipment, or choose another service."


def test_what_was_entered_wrongly_stands_alone(strip: FailureStrip) -> None:
    strip.show_failure(InputError("There is no shipment 1."), may_retry=False)
    assert strip.text == "There is no shipment 1."


def test_a_refusal_with_advice_of_its_own_keeps_it(strip: FailureStrip) -> None:
    problem = Problem(field="order", message="It is sold out.")
    error = Refused("It is sold out.", [problem], advice="Choose another service.")
    strip.show_failure(error, may_retry=False)
    assert strip.text == "It is sold out. Choose another service."


@pytest.mark.parametrize("kind", [NoConnection, NameNotFound])
def test_a_payment_that_was_not_sent_says_so_first(
    strip: FailureStrip, kind: type[NoConnection]
) -> None:
    strip.show_unpaid(kind("There is no connection."))
    words = "There is no connection. Nothing was paid. Pay again once there is a connection."
    assert strip.text == words
