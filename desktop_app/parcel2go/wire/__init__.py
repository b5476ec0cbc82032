"""The API's own shapes, as they travel."""
