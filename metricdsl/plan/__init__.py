"""A question to leaves in contexts to scans."""
