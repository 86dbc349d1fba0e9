"""How fast, as ratios of things measured side by side: `make bench` prints the table."""
