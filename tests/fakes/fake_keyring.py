"""A key vault as keyring gives it, in memory: it can be locked, full, broken or forgetful.

It does not inherit from keyring's own class: each that does offers itself to the whole process.
"""

from dataclasses import dataclass, field


@dataclass
class FakeKeyring:
    """`fails_with` is raised by every call while it is set; `forgets` keeps nothing it takes."""

    priority: float = 5
    passwords: dict[tuple[str, str], str] = field(default_factory=dict)
    fails_with: Exception | None = None
    forgets: bool = False

    def get_password(self, service: str, username: str) -> str | None:
        self._may_fail()
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._may_fail()
        if not self.forgets:
            self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._may_fail()
        del self.passwords[service, username]

    def _may_fail(self) -> None:
        if self.fails_with:
            raise self.fails_with
