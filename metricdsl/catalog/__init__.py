"""YAML files -> entries with the place of every word."""
