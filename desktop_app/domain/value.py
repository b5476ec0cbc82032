"""The base of every domain value: frozen, compared by content, strict about unknown fields."""

import os

# Pydantic would look through every installed package for plug-ins: 30 ms of each start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen pydantic model; change one with `model_copy(update=...)` or `changed(...)`."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
