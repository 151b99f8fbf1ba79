"""The keys: each command with the key it has. Enter gives it another. What is changed is kept at once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from textual import on
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets.option_list import Option

from kit.tui.choices import Choices, blank, heading, option
from kit.tui.commands import key_name
from kit.tui.keymap import every_command, keys_of, place_name, with_key, without
from kit.tui.screens.kept_at_once import KeptAtOnce
from kit.tui.screens.press_key import OWN, PressKey

_KEYS = 22
_ALL = "all"


class KeysScreen(KeptAtOnce):
    """Every command of the app, by where it is."""

    ABOUT = "Here a command gets another key, where yours is taken by the terminal or hard to reach."
    FIRST = "Enter gives a command another key. It is kept at once."

    @property
    def where(self) -> tuple[str, ...]:
        """Settings, Keys."""
        return ("Settings", "Keys")

    def body(self) -> Iterable[Widget]:
        """One list, and under it what came of a change, always in sight: the list is long."""
        yield Vertical(*self.parts(), classes="page")

    def rows(self) -> Iterable[Option]:
        """Each command with its key."""
        changed = self.kit.settings.keys
        yield option(_ALL, "Put all keys back", f"{len(changed)} changed" if changed else "none is changed", width=_KEYS)
        place = ""
        for command in every_command():
            if place_name(command) != place:
                place = place_name(command)
                yield blank()
                yield heading(place)
            keys = ", ".join(map(key_name, keys_of(command, changed)))
            note = f"   (changed; its own is {key_name(command.keys.split(',')[0])})" if command.id in changed else ""
            yield option(command.id, command.label, f"{keys}{note}", width=_KEYS)

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        if event.option.id == _ALL:
            self._take({})
            return
        command = next(each for each in every_command() if each.id == event.option.id)

        def give(key: str | None) -> None:
            if key is not None:
                now = self.kit.settings.keys
                self._take(without(command, now) if key == OWN else with_key(command, key, now))

        self.app.push_screen(PressKey(command, self.kit.key_of(command)), give)

    def _take(self, changed: Mapping[str, str] | str) -> None:
        """Take other keys from now on, and keep them; or say why not."""
        if isinstance(changed, str):
            self.tell(f"! {changed}")
            return
        self.kit.settings = replace(self.kit.settings, keys=dict(changed))
        self.kit.show_keys()
        self.show_rows()
        self.show_frame()
        self.keep()
