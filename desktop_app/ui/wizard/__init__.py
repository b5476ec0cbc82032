"""The pages on which a shipment is made, one for each step of the flow."""
