"""Postroom: sends parcels through Parcel2Go, from quote to printed label."""
