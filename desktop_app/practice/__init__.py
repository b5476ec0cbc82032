"""The practice service: a local Parcel2Go to learn on and to test against."""
