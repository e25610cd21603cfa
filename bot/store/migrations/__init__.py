"""Alembic's migrations of the tables, oldest first in `versions/`."""
