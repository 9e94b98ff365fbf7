"""Uses the dashboard of pages:run, and the page of a broken function, in Chromium as a person would.

The project is the handler archetype's: /hello is a function in cloud-functions/hello.py.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Iterator

from browser_test import BROWSERS, CONTRAST, ENTER
from webdriver import Browser, browsing

TAB = "\ue004"
SHOWN = "return [...document.querySelectorAll('#request-rows tr')].filter((row) => row.checkVisibility()).length"
# How many lines the words of the column of modes take, at most.
LINES = """
const lines = (cell) => { const range = document.createRange(); range.selectNodeContents(cell); return range.getClientRects().length; };
return Math.max(...[...document.querySelectorAll("#route-rows td:nth-child(2)")].map(lines));
"""


def routes(browser: Browser) -> Iterator[str]:
    """The box that says which file answers, by keyboard alone."""
    browser.until("return document.querySelectorAll('#route-rows tr').length > 5")
    browser.press(TAB)
    if browser.run("return document.activeElement.className") != "skip":
        yield "the first Tab does not lead to the link that skips the navigation"
    browser.type("#path", "/api/users/42" + ENTER)
    answer = browser.until("return document.getElementById('answer').innerText")
    if "api/users/[userId].py" not in answer or "userId = 42" not in answer:
        yield f"the box does not say which file answers: {answer!r}"


def requests(browser: Browser) -> Iterator[str]:
    """A request comes in while the page is open; it is copied and filtered."""
    browser.until("return document.getElementById('live').className === 'dot on'")
    browser.run("fetch(\"/hello?name='x'\")")
    browser.until("return [...document.querySelectorAll('#request-rows .path')].some((e) => e.innerText.startsWith('/hello?'))")
    row = browser.run("return document.querySelector('#request-rows tr').innerText")
    if "200" not in row or "GET" not in row or "/hello" not in row:
        yield f"a request is told without status, method or route: {row!r}"
    browser.run("document.querySelector('#request-rows button').focus()")
    browser.press(ENTER)
    copied = browser.until("return document.getElementById('copied').textContent")
    if not copied.startswith("Copied: curl 'http://") or "/hello?name=" not in copied:
        yield f"no curl command is copied: {copied!r}"
    browser.type("#filter", "no such request")
    if browser.run(SHOWN):
        yield "the filter leaves requests that do not match"
    browser.run("const f = document.getElementById('filter'); f.value = ''; f.dispatchEvent(new Event('input'))")


def broken(browser: Browser, url: str, function: Path, pictures: Path) -> Iterator[str]:
    """A mistake shows its line, and the page loads itself anew when it is mended."""
    text = function.read_text(encoding="utf-8")
    function.write_text(text + "\nwrong = (1\n", encoding="utf-8")
    try:
        browser.post("url", url=url + "hello")
        page = browser.until("return document.body.innerText")
        if "SyntaxError" not in page or "wrong = (1" not in page or "hello.py:" not in page:
            yield f"the page of a broken function does not show its line: {page[:200]!r}"
        for width, dark in ((390, True), (1440, False)):
            browser.look(width, 900, dark)
            browser.picture(pictures / f"broken-{width}.png")
            if browser.run("return document.documentElement.scrollWidth") > width:
                yield f"the page of a broken function is wider than {width} px"
            ratio, dim = browser.run(CONTRAST)
            if ratio < 4.5:
                yield f"the page of a broken function: contrast {ratio:.2f} of {dim!r}"
    finally:
        function.write_text(text, encoding="utf-8")
    browser.until("return document.body.innerText.includes('Hello from Python')")
    browser.messages()  # The answer 500 is on the console, as it should be.


def appearance(browser: Browser, pictures: Path) -> Iterator[str]:
    for width, height in ((390, 844), (1440, 900)):
        for dark in (False, True):
            browser.look(width, height, dark)
            place = f"dashboard, {width} px, {'dark' if dark else 'light'}"
            browser.picture(pictures / f"dashboard-{width}-{'dark' if dark else 'light'}.png")
            if browser.run("return document.documentElement.scrollWidth") > width:
                yield f"{place}: wider than the window"
            if browser.run(LINES) > 1:
                yield f"{place}: a mode is broken into lines"
            ratio, text = browser.run(CONTRAST)
            if ratio < 4.5:
                yield f"{place}: contrast {ratio:.2f} of {text!r}"


def check(url: str, project: Path, screenshots: str) -> int:
    """Returns the number of faults; without a browser there are none."""
    binary = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    driver = shutil.which("chromedriver")
    if not binary or not driver:
        return 0
    pictures = Path(screenshots)
    with browsing(binary, driver) as browser:
        browser.look(1440, 900, dark=False)
        browser.post("url", url=url + "__pages")
        browser.command("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        faults = [*routes(browser), *requests(browser), *appearance(browser, pictures), *browser.messages()]
        faults += broken(browser, url, project / "cloud-functions" / "hello.py", pictures)
    for fault in faults:
        print(fault)
    return len(faults)
