"""Table and list models over values handed in; none of them asks for data."""
