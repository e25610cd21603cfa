"""What holds on every chat: the same dialogue has the same outcome on the terminal, on Telegram
and on Matrix, through the real adapters and with the real conversation."""
