"""Telegram as a chat: python-telegram-bot on a transport and a pace of our own."""

import os

# python-telegram-bot warns at every 429 unless its error gives the wait as a timedelta.
os.environ.setdefault("PTB_TIMEDELTA", "true")
