"""The countries endpoint's list: read once a day, kept for when there is no network."""

from datetime import timedelta

from desktop_app.domain.country import CountryBook
from desktop_app.domain.errors import AnswerNotUnderstood, NoConnection, ServiceBroken
from desktop_app.services.accounts import Accounts
from desktop_app.services.ports import Clock, CountryCache, KeptCountries

_FRESH = timedelta(hours=24)

_NONE = CountryBook()


class Countries:
    """What is known of the countries; `known` never asks the network."""

    def __init__(self, accounts: Accounts, cache: CountryCache, clock: Clock) -> None:
        self._accounts = accounts
        self._cache = cache
        self._clock = clock
        self._kept: dict[str, KeptCountries] = {}

    @property
    def known(self) -> CountryBook:
        """The current account's list as it was last read; empty when it never was."""
        return self.known_to(self._accounts.current.id)

    def known_to(self, account_id: str) -> CountryBook:
        """An account's list as it was last read; empty when it never was."""
        kept = self._load(account_id)
        return kept.book if kept else _NONE

    @property
    def are_fresh(self) -> bool:
        """Whether the current account's list was read within the last day."""
        return self._is_fresh(self._accounts.current.id)

    def refresh(self, account_id: str = "") -> CountryBook:
        """Reads the list from the service and keeps it; the current account's unless one is named.

        Raises what the connection brings, and AnswerNotUnderstood for a list without countries:
        nothing could be known of customs then.
        """
        account_id = account_id or self._accounts.current.id
        book = self._accounts.broker(account_id).countries()
        if not book.rows:
            raise AnswerNotUnderstood("Parcel2Go's list of countries is empty.")
        kept = KeptCountries(book, self._clock.now())
        self._kept[account_id] = kept
        self._cache.save(account_id, kept)
        return book

    def fresh(self, account_id: str = "") -> CountryBook:
        """The list, read again when it is older than a day; an older one is better than none."""
        account_id = account_id or self._accounts.current.id
        known = self.known_to(account_id)
        if self._is_fresh(account_id):
            return known
        try:
            return self.refresh(account_id)
        except (NoConnection, ServiceBroken):
            if not known.rows:
                raise
            return known

    def _is_fresh(self, account_id: str) -> bool:
        kept = self._load(account_id)
        return kept is not None and timedelta(0) <= self._clock.now() - kept.read_at < _FRESH

    def _load(self, account_id: str) -> KeptCountries | None:
        if account_id not in self._kept:
            kept = self._cache.load(account_id)
            if kept is None:
                return None
            self._kept[account_id] = kept
        return self._kept[account_id]
