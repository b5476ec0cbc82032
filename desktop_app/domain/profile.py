"""Who is signed in at the service, and what is kept there: addresses and cards."""

from desktop_app.domain.address import Address
from desktop_app.domain.value import Value


class Profile(Value):
    """The holder of the account; `as_told` is the whole answer in plain words."""

    forename: str = ""
    surname: str = ""
    email: str = ""
    as_told: str = ""

    @property
    def name(self) -> str:
        """Forename and surname."""
        return f"{self.forename} {self.surname}".strip()


class SavedAddresses(Value):
    """The account's own address book at the service."""

    collection: tuple[Address, ...] = ()
    delivery: tuple[Address, ...] = ()


class StoredCard(Value):
    """A card kept at the service; `label` is what it says of it, never a whole number."""

    card_id: str
    label: str = ""
