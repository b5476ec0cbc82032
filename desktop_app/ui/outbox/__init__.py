"""The outbox: what the shops were told of parcels on their way, and what they are to be told."""
