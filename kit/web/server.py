"""The page's server. It listens on 127.0.0.1 and nowhere else, and gives the page, what is on show, and the picture on show.

Guards: the address holds a secret that is another each day, so that nobody else on this laptop can guess it; the Host of every
request must be ours, so that no site can reach it under a name of its own (DNS rebinding); keys are taken only from our own page;
the page may load nothing from anywhere else, and nothing that people wrote is ever markup.
"""

import json
import secrets
import socketserver
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files

from kit.desk.secondscreen import SecondScreen
from kit.engine.calm import LOOKS
from kit.store import StoreProblem
from kit.web.shown import shown

HERE = "127.0.0.1"
_POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
           "form-action 'none'; frame-ancestors 'none'")
_ALWAYS = {
    "Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin", "Cache-Control": "no-store",
}
_KINDS = {"html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
          "json": "application/json", "jpg": "image/jpeg", "png": "image/png"}
_FILES = {"": "room.html", "room.css": "room.css", "room.js": "room.js"}
_PATIENCE = 20
"""Seconds after which a connection that says nothing is closed."""

Answer = tuple[str, bytes]
"""The ending of a file's name, and its bytes."""


class RoomServer(ThreadingHTTPServer):
    """One second screen for any number of windows of the browser on this laptop."""

    daemon_threads = True

    def __init__(self, second: SecondScreen, port: int = 0, look: str = LOOKS[0], theme: str = "ink") -> None:
        """Listen on a port, or on any that is free. Raises StoreProblem where the port is taken."""
        try:
            super().__init__((HERE, port), _Handler)
        except OSError:
            raise StoreProblem(f"The port {port} is in use. Leave --port out, and a free one is taken.") from None
        self._second = second
        self._look = look
        self._theme = theme
        self._turn = threading.Lock()
        self.secret = second.secret or secrets.token_hex(12)
        """The same for a day, so that with the same port a page in the browser outlives a new start of the kit."""
        self.hosts = {f"{HERE}:{self.server_port}", f"localhost:{self.server_port}"}

    def server_bind(self) -> None:
        """Take the port. Python's own way would ask the network for this laptop's name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    @property
    def address(self) -> str:
        """What to type in the browser."""
        return f"http://{HERE}:{self.server_port}/{self.secret}/"

    def get(self, name: str) -> Answer | None:
        """What is given for a name under our secret; None where there is nothing of that name."""
        if name in _FILES:
            page = files("kit.web").joinpath("page", _FILES[name]).read_text("utf-8").replace("THEME", self._theme)
            return _FILES[name].partition(".")[2], page.encode()
        if name == "now.json":
            return "json", json.dumps(self._now(), ensure_ascii=False).encode()
        with self._turn:
            try:
                return name.rpartition(".")[2], self._second.picture(name)
            except StoreProblem:
                return None

    def press(self, key: str) -> bool:
        """Do what a key of the page means. Gives whether there is such a key."""
        keys: dict[str, Callable[[], object]] = {
            "blank": self._second.blank, "next": lambda: self._second.turn(1), "before": lambda: self._second.turn(-1),
            "time": self._other_time,
        }
        if key not in keys:
            return False
        with self._turn:
            keys[key]()
        return True

    def _now(self) -> dict[str, object]:
        with self._turn:
            self._second.look()
            return shown(self._second, self._look)

    def _other_time(self) -> None:
        self._look = LOOKS[(LOOKS.index(self._look) + 1) % len(LOOKS)]


class _Handler(BaseHTTPRequestHandler):
    """One request. What is refused is refused without a word about why."""

    server: RoomServer
    timeout = _PATIENCE

    def do_GET(self) -> None:
        """Give the page, what is on show, or the picture."""
        name = self._name()
        answer = self.server.get(name) if name is not None else None
        if answer is None or answer[0] not in _KINDS:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send(HTTPStatus.OK, _KINDS[answer[0]], answer[1])

    def do_POST(self) -> None:
        """Take a key from our own page. No request has a body."""
        name = self._name()
        ours = self.headers.get("Origin") in {f"http://{host}" for host in self.server.hosts}
        bare = self.headers.get("Content-Length", "0") == "0" and "Transfer-Encoding" not in self.headers
        if name is None or not (ours and bare and self.server.press(name)):
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send(HTTPStatus.OK, _KINDS["json"], b"{}")

    def _name(self) -> str | None:
        """What is asked for, under our secret and under our own name; None for anything else."""
        if self.headers.get("Host") not in self.server.hosts:
            return None
        _, secret, *rest = [*self.path.split("/"), ""][:4]
        right = secrets.compare_digest(secret.encode(), self.server.secret.encode())
        return rest[0] if right and self.path == f"/{secret}/{rest[0]}" else None

    def _refuse(self, status: HTTPStatus) -> None:
        self._send(status, "text/plain; charset=utf-8", b"There is nothing here.\n")

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in {**_ALWAYS, "Content-Type": kind, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def version_string(self) -> str:
        """Say nothing of what we run."""
        return "kit"

    def log_message(self, format: str, *args: object) -> None:
        """Keep no log: addresses hold the secret."""
