"""Schedules: what they are (`model`), how they are read and checked, how they change."""
