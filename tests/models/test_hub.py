"""`models add` from a hub on loopback, as it would be from huggingface.co."""

from __future__ import annotations

import hashlib
import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests import tiny

_COMMIT = "0123456789abcdef0123456789abcdef01234567"


class _Hub(http.server.BaseHTTPRequestHandler):
    """The few answers of the hub that a download needs."""

    folder: Path
    asked: list[str]

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""

    def _answer(self, *, body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        files = sorted(item.name for item in self.folder.iterdir())
        if path.startswith("/api/models/acme/tiny/tree/"):
            rows = [
                {
                    "type": "file",
                    "path": name,
                    "size": (self.folder / name).stat().st_size,
                    "oid": self._etag(name),
                }
                for name in files
            ]
            self._send(json.dumps(rows).encode(), body=body)
        elif path.startswith("/api/models/acme/tiny"):
            info = {
                "id": "acme/tiny",
                "sha": _COMMIT,
                "siblings": [{"rfilename": name} for name in files],
            }
            self._send(json.dumps(info).encode(), body=body)
        elif path.startswith("/acme/tiny/resolve/") and path.rsplit("/", 1)[1] in files:
            name = path.rsplit("/", 1)[1]
            self.asked.append(name)
            self._send((self.folder / name).read_bytes(), body=body, etag=self._etag(name))
        else:
            self.send_response(404)
            self.send_header("X-Error-Code", "RepoNotFound")
            self.send_header("Content-Length", "0")
            self.end_headers()

    def _etag(self, name: str) -> str:
        return hashlib.sha256((self.folder / name).read_bytes()).hexdigest()

    def _send(self, data: bytes, *, body: bool, etag: str = "") -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("X-Repo-Commit", _COMMIT)
        if etag:
            self.send_header("ETag", f'"{etag}"')
        self.end_headers()
        if body:
            self.wfile.write(data)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[tuple[str, type[_Hub]]]:
    """Serve a tiny model as acme/tiny; yield the endpoint and the handler."""
    folder = tiny.make(tmp_path / "served")
    (folder / "evil.py").write_text("raise SystemExit('never run')", encoding="utf-8")
    (folder / "tf_model.h5").write_bytes(b"0" * 100)

    class Handler(_Hub):
        asked: list[str] = []  # noqa: RUF012 - one list per server is what is wanted

    Handler.folder = folder
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", Handler
    server.shutdown()
    server.server_close()


def _translate(tmp_path: Path, endpoint: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    own = {
        "HF_ENDPOINT": endpoint,
        "HF_HOME": str(tmp_path / "hf"),
        "HF_HUB_DISABLE_XET": "1",
        "VISAVIS_MODELS": str(tmp_path / "store"),
        "NO_PROXY": "127.0.0.1",
    }
    kept = {
        name: value for name, value in os.environ.items()
        if not name.startswith("HF_") and "proxy" not in name.lower()
    }  # fmt: skip
    code = "from translate.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**kept, **own},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_add_from_the_hub_then_translate_without_it(
    tmp_path: Path, hub: tuple[str, type[_Hub]]
) -> None:
    """Only the checkpoint's own files are fetched; afterwards the model works offline."""
    endpoint, handler = hub
    done = _translate(tmp_path, endpoint, "models", "add", "acme/tiny")
    assert done.returncode == 0, done.stderr
    assert "acme/tiny added" in done.stdout
    assert "model.safetensors" in handler.asked
    assert not {"evil.py", "tf_model.h5"} & set(handler.asked)
    asked = len(handler.asked)
    article = tmp_path / "port.txt"
    article.write_text("Le port de la ville a été fermé lundi matin.", encoding="utf-8")
    run = ("--model", "acme/tiny", str(article), "-o", str(tmp_path / "out"))
    assert _translate(tmp_path, "http://127.0.0.1:9", *run).returncode == 0
    assert "model:acme/tiny" in (tmp_path / "out" / "port.md").read_text(encoding="utf-8")
    assert len(handler.asked) == asked


def test_a_name_the_hub_does_not_know(tmp_path: Path, hub: tuple[str, type[_Hub]]) -> None:
    """A clear error, exit code 1, nothing in the store."""
    done = _translate(tmp_path, hub[0], "models", "add", "acme/absent")
    assert done.returncode == 1
    assert "acme/absent cannot be fetched from the hub" in done.stderr
    assert list((tmp_path / "store").iterdir()) == []


def test_no_network(tmp_path: Path) -> None:
    """Nobody listens: the error says what else can be done."""
    done = _translate(tmp_path, "http://127.0.0.1:9", "models", "add", "acme/tiny")
    assert done.returncode == 1
    assert "copy the model's folder here" in done.stderr
