"""A PDF is drawn in a process of its own: a small one may ask for hours, or for all of the memory, and nothing else can end that.

kit  ── the file ──▶  python -m kit.paperin.pdf_apart  ── a line of JSON, then its pixels, for each page ──▶  kit
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread, Timer

from PIL import Image

SECONDS = 20.0
"""Most that one page may take. A page of 17 megapixels takes three on an old laptop."""
MEMORY = 2_000_000_000
"""Most bytes that the process may have, where the system can be asked for such a limit."""
TOO_MUCH = "This page asks for too much time or memory, so the file was left there. Scan it anew, as a picture."


def scanned_apart(data: bytes, refused: Callable[[str], Exception]) -> Iterator[Image.Image]:
    """Each page of a PDF. Raises what `refused` makes of a sentence, or EOFError where the file cannot be drawn."""
    command = [sys.executable, "-P", "-m", "kit.paperin.pdf_apart"]
    more = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          env={**os.environ, **more}) as child:
        Thread(target=_hand_over, args=(child, data), daemon=True).start()
        try:
            while (page := _within(child, refused)) is not None:
                yield page
        finally:
            child.kill()


def _within(child: "subprocess.Popen[bytes]", refused: Callable[[str], Exception]) -> Image.Image | None:
    """The next page; None after the last. The process is ended where it takes longer than `SECONDS`."""
    timer = Timer(SECONDS, child.kill)
    timer.start()
    try:
        return _next(child, refused)
    except (EOFError, ValueError):
        raise (refused(TOO_MUCH) if child.wait() else EOFError) from None
    finally:
        timer.cancel()


def _next(child: "subprocess.Popen[bytes]", refused: Callable[[str], Exception]) -> Image.Image | None:
    assert child.stdout is not None
    head = json.loads(child.stdout.readline() or b"0")
    if not isinstance(head, dict):
        raise EOFError
    if "why" in head:
        raise refused(head["why"])
    if "end" in head:
        return None
    wide, high = head["size"]
    return Image.frombytes("RGB", (wide, high), child.stdout.read(3 * wide * high))


def _hand_over(child: "subprocess.Popen[bytes]", data: bytes) -> None:
    assert child.stdin is not None
    with suppress(OSError):
        child.stdin.write(data)
        child.stdin.close()


def _draw() -> None:
    """What the other process does."""
    from kit.paperin.opening import checked_size
    from kit.paperin.pdf_scans import scanned

    _limit_memory()
    out = sys.stdout.buffer
    try:
        for page in scanned(sys.stdin.buffer.read(), checked_size):
            out.write(json.dumps({"size": page.size}).encode() + b"\n" + page.tobytes())
            out.flush()
        out.write(b'{"end": true}\n')
    except MemoryError:
        raise
    except (ValueError, RuntimeError):
        return
    except Exception as refused:
        out.write(json.dumps({"why": str(refused)}).encode() + b"\n")


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    _draw()
