"""HTTP as the three shops need it: calls, failures in the domain's words, exact JSON."""
