"""Order files of marketplaces and shops: told apart by content, read row by row."""
