"""The shops that orders come from: one file for each kind."""
