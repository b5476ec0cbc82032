"""What a user can do: quote, book, pay, fetch labels, settle; `ports.py` says what that needs."""
