"""One file with many in it, from somebody else: a zip that is read only as far as it can be trusted.

Names must be ours, sizes are counted while reading, nothing is ever unpacked to a path that the file names.
"""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping

from kit.store.problem import StoreProblem

MOST_FILES = 5_000
MOST_BYTES = 300_000_000
"""Bytes of all files together, unpacked."""

_NAME = re.compile(r"manifest\.json|entries\.jsonl|paper\.json|"
                   r"att/[0-9a-f]{40}\.[a-z0-9]{1,5}|plans/[a-z0-9][a-z0-9 _-]{0,78}\.toml")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CHUNK = 64 * 1024


def may_be_named(name: str) -> bool:
    """Whether a file of an archive may have this name."""
    return bool(_NAME.fullmatch(name)) and not _DEVICE.fullmatch(name.split("/")[-1])


def pack(files: Mapping[str, bytes]) -> bytes:
    """An archive of some files. The same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, files[name])
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The files of an archive. Raises StoreProblem, with the reason, where anything about it cannot be trusted."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check(infos)
            return _read(archive, infos)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
            zlib.error) as error:
        raise _refused("it is damaged, or it is no bundle") from error


def fits(data: bytes, name: str, most: int = 50_000_000) -> None:
    """Read an archive of somebody else's once, only to count. Raises StoreProblem where it holds more than it should."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            left = most
            for info in archive.infolist()[:MOST_FILES]:
                with archive.open(info) as file:
                    while chunk := file.read(_CHUNK):
                        left -= len(chunk)
                        if left < 0:
                            raise StoreProblem(f"{name} unpacks to more than {most // 1_000_000} MB. It was not read.")
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, zlib.error):
        raise StoreProblem(f"{name} is damaged. It was not read.") from None


def _check(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MOST_FILES:
        raise _refused(f"it holds more than {MOST_FILES:,} files")
    if len({info.filename.casefold() for info in infos}) < len(infos):
        raise _refused("it holds one name twice")
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if not may_be_named(info.orig_filename):
            raise _refused("it holds a file with a name that is not ours")
        if info.flag_bits & 1 or info.compress_type not in _METHODS:
            raise _refused("it is packed in a way that we do not read")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise _refused("it holds a link")
        if info.header_offset < end:
            raise _refused("its files lie on top of one another")
        end = info.header_offset + info.compress_size


def _read(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    files, left = {}, MOST_BYTES
    for info in infos:
        parts: list[bytes] = []
        with archive.open(info) as file:
            while chunk := file.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise _refused(f"it holds more than {MOST_BYTES // 1_000_000} MB")
                parts.append(chunk)
        files[info.filename] = b"".join(parts)
    return files


def _refused(why: str) -> StoreProblem:
    return StoreProblem(f"This bundle was not taken in: {why}. Nothing was changed.")
