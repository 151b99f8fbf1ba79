"""What around a programme folder may harm it: no room, a syncing service, a clock that was set back. Told early and plainly."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

LITTLE_ROOM = 100_000_000
"""Bytes free on a disk below which a person should hear of it: a long day with pictures may need them."""

_SYNCING = {
    "dropbox": "Dropbox", "onedrive": "OneDrive", "google drive": "Google Drive", "googledrive": "Google Drive",
    "my drive": "Google Drive", "icloud": "iCloud", "com~apple~clouddocs": "iCloud", "mobile documents": "iCloud",
    "nextcloud": "Nextcloud", "owncloud": "ownCloud", "pcloud": "pCloud", "pclouddrive": "pCloud",
    "syncthing": "Syncthing", "sync.com": "Sync", "mega": "MEGA", "box sync": "Box", "box": "Box",
}
"""How the folders of syncing services are called."""


def dangers(folder: Path, now: datetime, last: str = "") -> tuple[str, ...]:
    """Sentences on what may harm a folder; none where nothing does.

    `now` is the time with its zone, `last` when the last entry was made (ISO 8601), where there is one.
    """
    return (*_room(folder), *_read_only(folder), *_syncing(folder), *_clock(now, last))


def _room(folder: Path) -> Iterator[str]:
    with suppress(OSError):
        free = shutil.disk_usage(folder).free
        if free < LITTLE_ROOM:
            yield f"The disk is nearly full: {free / 1e6:.0f} MB are left. Make room soon; what is saved stays safe."


def _read_only(folder: Path) -> Iterator[str]:
    if not os.access(folder, os.W_OK):
        yield "This folder can only be read, so nothing new can be saved in it."


def _syncing(folder: Path) -> Iterator[str]:
    for part in folder.resolve().parts:
        word = part.casefold().partition(" -")[0]
        service = _SYNCING.get(word, "")
        if service:
            yield (f"This folder is in {service}, which sends copies over the internet and may change files while you work. "
                   "Move the programme to an ordinary folder.")
            return


def _clock(now: datetime, last: str) -> Iterator[str]:
    with suppress(ValueError, TypeError):
        made = datetime.fromisoformat(last)
        if last and (made - now).total_seconds() > 120:
            yield (f"The laptop's clock may be wrong: it says {now:%d %B %Y, %H:%M}, and the last entry was made at "
                   f"{made.astimezone(now.tzinfo):%d %B %Y, %H:%M}. Entries keep their order in any case.")
