"""Bringing orders in: what is in the files, before drafts are made of it."""
