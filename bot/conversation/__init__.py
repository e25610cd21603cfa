"""The conversation: from a `Message` to a `Reply`."""

from bot.conversation.conversation import Conversation

__all__ = ["Conversation"]
