"""Blocks of named values in a schedule file, read by a table of fields.

A table is a class with a `Field` for each name that its blocks may have (`fields` has them);
`block[Table.field]` is the value, typed by the field's kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from bot.schedule.kinds import ID, ValueKind, report_empty
from bot.schedule.problems import Place, Report, did_you_mean, quoted
from bot.schedule.yamltree import Hole, List, Map, Node, Scalar

T = TypeVar("T")


class Field(Generic[T]):
    """One name of a block, as an attribute of its table: `day_only` is written `day-only`.

    `about` tells editors of the file what to write.
    """

    name: str

    def __init__(self, kind: ValueKind[T], about: str, *, required: bool = False) -> None:
        self.kind = kind
        self.about = about
        self.required = required

    def __set_name__(self, table: type, name: str) -> None:
        self.name = name.replace("_", "-")


def fields_of(table: type) -> dict[str, Field[Any]]:
    """The fields of a table by their names in the file."""
    return {field.name: field for field in vars(table).values() if isinstance(field, Field)}


class Block:
    """Named values of the file. `block[field]` is the value, or None if it is absent or faulty,
    which is reported when it is read: so read each field once."""

    def __init__(self, at: Place, nodes: Mapping[str, Node], report: Report) -> None:
        self.start = at
        self.report = report
        self._nodes = nodes

    def __getitem__(self, field: Field[T]) -> T | None:
        node = self._nodes.get(field.name)
        if node is None:
            return None
        if isinstance(node, Scalar) and not node.text.strip():
            report_empty(node, self.report, field.name)
            return None
        return field.kind.read(node, self.report)

    def __contains__(self, field: Field[Any]) -> bool:
        return field.name in self._nodes

    def node(self, field: Field[Any]) -> Node:
        """What stands in the file for a field; a hole at the block's start if nothing does."""
        return self._nodes.get(field.name, Hole(self.start))

    def at(self, field: Field[Any]) -> Place:
        """Where a field's value stands; the block's start if it has none."""
        return self.node(field).at


def read_block(
    node: Node, table: type, owner: str, report: Report, cure: str = "write 'name: value'"
) -> Block | None:
    """The block at a node. Reports unknown and missing names, calling the block `owner`; the
    cure is for something else than a block."""
    if isinstance(node, Hole):
        return None
    if not isinstance(node, Map):
        report.error("shape", node.at, f"{owner} needs names and values", cure)
        return None
    known = fields_of(table)
    nodes = {}
    for key, value in node.pairs:
        if key.text in known:
            nodes[key.text] = value
            continue
        cure = did_you_mean(key.text, known) or f"it may have {', '.join(known)}"
        if node.inline and isinstance(value, Scalar) and not value.text:
            cure = "put quotes around a text with a comma"
        report.error("unknown", key.at, f"{quoted(key.text)} is not known in {owner}", cure)
    for name, field in known.items():
        if field.required and name not in nodes:
            message = f"{quoted(name)} is missing in {owner}"
            report.error("missing", node.at, message, f"add '{name}:'")
    return Block(node.at, nodes, report)


def block_of(table: type, owner: str) -> ValueKind[Block]:
    """One block with the fields of a table."""

    def read(node: Node, report: Report) -> Block | None:
        return read_block(node, table, owner, report)

    return ValueKind(read, _schema_of(table))


def blocks_of(table: type, noun: str) -> ValueKind[tuple[Block, ...]]:
    """A list of such blocks, each called by the noun and its id."""

    def read(node: Node, report: Report) -> tuple[Block, ...] | None:
        if isinstance(node, Hole):
            return None
        if not isinstance(node, List):
            report.error("not-a-list", node.at, "this is not a list", "start each entry with '- '")
            return None
        found = [read_block(item, table, _owner(noun, item), report) for item in node.items]
        return tuple(block for block in found if block is not None)

    return ValueKind(read, {"type": "array", "items": _schema_of(table)})


def _owner(noun: str, node: Node) -> str:
    for key, value in node.pairs if isinstance(node, Map) else ():
        if key.text == "id" and isinstance(value, Scalar) and value.text:
            return f"{noun} {quoted(value.text)}"
    return f"this {noun}"


def blocks_by_id(table: type, noun: str) -> ValueKind[Mapping[str, Block]]:
    """Such blocks, each under its id."""

    def read(node: Node, report: Report) -> Mapping[str, Block] | None:
        found = {}
        for key, value in _pairs(node, report, f"write '{noun}-id: {{name: ...}}'"):
            ID.read(key, report)
            name = value.text if isinstance(value, Scalar) and value.text else "..."
            cure = f"write {quoted(f'{key.text}: {{name: {name}}}')}"
            block = read_block(value, table, f"{noun} {quoted(key.text)}", report, cure)
            found[key.text] = block or Block(key.at, {}, report)
        return found

    return ValueKind(
        read,
        {
            "type": "object",
            "propertyNames": {"pattern": ID.schema["pattern"]},
            "additionalProperties": _schema_of(table),
        },
    )


def lists_by_name(kind: ValueKind[T]) -> ValueKind[Mapping[str, T]]:
    """Values of a kind, each under a name of the editor's choice."""

    def read(node: Node, report: Report) -> Mapping[str, T] | None:
        pairs = _pairs(node, report, "write 'Name: [other spelling]'")
        read = {key.text: kind.read(value, report) for key, value in pairs}
        return {name: value for name, value in read.items() if value is not None}

    return ValueKind(read, {"type": "object", "additionalProperties": kind.schema})


def _pairs(node: Node, report: Report, cure: str) -> tuple[tuple[Scalar, Node], ...]:
    if isinstance(node, Map):
        return node.pairs
    if not isinstance(node, Hole):
        report.error("shape", node.at, "names and values are needed here", cure)
    return ()


def _schema_of(table: type) -> Mapping[str, object]:
    fields = fields_of(table)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, field in fields.items() if field.required],
        "properties": {
            name: {**field.kind.schema, "description": field.about}
            for name, field in fields.items()
        },
    }
