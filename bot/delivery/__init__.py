"""Delivering what is due: plan, claim, send, settle.

The promise: at least once while still useful. What is late is labelled late, what is no longer
true is dropped and counted. A crash between a call and its settling repeats at most what was in
flight, and nothing where the platform knows the key of a delivery (Matrix).
"""

from bot.delivery.courier import Courier
from bot.delivery.notices import News
from bot.delivery.writer import Writer

__all__ = ["Courier", "News", "Writer"]
