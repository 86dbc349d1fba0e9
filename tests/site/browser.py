"""A real browser for tests, driven over its pipe: no driver, no port, no package."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
CODES = {"Enter": (13, "\r"), "ArrowDown": (40, ""), "ArrowUp": (38, ""), "Escape": (27, ""), "Tab": (9, "")}
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
)  # fmt: skip


def program() -> str | None:
    """The browser that this machine has."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


class Browser:
    """One tab. What pages log or fail with is kept in `complaints`."""

    def __init__(self, path: str) -> None:
        self._profile = tempfile.mkdtemp(prefix="kpi-browser-")
        to_read, self._to = os.pipe()
        self._from, to_write = os.pipe()
        theirs = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_read, to_write)]
        self._process = subprocess.Popen(
            [path, *QUIET, "--remote-debugging-pipe", f"--user-data-dir={self._profile}", "about:blank"],
            preexec_fn=lambda: [os.dup2(end, number) for number, end in enumerate(theirs, 3)],
            pass_fds=(3, 4), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for end in (to_read, to_write, *theirs):
            os.close(end)
        self._rest = b""
        self._number = 0
        self._session: str | None = None
        self.complaints: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._to)
        os.close(self._from)
        shutil.rmtree(self._profile, ignore_errors=True)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command of the browser's protocol, and its result."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            self._event(answer)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            read = os.read(self._from, 1 << 16)
            assert read, "the browser has ended"
            self._rest += read
        message, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def _event(self, event: dict[str, Any]) -> None:
        match event:
            case {"method": "Runtime.exceptionThrown", "params": {"exceptionDetails": details}}:
                self.complaints.append(str(details))
            case {"method": "Runtime.consoleAPICalled", "params": {"args": words}}:
                self.complaints.append(str(words))
            case {"method": "Log.entryAdded", "params": {"entry": {"text": text}}}:
                self.complaints.append(text)

    # --- what a person does -------------------------------------------------------------------------

    def open(self, file: Path, place: str = "") -> None:
        for url in ("about:blank", file.as_uri() + place):
            self.call("Page.navigate", url=url)
            self.wait_for(f"location.href === {json.dumps(url)} && document.readyState === 'complete'")

    def keys(self, *keys: str) -> None:
        """Press keys by their names: `ArrowDown`, `Enter`, `/`."""
        codes = {
            "Enter": (13, "\r"),
            "ArrowDown": (40, ""),
            "ArrowUp": (38, ""),
            "Escape": (27, ""),
            "Tab": (9, ""),
        }
        for key in keys:
            code, text = codes.get(key, (ord(key[0].upper()), key))
            for kind in ("keyDown", "keyUp"):
                more = {"text": text} if text and kind == "keyDown" else {}
                self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **more)

    def write(self, text: str) -> None:
        self.call("Input.insertText", text=text)

    def run(self, script: str) -> Any:
        """The value of a script in the page."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def texts(self, selector: str) -> list[str]:
        """What is seen of the elements."""
        script = f"""[...document.querySelectorAll({json.dumps(selector)})]
            .filter((e) => e.checkVisibility()).map((e) => e.innerText.trim())"""
        return list(self.run(script))

    @property
    def at(self) -> Path:
        from urllib.parse import unquote, urlsplit

        return Path(unquote(urlsplit(self.run("location.href")).path))

    def wait_for(self, condition: str) -> None:
        """Until a script is true: while a page that was asked for is on its way."""
        for _ in range(30_000):
            with contextlib.suppress(AssertionError):  # between two pages there is none
                if self.run(condition):
                    return
        raise AssertionError(f"never came true: {condition}")

    def look(self, width: int, height: int = 900, scheme: str = "light") -> None:
        """A window's size, and whether light or dark is preferred."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def picture(self, file: Path) -> None:
        data = self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]
        file.write_bytes(base64.b64decode(data))
