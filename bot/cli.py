"""The commands: `python -m bot run | chat | ask | check | preview | publish | rehearse |
unanswered | migrate`.

Parses arguments, reads the configuration and calls the room that does the work; beside each
command stands what it takes. What is wrong with arguments, files or configuration is said in a
sentence on stderr, with exit code 2.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bot import accounts, app, asked, rehearsal
from bot.clock import wall_clock
from bot.config import Config, ConfigError, read_config
from bot.deciding import Decision, decide
from bot.logs import configure_logs
from bot.messages import AccountError
from bot.schedule import check
from bot.schedule.problems import Format
from bot.schedule.times import known_zone, suggest_zone
from bot.script import ScriptError, read_script
from bot.store import Store, StoreError, migrate, questions

try:
    import uvloop
except ImportError:  # Windows: asyncio's own loop
    uvloop = None  # type: ignore[assignment]  # mypy knows only the module


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    configure_logs()
    try:
        config = read_config(options.config, os.environ)
        return int(options.command(config, options))
    except (AccountError, ConfigError, ScriptError, StoreError, app.UsageError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output has left (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(config: Config, options: argparse.Namespace, *, terminal: bool = False) -> int:
    terminal = terminal or not accounts.has_one(config)
    running = app.run(config, at=options.at, speed=options.speed, terminal=terminal)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop if uvloop else None) as runner:
        runner.run(running)
    return 0


def _chat(config: Config, options: argparse.Namespace) -> int:
    return _run(config, options, terminal=True)


def _run_takes(command: argparse.ArgumentParser) -> None:
    command.add_argument("--at", type=_instant, metavar="ISO", help="where the clock starts")
    command.add_argument("--speed", type=_speed, help="how many times as fast it runs")


def _ask(config: Config, options: argparse.Namespace) -> int:
    programme = asked.read_programme(Path(options.schedules or config.schedules))
    index = asyncio.run(asked.index_of(programme))
    if options.batch:
        for line in sys.stdin:
            if line.strip():
                _print_json(asked.answer_record(asked.record(line), index, config.language))
        return 0
    record = {
        "text": " ".join(options.text) or sys.stdin.read(),
        "at": (options.at or wall_clock()).isoformat(),
        "tz": options.zone,
        "lang": options.language,
    }
    found = asked.answer_record(record, index, config.language)
    if options.json:
        _print_json(found)
    else:
        print(found["text"])
    return 0


def _ask_takes(command: argparse.ArgumentParser) -> None:
    command.add_argument("text", nargs="*", metavar="TEXT")
    command.add_argument("--batch", action="store_true", help="JSON lines in, JSON lines out")
    command.add_argument("--schedules", metavar="DIR", help="the folder of schedule files")
    command.add_argument("--at", type=_instant, metavar="ISO", help="when it is asked")
    command.add_argument("--zone", type=_zone, help="the reader's time zone")
    command.add_argument("--language", metavar="CODE", help="the reader's language")
    command.add_argument("--json", action="store_true")


def _check(_config: Config, options: argparse.Namespace) -> int:
    files = {str(path): _read(path) for path in _schedule_files(options.paths)}
    against = _read(options.against) if options.against else None
    text, code = check.report(files, options.format, against)
    if text:
        print(text)
    return code


def _check_takes(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    command.add_argument("--format", type=Format, choices=list(Format), default=Format.TEXT)
    command.add_argument("--against", type=Path, metavar="FILE", help="what is published")


def _rehearse(config: Config, options: argparse.Namespace) -> int:
    files = {path.stem: path for path in _schedule_files([Path(config.schedules)])}
    if options.event not in files:
        raise app.UsageError(
            f"there is no event {options.event!r}; there is: {', '.join(files) or 'none'}"
        )
    happened = rehearsal.rehearse(
        options.event,
        _read(files[options.event]),
        read_script(options.script) if options.script else rehearsal.HIGHLIGHTS,
        since=options.since,
        until=options.until,
        language=config.language,
    )
    for each in asyncio.run(happened):
        if options.json:
            _print_json(each.record)
        else:
            print(each, end="\n\n")
    return 0


def _rehearse_takes(command: argparse.ArgumentParser) -> None:
    command.add_argument("event", metavar="EVENT")
    command.add_argument("--script", type=Path, metavar="FILE", help="people, and timed edits")
    command.add_argument("--from", dest="since", type=_instant, metavar="ISO")
    command.add_argument("--to", dest="until", type=_instant, metavar="ISO")
    command.add_argument("--json", action="store_true")


def _preview(config: Config, options: argparse.Namespace) -> int:
    return _decide(Decision.PREVIEW, config, options)


def _preview_takes(command: argparse.ArgumentParser) -> None:
    command.add_argument("event", nargs="?", metavar="EVENT", help="one event (default: all)")
    command.add_argument("--at", type=_instant, metavar="ISO", help="beside a bot that replays")


def _publish(config: Config, options: argparse.Namespace) -> int:
    return _decide(options.decision, config, options, silent=options.silent)


def _publish_takes(command: argparse.ArgumentParser) -> None:
    _preview_takes(command)
    command.add_argument("--silent", action="store_true", help="tell nobody")
    instead = command.add_mutually_exclusive_group()
    for decision, help in (
        (Decision.HOLD, "do not: keep it until it is published by hand, or saved again"),
        (Decision.UNDO, "put the publication before back in force"),
    ):
        instead.add_argument(
            f"--{decision}", dest="decision", action="store_const", const=decision, help=help
        )
    command.set_defaults(decision=Decision.PUBLISH)


def _decide(
    decision: Decision, config: Config, options: argparse.Namespace, *, silent: bool = False
) -> int:
    made = decide(
        decision,
        options.event,
        silent=silent,
        now=options.at or wall_clock(),
        url=config.store.url.get_secret_value(),
        folder=Path(config.schedules),
        wait=timedelta(seconds=config.publishing.wait),
    )
    text, code = asyncio.run(made)
    print(text)
    return code


def _unanswered(config: Config, options: argparse.Namespace) -> int:
    async def read() -> list[questions.Unanswered]:
        store = await Store.open(config.store.url.get_secret_value(), beside=True)
        try:
            for text in options.solved:
                if not await store.do(questions.solved, text):
                    raise app.UsageError(f"the list has no question {text!r}")
            return await store.do(questions.most_asked)
        finally:
            await store.close()

    for each in asyncio.run(read()):
        print(f"{each.times:4}  {each.last:%Y-%m-%d}  {each.language}  {each.text}")
    return 0


def _unanswered_takes(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--solved", action="append", default=[], metavar="QUESTION", help="take one off the list"
    )


def _migrate(config: Config, _options: argparse.Namespace) -> int:
    migrate(config.store.url.get_secret_value())
    return 0


def _nothing(_command: argparse.ArgumentParser) -> None:
    """Takes no arguments of its own."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="The conference companion.")
    config = argparse.ArgumentParser(add_help=False)
    config.add_argument("--config", type=Path, help="a TOML file (default: config.toml, if there)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, does, takes, help in (
        ("run", _run, _run_takes, "run the bot; in the terminal if no chat is configured"),
        ("chat", _chat, _run_takes, "talk to the bot in the terminal, on a replayed clock"),
        ("ask", _ask, _ask_takes, "answer one question, or many as JSON lines"),
        ("check", _check, _check_takes, "find every fault in schedule files"),
        ("preview", _preview, _preview_takes, "show what publishing the saved files would change"),
        ("publish", _publish, _publish_takes, "publish what was saved, hold it, or undo"),
        ("rehearse", _rehearse, _rehearse_takes, "show every message that an event would bring"),
        ("unanswered", _unanswered, _unanswered_takes, "list the questions that had no answer"),
        ("migrate", _migrate, _nothing, "bring the database to this version"),
    ):
        made = commands.add_parser(name, help=help, description=help, parents=[config])
        made.set_defaults(command=does)
        takes(made)
    return parser


def _schedule_files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.glob("*.y*ml")) if path.is_dir() else [path]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise app.UsageError(f"{path}: cannot be read: {error.strerror}") from None


def _print_json(record: object) -> None:
    print(json.dumps(record, ensure_ascii=False), flush=True)


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not an instant; write it like 2018-11-13T08:30:00+01:00"
        )
    return instant


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0 < speed <= 1e6:
        raise argparse.ArgumentTypeError(f"{text!r} is not a speed; write a number such as 60")
    return speed


def _zone(text: str) -> str:
    if known_zone(text):
        return text
    near = suggest_zone(text)
    hint = f" — did you mean {near!r}?" if near else "; write it like Africa/Nairobi"
    raise argparse.ArgumentTypeError(f"there is no time zone {text!r}{hint}")
