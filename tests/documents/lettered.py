"""The letters that come with Postroom."""

from desktop_app.documents.lettering import Lettering
from desktop_app.system.resources import resource

LETTERS = Lettering(resource("fonts"))
