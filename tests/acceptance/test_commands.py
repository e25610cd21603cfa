"""The commands, run as people run them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.acceptance.process import ROOT, bot

AT = "2018-11-13T15:10:00+01:00"


def test_a_piped_conversation_answers_subscribes_lists_and_ends(folder: Path) -> None:
    """Without any configuration `run` is the terminal, replaying the first highlight's morning."""
    typed = "when is the library session?\nremind me of it\n/reminders\n"
    done = bot(folder, "run", typed=typed)
    assert (done.returncode, done.stderr) == (0, "")
    said = done.stdout
    for part in (
        "Tuesday 13 November, 08:30 (Paris), 60 times as fast",
        "> when is the library session?",
        "Wednesday 14 November",
        "hour not announced",
        "Salle X",
        "https://www.intgovforum.org/multilingual/content/igf-2018-remote-hubs",
        "> remind me of it",
        "Done. I will remind you of DC Public Access in Libraries",
        "> /reminders",
        "1. DC Public Access in Libraries",
    ):
        assert part in said, f"{part!r} is missing in order:\n{done.stdout}"
        said = said[said.index(part) + len(part) :]


def test_what_was_subscribed_outlasts_a_restart(folder: Path) -> None:
    """People and what they follow are kept; only the replayed reminders begin anew."""
    bot(folder, "run", typed="remind me of OF 4\n/timezone Nairobi\n")
    done = bot(folder, "run", typed="/reminders\n/timezone\n")
    assert "1. African Union Open Forum" in done.stdout
    assert "Nairobi" in done.stdout


def test_a_bad_file_at_the_start_is_told_and_the_last_good_one_stays(folder: Path) -> None:
    """An admin sees the line; people still get answers."""
    bot(folder, "run", typed="/now\n")
    file = folder / "schedules" / "igf-2018.yaml"
    file.write_text(file.read_text().replace("room: salle-x\n", "room: sale-x\n", 1))
    done = bot(folder, "run", typed="where is DC-PAL?\n")
    assert "there is no room 'sale-x' — did you mean 'salle-x'?" in done.stdout + done.stderr
    assert "Salle X" in done.stdout


def test_ask_names_exactly_what_is_on_now(folder: Path) -> None:
    """As JSON, for programs."""
    done = bot(folder, "ask", "--at", AT, "--json", "what's on now?")
    answer = json.loads(done.stdout)
    assert answer["kind"] == "sessions"
    assert set(answer["sessions"]) == {"ms-development", "of-4", "ws-384", "bpf-local-content"}


def test_ask_reads_records_and_keeps_their_order(folder: Path) -> None:
    """A record has its own clock, zone and history; a line comes back for each."""
    records = [
        {"id": "a", "text": "where is it?", "history": ["when is OF 4"], "at": AT, "more": 1},
        {"id": "b", "text": "hello", "at": AT, "tz": "Africa/Nairobi"},
        {"id": "c", "text": "ws 999", "at": AT, "tz": None, "lang": "fr", "history": []},
    ]
    typed = "".join(json.dumps(record) + "\n" for record in records)
    answers = [
        json.loads(line)
        for line in bot(folder, "ask", "--batch", typed=typed).stdout.split("\n")
        if line
    ]
    assert [(each["id"], each["kind"], each["sessions"]) for each in answers] == [
        ("a", "sessions", ["of-4"]),
        ("b", "help", []),
        ("c", "none", []),
    ]
    assert "Salle VIII" in answers[0]["text"]


def test_check_finds_every_fault_and_says_so_by_its_exit_code(folder: Path) -> None:
    """0 for the real programme, 1 with the place and the cure for a faulty one."""
    assert bot(folder, "check", "schedules").returncode == 0
    file = folder / "schedules" / "igf-2018.yaml"
    file.write_text(file.read_text().replace("room: salle-x\n", "room: sale-x\n", 1))
    line = (
        file.read_text()
        .split("\n")
        .index(next(each for each in file.read_text().split("\n") if "sale-x" in each))
        + 1
    )
    done = bot(folder, "check", "schedules")
    assert done.returncode == 1
    assert f"schedules/igf-2018.yaml:{line}:" in done.stdout
    assert "did you mean 'salle-x'?" in done.stdout
    assert bot(folder, "check", "--format", "github", "schedules").stdout.startswith("::error")
    assert json.loads(bot(folder, "check", "--format", "json", "schedules").stdout)


def test_a_rehearsal_shows_both_highlights_in_order_with_their_links(folder: Path) -> None:
    """Whoever follows the highlights hears of each the day before and that morning."""
    done = bot(folder, "rehearse", "igf-2018", "--json")
    sent = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["at"] for each in sent] == sorted(each["at"] for each in sent)
    assert [(each["at"][:16], "American Library" in each["text"]) for each in sent] == [
        ("2018-11-12T08:00", True),
        ("2018-11-13T08:00", True),
        ("2018-11-13T08:00", False),
        ("2018-11-14T08:00", False),
    ]
    for each in sent:
        assert (
            "https://www.intgovforum.org/multilingual/content/igf-2018-remote-hubs" in each["text"]
        )


def test_wrong_arguments_name_the_cure(folder: Path) -> None:
    """No traceback, whatever is typed."""
    for arguments, says in (
        (("rehearse", "igf-2019"), "there is no event 'igf-2019'; there is: igf-2018"),
        (("ask", "--at", "noon", "x"), "write it like 2018-11-13T08:30:00+01:00"),
        (("ask", "--zone", "Paris", "x"), "did you mean 'Europe/Paris'?"),
        (("run", "--config", "none.toml"), "copy config.example.toml"),
        (("check", "nothing.yaml"), "nothing.yaml: cannot be read"),
        (("ask", "--schedules", "nowhere", "x"), "there is no schedule to answer from"),
        (("run", "--speed", "0"), "write a number such as 60"),
    ):
        done = bot(folder, *arguments)
        assert done.returncode == 2, arguments
        assert says in done.stderr, arguments
        assert "Traceback" not in done.stderr, arguments


def test_migrate_is_a_command_and_may_be_repeated(folder: Path) -> None:
    """As the release step of a deployment."""
    assert bot(folder, "migrate").returncode == 0
    assert bot(folder, "migrate").returncode == 0
    assert (folder / "data" / "igf-bot.db").exists()


def test_the_commands_of_the_procfile_exist() -> None:
    """What a platform starts is what there is."""
    lines = (ROOT / "Procfile").read_text().splitlines()
    assert lines == ["release: python -m bot migrate", "web: python -m bot run"]
