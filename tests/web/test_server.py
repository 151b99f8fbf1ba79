"""The page's server: only this laptop, only under its secret and its own name, only what is on show, and words stay words."""

import http.client
import json
import socket
import threading
from contextlib import contextmanager

import pytest

from kit.store import StoreProblem
from kit.web.server import RoomServer
from tests.room.rooms import BEGUN, THE_DAY, Hall
from tests.room.test_secondscreen import with_picture
from tests.rooms import HOSTILE


@pytest.fixture
def hall(tmp_path):
    return Hall(tmp_path / "home")


@contextmanager
def serving(hall, **given):
    """A server at work in a thread of its own."""
    with RoomServer(hall.watched(), **given) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def ask(server, path, method="GET", body=None, **headers):
    """One request: the status, the headers and the body."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path, body, {"Host": f"127.0.0.1:{server.server_port}", **headers})
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


def now(server):
    return json.loads(ask(server, f"/{server.secret}/now.json")[2])


def test_it_gives_the_page_and_what_is_on_show_and_follows(hall):
    with serving(hall) as server:
        status, _, page = ask(server, f"/{server.secret}/")
        assert status == 200
        assert b'<html lang="en" data-theme="ink">' in page
        assert now(server)["heading"] == "Welcome"
        hall.begins()
        hall.answers(*BEGUN)
        assert now(server)["words"] == "Welcome. You can pass on anything today."
        assert now(server)["time"] == {"number": "10", "words": "minutes left"}


def test_it_listens_on_this_laptop_alone_and_asks_no_network_for_a_name(hall, monkeypatch):
    for name in ("getfqdn", "gethostbyaddr", "getaddrinfo"):
        monkeypatch.setattr(socket, name, lambda *given: pytest.fail("the network was asked for a name"))
    with RoomServer(hall.watched()) as server:
        assert server.server_address[0] == "127.0.0.1"
        assert server.address.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "", "127.0.0.1:1", "[::1]:80", "0.0.0.0"])
def test_under_another_name_than_its_own_it_gives_nothing(hall, host):
    with serving(hall) as server:
        status, headers, body = ask(server, f"/{server.secret}/now.json", Host=host)
        assert (status, body) == (404, b"There is nothing here.\n")
        assert "default-src 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", [
    "/", "/now.json", "/x/now.json", "/SECRET", "/SECRET/../SECRET/", "/SECRET/x/now.json", "/SECRET/now.json?x",
    "/SECRET/room.html", "/SECRET/../../../etc/passwd", "/SECRET/%2e%2e/", "/SECRET/programme.json", "/SECRETx/", "/%C3%BC/",
    "/" + "a" * 9000])
def test_nothing_is_given_for_any_other_path(hall, path):
    with serving(hall) as server:
        assert ask(server, path.replace("SECRET", server.secret))[0] == 404


def test_every_answer_forbids_everything_but_what_comes_from_here(hall):
    with serving(hall) as server:
        for path in ("", "room.css", "room.js", "now.json"):
            status, headers, _ = ask(server, f"/{server.secret}/{path}")
            assert status == 200
            policy = headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'none'; ")
            assert {source for rule in policy.split("; ") for source in rule.split()[1:]} == {"'none'", "'self'"}
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
            assert "Access-Control-Allow-Origin" not in headers


def test_a_key_is_taken_from_its_own_page_and_from_nowhere_else(hall):
    hall.begins()
    with serving(hall) as server:
        key, ours = f"/{server.secret}/blank", f"http://127.0.0.1:{server.server_port}"
        for headers in ({}, {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": ours, "Host": "evil.example"}):
            assert ask(server, key, "POST", **headers)[0] == 404
        assert ask(server, key, "POST", b"x" * 100, Origin=ours)[0] == 404
        assert ask(server, f"/{server.secret}/shutdown", "POST", Origin=ours)[0] == 404
        assert not now(server)["blank"]
        assert ask(server, key, "POST", Origin=ours)[0] == 200
        assert now(server) == {"blank": True}


def test_only_the_page_that_is_on_show_is_given(hall):
    hall.begins()
    hall.answers(*THE_DAY)
    with serving(hall) as server:
        assert "A closed door" not in str(now(server))
        origin = {"Origin": f"http://127.0.0.1:{server.server_port}"}
        for _ in range(3):
            ask(server, f"/{server.secret}/next", "POST", **origin)
        assert "A closed door" in str(now(server))


def test_a_picture_is_given_while_its_drawing_is_on_show(hall):
    hall.begins()
    hall.answers(*THE_DAY)
    hall.closes()
    name = with_picture(hall, "A1", b"\x89PNG for a test")
    with serving(hall) as server:
        assert ask(server, f"/{server.secret}/{name}")[0] == 404
        hall.watched().show("A1")
        assert now(server)["picture"] == name
        status, headers, body = ask(server, f"/{server.secret}/{name}")
        assert (status, headers["Content-Type"], body) == (200, "image/png", b"\x89PNG for a test")


def test_hostile_words_are_data_and_hold_no_controls(hall):
    hall.begins()
    hall.answers(*BEGUN, "", HOSTILE, "<script>alert(1)</script>")
    with serving(hall) as server:
        _, headers, body = ask(server, f"/{server.secret}/now.json")
        assert headers["Content-Type"] == "application/json"
        assert b"\x1b" not in body
        assert json.loads(body)["lines"] == ["[/] [b] ]0;x ünïcödé 名前 🙂", "<script>alert(1)</script>"]


def test_a_port_that_is_taken_is_told_in_a_sentence(hall):
    with RoomServer(hall.watched()) as server, pytest.raises(StoreProblem, match="is in use"):
        RoomServer(hall.watched(), port=server.server_port)


def test_with_the_same_port_its_address_is_the_same_after_a_new_start(hall):
    with RoomServer(hall.watched()) as server:
        port, address = server.server_port, server.address
    with RoomServer(hall.watched(), port=port) as again:
        assert again.address == address
