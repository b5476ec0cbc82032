"""Printers, paper and the way to them."""
