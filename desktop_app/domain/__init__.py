"""What a shipment, a quote, an order and a label are, and their rules: no I/O, no toolkit."""
