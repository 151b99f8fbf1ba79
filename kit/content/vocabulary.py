"""The words an activity file is written in: every step kind with its fields. One table, and everything follows from it.

The checker, the reference page, the template file and the questions that a front end shows are all made from `KINDS`.
Add a kind only when an activity cannot be said in these; `kit/engine/steps` then needs a script of the same name.
"""

from dataclasses import dataclass
from typing import Any, Literal

from kit.model.plan import PRIORITIES, TIMES

FieldType = Literal["text", "words", "id", "time", "number", "yes-no", "list", "numbers", "choice", "parts"]
"""text: long words · words: one line · id: small letters, digits and dashes · time: clock time · list: lines of words (each
one of `choices`, where there are any) · numbers: whole numbers · choice: one of `choices` · parts: [[tables]] of their own."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key that a file may hold: its type, what it is for, and what stands in its place when it is left out."""

    name: str
    type: FieldType
    help: str
    default: Any = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    least: int = 0
    """The smallest number, or the fewest lines of a list."""
    most: int = 9999
    example: Any = None
    """A value that would do, for the template and for sentences; None: the default, or one made from the type."""


@dataclass(frozen=True, slots=True)
class StepKind:
    """One thing a room can do."""

    name: str
    help: str
    fields: tuple[Field, ...] = ()
    makes: tuple[str, ...] = ()
    """Kinds of record it leaves."""
    beside: tuple[str, ...] = ()
    """Kinds of record that may come beside them: what was asked about, other views, promises."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its own fields."""
        return tuple(field.name for field in self.fields)


COMMON = (
    Field("room", "text", "Words for the room. They may be read out, printed or shown on the wall."),
    Field("say", "text", "What the facilitator can say."),
    Field("do", "text", "What the facilitator does."),
    Field("watch", "text", "What to watch for."),
    Field("minutes", "number", "Minutes this step usually takes.", default=0, most=600),
)
"""Fields that every step may have."""

CARRIED = ("agreement", "promise", "change", "decision", "elsewhere", "parked", "drawing")
"""What can be carried from one workshop to the next: the group agreement, promises, what people asked to change, decisions that
are open or to be looked at again, decisions made elsewhere, parked topics, and drawings to show again."""

COUNT = Field("count", "list", "Roles or tables whose turns you count by hand, for you alone. Left out: nothing is counted. "
              "Groups of fewer than three people are never shown apart.", default=(), example=("Carers", "Researchers"))
"""The field of the steps in which turns can be counted. Off unless somebody asks for it."""

OPTIONS = Field("options", "list", "What there is to choose from. Left out: asked in the room, and equal ones are merged if "
                "their owners agree.", default=(), example=("Meet on Tuesdays", "Meet on Saturdays"))
"""The field of the steps in which a room chooses."""

GROUPS = Field("groups", "list", "Groups whose sheets are counted apart. They are shown apart only if no group is small.",
               default=(), example=("Members", "Staff"))
"""The field of the steps whose sheets can be counted by group."""
CODED = ("account", "interview", "observation", "passage", "caption", "thought", "topic", "change", "parked", "feedback-words")
"""Kinds of record that hold people's own words, so that they can be coded and sorted."""

KINDS: dict[str, StepKind] = {kind.name: kind for kind in (
    StepKind("say", "Words for the room, and for the facilitator. Nothing is written down."),
    StepKind("wait", "Quiet or working time. The room works; the clock is calm.", (
        Field("quiet", "yes-no", "True where nobody speaks.", default=False),
    )),
    StepKind("round", "Everybody in turn. Passing is always fine.", (
        Field("first", "words", "Who is asked to go first.", default="Anyone who would like to"),
        Field("seconds", "number", "Seconds for each person, as a guide.", default=60, least=10, most=900),
        COUNT,
    )),
    StepKind("talk", "People talk freely. Whose voice is heard can be counted by hand, for the facilitator alone.", (
        COUNT,
    ), ("talk",)),
    StepKind("collect", "Short texts from the room, one a line, with no names.", (
        Field("question", "words", "What is asked.", default="What would people like written down?"),
        Field("makes", "choice", "What each line becomes.", default="thought",
              choices=("thought", "skill", "need", "parked", "topic", "change", "resource", "elsewhere", "about-us")),
    ), ("thought", "skill", "need", "parked", "topic", "change", "resource", "elsewhere", "about-us")),
    StepKind("draw", "Numbered drawing sheets with one prompt. A drawing is private until the gallery.", (
        Field("prompt", "words", "What to draw. Give no definition.", required=True),
    ), ("drawing",)),
    StepKind("gallery", "Each person chooses: show the drawing, or keep it private. Nobody is asked why.",
             makes=("drawing",)),
    StepKind("resonate", "Marks beside drawings that speak to people. Many or none. Never ranked.",
             makes=("resonance",)),
    StepKind("caption", "Who captions which drawing, dealt fairly. Nobody captions their own.", (
        Field("each", "number", "Drawings for each person to caption.", default=2, least=1, most=10),
    ), ("caption",)),
    StepKind("seat", "Mix the tables, so that people meet people.", (
        Field("table_size", "number", "People at a table, as a guide.", default=5, least=2, most=20),
        Field("memory", "number", "How much it counts who sat together in earlier workshops: 0 not at all, 3 a lot.", default=1,
              most=3),
    ), ("seating",)),
    StepKind("group", "Work in groups that mix people. An odd number leaves nobody out.", (
        Field("how", "choice", "How people work together.", default="pairs",
              choices=("pairs", "threes", "fours", "one-two-four-all", "jigsaw", "partners", "rota")),
        Field("topics", "list", "Topics of a jigsaw, or stations of a rota; none where the room names them.", default=()),
    ), ("groups",)),
    StepKind("agree", "Build a group agreement line by line, change it, and say yes to it.", (
        Field("question", "words", "What is asked.", default="What do we need from each other to work well here?"),
        Field("start", "list", "Lines the group starts from. It may change or drop any of them.", default=()),
    ), ("rule", "agreement")),
    StepKind("carry", "Look back: each thing that earlier workshops left open is asked about. Done, dropped, or carried on.", (
        Field("what", "list", "What is asked about. Left out: what the programme carries into this stage, or all there is.",
              default=(), choices=CARRIED),
    ), ("carried",)),
    StepKind("term", "Words somebody just used, turned into plain words.", (
        Field("question", "words", "What is asked.", default="Which words need plain words beside them?"),
    ), ("term",)),
    StepKind("decide", "One decision: who decides, by which rule, what was decided, why, who sees it another way, who is told.", (
        Field("question", "words", "The question, where it is known before the day.", default=""),
        Field("why_now", "words", "Why it comes up now, where it is known.", default=""),
        Field("who_decides", "words", "Who decides, where it is known before the day.", default=""),
        Field("final_say", "words", "Who has the final say, where it is known before the day.", default=""),
        Field("fixed", "words", "What cannot change today, where it is known.", default=""),
        Field("method", "words", "How it is decided, and by which rule. A vote in the same activity need not be named.",
              default=""),
        Field("told", "words", "Who is told about it, and when, where it is known.", default=""),
        Field("elsewhere", "yes-no", "True for a decision that was made somewhere else, and is brought back to this room.",
              default=False),
    ), ("decision",), ("dissent", "promise")),
    StepKind("vote", "A vote. Counts are told in the order of the options, and nothing is called a winner.", (
        Field("question", "words", "What is asked. For fist-to-five: the proposal. Left out: asked in the room.", default=""),
        OPTIONS,
        Field("how", "choice", "Private ballots, hands, dots on private sheets, or cards from 0 to 5, face down.",
              default="ballots", choices=("ballots", "hands", "dots", "fist-to-five")),
        Field("dots", "number", "Dots for each person; 0: a third as many as there are options.", default=0, most=20),
    ), ("vote",), ("proposal", "dissent")),
    StepKind("rate", "Rate statements in rounds, by a rule that is locked before round one.", (
        Field("question", "words", "What is asked of each statement.", default="How much does this matter?"),
        Field("statements", "list", "What is rated. Left out: asked in the room.", default=(), example=("I am heard.",)),
        Field("scale", "number", "The highest score; 1 is the lowest.", default=9, least=3, most=11),
        Field("rule", "id", "The rule, by its id in `rules.toml`.", default="70-15"),
        Field("rounds", "number", "How often people rate.", default=2, least=1, most=5),
        GROUPS,
    ), ("rating",), ("statement", "rating-rule", "dissent")),
    StepKind("rank", "Put things in order on private slips, and add up the ranks.", (
        Field("question", "words", "What is asked.", default="Which of these come first for you?"),
        OPTIONS,
        Field("choose", "number", "How many each person puts in order; 0: all of them.", default=0, most=26),
        GROUPS,
    ), ("ranking",), ("proposal", "dissent")),
    StepKind("consent", "A proposal that objections may change, until nobody objects or it is kept for another day.", (
        Field("question", "words", "The question. Left out: asked in the room.", default=""),
        Field("proposal", "words", "The proposal, where there is one before the day.", default=""),
        Field("how", "choice", "Consent asks who objects. Consensus asks who agrees, stands aside or blocks.", default="consent",
              choices=("consent", "consensus")),
    ), ("proposal", "decision"), ("dissent", "promise")),
    StepKind("promise", "Who will do what, by when. Only people who offer take something on.", (
        Field("question", "words", "What the promises are about, where they are about one thing.", default=""),
    ), ("promise",)),
    StepKind("lesson", "What went wrong, and what we changed. About how we work, never about a person.", (
        Field("question", "words", "What is asked.", default="What went wrong, or nearly did?"),
    ), ("lesson",)),
    StepKind("scale", "A check-in that nobody is tied to: how many people chose each word.", (
        Field("question", "words", "What is asked.", default="How are you arriving today?"),
        Field("options", "list", "The words to choose from.", least=2, default=("sunny", "cloudy", "rainy", "stormy")),
    ), ("check-in",)),
    StepKind("write", "People write about what happened: an account, a diary, an observation, an interview. A new draft stands "
             "for the one before.", (
        Field("prompt", "words", "What people write about.", default="How did we work together?"),
        Field("headings", "list", "What they may write under. Each can stay empty. Left out: one text with no headings.",
              default=("What happened?", "How did it feel?", "What does it show?", "What could change?")),
        Field("makes", "choice", "What it becomes. A diary is its writer's alone, but for a passage that they choose.",
              default="account", choices=("account", "diary", "observation", "interview")),
    ), ("account", "diary", "interview", "observation", "passage")),
    StepKind("code", "An account is read beside frameworks: what is evident, partly there, not there yet. Your own codes too.", (
        Field("frameworks", "list", "Ids of frameworks (see `kit frameworks`).",
              default=("ukspi-2019", "involve-coprod-2018")),
        Field("of", "list", "Kinds of record that are read.", default=("account",), least=1, choices=CODED),
    ), ("coding",)),
    StepKind("sort", "Cards become themes. Drafts, merged themes and dropped ones are all kept.", (
        Field("cards", "list", "Kinds of record that become cards.", default=("thought", "topic", "caption"), least=1,
              choices=CODED),
    ), ("theme",)),
    StepKind("feedback", "Closing cards and their tally. No names.", (
        Field("questions", "list", "Questions answered with Good, OK, Not good or Rather not say.",
              default=("Could you take part in your own way?", "Did you feel heard?")),
        Field("words", "list", "Questions answered in people's own words.",
              default=("What was best?", "What should we change?")),
    ), ("feedback", "feedback-words")),
)}

KIND = Field("kind", "choice", "What the room does in this step.", required=True, choices=tuple(KINDS))
"""The field that says which kind a step is."""

RATINGS = ("Good", "OK", "Not good", "Rather not say")
"""The answers on a feedback card. The same words each time, so that a change can be seen (FIELD.md, 4.1)."""

RECORD_KINDS = tuple(sorted({made for kind in KINDS.values() for made in (*kind.makes, *kind.beside)}))
"""Every kind of record that a step can leave."""

LOADS = ("low", "some", "high")
"""Emotional load of an activity."""

SHEETS = (
    "agenda", "agreement-poster", "badge", "ballot", "caption-slips", "chair-script", "dot-sheet", "drawing-sheet",
    "feedback-card", "glossary", "observer-sheet", "pairing", "ranking-cards", "rating-sheet", "reflection-cards",
    "run-sheet", "sign-up", "support-card", "survey", "taking-part", "what-we-made", "you-said",
)
"""Sheets an activity can ask for by name (`kit.model.sheetcode.FORMS`); the others come with the plan or on request."""

ACTIVITY = (
    Field("id", "id", "A short name for the file's own use: small letters, digits and dashes.", required=True,
          example="a-round-of-hopes"),
    Field("title", "words", "What people call it.", required=True, example="A round of hopes"),
    Field("summary", "words", "One sentence: what happens.", required=True,
          example="Each person says or writes one hope for the day."),
    Field("purpose", "text", "What it is for.", required=True, example="We hear what matters to people before we plan."),
    Field("source", "text", "Where it comes from, with credit.", required=True, example="Our own"),
    Field("minutes", "number", "Minutes it usually takes.", required=True, least=1, most=600, example=15),
    Field("least_minutes", "number", "The fewest minutes it can be done in.", required=True, least=1, most=600, example=8),
    Field("least_people", "number", "The fewest people it works for.", default=2, least=1, most=500),
    Field("most_people", "number", "The most people it works for.", default=60, least=1, most=500, example=20),
    Field("power", "text", "How it shares power.", required=True, example="Facilitators speak last."),
    Field("load", "choice", "Emotional load.", required=True, choices=LOADS),
    Field("access", "list", "Notes on access: who may find it hard, and what helps.", required=True,
          example=("People can write or draw.", "Anyone can pass.")),
    Field("practices", "numbers", "Numbers of the practices it serves (see `kit practices`).", default=(), least=1, most=999,
          example=(35, 36)),
    Field("prints", "list", "Sheets it needs.", default=(), choices=SHEETS),
    Field("makes", "list", "Kinds of record it leaves.", default=(), choices=RECORD_KINDS, example=("thought",)),
    Field("calm", "yes-no", "True for breaks, check-outs and time to get to know each other: never cut first.",
          default=False, example=False),
    Field("in_room", "text", "How it goes in a room: the usual way, with chairs, tables and walls.", example="Sit in a circle."),
    Field("by_post", "text", "How it goes by post, for people who do not come.", example="Send a card and a stamped envelope."),
    Field("from_elsewhere", "text", "How it goes when some people join from elsewhere, by phone or by video.",
          example="Hear the people on the phone first."),
    Field("steps", "parts", "The steps, each under its own [[steps]] line.", required=True),
)
"""Fields of an activity file."""

BLOCK = (
    Field("id", "id", "A short name for the block. Left out: the activity's id.", default="", example="a-breath"),
    Field("activity", "words", "Id of the activity. Left out: a plain block such as a break.", default="",
          example="caption-round"),
    Field("title", "words", "What people see. Left out: the activity's title.", default="", example="A breath"),
    Field("minutes", "number", "Minutes planned. Left out: what the activity usually takes.", default=0, most=1440, example=15),
    Field("least", "number", "The fewest minutes it can be done in. Left out: what the activity says; else it is not cut.",
          default=0, most=1440, example=10),
    Field("pin", "time", "A clock time at which it starts whatever happens, such as lunch.", default="", example="12:30"),
    Field("priority", "choice", "How much it matters today.", default="should", choices=PRIORITIES),
    Field("time", "choice", "What the time is for. Together, break and closing are never cut. Left out: what the activity says; "
          "a block with no activity is a break.", default="", choices=TIMES),
    Field("load", "choice", "Emotional load. Left out: what the activity says.", default="", choices=LOADS),
    Field("energy", "choice", "How lively it is.", default="", choices=LOADS),
    Field("aim", "words", "What this block is for, in a few words for everybody.", default=""),
    Field("lead", "words", "Who leads.", default=""),
    Field("colead", "words", "Who helps to lead.", default=""),
    Field("materials", "words", "What to bring.", default=""),
    Field("notes", "text", "Notes on the room, for the team.", default=""),
    Field("private", "text", "Your own notes. They are printed only when you ask.", default=""),
    Field("strands", "parts", "Groups that work side by side, each under its own [[blocks.strands]] line.", default=()),
)
"""Fields of a block in a plan."""

STRAND = (
    Field("title", "words", "What people call this group or table.", required=True, example="Table 1"),
    Field("place", "words", "Where it meets.", default="", example="By the window"),
    Field("blocks", "parts", "Its own blocks, each under its own [[blocks.strands.blocks]] line.", default=()),
)
"""Fields of a strand: one group of a block whose groups work side by side."""

PLAN = (
    Field("id", "id", "A short name: small letters, digits and dashes.", required=True, example="our-first-day"),
    Field("title", "words", "What people call this workshop.", required=True, example="Our first day"),
    Field("summary", "words", "One sentence: what happens.", required=True),
    Field("start", "time", "When it starts, as 10:00.", default="10:00"),
    Field("question", "words", "The question of the day, in words for everybody.", default=""),
    Field("approach", "text", "What the group can change here, and what it cannot.", default=""),
    Field("source", "text", "Where the plan comes from, with credit.", default=""),
    Field("practices", "numbers", "Numbers of the practices it serves.", default=(), least=1, most=999, example=(35, 36)),
    Field("least_people", "number", "The fewest people it works for.", default=2, least=1, most=500),
    Field("most_people", "number", "The most people it works for.", default=60, least=1, most=500),
    Field("blocks", "parts", "The blocks, each under its own [[blocks]] line.", required=True),
    Field("parked", "parts", "Blocks kept for another time, each under its own [[parked]] line. They count nowhere.", default=()),
)
"""Fields of a plan file."""
