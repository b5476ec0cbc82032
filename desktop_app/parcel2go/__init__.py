"""The Parcel2Go API: one file a resource, its wire models in `wire/`."""
