"""A catalog as a static site that opens from a file: no network, no server, no framework."""
