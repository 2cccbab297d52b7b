"""The machine: knows words and pcs, knows nothing of Go source."""
