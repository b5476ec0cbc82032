"""What stands on the wire, as typed models: exact out, forgiving in."""
