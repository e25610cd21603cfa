"""Cross-signing: the keys by which other people's clients trust the bot's device.

The rule that lives here: the three seeds are made once and kept in a file of their own, apart
from the device's keys. A new device is signed with the same seeds, so nobody sees a warning. New
seeds are another identity: everyone is warned, and Synapse never takes the old one back; so that
happens only when a person has written `new` into the file. Format: the specification's
"cross-signing" module.
"""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path

from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa

from bot.chats.matrix.account import Login, LoginError, write_private
from bot.chats.matrix.server import JsonObject, Refused, Server, path

CONSENT = "new"
"""What the operator writes into the file to give an account that has an identity another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """The private halves, base64 of 32 bytes each: what has to be backed up. `replaces` is the
    public master key that a person agreed to give up for these."""

    user: str
    master: str = field(repr=False)
    self_signing: str = field(repr=False)
    user_signing: str = field(repr=False)
    replaces: str | None = None


async def sign_device(server: Server, login: Login, file: Path, password: str | None) -> None:
    """Publish the account's identity if need be, and sign this device with it. The seeds come from
    `file`; for an account without an identity they are made and kept there. Raises `LoginError`,
    `Refused`, `Unanswered`."""
    known = await server.call("POST", path("keys", "query"), {"device_keys": {login.user: []}})
    published = _master(known.get("master_keys", {}).get(login.user))
    seeds = _seeds(file, login.user, published)
    if published in (None, seeds.replaces):
        await _publish(server, seeds, password)
    elif published != public_key(seeds.master):
        raise LoginError(
            "Matrix: another client has given this account another identity, which cannot be "
            f"taken back. To go on with a new one, write `{CONSENT}` into {file}: everyone who "
            "talks to the bot will be warned once."
        )
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


def _seeds(file: Path, user: str, published: str | None) -> Seeds:
    """Those of the file, or new ones, which are in the file before anything is signed."""
    text = file.read_text(encoding="utf-8").strip() if file.exists() else None
    if text is None and published is not None:
        raise LoginError(
            f"Matrix: {file} is missing, and with it the keys of the bot's identity. Put the "
            f"backup back. Without one, write `{CONSENT}` into that file: the bot gets a new "
            "identity, everyone who talks to it is warned once, and the old one cannot come back."
        )
    if text is None or text == CONSENT:
        made = [base64.b64encode(secrets.token_bytes(32)).decode() for _ in range(3)]
        seeds = Seeds(
            user=user,
            master=made[0],
            self_signing=made[1],
            user_signing=made[2],
            replaces=published,
        )
        file.parent.mkdir(parents=True, exist_ok=True)
        write_private(file, json.dumps(asdict(seeds), indent=1))
        return seeds
    try:
        seeds = Seeds(**json.loads(text))
        public_key(seeds.master)
    except (ValueError, TypeError) as error:
        raise LoginError(
            f"Matrix: {file} is damaged ({error}). Put the backup back; without one, write "
            f"`{CONSENT}` into it for a new identity, of which everyone is warned once."
        ) from None
    if seeds.user != user:
        raise LoginError(f"Matrix: {file} belongs to {seeds.user}, not to {user}.")
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


def _master(key: JsonObject | None) -> str | None:
    """The public key in a published cross-signing key."""
    return str(next(iter(key["keys"].values()))) if key else None


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")
