"""Cross-signing: the keys by which other people's clients trust the bot's device.

The rule that lives here: the three seeds are made once and kept in a file of their own, apart
from the device's keys. A new device is signed with the same seeds, so nobody sees a warning; only
new seeds look like another identity. Format: the specification's "cross-signing" module.
"""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path

import structlog
from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa

from bot.chats.matrix.account import Login, LoginError, write_private
from bot.chats.matrix.server import JsonObject, Refused, Server, path

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """The private halves, base64 of 32 bytes each: what has to be backed up."""

    user: str
    master: str = field(repr=False)
    self_signing: str = field(repr=False)
    user_signing: str = field(repr=False)


async def sign_device(server: Server, login: Login, file: Path, password: str | None) -> None:
    """Publish the account's identity if need be, and sign this device with it. The seeds come from
    `file`; where there is none, they are made and kept there. Raises `LoginError`, `Refused`,
    `Unanswered`."""
    seeds = _seeds(file, login.user)
    known = await server.call("POST", path("keys", "query"), {"device_keys": {login.user: []}})
    published = _keys(known.get("master_keys", {}).get(login.user))
    if published != [public_key(seeds.master)]:
        if published:
            log.warning(
                "matrix.identity_replaced",
                file=str(file),
                advice=(
                    "everyone who talks to the bot is warned once; "
                    "if the old file is in a backup, put it back and start again"
                ),
            )
        await _publish(server, seeds, password)
    device = known["device_keys"][login.user][login.device]
    name = f"ed25519:{public_key(seeds.self_signing)}"
    if name not in device.get("signatures", {}).get(login.user, {}):
        signed = _signed(device, login.user, seeds.self_signing)
        answer = await server.call(
            "POST", path("keys", "signatures", "upload"), {login.user: {login.device: signed}}
        )
        if answer.get("failures"):
            raise LoginError(f"Matrix: the device could not be signed: {answer['failures']}")


def public_key(seed: str) -> str:
    """The public half of a seed, as Matrix writes it (base64 without padding)."""
    return _base64(_private(seed).public_key().export_key(format="raw"))


def _seeds(file: Path, user: str) -> Seeds:
    """Those of the file, or new ones, which are in the file before anything is signed."""
    if file.exists():
        try:
            seeds = Seeds(**json.loads(file.read_text(encoding="utf-8")))
            public_key(seeds.master)
        except (OSError, ValueError, TypeError) as error:
            raise LoginError(
                f"Matrix: {file} cannot be read ({error}). Put the backup back; without one, move "
                "the file away, and everyone will be warned once of a new identity."
            ) from None
        if seeds.user != user:
            raise LoginError(f"Matrix: {file} belongs to {seeds.user}, not to {user}.")
        return seeds
    made = [base64.b64encode(secrets.token_bytes(32)).decode() for _ in range(3)]
    seeds = Seeds(user=user, master=made[0], self_signing=made[1], user_signing=made[2])
    file.parent.mkdir(parents=True, exist_ok=True)
    write_private(file, json.dumps(asdict(seeds), indent=1))
    return seeds


async def _publish(server: Server, seeds: Seeds, password: str | None) -> None:
    """Upload the public keys: free at the first time, later with the password."""
    usages = {
        "master": seeds.master,
        "self_signing": seeds.self_signing,
        "user_signing": seeds.user_signing,
    }
    keys: JsonObject = {}
    for usage, seed in usages.items():
        public = public_key(seed)
        key = {"user_id": seeds.user, "usage": [usage], "keys": {f"ed25519:{public}": public}}
        keys[f"{usage}_key"] = key if usage == "master" else _signed(key, seeds.user, seeds.master)
    upload = path("keys", "device_signing", "upload")
    try:
        await server.call("POST", upload, keys)
    except Refused as refused:
        session = refused.body.get("session")
        if refused.status != 401 or session is None:
            raise
        if not password:
            raise LoginError(
                "Matrix: the homeserver wants a confirmation before it takes the bot's signing "
                "keys. Start once with MATRIX_PASSWORD; where passwords are switched off, allow "
                "the reset of the cryptographic identity in the account's page, then start again."
            ) from None
        who = {"type": "m.id.user", "user": seeds.user}
        auth = {"type": "m.login.password", "identifier": who, "password": password}
        await server.call("POST", upload, {**keys, "auth": {**auth, "session": session}})


def _signed(thing: JsonObject, user: str, seed: str) -> JsonObject:
    bare = {key: thing[key] for key in thing if key not in ("signatures", "unsigned")}
    text = json.dumps(bare, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    signature = eddsa.new(_private(seed), "rfc8032").sign(text.encode())
    name = f"ed25519:{public_key(seed)}"
    return {**bare, "signatures": {user: {name: _base64(signature)}}}


def _private(seed: str) -> ECC.EccKey:
    return ECC.construct(curve="Ed25519", seed=base64.b64decode(seed, validate=True))


def _keys(cross_signing_key: JsonObject | None) -> list[str]:
    return [*cross_signing_key["keys"].values()] if cross_signing_key else []


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")
