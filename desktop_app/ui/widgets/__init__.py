"""The building blocks that pages and dialogs share."""
