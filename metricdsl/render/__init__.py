"""The plan to SQL, as sqlglot expressions."""
