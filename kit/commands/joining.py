"""Commands for two laptops without a network: bundle, unbundle, merge."""

from argparse import Namespace
from pathlib import Path

from kit.commands import NO, OK, USAGE
from kit.commands.opening import opened, passphrase_of, programme_of
from kit.commands.telling import narrate, tell, tell_json
from kit.desk.home import home_folder
from kit.desk.incoming import Incoming, is_sealed, read_bundle
from kit.desk.joining import Joined, choose_one
from kit.desk.joining import bundle as make
from kit.desk.joining import merge as join
from kit.desk.joining import unbundle as take
from kit.desk.world import real_world
from kit.model.text import counted

_BUNDLE = "KIT_BUNDLE_PASSPHRASE_FILE"


def bundle(call: Namespace) -> int:
    """Put a programme into one file."""
    programme = programme_of(call)
    passphrase = passphrase_of("Passphrase for the bundle, a short sentence: ", _BUNDLE) if call.sealed else ""
    records = make(programme, Path(call.file), real_world(), passphrase)
    if call.json:
        tell_json({"file": call.file, "records": records, "sealed": call.sealed})
    else:
        tell(call.file)
        narrate(f"{counted(records, 'record')} in it. What only its maker may see, and your own notes, stayed here. "
                "So did cards that came back, and their pictures.")
    return OK


def unbundle(call: Namespace) -> int:
    """Make a programme folder from a bundle, or join it to the one that is here."""
    return _tell(call, take(home_folder(call.home), _read(Path(call.file)), real_world()))


def merge(call: Namespace) -> int:
    """Join another folder or bundle of the same programme, or settle what two laptops changed in two ways."""
    if bool(call.other) == bool(call.choose):
        narrate("Say one of these: the other folder or bundle, or --choose ID.")
        return USAGE
    programme = programme_of(call)
    if call.choose:
        settled = choose_one(programme, call.choose, real_world())
        tell_json({"settled": settled}) if call.json else tell(f"Settled. {counted(settled, 'other')} count no more.")
        return OK
    return _tell(call, join(programme, _read(Path(call.other)), real_world()))


def _read(path: Path) -> Incoming:
    if path.is_dir():
        from kit.desk.joining import read_folder
        from kit.store import read_programme

        return read_folder(opened(read_programme(path)))
    return read_bundle(path, passphrase_of("Passphrase of the bundle: ", _BUNDLE) if is_sealed(path) else "")


def _tell(call: Namespace, done: Joined) -> int:
    if call.json:
        tell_json(done)
    else:
        tell(*done.sentences())
    return NO if done.conflicts else OK
