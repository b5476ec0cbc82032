"""A shop on Centra, over version 1 of its Order API."""
