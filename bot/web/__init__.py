"""The bot's own web server."""

from bot.web.server import PortError, health, listening

__all__ = ["PortError", "health", "listening"]
