"""One file for each change of the tables, in order; none is ever edited once it was released."""
