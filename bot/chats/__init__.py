"""Chats: each translates, sends, classifies errors and keeps its platform's pace."""
