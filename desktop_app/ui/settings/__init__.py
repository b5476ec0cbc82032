"""The settings: one page each for sender, accounts, printing, appearance and data."""
