"""A shop on Geins (lately Sonora), over its Management API."""
