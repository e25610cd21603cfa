"""Replies: an `Answer` or a delivery in a person's language. Pure: no I/O."""
