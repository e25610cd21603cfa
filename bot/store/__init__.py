"""The store: every SQL statement of the bot, its tables and their migrations."""
