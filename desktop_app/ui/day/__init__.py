"""Booking the day: many drafts checked, paid and printed in one go."""
