"""Reminders: which moments are due for whom. Pure: no I/O."""
