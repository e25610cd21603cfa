"""A real homeserver for the tests: Synapse on a free port of the loopback, data in memory."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

NAME = "bot.test"
_FREE = {"per_second": 100_000, "burst_count": 100_000}
_NO_LIMITS = {
    "rc_message": _FREE,
    "rc_registration": _FREE,
    "rc_admin_redaction": _FREE,
    "rc_key_requests": _FREE,
    "rc_joins": {"local": _FREE, "remote": _FREE},
    "rc_joins_per_room": _FREE,
    "rc_invites": {"per_room": _FREE, "per_user": _FREE, "per_issuer": _FREE},
    "rc_room_creation": _FREE,
    "rc_delayed_event_mgmt": _FREE,
    "rc_presence": {"per_user": _FREE},
}


# Runs Synapse until its standard input closes: it does not outlive tests that are killed, and
# neither do its data.
_RUN = """
import os, runpy, shutil, sys, threading
def watch():
    sys.stdin.read()
    shutil.rmtree(os.getcwd(), ignore_errors=True)
    os._exit(0)
threading.Thread(target=watch, daemon=True).start()
runpy.run_module("synapse.app.homeserver", run_name="__main__")
"""


class Homeserver:
    """One Synapse process. `limited` keeps the rate limits that a fresh installation has, but for
    logins, and lets tokens that can be refreshed live for two seconds only."""

    def __init__(self, *, limited: bool = False) -> None:
        memory = Path("/dev/shm")  # a disk in memory, where there is one
        self.folder = Path(
            tempfile.mkdtemp(prefix="synapse-", dir=memory if memory.is_dir() else None)
        )
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._secret = secrets.token_hex(16)
        self._process: subprocess.Popen[bytes] | None = None
        self._configure(limited)

    def _configure(self, limited: bool) -> None:
        seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        (self.folder / "signing.key").write_text(f"ed25519 a_x {seed}\n")
        settings: dict[str, Any] = {
            "server_name": NAME,
            "public_baseurl": self.url,
            "pid_file": str(self.folder / "pid"),
            "signing_key_path": str(self.folder / "signing.key"),
            "media_store_path": str(self.folder / "media"),
            "listeners": [
                {
                    "type": "http",
                    "port": self.port,
                    "bind_addresses": ["127.0.0.1"],
                    "resources": [{"names": ["client"]}],
                }
            ],
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "db")}},
            "registration_shared_secret": self._secret,
            "macaroon_secret_key": "m",
            "form_secret": "f",
            "bcrypt_rounds": 4,
            "trusted_key_servers": [],
            "suppress_key_server_warning": True,
            "federation_domain_whitelist": [],
            "presence": {"enabled": False},
            "user_directory": {"enabled": False},
            "report_stats": False,
            "caches": {"sync_response_cache_duration": "0s"},
            "rc_login": {"address": _FREE, "account": _FREE, "failed_attempts": _FREE},
            **({"refreshable_access_token_lifetime": "2s"} if limited else _NO_LIMITS),
        }
        # JSON is YAML, too.
        (self.folder / "homeserver.yaml").write_text(json.dumps(settings))

    def start(self) -> None:
        """Start, and wait until it answers."""
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _RUN, "-c", "homeserver.yaml"],
                cwd=self.folder,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/_matrix/client/versions", timeout=5).close()
            except OSError:
                time.sleep(0.05)  # it says nowhere when it is ready
            else:
                return
        raise RuntimeError(f"Synapse did not start:\n{(self.folder / 'log').read_text()[-4000:]}")

    def stop(self) -> None:
        """End the process; the data stay."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            assert self._process.stdin is not None
            self._process.stdin.close()
            self._process = None

    def remove(self) -> None:
        """End the process and forget the data."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def register(self, name: str, password: str, *, admin: bool = False) -> str:
        """Make an account; returns its Matrix id."""
        nonce = self.request("GET", "/_synapse/admin/v1/register")["nonce"]
        words = (nonce, name, password, "admin" if admin else "notadmin")
        mac = hmac.new(self._secret.encode(), "\0".join(words).encode(), hashlib.sha1)
        body = {
            "nonce": nonce,
            "username": name,
            "password": password,
            "admin": admin,
            "mac": mac.hexdigest(),
        }
        return str(self.request("POST", "/_synapse/admin/v1/register", body)["user_id"])

    def crowd(self, room: str, size: int) -> list[str]:
        """So many new people, who join a public room."""
        self.register(name := f"admin-{secrets.token_hex(4)}", "admin", admin=True)
        login = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": name},
            "password": "admin",
        }
        token = self.request("POST", "/_matrix/client/v3/login", login)["access_token"]
        self.request("POST", f"/_matrix/client/v3/join/{room}", {}, token)
        people = [self.register(f"{name}-{number}", "x") for number in range(size - 1)]
        for each in people:
            self.request("POST", f"/_synapse/admin/v1/join/{room}", {"user_id": each}, token)
        return people

    def media(self) -> list[Path]:
        """The files that were uploaded, as they lie on its disk."""
        return [each for each in (self.folder / "media").rglob("*") if each.is_file()]

    def request(
        self, method: str, path: str, body: dict[str, Any] | None = None, token: str | None = None
    ) -> dict[str, Any]:
        """One request, outside any client. Raises `urllib.error.HTTPError`."""
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            found: dict[str, Any] = json.load(answer)
            return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
