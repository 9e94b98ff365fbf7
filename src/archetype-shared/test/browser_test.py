"""Uses an archetype's page in Chromium as a person would.

    python3 browser_test.py URL SCREENSHOTS

Every call of the page is chosen and sent by mouse and once by keyboard; the page is looked at from 390 to 1440
pixels, in light and dark, for overflow, contrast (WCAG AA, 4.5) and messages on the console. Exit code 0: all well;
1: faults, which are printed; 77: no Chromium with its driver on this machine.
"""

from __future__ import annotations

import base64
import contextlib
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Iterator

NO_BROWSER = 77
PATIENCE_SECONDS = 20.0
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
ENTER, TAB, SHIFT = "\ue007", "\ue004", "\ue008"

# The lowest contrast of the texts that are shown, with the text: relative luminance as WCAG 2.1 defines it.
CONTRAST = """
const parse = (c) => c.match(/[\\d.]+/g).map(Number);
const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ground = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; }
  return [255, 255, 255]; };
let worst = [99, ""];
for (const e of document.querySelectorAll("body *")) {
  const own = [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data.trim()).join("") || e.value;
  if (!own || !e.checkVisibility() || ["SCRIPT", "OPTION"].includes(e.tagName)) continue;
  const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < worst[0]) worst = [ratio, String(own).slice(0, 40)];
}
return worst;
"""


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


SENT = """
const status = document.getElementById("status").innerText;
return document.getElementById("send").textContent === "Send" && /\\d ms/.test(status) && status.replaceAll("\\n", " ");
"""


def each_call(browser: Browser, pictures: Path) -> Iterator[str]:
    """Sends every call of the list; gives what is wrong."""
    count = browser.until("return document.querySelectorAll('#calls button').length")
    for index in range(count):
        browser.run("document.getElementById('status').textContent = ''")
        browser.click("#calls button", index)
        browser.click("#send")
        streaming = "/stream" in browser.run("return document.getElementById('path').value")
        if streaming:
            browser.until("return document.getElementById('content').textContent.includes('piece 2')")
            if "receiving" not in browser.run("return document.getElementById('status').innerText"):
                yield "a stream is shown at its end only"
            browser.picture(pictures / "streaming.png")
        status = browser.until(SENT)
        name = browser.run("return document.querySelectorAll('#calls button')[arguments[0]].innerText", index)
        if not status.startswith("2"):
            yield f"{name!r}: {status}"
        if browser.run("return document.getElementById('headers').rows.length") < 1:
            yield f"{name!r}: no headers are shown"
        body = browser.run("return document.getElementById('content').textContent")
        if not status.startswith("204") and not body:
            yield f"{name!r}: no body is shown"
        if body.startswith("{") and "\n  " not in body:
            yield f"{name!r}: the body is not indented: {body[:80]}"


def by_hand(browser: Browser) -> Iterator[str]:
    """Edits method, path and body, and works without a mouse."""
    browser.run("document.querySelector('#calls button').focus()")
    browser.press(ENTER)
    if browser.run("return document.activeElement.id") != "send":
        yield "Enter on a call does not lead to the Send button"
    browser.press(ENTER)
    if not browser.until(SENT).startswith("200"):
        yield "Enter on Send does not send"
    first = browser.run("return document.getElementById('path').value")
    browser.run("document.getElementById('status').textContent = ''")
    browser.type("#path", f"{first}?edited=1" + ENTER)
    if not browser.until(SENT).startswith("200"):
        yield "Enter in the path does not send"
    browser.run(
        "const m = document.getElementById('method'); m.value = 'POST'; m.dispatchEvent(new Event('change'));"
        "document.getElementById('status').textContent = ''"
    )
    browser.type("#body", "{")
    browser.click("#send")
    if not browser.until(SENT).startswith("4"):
        yield "an edited method is not sent"
    browser.messages()  # The refusal of that call is on the console, as it should be.


def appearance(browser: Browser, pictures: Path) -> Iterator[str]:
    for width, height in ((390, 844), (768, 1024), (1440, 900)):
        for dark in (False, True):
            browser.look(width, height, dark)
            browser.run("location.reload()")
            browser.until("return document.querySelectorAll('#calls button').length")
            browser.click("#calls button", 1)
            browser.click("#send")
            browser.until(SENT)
            browser.click("summary")
            place = f"{width} px, {'dark' if dark else 'light'}"
            browser.picture(pictures / f"{width}-{'dark' if dark else 'light'}.png")
            if browser.run("return document.documentElement.scrollWidth") > width:
                yield f"{place}: wider than the window"
            ratio, text = browser.run(CONTRAST)
            if ratio < 4.5:
                yield f"{place}: contrast {ratio:.2f} of {text!r}"


def main(url: str, screenshots: str) -> int:
    binary = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    driver = shutil.which("chromedriver")
    if not binary or not driver:
        print("The page is not tried in a browser: install Chromium and chromedriver (Debian: chromium chromium-driver).")
        return NO_BROWSER
    pictures = Path(screenshots)
    pictures.mkdir(parents=True, exist_ok=True)
    with browsing(binary, driver) as browser:
        browser.look(1440, 900, dark=False)
        browser.post("url", url=url)
        faults = [*each_call(browser, pictures), *browser.messages(), *by_hand(browser), *appearance(browser, pictures)]
        faults += browser.messages()
    for fault in faults:
        print(fault)
    print(f"{url}: {len(faults)} faults in the browser, screenshots in {pictures}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
