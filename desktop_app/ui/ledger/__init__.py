"""The ledger: what was spent, what came back, and what can still be asked back."""
