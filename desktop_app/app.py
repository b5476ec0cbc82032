"""Builds every part of Postroom and wires it: the one module that knows all rooms."""
