"""The countries endpoint's list: read once a day, kept for when there is no network."""

from datetime import timedelta

from desktop_app.domain.country import CountryBook
from desktop_app.services.accounts import Accounts
from desktop_app.services.ports import Clock, CountryCache, KeptCountries

_FRESH = timedelta(hours=24)


class Countries:
    """What is known of the countries; `known` never asks the network."""

    def __init__(self, accounts: Accounts, cache: CountryCache, clock: Clock) -> None:
        self._accounts = accounts
        self._cache = cache
        self._clock = clock
        self._kept: dict[str, KeptCountries] = {}

    @property
    def known(self) -> CountryBook:
        """The list as it was last read; empty when it never was."""
        kept = self._load(self._accounts.current.id)
        return kept.book if kept else CountryBook()

    @property
    def are_fresh(self) -> bool:
        """Whether the list was read within the last day."""
        kept = self._load(self._accounts.current.id)
        return kept is not None and self._clock.now() - kept.read_at < _FRESH

    def refresh(self) -> CountryBook:
        """Reads the list from the service and keeps it."""
        account_id = self._accounts.current.id
        book = self._accounts.broker(account_id).countries()
        kept = KeptCountries(book, self._clock.now())
        self._kept[account_id] = kept
        self._cache.save(account_id, kept)
        return book

    def fresh(self) -> CountryBook:
        """The list, read again when it is older than a day."""
        return self.known if self.are_fresh else self.refresh()

    def _load(self, account_id: str) -> KeptCountries | None:
        if account_id not in self._kept:
            kept = self._cache.load(account_id)
            if kept is None:
                return None
            self._kept[account_id] = kept
        return self._kept[account_id]
