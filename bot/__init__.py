"""igf-bot: answers about a conference's programme, and reminders that arrive."""
