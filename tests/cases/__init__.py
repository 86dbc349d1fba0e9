"""Cases: a catalog, rows, a question, and the rows that must come out, on every engine.

See README.md beside this file for the format.
"""
