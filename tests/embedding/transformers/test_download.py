"""Fetching a model: from a small hub on this machine, through the hub's own client."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from alignbench.embedding.transformers.download import wanted

COMMIT = "0123456789abcdef0123456789abcdef01234567"
FILES = {
    "modules.json": b'[{"idx": 0, "path": ""}]',
    "config.json": b'{"hidden_size": 48}',
    "model.safetensors": bytes(3_000_000),
    "pytorch_model.bin": bytes(3_000_000),
    "onnx/model.onnx": bytes(3_000_000),
    "README.md": b"# Some model",
}


class Hub(BaseHTTPRequestHandler):
    """What of the hub's interface the client uses for one model, `some/model`."""

    given: ClassVar[list[str]] = []

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, *, body: bool) -> None:
        path = self.path.partition("?")[0]
        base = "/some/model/resolve/"
        name = path.removeprefix(f"{base}{COMMIT}/")
        if path.startswith("/api/models/some/model"):
            files = [{"rfilename": name, "size": len(data)} for name, data in FILES.items()]
            answer = {"id": "some/model", "modelId": "some/model", "sha": COMMIT, "siblings": files}
            self._send(json.dumps(answer).encode(), {"Content-Type": "application/json"}, body)
        elif path.startswith(base) and name in FILES:
            if body:
                self.given.append(name)
            told = {"ETag": f'"{name}-{len(FILES[name])}"', "X-Repo-Commit": COMMIT}
            self._send(FILES[name], told, body)
        else:
            self.send_response(404)
            self.send_header("X-Error-Code", "RepoNotFound")
            self.send_header("Content-Length", "0")
            self.end_headers()

    def _send(self, data: bytes, headers: dict[str, str], body: bool) -> None:
        self.send_response(200)
        for name, value in {**headers, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def hub() -> Iterator[str]:
    Hub.given.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def fetch(name: str, cache: Path, endpoint: str, **more: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: the client reads the environment when it is imported."""
    environment = {
        **os.environ, "HF_ENDPOINT": endpoint, "HF_HUB_CACHE": str(cache),
        "HF_HUB_DISABLE_TELEMETRY": "1", "HF_HUB_OFFLINE": "0", "NO_PROXY": "127.0.0.1",
        "ALIGNBENCH_STATE": str(cache.parent / "state"), **more,
    }  # fmt: skip
    command = [sys.executable, "-m", "alignbench", "models"]
    return subprocess.run(
        [*command, *(["download", name] if name else [])],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_model_is_fetched_and_found(hub: str, tmp_path: Path) -> None:
    done = fetch("some/model", tmp_path / "hub", hub)
    assert (done.returncode, done.stderr) == (0, "some/model is here, 3 MB.\n")
    assert sorted(Hub.given) == ["config.json", "model.safetensors", "modules.json"]
    listed = fetch("", tmp_path / "hub", hub)
    assert "48  not measured     some/model" in listed.stdout


def test_a_model_that_the_hub_does_not_have(hub: str, tmp_path: Path) -> None:
    done = fetch("nobody/nothing", tmp_path / "hub", hub)
    assert done.returncode == 1
    assert done.stderr.startswith("alignbench: There is no model nobody/nothing on the hub.")


def test_without_a_network_it_is_told_at_once(tmp_path: Path) -> None:
    done = fetch("some/model", tmp_path / "hub", "http://127.0.0.1:9")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "The hub could not be reached" in done.stderr


def test_offline_mode_is_respected(hub: str, tmp_path: Path) -> None:
    done = fetch("some/model", tmp_path / "hub", hub, HF_HUB_OFFLINE="1")
    assert done.returncode == 1
    assert "HF_HUB_OFFLINE is set" in done.stderr
    assert not Hub.given


def test_weights_as_pickles_are_taken_only_where_there_are_no_others() -> None:
    both = {"model.safetensors": 9, "pytorch_model.bin": 9, "config.json": 1, "onnx/model.onnx": 9}
    assert list(wanted(both)) == ["config.json", "model.safetensors"]
    assert list(wanted({"pytorch_model.bin": 9, "config.json": 1})) == [
        "config.json", "pytorch_model.bin",
    ]  # fmt: skip
