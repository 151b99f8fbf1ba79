"""The words of calls that keep, forget and join."""

from kit.calls.parts import Commands, add, number, programme


def keeping(commands: Commands) -> None:
    """Consent, forgetting, people, health and passphrases."""
    consent = programme(commands, "keeping", "consent", "write down what somebody says about a thing they made")
    consent.add_argument("code", nargs="?", default="", help="the code on the slip, or a record's id")
    consent.add_argument("--workshop", metavar="ID", default="", help="all that a workshop made")
    consent.add_argument("--visible", choices=("me", "group", "report", "public"), help="who may see it")
    consent.add_argument("--named", choices=("real", "chosen", "letter", "none"), help="how its maker is named")
    consent.add_argument("--as", dest="name", metavar="NAME", default="", help="that name")
    consent.add_argument("--keep-until", metavar="DATE", default="", help="such as 2027-03-31")
    consent.add_argument("--withdraw-until", metavar="DATE", default="", help="until when it can be taken back")
    consent.add_argument("--withdraw", action="store_true", help="take it back: it does not go out any more")
    consent.add_argument("--slip", metavar="CODE", default="", help="the consent slip that says so; its code takes it back too")
    consent.add_argument("--by", default="the facilitator", help="who writes this down")
    consent.add_argument("--wording", metavar="ID", default="spoken-1", help="which words were read out")
    forget = programme(commands, "keeping", "forget", "erase a person, one thing or a workshop from every file")
    forget.add_argument("who", nargs="?", default="", help="a name that was given, the code on a slip, or a record's id")
    forget.add_argument("--workshop", metavar="ID", default="", help="a whole workshop")
    forget.add_argument("--names", action="store_true", help="only the key from makers to names; what they made stays")
    doctor = programme(commands, "keeping", "doctor", "look at every file: whole, damaged, what is missing")
    doctor.add_argument("--copy", metavar="DIR", help="make a second copy there, and verify it")
    people = programme(commands, "knowing", "people", "the people who come: list, change, or take in a table")
    people.add_argument("what", nargs="?", default="list", help="list (if left out), add, set, remove, undo; or a table's file")
    people.add_argument("who", nargs="?", default="", help="the chosen name")
    people.add_argument("parts", nargs="*", default=[], metavar="NAME=VALUE", help="such as pronouns=they needs=ramp print=large")
    find = programme(commands, "knowing", "find", "find words in all that a programme holds: records, plans, people, workshops")
    find.add_argument("words", nargs="+", help="words, or the code on a sheet")
    support = programme(commands, "keeping", "support", "the local contacts on the support card: tell, add, check, remove")
    support.add_argument("--add", nargs=2, metavar=("WHO", "HOW"), help="such as “Ravi, by the tea” “He wears a yellow badge.”")
    support.add_argument("--checked", type=number(1, 99), default=0, metavar="N", help="somebody rang contact N: it is right")
    support.add_argument("--remove", type=number(1, 99), default=0, metavar="N", help="take contact N off the card")
    support.add_argument("--on", metavar="DATE", default="", help="when it was checked, such as 2026-03-31; today if left out")
    lock = programme(commands, "locking", "lock", "set a passphrase, or another one")
    lock.add_argument("--sheet", metavar="FILE", help="also write the recovery sheet as a PDF in large print")
    unlock = programme(commands, "locking", "unlock", "take the passphrase off")
    unlock.add_argument("--check", action="store_true", help="only see whether the passphrase is right")


def joining(commands: Commands) -> None:
    """Bundles and merging."""
    bundle = programme(commands, "joining", "bundle", "put a programme into one file, for another laptop")
    bundle.add_argument("file", help="the file to make, such as ours.kitbundle")
    bundle.add_argument("--sealed", action="store_true", help="seal the file with a passphrase")
    unbundle = add(commands, "joining", "unbundle", "make a programme folder from a bundle, or join it to the one that is here")
    unbundle.add_argument("file", help="the bundle")
    merge = programme(commands, "joining", "merge", "join another folder, or a bundle, of the same programme to this one")
    merge.add_argument("other", nargs="?", default="", help="the other folder or bundle")
    merge.add_argument("--choose", metavar="ID", default="", help="settle a conflict: this record stands")
