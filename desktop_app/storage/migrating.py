"""Brings an older database up to date with Alembic, imported only when there is something to do."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from desktop_app.domain.errors import DatabaseNewer

FOLDER = Path(__file__).with_name("migrations")


def upgrade(connection: Connection, version: str) -> None:
    """Run what is missing, inside the connection's transaction: all of it or nothing.

    `version` is what the database says of itself, "" for an empty one. Raises DatabaseNewer for
    one that no migration of this Postroom has made.
    """
    config = configured(connection)
    if version and version not in revisions(config):
        raise DatabaseNewer("This database was written by a newer Postroom. It is left as it is.")
    command.upgrade(config, "head")


def configured(connection: Connection | None = None) -> Config:
    """Alembic's settings, without a file of them."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config


def revisions(config: Config) -> set[str]:
    """Every version this Postroom knows how to come from."""
    script = ScriptDirectory.from_config(config)
    return {revision.revision for revision in script.walk_revisions()}
