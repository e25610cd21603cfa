"""One text read: what it asks, names and continues."""
