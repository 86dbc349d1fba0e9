"""Entries and syntax to meaning: names resolved, types and units checked, joins found."""
