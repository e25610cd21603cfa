"""The commands: `python -m bot run | chat | ask | check | preview | publish | rehearse |
unanswered | migrate`.

Parses arguments, reads the configuration and calls the room that does the work. What is wrong
with arguments, files or configuration is said in a sentence on stderr, with exit code 2.
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


def _run(config: Config, options: argparse.Namespace) -> int:
    terminal = options.terminal or not accounts.has_one(config)
    running = app.run(config, at=options.at, speed=options.speed, terminal=terminal)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop if uvloop else None) as runner:
        runner.run(running)
    return 0


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


def _check(_config: Config, options: argparse.Namespace) -> int:
    files = {str(path): _read(path) for path in _schedule_files(options.paths)}
    against = _read(options.against) if options.against else None
    text, code = check.report(files, options.format, against)
    if text:
        print(text)
    return code


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


def _decide(config: Config, options: argparse.Namespace) -> int:
    made = decide(
        options.decision,
        options.event,
        silent=options.silent,
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


def _migrate(config: Config, _options: argparse.Namespace) -> int:
    migrate(config.store.url.get_secret_value())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="The conference companion.")
    config = argparse.ArgumentParser(add_help=False)
    config.add_argument("--config", type=Path, help="a TOML file (default: config.toml, if there)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, does: object, help: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help, description=help, parents=[config])
        made.set_defaults(command=does)
        return made

    for name, terminal, help in (
        ("run", False, "run the bot; in the terminal if no chat is configured"),
        ("chat", True, "talk to the bot in the terminal, on a replayed clock"),
    ):
        made = command(name, _run, help)
        made.set_defaults(terminal=terminal)
        made.add_argument("--at", type=_instant, metavar="ISO", help="where the clock starts")
        made.add_argument("--speed", type=_speed, help="how many times as fast it runs")

    made = command("ask", _ask, "answer one question, or many as JSON lines")
    made.add_argument("text", nargs="*", metavar="TEXT")
    made.add_argument("--batch", action="store_true", help="JSON lines in, JSON lines out")
    made.add_argument("--schedules", metavar="DIR", help="the folder of schedule files")
    made.add_argument("--at", type=_instant, metavar="ISO", help="when it is asked")
    made.add_argument("--zone", type=_zone, help="the reader's time zone")
    made.add_argument("--language", metavar="CODE", help="the reader's language")
    made.add_argument("--json", action="store_true")

    made = command("check", _check, "find every fault in schedule files")
    made.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    made.add_argument("--format", type=Format, choices=list(Format), default=Format.TEXT)
    made.add_argument("--against", type=Path, metavar="FILE", help="what is published")

    made = command("preview", _decide, "show what publishing the saved files would change")
    made.add_argument("event", nargs="?", metavar="EVENT", help="one event (default: all)")
    made.add_argument("--at", type=_instant, metavar="ISO", help="beside a bot that replays")
    made.set_defaults(decision=Decision.PREVIEW, silent=False)

    made = command("publish", _decide, "publish saved files now, or undo what was published")
    made.add_argument("event", nargs="?", metavar="EVENT", help="one event (default: all)")
    made.add_argument("--silent", action="store_true", help="tell nobody")
    made.add_argument("--at", type=_instant, metavar="ISO", help="beside a bot that replays")
    instead = made.add_mutually_exclusive_group()
    for decision, help in (
        (Decision.HOLD, "do not: keep it until it is published by hand, or saved again"),
        (Decision.UNDO, "put the publication before back in force"),
    ):
        instead.add_argument(
            f"--{decision}", dest="decision", action="store_const", const=decision, help=help
        )
    made.set_defaults(decision=Decision.PUBLISH)

    made = command("rehearse", _rehearse, "show every message that an event would bring")
    made.add_argument("event", metavar="EVENT")
    made.add_argument("--script", type=Path, metavar="FILE", help="people, and edits at their time")
    made.add_argument("--from", dest="since", type=_instant, metavar="ISO")
    made.add_argument("--to", dest="until", type=_instant, metavar="ISO")
    made.add_argument("--json", action="store_true")

    made = command("unanswered", _unanswered, "list the questions that had no answer")
    made.add_argument(
        "--solved", action="append", default=[], metavar="QUESTION", help="take one off the list"
    )
    command("migrate", _migrate, "bring the database to this version")
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
