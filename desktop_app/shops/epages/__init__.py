"""A shop on ePages (Base and Now), over its REST API, version 1."""
