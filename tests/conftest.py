"""What holds for every test: no outside connection, and a home folder of its own."""

import socket

import pytest
from hypothesis import settings

# No promise is about time: a busy machine is slow at times.
settings.register_profile("kit", deadline=None)
settings.load_profile("kit")


@pytest.fixture(autouse=True)
def no_outside_connection(monkeypatch):
    """Refuse every connection but to this machine: the kit opens none, ever."""
    connect = socket.socket.connect

    def only_here(self, address):
        if self.family != getattr(socket, "AF_UNIX", None) and str(address[0]) not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a connection to {address} was tried")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_here)


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    """Nothing that a test does reaches a person's own programmes."""
    monkeypatch.setenv("KIT_HOME", str(tmp_path / "kit-home"))
    monkeypatch.delenv("KIT_PLAIN", raising=False)
