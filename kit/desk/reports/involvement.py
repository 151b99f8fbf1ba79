"""A report of involvement in the shape of the GRIPP2 short form: aim, methods, results, discussion, reflections.

Its five headings are those of Staniszewska and others, 2017 (Research Involvement and Engagement 3:13, table 2). What each asks
for is said in our own short words.
"""

from collections.abc import Sequence

from kit.desk.outputs import said
from kit.desk.reports.charts import heat_map, rich_and_thin, themes_tree
from kit.desk.reports.feedback import feedback, you_said
from kit.desk.reports.material import Material
from kit.desk.reports.parts import quotes, section, what_was_left_out, who_was_there
from kit.desk.reports.telling import went_wrong
from kit.model.register import entries
from kit.model.results import DISSENT
from kit.reflect.matrix import matrix
from kit.reflect.themes import themes
from printables.products.registers import roles
from printables.tree import List, Node, Note, WritingSpace, words

LINES = 4
"""Lines to write on under each heading."""


def involvement(from_: Material) -> list[Node]:
    """What the records can say under each heading, and room for what only people can say."""
    held, table = from_.held, matrix(from_.held)
    found = entries(held.records)
    return [
        *_part("1. Aim", "What was involvement for in this work?", quotes(held.of_kind("topic"))),
        *_part("2. Methods", "Who was involved, how, and when?", [*who_was_there(from_), *_activities(from_), *roles(found)]),
        *_part("3. Results", "What came of involvement, good and bad? On the process, on findings, on members.",
               [*section("Decisions", *_listed([said(entry.record) for entry in found])), *you_said(held),
                *section("Themes", *themes_tree(themes(held)))]),
        *_part("4. Discussion and conclusions", "What did involvement change, and what not?",
               [*heat_map(table), *rich_and_thin(table), *section("Seen another way", *quotes(held.of_kind(DISSENT)))]),
        *_part("5. Reflections", "What went well, what did not, and what would others want to know?",
               [*went_wrong(from_), *feedback(held)]),
        *what_was_left_out(from_)]


def _part(title: str, asks: str, nodes: Sequence[Node]) -> list[Node]:
    return section(title, Note(words(asks)), *nodes, WritingSpace(LINES, "In your words"))


def _listed(texts: Sequence[str]) -> list[Node]:
    return [List(tuple(words(text) for text in texts))] if texts else []


def _activities(from_: Material) -> list[Node]:
    return section("What we did together", *_listed(list(dict.fromkeys(from_.activities.values()))))
