"""Reports that tell what was made: tonight's, the programme so far, the appendix of accounts, the gallery booklet."""

from kit.desk.outputs import said
from kit.desk.reports.charts import heat_map, ratings, rich_and_thin, site_by_site, themes_tree
from kit.desk.reports.feedback import feedback, you_said
from kit.desk.reports.material import ABSENCE, Material
from kit.desk.reports.parts import MOST, by_line, listed_kinds, pictured, section, shown, walls, what_was_left_out, who_was_there
from kit.model.register import entries
from kit.model.results import ranking_lines, vote_lines
from kit.reflect.coding import codings
from kit.reflect.looking import gallery, then_and_now
from kit.reflect.matrix import matrix
from kit.reflect.themes import themes
from printables.products.registers import decision, roles
from printables.tree import Heading, List, Node, Words, paragraph, words

_WRITTEN = ("account", "interview", "observation", "passage")
MOST_CHANGES = 30
"""Then and now: the latest ones. All of them are in `kit reflect … changes`."""


def tonight(from_: Material) -> list[Node]:
    """What the last workshop made."""
    here = from_.of_last()
    return [paragraph("This is what we kept from our time together. Tell us if something is wrong or should come out."),
            *_made(here), *what_was_left_out(here)]


def programme(from_: Material) -> list[Node]:
    """The programme so far: what was made, what it means to those who read it, what came of it."""
    held, table = from_.held, matrix(from_.held)
    return [paragraph("This is our programme so far: what we made, what we think it means, and what came of it."),
            *_made(from_), *section("Our themes", *themes_tree(themes(held))),
            *section("Our words beside principles", *heat_map(table)),
            *section("What is rich, what is thin", *rich_and_thin(table)),
            *section("Site by site", *site_by_site(held)), *_then_and_now(from_), *what_was_left_out(from_)]


def accounts(from_: Material) -> list[Node]:
    """Every account by its letter, with how it was read."""
    nodes: list[Node] = [paragraph("Each account is known by a letter. A name stands only where its writer asked for it.")]
    readings: dict[str, list[Words]] = {}
    for one in codings(from_.held):
        readings.setdefault(one.text.id, []).append(words(said(one.record)))
    for record in sorted(from_.held.of_kind(*_WRITTEN), key=lambda one: str(one.content.get("letter", "~"))):
        nodes += shown(record)
        if read := readings.get(record.id):
            nodes += [paragraph("How it was read:"), List(tuple(read))]
    return [*nodes, *who_was_there(from_), *what_was_left_out(from_)]


def booklet(from_: Material) -> list[Node]:
    """The drawings that may be shown, with their captions."""
    nodes: list[Node] = [paragraph("These are our drawings, in the order of their numbers. Marks rank nothing.")]
    for made in gallery(from_.held):
        nodes += pictured(made, from_)
    return [*nodes, *who_was_there(from_), *what_was_left_out(from_)]


def _made(from_: Material) -> list[Node]:
    held = from_.held
    found = entries(held.records)
    nodes = [*who_was_there(from_), *listed_kinds(from_)]
    nodes += section("Our drawings", *(node for made in gallery(held) for node in pictured(made, from_)))
    nodes += walls(from_)
    written = held.of_kind(*_WRITTEN)
    more = [paragraph(f"These are {MOST} of {len(written):,}. All of them are in the appendix of accounts.")]
    nodes += section("What people wrote", *(node for record in written[:MOST] for node in shown(record)),
                     *(more if len(written) > MOST else []))
    nodes += section("What we counted", *_counted(from_), *ratings(held))
    nodes += section("What we decided", *(_deeper(node) for entry in found for node in decision(entry)))
    return [*nodes, *roles(found), *feedback(held), *you_said(held), *went_wrong(from_)]


def _deeper(node: Node) -> Node:
    return Heading(node.level + 1, node.words) if isinstance(node, Heading) else node


def _counted(from_: Material) -> list[Node]:
    nodes: list[Node] = []
    for kind, lines_of in (("vote", vote_lines), ("ranking", ranking_lines)):
        for record in from_.held.of_kind(kind):
            nodes += [Heading(3, str(record.content.get("question") or "A count")),
                      List(tuple(words(line) for line in lines_of(record.content)))]
    return nodes


def went_wrong(from_: Material) -> list[Node]:
    """What went wrong and what was changed, about how we work and never about a person."""
    lessons = from_.held.of_kind("lesson")
    return section("What went wrong, what we changed", *([List(tuple(words(said(one)) for one in lessons))] if lessons else []))


def _then_and_now(from_: Material) -> list[Node]:
    nodes: list[Node] = []
    changes = [change for change in then_and_now(from_.held) if change.now.kind != ABSENCE]
    for change in changes[-MOST_CHANGES:]:
        nodes += [by_line(f"Then, {form.when[:10]}", form) for form in change.then]
        nodes.append(by_line(f"Now, {change.now.when[:10]}", change.now))
    return section("What we thought then, and now", *nodes)
