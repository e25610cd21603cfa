"""How long a test waits for what another process has to do."""

from __future__ import annotations

PATIENCE = 120.0
"""Seconds until a test gives up. Nothing waits that long when all is well, and a busy machine is
not a fault of the bot."""
