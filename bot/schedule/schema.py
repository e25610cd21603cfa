"""The JSON Schema of schedule files, for editors: made from the loader's own tables.

`python -m bot.schedule.schema > schema/schedule.schema.json` writes it anew. An editor sees
names, shapes and patterns; what only the whole file shows, `check` tells.
"""

from __future__ import annotations

import json

from bot.schedule.blocks import block_of
from bot.schedule.fields import FileFields


def schema() -> dict[str, object]:
    """The schema, as draft 7, which editors of YAML know."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Schedule of an event",
        **block_of(FileFields, "the file").schema,
    }


def schema_text() -> str:
    """The schema as it stands in `schema/schedule.schema.json`."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    print(schema_text(), end="")  # noqa: T201  this module's own command
