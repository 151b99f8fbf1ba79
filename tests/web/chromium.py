"""A Chromium without a window, driven over two pipes in its own protocol: no port, no library, and every request is seen."""

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

BROWSER = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WITHOUT = "Chromium is not here, so this is skipped."
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run", "--disable-extensions",
          "--disable-background-networking", "--disable-component-update", "--disable-sync", "--mute-audio",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")


class Page:
    """One page of the browser."""

    def __init__(self, reading, writing):
        self._reading, self._writing, self._number, self._rest = reading, writing, 0, b""
        self.requests: list[str] = []
        """Every address that the page has asked for."""
        self.complaints: list[str] = []
        """What the page logged: errors, and what its policy forbade."""
        target = self.call("Target.createTarget", {"url": "about:blank"}, None)["targetId"]
        self._session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True}, None)["sessionId"]
        for domain in ("Network", "Page", "Runtime", "Log"):
            self.call(f"{domain}.enable", {})

    def call(self, method, given, session=""):
        """Call one method and wait for its answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": given}
        if session is not None:
            message["sessionId"] = self._session
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            self._note(answer)
        assert "error" not in answer, answer
        return answer["result"]

    def run(self, script):
        """The value of a script, waited for where it is a promise."""
        result = self.call("Runtime.evaluate", {"expression": script, "awaitPromise": True, "returnByValue": True})
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def open(self, address):
        self.call("Page.navigate", {"url": address})

    def until(self, condition):
        """Wait in the page until a condition holds there."""
        holds = self.run("new Promise(done => { let left = 1500; const look = () => { let holds = false; try { holds = "
                         f"{condition} }} catch {{}} if (holds || !left--) done(holds); else setTimeout(look, 20) }}; look() }})")
        assert holds, self.run("document.body.innerText")

    def key(self, key):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", {"type": kind, "key": key})

    def size(self, wide, high):
        self.call("Emulation.setDeviceMetricsOverride", {"width": wide, "height": high, "deviceScaleFactor": 1, "mobile": False})

    def _next(self):
        while b"\0" not in self._rest:
            read = os.read(self._reading, 1 << 16)
            assert read, "the browser has ended"
            self._rest += read
        text, _, self._rest = self._rest.partition(b"\0")
        return json.loads(text)

    def _note(self, event):
        match event.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(event["params"]["request"]["url"])
            case "Log.entryAdded":
                self.complaints.append(event["params"]["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.complaints.append(str(event["params"]["exceptionDetails"]))


@contextmanager
def chromium(folder):
    """A browser with one page, and a profile of its own in a folder."""
    (to_read, to_write), (from_read, from_write) = os.pipe(), os.pipe()

    def pipes():
        low, high = os.dup(to_read), os.dup(from_write)
        os.dup2(low, 3)
        os.dup2(high, 4)

    process = subprocess.Popen([BROWSER, *_FLAGS, f"--user-data-dir={folder}"], preexec_fn=pipes, close_fds=False,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(to_read)
    os.close(from_write)
    try:
        yield Page(from_read, to_write)
    finally:
        process.kill()
        process.wait()
        os.close(to_write)
        os.close(from_read)
