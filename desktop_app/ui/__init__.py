"""The window: what is shown, and nothing that decides."""
