"""The names of a programme, and finding them in a text."""
