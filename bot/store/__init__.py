"""The store: every SQL statement of the bot, its tables and their migrations.

The functions of this package take a connection first and run in a transaction that `Store.do`
opens and commits:

    store = await Store.open("sqlite:///data/igf-bot.db")
    person = await store.do(people.find_or_create, address, now)
"""

from bot.store.engine import StoreError
from bot.store.store import Store, migrate

__all__ = ["Store", "StoreError", "migrate"]
