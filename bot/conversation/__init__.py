"""The conversation: from a `Message` to a `Reply`."""
