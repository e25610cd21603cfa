"""What is slow to import or read, done once for all processes that are forked from one."""

from __future__ import annotations

from datetime import UTC, datetime

import aiohttp
import telegram.ext
import uvloop

import bot.chats.telegram.chat
import bot.cli
from bot.conversation.commands import COMMANDS
from bot.questions.index import Index
from bot.questions.understand import understand
from bot.replies import talk
from tests.programmes import programme, session

__all__ = ["aiohttp", "bot", "telegram", "uvloop"]

understand("hello there", Index(programme(session("a"))), now=datetime.now(UTC))
talk.commands(list(COMMANDS))
