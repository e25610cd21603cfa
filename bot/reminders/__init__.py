"""Reminders: what is followed, which moments are due for whom, and what is owed. No I/O."""
