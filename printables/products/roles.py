"""Who does what: cards for the tasks of a day, who takes part in which stage, the plan of involvement, and who came."""

from printables.products.cards import deck
from printables.products.saying import of_kind, said_lines
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.tree import Heading, List, Node, Strong, Table, Ticks, WritingSpace, paragraph, words

TASKS = (
    ("Facilitator", ("Leads us through the day.", "Watches the time, and slows down when asked.", "Speaks last.")),
    ("Second facilitator", ("Watches how people are.", "Takes over when asked.", "Sits beside whoever wants it.")),
    ("Chair", ("Opens and closes the meeting.", "Calls on people, the quiet ones first.", "Has a script to read from.")),
    ("Note taker", ("Writes people's own words.", "Writes no names, unless somebody asks for it.", "Reads it back at the end.")),
    ("Time keeper", ("Says when half the time is over.", "Never cuts anybody off.")),
    ("Scribe or reader", ("Writes for those who ask, word for word.", "Reads aloud for those who ask.")),
    ("Phone partner", ("Is the voice of those on the phone.", "Asks them first.")),
    ("Quiet-room host", ("Keeps the quiet room open.", "Asks no reasons.", "Knows whom to call.")),
    ("Welcomer", ("Stands at the door.", "Shows people the way, the tea and the toilets.")),
    ("Observer", ("Notes what happens, and not who it is.", "Tells the group, and stops when asked.")))
"""Tasks that somebody may take for a day, each with what it asks of them."""

ROLES = ("Advisors", "Researchers", "Leaders")
"""Three ways to be part of a programme, as PARTNERS2 named them in its plan. People may have more than one."""

FOUR_PI = (
    ("Principles", "How we treat each other."),
    ("Purpose", "Why we do this together."),
    ("Presence", "Who is here, and who should be."),
    ("Process", "How people take part, and what makes that easy."),
    ("Impact", "What is different because of it, and how we know."))
"""The short names of the 4Pi standards (NSUN), each with our own words."""


def role_cards(source: Source) -> tuple[Sheet, ...]:
    """A card for each task of a day, and two empty ones. Nobody is told to take one."""
    cards = [(paragraph(Strong(task)), List(tuple(map(words, does)))) for task, does in TASKS]
    blank = (paragraph("Our own:"), WritingSpace(3, ""))
    return deck(source, "role-cards", "Cards for who does what", (*cards, blank, blank), "chair-script", 1)


def involvement_map(source: Source) -> tuple[Sheet, ...]:
    """The stages, with room for people to put themselves down by a name, a sign or a role."""
    stages = source.story.line.stages if source.story else ()
    titles = [stage.title for stage in stages] or [block.title for block in source.script.plan.blocks]
    nodes: list[Node] = [
        paragraph("Nobody has to do everything. Choose what you like, and change it when you like.", picture="hand"),
        paragraph("Put a name, a sign or a role. Leave empty what is not for you: nobody asks why.")]
    for title in titles:
        nodes += [Heading(2, title), Table(("Take part", "Only hear of it"), (), 2)]
    note = "Hang it up, or take it round. Take it down after: it may hold names."
    return one(source, "involvement-map", "Who would like to do what", nodes, note, form="sign-up", series=1)


def involvement_plan(source: Source) -> tuple[Sheet, ...]:
    """What the programme says of itself under the five words of 4Pi, and what each role has a part in."""
    story = source.story
    agreed = of_kind(source.programme_records, "agreement")[-1:]
    filled = {"Principles": [line for record in agreed for line in said_lines(record, "lines")],
              "Purpose": [story.line.summary] if story else [],
              "Process": [story.line.approach] if story and story.line.approach else []}
    nodes: list[Node] = [paragraph("A plan for how people are part of this work. Fill it in together, and come back to it.")]
    for word, about in FOUR_PI:
        nodes += [Heading(2, word), paragraph(about), *([List(tuple(map(words, filled[word])))] if filled.get(word) else []),
                  WritingSpace(2, "Our words for it")]
    stages = [stage.title for stage in story.line.stages] if story else []
    nodes += [Heading(2, "Who has which part"), paragraph("One person can have more than one role. A part can be shared."),
              *(Ticks(title, ROLES, several=True) for title in stages), WritingSpace(2, "More parts, and who has them")]
    return one(source, "involvement-plan", "Our plan for involvement", nodes, "Print one. Look at it again at each stage.",
               form="agenda", series=3)


def attendance(source: Source) -> tuple[Sheet, ...]:
    """How many of each role came to each workshop, for the team. Small groups are not in it."""
    story = source.story
    came = story.came if story else None
    nodes: list[Node] = [paragraph("From seating lists, and from roles that people chose to give. "
                                   "We count no group of fewer than five. So nobody can be picked out.")]
    if story and came and came.roles:
        nodes.append(Table(("Workshop", *came.roles), tuple(
            (words(past.called), *(words("a few, or none" if count is None else str(count)) for count in counts))
            for past, counts in zip(story.past, came.counts, strict=True))))
        nodes += [paragraph(Strong(role), ": seldom here. What would make it easier to come?") for role in came.seldom]
    else:
        nodes.append(paragraph("There is nothing to count yet."))
    note = "For the team. Do not hang it up."
    return one(source, "attendance", "Who came, by role", nodes, note, form="run-sheet", series=2, team=True)
