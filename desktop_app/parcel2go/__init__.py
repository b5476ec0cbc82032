"""The Parcel2Go API: one file a resource, exact out and forgiving in."""
