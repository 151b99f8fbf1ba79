"""The plain front end's first screen: what there is, as a numbered list, and one answer a line."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from kit.desk.flows import Talk
from kit.desk.health import due_at_home, place_of_copies, plugged_in, second_copy, warnings
from kit.desk.home import OPEN_SHEETS, sheets_folder
from kit.desk.library import Shelf, plans_of
from kit.desk.next_workshop import AGAIN, run_before
from kit.desk.outputs import by_kind, credited, outputs, without_people
from kit.desk.programmes import new_programme, practice_programme
from kit.desk.settings import LINES, next_choice, read_settings, save_settings
from kit.desk.starting import starts
from kit.desk.tour import CARDS
from kit.desk.workshop import open_workshop
from kit.desk.world import World
from kit.line.conversation import Conversation
from kit.line.talk import talk_through
from kit.line.voice import LEAVES, Voice
from kit.store import Programme, StoreProblem, list_programmes


class _Other(Exception):
    """A talk led to another programme."""

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme


Choices = list[tuple[str, Callable[[], None]]]


class Menu:
    """Home: programmes, a workshop to try, a new programme. Each list ends with a way back."""

    def __init__(self, home: Path, shelf: Shelf, world: World, voice: Voice) -> None:
        self._home = home
        self._shelf = shelf
        self._world = world
        self._voice = voice
        self._sheets: dict[str, Path] = {}

    def run(self) -> None:
        """Show the first list until somebody leaves or the lines end."""
        self._voice.say("Workshop Kit, plain mode. Nothing is sent anywhere.", *self._shelf.problems,
                        *due_at_home(self._home, self._world))
        if not read_settings(self._home).toured and not list_programmes(self._home):
            self._voice.say("New here? Choose the tour: it takes one minute.")
        self._choose("What would you like to do?", self._at_home, "Leave")

    def _at_home(self) -> Choices:
        choices: Choices = [(f"Open {p.name}, made {p.created[:10]}", lambda p=p: self._open(p))  # type: ignore[misc]
                            for p in list_programmes(self._home)]
        return [("Try a workshop now, with nothing to set up", self._try), ("Make a new programme", self._new),
                ("Settings", self._settings), *choices, ("Write an activity of your own", self._write),
                ("The tour, in one minute", self._tour)]

    def _programme(self, programme: Programme) -> None:
        if programme.sealed:
            words = self._voice.ask_unseen("Type its passphrase, or its recovery code.")
            if not words:
                return
            from kit.desk.locking import unlocked

            programme = unlocked(programme, words)
        self._voice.say(*warnings(programme, self._world))
        self._choose(f"{programme.name}.", lambda: [
            ("Run the workshop, or go on with it", lambda: self._run(programme)),
            ("Hear what was made", lambda: self._made(programme)),
            ("Print the sheets", lambda: self._print(programme)),
            ("Make a second copy, such as on a memory stick", lambda: self._copy(programme)),
            ("Look at the plan, and change it", lambda: self._plan(programme)),
            ("Hear decisions and promises", lambda: self._decided(programme)),
            ("Look back: search, time line, coding, themes", lambda: self._reflect(programme)),
            ("Type up slips, one line each", lambda: self._slips(programme)),
            ("People: who comes, and what makes the room work", lambda: self._flow("people", programme)),
            ("Find something, by any words", lambda: self._find(programme)),
            ("Look after it: consent, forgetting, passphrase, copies", lambda: self._flow("care", programme)),
            ("Look at the stages, and change them", lambda: self._stages(programme)),
            ("Reports and exports", lambda: self._flow("reports", programme)),
            ("Paper that came back: photographs and scans of cards", lambda: self._flow("paper_back", programme)),
            ("Plan the next workshop", lambda: self._next(programme)),
        ], "Back")

    def _choose(self, question: str, choices: Callable[[], Choices], leave: str) -> None:
        while True:
            now = choices()
            self._voice.gap()
            self._voice.say(question, *(f"{n}. {words}." for n, (words, _) in enumerate(now, 1)), f"0. {leave}.")
            answer = self._voice.ask(f"Type a number from 0 to {len(now)}.")
            if answer is not None and answer.strip() in ("?", "help"):
                self._voice.say("Type the number of a line and press Enter. 0 goes back. Each list is said again after that.")
                continue
            if answer is None or answer.strip().casefold() in LEAVES:
                return
            number = answer.strip()
            if number.isdecimal() and len(number) < 4 and 1 <= int(number) <= len(now):
                self._do(now[int(number) - 1][1])
            else:
                self._voice.say("That is none of the numbers.")

    def _open(self, programme: Programme) -> None:
        """Show a programme, and the one that takes its place: one that was locked, say."""
        while True:
            try:
                self._programme(programme)
            except _Other as other:
                programme = other.programme
            else:
                return

    def _do(self, act: Callable[[], None]) -> None:
        try:
            act()
        except StoreProblem as problem:
            self._voice.say(str(problem))

    def _tour(self) -> None:
        for card in CARDS:
            self._voice.say(f"{card.title}. {card.words}")
        save_settings(self._home, replace(read_settings(self._home), toured=True))

    def _try(self) -> None:
        self._run(practice_programme(self._home, self._shelf, self._world))

    def _new(self) -> None:
        name = self._voice.ask("What is the programme called? Press Enter alone to go back.")
        if not name or name.strip().casefold() in ("", "?", "back", "0"):
            return
        offered = starts(self._shelf)
        self._voice.say("What should it start from?", *(f"{n}. {start.words}" for n, start in enumerate(offered, 1)), "0. Back.")
        number = (self._voice.ask(f"Type a number from 0 to {len(offered)}.") or "0").strip()
        if number.isdecimal() and len(number) < 4 and 1 <= int(number) <= len(offered):
            programme = new_programme(self._home, name, offered[int(number) - 1].id, self._shelf, self._world)
            self._voice.say(f"Made. Its folder is {programme.folder}.")
            self._open(programme)
        else:
            self._voice.say("Nothing was made.")

    def _write(self) -> None:
        from kit.line.writer import Writer

        Writer(self._home, self._shelf, self._voice).run()

    def _settings(self) -> None:
        self._choose("Settings.", self._setting_choices, "Back")

    def _setting_choices(self) -> Choices:
        now = read_settings(self._home)
        return [(f"{words}: {values[getattr(now, name)]}. Change it",
                 lambda name=name: save_settings(self._home, next_choice(read_settings(self._home), name)))  # type: ignore[misc]
                for name, words, values in LINES]

    def _run(self, programme: Programme) -> None:
        """Run the workshop. One that was run to its end already is begun again only where somebody says so."""
        plan = run_before(programme, self._shelf, None)
        if plan is None:
            self._begin(programme)
            return
        self._voice.say(f"{plan.title} was run to its end already.", *(f"{n}. {words}." for n, words in enumerate(AGAIN, 1)),
                        "0. Back.")
        match (self._voice.ask("Type a number from 0 to 2.") or "").strip():
            case "1":
                self._next(programme)
            case "2":
                self._begin(programme)

    def _next(self, programme: Programme) -> None:
        from kit.desk.flows.next_workshop import next_workshop

        self._talk(next_workshop(programme, self._shelf, self._world))

    def _begin(self, programme: Programme) -> None:
        workshop = open_workshop(programme, self._shelf, self._world)
        try:
            Conversation(workshop, self._voice).run()
        finally:
            workshop.close()

    def _plan(self, programme: Programme) -> None:
        """Look at a plan and change it; where the programme has more than one, somebody says which."""
        there = plans_of(programme, self._shelf)
        if len(there) == 1:
            self._plan_of(programme, there[0].id)
        else:
            self._choose("Which plan?", lambda: [
                (plan.title, lambda plan=plan: self._plan_of(programme, plan.id))  # type: ignore[misc]
                for plan in plans_of(programme, self._shelf)], "Back")

    def _plan_of(self, programme: Programme, plan_id: str) -> None:
        from kit.desk.drafting import Draft
        from kit.line.planner import Planner

        draft = Draft(programme, self._shelf, self._world, plan_id)
        try:
            Planner(draft, self._voice, self._world).run()
        finally:
            draft.close()

    def _reflect(self, programme: Programme) -> None:
        from kit.desk.reflection_talk import TALKS
        from kit.line.reflecting import Reflecting

        back = Reflecting(programme, self._world, self._voice)
        self._choose("Look back.", lambda: [
            *((view.title, lambda view=view: back.look(view)) for view in back.views()),
            *((words, lambda name=name: back.add(name)) for name, (words, _) in TALKS.items()),
        ], "Back")


    def _slips(self, programme: Programme) -> None:
        from kit.desk.capture import Capture
        from kit.desk.slips import Slips, questions_of
        from kit.line.slips import type_up
        from kit.store import read_history

        taking: list[Capture] = []

        def opened(kind: str, question: str) -> Slips:
            taking.append(Capture(programme, kind, self._world, question, of_last=True))
            return taking[0].slips

        try:
            type_up(self._voice, questions_of(read_history(programme.folder, programme.keys)), opened)
        finally:
            for each in taking:
                each.close()

    def _stages(self, programme: Programme) -> None:
        from kit.line.stages import Stages

        Stages(programme, self._shelf, self._world, self._voice).run()

    def _made(self, programme: Programme) -> None:
        groups = by_kind(without_people(outputs(programme)))
        for heading, records in groups:
            self._voice.say(f"{heading}.", *(f"{n}. {credited(record)}" for n, record in enumerate(records, 1)))
        if not groups:
            self._voice.say("Nothing yet.")

    def _decided(self, programme: Programme) -> None:
        from kit.line.deciding import hear_register

        hear_register(programme, self._world, self._voice)


    def _flow(self, name: str, programme: Programme) -> None:
        """The talk of this name about a programme. It is loaded only now, so that the first list does not wait for it."""
        self._talk(getattr(import_module(f"kit.desk.flows.{name}"), name)(programme, self._world))

    def _find(self, programme: Programme) -> None:
        from kit.desk.flows.finding import finding

        self._talk(finding(programme, self._shelf, self._world))

    def _talk(self, talk: Talk) -> None:
        """Go through a talk. Where it leads to another programme, this one is left and that one opened."""
        if other := talk_through(talk, self._voice):
            raise _Other(other)

    def _copy(self, programme: Programme) -> None:
        usual = place_of_copies(programme) or plugged_in()
        alone = f" Press Enter alone for {usual}." if usual else ""
        where = self._voice.ask(f"Which folder? On most computers a memory stick is a folder too.{alone}")
        if where is not None and (where.strip() or usual):
            into = Path(where.strip()).expanduser() if where.strip() else usual or Path()
            copy = second_copy(programme, into, self._world, lambda done, total, name: None)
            self._voice.say(f"A second copy was made and verified: {copy.folder}.")

    def _print(self, programme: Programme) -> None:
        from kit.line.printing import PrintMenu

        menu = PrintMenu(programme, self._shelf, read_settings(self._home), self._voice, lambda: self._sheets_of(programme))
        self._choose("Print.", menu.choices, "Back")

    def _sheets_of(self, programme: Programme) -> Path | None:
        """Where the sheets go: None for the programme's own prints. For a locked programme somebody is asked, once."""
        if not programme.sealed:
            return None
        if programme.id not in self._sheets:
            usual = sheets_folder(self._home, programme)
            self._voice.say(OPEN_SHEETS)
            where = self._voice.ask(f"Which folder should they go to? Press Enter alone for {usual}. Type back to go back.")
            if where is None or where.strip().casefold() == "back":
                raise StoreProblem("Nothing was printed.")
            self._sheets[programme.id] = Path(where.strip()).expanduser() if where.strip() else usual
        return self._sheets[programme.id]
