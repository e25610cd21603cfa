"""Which sessions a question means."""
