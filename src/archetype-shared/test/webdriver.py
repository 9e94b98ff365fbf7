"""Drives Chromium by the W3C WebDriver protocol, with the standard library alone."""

from __future__ import annotations

import base64
import contextlib
import json
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Iterator

PATIENCE_SECONDS = 20.0
ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()


class Browser:
    """A session of the W3C WebDriver protocol (https://www.w3.org/TR/webdriver2/)."""

    def __init__(self, port: int) -> None:
        self._base = f"http://127.0.0.1:{port}"
        self._session = ""

    def open(self, profile: str, binary: str) -> None:
        options = {"binary": binary, "args": [*ARGUMENTS, f"--user-data-dir={profile}"]}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        created = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{created['sessionId']}"

    def close(self) -> None:
        if self._session:
            self._ask("DELETE", self._session)

    def _ask(self, method: str, path: str, content: Any = None) -> Any:
        data = None if content is None else json.dumps(content).encode()
        request = urllib.request.Request(self._base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"].splitlines()[0]) from None

    def post(self, command: str, **content: Any) -> Any:
        return self._ask("POST", f"{self._session}/{command}", content)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.post("execute/sync", script=script, args=list(arguments))

    def until(self, script: str) -> Any:
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            value = self.run(script)
            if value:
                return value
            time.sleep(0.03)
        raise RuntimeError(f"in vain: {script}")

    def element(self, selector: str, index: int = 0) -> str:
        found = self.post("elements", using="css selector", value=selector)
        return str(next(iter(found[index].values())))

    def click(self, selector: str, index: int = 0) -> None:
        self.post(f"element/{self.element(selector, index)}/click")

    def type(self, selector: str, text: str) -> None:
        element = self.element(selector)
        self.post(f"element/{element}/clear")
        self.post(f"element/{element}/value", text=text)

    def press(self, *keys: str) -> None:
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.post("actions", actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def look(self, width: int, height: int, dark: bool) -> None:
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.command("Emulation.setEmulatedMedia", features=scheme)
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500
        )

    def command(self, name: str, **parameters: Any) -> Any:
        return self.post("goog/cdp/execute", cmd=name, params=parameters)

    def picture(self, file: Path) -> None:
        shot = self.command("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        file.write_bytes(base64.b64decode(shot["data"]))

    def messages(self) -> list[str]:
        return [f"{entry['level']}: {entry['message']}" for entry in self.post("se/log", type="browser")]


@contextlib.contextmanager
def browsing(binary: str, driver: str) -> Iterator[Browser]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([driver, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    profile = tempfile.mkdtemp()
    browser = Browser(port)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            time.sleep(0.05)
        browser.open(profile, binary)
        yield browser
    finally:
        with contextlib.suppress(Exception):
            browser.close()
        process.terminate()
        process.wait(10)
        shutil.rmtree(profile, ignore_errors=True)
