"""Signing in through a browser: every way it can end, against the practice service too."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from desktop_app.domain.account import Account, Environment
from desktop_app.domain.errors import Cancelled, NotSignedIn
from desktop_app.domain.sign_in import GrantedToken
from desktop_app.listeners.sign_in import SignInListener
from desktop_app.parcel2go.client import Parcel2GoBroker
from desktop_app.practice.server import PracticeServer
from desktop_app.practice.settings import Settings
from desktop_app.services.progress import QuietProgress
from desktop_app.services.sign_in import DONE, SignIn

HERE = Account(
    id="t", environment=Environment.PRACTICE, name="T", base_url="http://127.0.0.1:9",
    client_id="abc:shop",
)  # fmt: skip
Comes = Callable[[str, str], httpx.Response]


def signed_in(comes: Comes, seconds: float = 10) -> GrantedToken:
    """A sign-in whose browser comes back to an address with a state."""

    def browse(page: str) -> bool:
        asked = parse_qs(urlsplit(page).query)
        comes(asked["redirect_uri"][0], asked["state"][0])
        return True

    return SignIn(SignInListener, browse).run(HERE, QuietProgress(), seconds=seconds)


def with_query(back: str, state: str) -> httpx.Response:
    return httpx.get(back, params={"access_token": "T0k", "expires_in": "60", "state": state})


def with_fragment(back: str, state: str) -> httpx.Response:
    """As a browser: our page first, then what its script posts."""
    page = httpx.get(back)
    assert "location.hash" in page.text
    assert "no-store" in page.headers["cache-control"]
    said = f"/token?access_token=T0k&expires_in=60&scope=public-api&state={state}"
    return httpx.post(back, content=said.encode())


@pytest.mark.parametrize("comes", [with_query, with_fragment])
def test_the_token_comes_by_query_and_by_fragment(comes: Comes) -> None:
    shown: list[str] = []

    def noted(back: str, state: str) -> httpx.Response:
        answer = comes(back, state)
        shown.append(answer.text)
        return answer

    token = signed_in(noted)
    assert (token.word, token.seconds) == ("T0k", 60)
    assert DONE in shown[0]
    assert "T0k" not in shown[0]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"error": "access_denied"}, "refused in the browser"),
        ({"error": "unauthorized_client"}, "did not accept"),
        ({"access_token": "T", "state": "other"}, "another question"),
        ({"access_token": "T", "state": ""}, "another question"),
        ({"access_token": ""}, "without a sign-in"),
        ({"access_token": "T\nX: y"}, "without a sign-in"),
    ],
)
def test_each_other_end_has_its_sentence(fields: dict[str, str], sentence: str) -> None:
    shown: list[httpx.Response] = []

    def comes(back: str, state: str) -> httpx.Response:
        shown.append(httpx.get(back, params={"state": state, **fields}))
        return shown[0]

    with pytest.raises(NotSignedIn, match=sentence):
        signed_in(comes)
    assert sentence in shown[0].text


def test_nobody_comes_back_in_time() -> None:
    def looks(back: str, _state: str) -> httpx.Response:
        return httpx.get(back)

    with pytest.raises(NotSignedIn, match="not finished in time"):
        signed_in(looks, seconds=0.01)


def test_one_answer_and_the_port_is_closed() -> None:
    places: list[str] = []

    def twice(back: str, state: str) -> httpx.Response:
        places.append(back)
        with_query(back, state)
        assert with_query(back, state).status_code == 410
        assert httpx.post(back, content=b"access_token=X").status_code == 410
        return httpx.get(back)

    assert signed_in(twice).word == "T0k"
    with pytest.raises(httpx.ConnectError):
        httpx.get(places[0])


def test_other_pages_and_names_are_turned_away() -> None:
    def prying(back: str, state: str) -> httpx.Response:
        said = f"access_token=T&state={state}".encode()
        evil = {"Origin": "http://evil.example"}
        assert httpx.post(back, content=said, headers=evil).status_code == 403
        assert httpx.get(back, headers={"Host": "evil.example"}).status_code == 400
        assert httpx.post(back, content=b"x" * 10_000).status_code == 413
        assert httpx.get(back.replace("/return", "/favicon.ico")).status_code == 404
        return with_query(back, state)

    assert signed_in(prying).word == "T0k"


def test_a_browser_that_does_not_open_is_told() -> None:
    with pytest.raises(NotSignedIn, match="could not be opened") as told:
        SignIn(SignInListener, lambda _page: False).run(HERE, QuietProgress())
    assert "state=" not in told.value.advice


def test_waiting_can_be_cancelled() -> None:
    progress = QuietProgress()
    progress.stop()
    with pytest.raises(Cancelled):
        SignIn(SignInListener, lambda _page: True).run(HERE, progress)


def test_the_question_stands_as_documented() -> None:
    pages: list[str] = []

    def browse(page: str) -> bool:
        pages.append(page)
        return False

    for _ in range(2):
        with pytest.raises(NotSignedIn):
            SignIn(SignInListener, browse).run(HERE, QuietProgress())
    assert re.fullmatch(
        r"http://127\.0\.0\.1:9/auth/connect/authorize\?client_id=abc%3Ashop"
        r"&redirect_uri=http%3A%2F%2F127\.0\.0\.1%3A\d+%2Freturn&response_type=token"
        r"&scope=openid\+public-api\+payment\+my-profile&state=[\w-]{43}",
        pages[0],
    )
    assert pages[0].rpartition("state=")[2] != pages[1].rpartition("state=")[2]


def clicks(answer: str) -> Callable[[str], bool]:
    """A browser in which the user answers practice's page, fragments handed on as our page does."""

    def browse(page: str) -> bool:
        assert "Pat Practice" in httpx.get(page).text
        sent = httpx.post(page, data={"answer": answer})
        target = sent.headers["location"]
        back, _, fragment = target.partition("#")
        if fragment:
            httpx.post(back, content=fragment.encode())
        else:
            httpx.get(back)
        return True

    return browse


@pytest.mark.parametrize("in_fragment", [False, True])
def test_practice_signs_a_user_in(*, in_fragment: bool) -> None:
    with PracticeServer(settings=Settings(token_in_fragment=in_fragment)) as practice:
        account = HERE.model_copy(
            update={"base_url": practice.base_url, "client_id": practice.client_id}
        )
        token = SignIn(SignInListener, clicks("allow")).run(account, QuietProgress())
        broker = Parcel2GoBroker(account, "", token=token)
        try:
            assert broker.beside.me().forename == "Pat"
            practice.state.tokens.expire_all()
            with pytest.raises(NotSignedIn, match="has ended"):
                broker.prepay_balance()
        finally:
            broker.close()
        with pytest.raises(NotSignedIn, match="refused"):
            SignIn(SignInListener, clicks("refuse")).run(account, QuietProgress())


@pytest.mark.parametrize(
    "changes",
    [{"client_id": "other"}, {"response_type": "code"}, {"redirect_uri": "https://evil.example/"}],
)
def test_practice_goes_back_only_where_it_may(
    practice: PracticeServer, changes: dict[str, str]
) -> None:
    query = {
        "client_id": practice.client_id, "response_type": "token", "scope": "public-api",
        "redirect_uri": "http://127.0.0.1:1/return", **changes,
    }  # fmt: skip
    page = f"{practice.base_url}/auth/connect/authorize"
    assert httpx.get(page, params=query).status_code == 400
    assert httpx.post(page, params=query, data={"answer": "allow"}).status_code == 400
