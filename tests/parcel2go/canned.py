"""A transport whose every answer is the same body: for answers too many to send over a line."""

from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.call import Call, Deadline
from desktop_app.parcel2go.errors import check_status
from desktop_app.parcel2go.refusals import refusal
from desktop_app.parcel2go.transport import Transport
from tests.parcel2go.conftest import account_at


class CannedTransport(Transport):
    """Answers with a status and a body, as far as the real one would hand them on."""

    def __init__(self, body: bytes, status: int = 200) -> None:
        super().__init__(account_at("http://127.0.0.1:1"), "s")
        self._canned = (status, body)

    def answer(self, call: Call, deadline: Deadline | None = None) -> Answer:
        status, body = self._canned
        answer = Answer(status, body, call.what)
        check_status(answer)
        if status >= 400:
            raise refusal(answer, call.draft)
        return answer

    def sign_in(self, deadline: Deadline | None = None) -> None:
        """Signed in."""

    def require_scope(self, scope: str) -> None:
        """All scopes."""
