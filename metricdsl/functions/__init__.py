"""The vocabulary: each function's signature, documentation, null behaviour and SQL in one place."""
