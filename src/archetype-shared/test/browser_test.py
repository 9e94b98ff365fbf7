"""Uses an archetype's page in Chromium as a person would.

    python3 browser_test.py URL SCREENSHOTS

Every call of the page is chosen and sent by mouse and once by keyboard; the page is looked at from 390 to 1440
pixels, in light and dark, for overflow, contrast (WCAG AA, 4.5) and messages on the console. Exit code 0: all well;
1: faults, which are printed; 77: no Chromium with its driver on this machine.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Iterator

from webdriver import Browser, browsing

NO_BROWSER = 77
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ENTER = "\ue007"

# The lowest contrast of the texts that are shown, with the text: relative luminance as WCAG 2.1 defines it. What lies
# on top of each other is painted on a canvas of one pixel, so that transparent and mixed colours count as they are seen.
CONTRAST = """
const pixel = Object.assign(document.createElement("canvas"), {width: 1, height: 1}).getContext("2d", {willReadFrequently: true});
const paint = (c) => { pixel.fillStyle = c; pixel.fillRect(0, 0, 1, 1); return [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3); };
const light = (c) => { const [r, g, b] = c.map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ground = (e) => { if (e.parentElement) ground(e.parentElement); else paint("white"); return paint(getComputedStyle(e).backgroundColor); };
let worst = [99, ""];
for (const e of document.querySelectorAll("body *")) {
  const own = [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data.trim()).join("") || e.value;
  if (!own || !e.checkVisibility() || ["SCRIPT", "OPTION"].includes(e.tagName)) continue;
  const [a, b] = [light(ground(e)), light(paint(getComputedStyle(e).color))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < worst[0]) worst = [ratio, String(own).slice(0, 40)];
}
return worst;
"""

SENT = """
const status = document.getElementById("status").innerText;
return document.getElementById("send").textContent === "Send" && /\\d m?s/.test(status) && status.replaceAll("\\n", " ");
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
            if browser.run("return document.querySelectorAll('#arrival i').length") < 2:
                yield "the pieces of a stream are not marked"
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
    browser.run("document.getElementById('status').textContent = ''")
    browser.type("#path", "//example.com/" + ENTER)
    if browser.run("return document.getElementById('path').validity.valid || document.getElementById('status').textContent"):
        yield "a path that leads to another site is not refused"
    browser.messages()  # The refusal of that call is on the console, as it should be.


def stopped(browser: Browser) -> Iterator[str]:
    """Ends a stream before its end and keeps what had come."""
    browser.type("#path", "/api/stream")
    browser.run("const m = document.getElementById('method'); m.value = 'GET'; m.dispatchEvent(new Event('change'))")
    browser.click("#send")
    browser.until("return document.getElementById('content').textContent.includes('piece 1')")
    browser.click("#send")
    if not browser.until(SENT).startswith("Stopped"):
        yield "Stop does not end a stream"
    if "piece 1" not in browser.run("return document.getElementById('content').textContent"):
        yield "what came before Stop is gone"


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
        faults = [*each_call(browser, pictures), *browser.messages(), *by_hand(browser)]
        if (pictures / "streaming.png").exists():
            faults += stopped(browser)
        faults += appearance(browser, pictures)
        faults += browser.messages()
    for fault in faults:
        print(fault)
    print(f"{url}: {len(faults)} faults in the browser, screenshots in {pictures}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
