"""What is kept on this machine: the database, the label vault, the key vault."""
