"""Looking after a programme: consent, forgetting, who people can turn to, the passphrase, copies, in one list."""

from collections.abc import Callable
from functools import partial

from kit.desk.flows import Talk, menu
from kit.desk.flows.forgetting import forgetting
from kit.desk.flows.laptops import copies
from kit.desk.flows.passphrase import passphrase
from kit.desk.flows.support import contacts
from kit.desk.flows.things import by_code
from kit.desk.world import World
from kit.store import Programme

ABOUT = "consent, forgetting, passphrase, copies"
"""What stands beside the list's own row."""


def care(programme: Programme, world: World) -> Talk:
    """The list."""
    def rows() -> list[tuple[str, str, Callable[[], Talk]]]:
        return [("What somebody says about a thing", "by the code on its slip", partial(by_code, programme, world)),
                ("Forget", "a person, a thing or a workshop", partial(forgetting, programme, world)),
                ("Passphrase", "set, change or take off", partial(passphrase, programme, world)),
                ("Copies and other laptops", "copy, bundle, join", partial(copies, programme, world)),
                ("The support card", "who people can turn to", partial(contacts, programme, world))]

    return menu(lambda: "Look after it", rows)
