"""What is remembered outlasts the process."""

from __future__ import annotations

from pathlib import Path

from bot.chats.matrix.memory import FileMemory


async def test_the_file_keeps_the_last_word(tmp_path: Path) -> None:
    """Opened again, each key has what was said last; what was forgotten is gone."""
    file = tmp_path / "new" / "memory.jsonl"
    memory = FileMemory(file)
    await memory.remember("token", "s1")
    await memory.remember("token", "s2")
    await memory.remember("bell $a", "u:s:x")
    await memory.remember("bell $a", None)
    again = FileMemory(file)
    assert await again.recall("token") == "s2"
    assert await again.recall("bell $a") is None
    assert file.read_text().count("\n") == 1


async def test_a_line_that_a_crash_cut_off_is_left_out(tmp_path: Path) -> None:
    """The rest is there."""
    file = tmp_path / "memory.jsonl"
    file.write_text('["token", "s1"]\n["token", "s2"]\n["tok')
    memory = FileMemory(file)
    assert await memory.recall("token") == "s2"
    await memory.remember("other", "x")
    assert await FileMemory(file).recall("other") == "x"
