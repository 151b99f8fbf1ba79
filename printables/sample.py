"""Made-up records, so that sheets whose records come later in a programme can be looked at today."""

from dataclasses import replace

from kit.model import Line, Origin, Record, Stage, State, Visible
from printables.sheet import Source
from printables.story import Came, Open, Past, Story

MADE_UP: tuple[tuple[str, dict[str, object]], ...] = (
    ("name", {"text": "Rosa", "about": "she and her"}), ("name", {"text": "Mr Ali", "about": ""}),
    ("name", {"text": "Sam the gardener", "about": "ask me about roses"}),
    ("seat-plan", {
        "tables": [{"name": "Table 1", "features": ["step-free", "near the door"]}, {"name": "Table 2", "features": []}],
        "rounds": [[["Rosa", "Mr Ali"], ["Sam the gardener"]], [["Rosa", "Sam the gardener"], ["Mr Ali"]]]}),
    ("agreement", {"lines": ["One person speaks at a time.", "You can pass.", "What is said here stays here."], "signed": True}),
    ("term", {"term": "Steering group", "meaning": "The people who decide how a project is run."}),
    ("proposal", {"text": "Meet on Tuesdays", "question": "When shall we meet?"}), ("proposal", {"text": "Meet on Saturdays"}),
    ("proposal", {"text": "Take turns"}), ("statement", {"text": "I could say no."}), ("statement", {"text": "I was heard."}),
    ("decision", {"question": "When shall we meet?", "why_now": "The hall is free in May.", "who_decides": "All of us",
                  "final_say": "The group", "method": "Ballots", "decided": "On Tuesdays", "reasons": "Buses run then.",
                  "told": "Those who were away", "roles": {"raised": "members", "decided": "members, carers"}}),
    ("dissent", {"text": "Mornings are hard for me.", "question": "When shall we meet?"}),
    ("vote", {"question": "When shall we meet?", "how": "ballots", "options": {"A": "Tuesdays", "B": "Saturdays"},
              "counts": {"A": 5, "B": 2, "none": 1}, "people": 9, "empty": 1}),
    ("rating", {"question": "How true is this?", "label": "A", "statement": "I was heard.", "round": 1, "rounds": 2, "scale": 9,
                "counts": {"1": 1, "2": 0, "3": 0, "4": 1, "5": 0, "6": 1, "7": 2, "8": 4, "9": 1}, "cant_say": 1, "blank": 0,
                "of": 10, "rule": "The common rule", "outcome": "in"}),
    ("ranking", {"question": "What comes first?", "options": {"A": "Tea", "B": "Quiet"}, "choose": 0, "slips": 4,
                 "complete": 4, "halves": {"A": 10, "B": 14}, "named": {"A": 4, "B": 4}}),
    ("promise", {"text": "Rosa asks about the hall", "by": "Friday", "state": "open"}),
    ("promise", {"text": "The team writes to the clinic", "state": "could not", "why": "They moved.", "told": "all, by post"}),
    ("lesson", {"text": "The notes came late.", "changed": "We send them on the day."}),
    ("topic", {"text": "Letters from the clinic"}), ("topic", {"text": "A garden"}),
    ("support", {"text": "Ravi, by the tea", "how": "He wears a yellow badge."}),
    ("change", {"text": "Shorter letters", "did": "The new letter is one page."}),
    ("about-us", {"text": "I bake, I swim, and I know what it is to wait for a letter."}),
    ("elsewhere", {"text": "The funder moved the end of the project to March."}),
    ("carried", {"what": "change", "of": ["made-up-13"], "about": "A quieter room", "came": "done",
                 "text": "We now have the room upstairs."}),
    ("change", {"text": "A lift", "why_not": "The hall has no money for it. We now meet on the ground floor."}),
)

SURVEY: tuple[tuple[str, dict[str, object], Visible], ...] = (
    ("feedback", {"question": "Was the place easy to get to?",
                  "counts": {"Good": 6, "OK": 2, "Not good": 1, "Rather not say": 0}}, Visible.GROUP),
    ("feedback-words", {"question": "What changed for you?", "text": "I know who to ask now."}, Visible.REPORT),
    ("feedback-words", {"question": "What changed for you?", "text": "Kept back."}, Visible.GROUP))
LINE = Line("sample", "A year of working together", "We draw, we write, and we say what we learnt.", (
    Stage("draw", "We draw", "Planning", "Two drawings each.", sites=("Leeds", "Devon")),
    Stage("write", "We write", "Writing", "Reflective accounts, alone or with a partner.",
          due=("A first draft", "A partner, or none")),
    Stage("read", "We read it together", "Writing", date="2027-03-31", due=("Drafts, in the print each reader likes",))),
    approach="We can change how the next study asks people to take part. We cannot change its budget.")

STORY = Story(LINE, (State.DONE, State.NOW, State.NEXT), past=(Past("", "We draw", "2027-01-12", "Leeds"),), waiting=(
    Open("parked", "Who pays for child care?"), Open("promise", "The team books the hall")),
    came=Came(("carer", "senior staff"), ((7, None),), ("senior staff",)))


def with_made_up(source: Source) -> Source:
    """The same workshop with made-up records after its own, for a look at every sheet."""
    made = tuple(Record(f"made-up-{number}", kind, "2026-01-01T10:00:00Z", Origin(), content)
                 for number, (kind, content) in enumerate(MADE_UP))
    survey = tuple(Record(f"survey-{number}", kind, "2026-01-01T10:00:00Z", Origin(activity="survey-answers"), content, visible)
                   for number, (kind, content, visible) in enumerate(SURVEY))
    story = source.story or STORY
    story = replace(story, records=(*story.records, *source.records, *made, *survey))
    return replace(source, records=(*source.records, *made), programme_records=(*source.programme_records, *made),
                   people=source.people or 2, story=story)
