"""Processes that start in a moment: forked from one that has imported the bot, and read the words
of all languages."""

from __future__ import annotations

from multiprocessing import get_context

processes = get_context("forkserver")
processes.set_forkserver_preload(
    ["tests.warm", "tests.acceptance.crashing", "tests.delivery.victim"]
)
