"""One proof for each practice that is served: what is played, and what must be in the record or on the sheet then."""

from kit.content.vocabulary import RATINGS
from kit.desk.attendance import balance
from kit.desk.carried import carried_to
from kit.desk.consent import Choice, choose
from kit.desk.exporting import export
from kit.desk.frameworks import frameworks_at
from kit.desk.outputs import credited, outputs
from kit.desk.people import take_in
from kit.desk.reflecting import holdings
from kit.desk.reporting import Wanted, report
from kit.desk.reports import KINDS
from kit.desk.stages import standings
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.model import Naming, Visible
from kit.model.gate import Way, counts_out_loud
from kit.model.member import member_of
from kit.reflect.themes import themes
from kit.store import read_history
from printables.products.roles import TASKS
from tests.practices.played import HOME, by, left, on, programme, records, shelf

P2 = "partners2"


def all_stages_done():
    stages = standings(programme(P2), shelf())
    return len(stages) == 12 and all(one.state == "done" for one in stages) and "12. The text we agree on" in on("programme-line")


def sites_are_named():
    return {r.origin.site for r in left(P2, "drawing")} == {"North site", "South site", "West site"}


def drawings_stand_again():
    return all(site in on("drawings-again") for site in ("North site", "South site", "West site")) and any(
        r.content["what"] == "drawing" for r in left(P2, "carried"))


def a_card_in_two_themes():
    cards = [card for theme in left(P2, "theme") for card in set(theme.content["cards"])]
    return len(cards) > len(set(cards))


def dissent_stands_beside():
    asked = {r.content["question"] for r in left("first-meeting", "decision")}
    views = left("first-meeting", "dissent")
    sheets = [" ".join(on(sheet, "first-meeting").split()) for sheet in ("what-we-made", "joiner-pack")]
    printed = all(views[0].content["text"] in sheet for sheet in sheets)
    return views and {r.content["question"] for r in views} <= asked and printed


def nothing_named():
    names = {r.content["text"] for r in left("farr", "name")}
    sheets = " ".join(on(sheet, "farr") for sheet in ("bulletin", "catch-up"))
    owned = {word.strip(",.") for r in records("farr") if r.kind != "name" for word in str(r.content).split()}
    return names and not any(name in sheets for name in names - owned)


def taken_back_for_good():
    one = left("a-line-about-us", "about-us")[0]
    choose(programme("a-line-about-us"), one.id, Choice(withdraw=True), made_up_world(2))
    now = outputs(programme("a-line-about-us"), Way.PAPER)
    return one.content["text"] not in [r.content.get("text") for r in now if r.kind == "about-us" and r.id == one.id]


def named_as_chosen():
    one = left("reflective-accounts", "account")[0]
    choice = Choice(naming=Naming.CHOSEN, name="Rosa of the garden", visible=Visible.REPORT)
    choose(programme("reflective-accounts"), one.id, choice, made_up_world(3))
    return any("(Rosa of the garden)" in credited(r) for r in outputs(programme("reflective-accounts")))


def a_diary_stays_at_home():
    held = {r.id for r in read_history(programme("my-diary").folder).records() if r.kind == "diary"}
    ways = (Way.ROOM, Way.PAPER, Way.BUNDLE, Way.REPORT, Way.EXPORT, Way.PUBLIC)
    return held and not any(r.id in held for way in ways for r in outputs(programme("my-diary"), way))


def slowing_down_is_told():
    workshop = open_workshop(programme("stop-and-slow"), shelf(), made_up_world(4), fresh=True)
    try:
        workshop.answer(3)
        workshop.done()
        workshop.slow_down()
        return "We are slowing down. There is time." in workshop.room.lines
    finally:
        workshop.close()


def meeting_time_is_protected():
    script = shelf().script(shelf().plans["first-meeting"])
    return all(script.protected(block) for block in script.plan.blocks if block.activity == "names-interests-skills")


def people_with_roles():
    """People who were there on a day, and six senior staff who were not, written down with what they chose to say."""
    day = programme("names-interests-skills")
    names = [r.content["text"] for r in records("names-interests-skills") if r.kind == "name"]
    table = "Name,Role,Access needs\n" + "".join(f"{name},carer,ramp\n" for name in names)
    table += "".join(f"Away {n},senior staff,\n" for n in range(6)) + "Only One,nurse,\n"
    (HOME / "roles.csv").write_text(table, encoding="utf-8")
    take_in(day, HOME / "roles.csv", made_up_world(6))
    return names


def one_role_is_most():
    people = [{"name": f"{n}", "role": "researcher" if n else "carer", "needs": "PRIVATE"} for n in range(9)]
    told = " ".join(balance(people))
    return "More than two in three" in told and "researcher" in told and "PRIVATE" not in told and not [*balance(people[:3])]


def who_came_by_role():
    names = people_with_roles()
    said = on("attendance", "names-interests-skills")
    hidden = not any(name in said for name in (*names, "nurse"))
    return len(names) >= 5 and f"carer: {len(names)}" in said and "senior staff: seldom here" in said and hidden


def published_as_plain_files():
    kinds, world = ("account", "coding", "decision"), made_up_world(7)
    first = {kind: next(r for r in outputs(programme(P2)) if r.kind == kind) for kind in kinds}
    read = [r for r in outputs(programme(P2)) if r.kind == "account" and r.content["letter"] == first["coding"].content["letter"]]
    for record in {record.id: record for record in (*first.values(), *read)}.values():
        choose(programme(P2), record.id, Choice(visible=Visible.PUBLIC), world)
    export(programme(P2), "csv", HOME / "published", world, public=True)
    files = {kind: (HOME / "published" / f"{kind}.csv").read_text(encoding="utf-8-sig") for kind in kinds}
    return first["account"].content["letter"] in files["account"] and first["decision"].content["question"] in files["decision"]


def asked_three_times():
    return len({r.origin.workshop for r in left("watch", "thought", "what-it-means-to-me")}) == 3


def themes_say_who_confirmed_them():
    found = {r.content["status"]: r.content["confirmed_by"] for r in left(P2, "theme")}
    told = {theme.status: theme.confirmed for _, theme in themes(holdings(programme(P2))).walk()}
    return found["confirmed"] and told["confirmed"] and not found["draft"] and not told["draft"]


def asked_after_the_day_and_kept_as_each_chose():
    asked = {r.content["question"] for r in left("reflection-half-day", "feedback-words", "three-questions")}
    kept_private = left("my-diary", "diary")
    return len(asked) >= 2 and kept_private and {r.visible for r in kept_private} == {Visible.ME}


def a_role_is_in_peoples_own_words():
    """Whatever somebody writes stands as it is, more than one too; no sheet sorts people into us and them."""
    own = member_of({"name": "Rosa", "role": "nurse who has been a patient; gardener"}).roles
    sheets = " ".join(on(sheet) for sheet in ("joiner-pack", "bulletin", "role-cards", "involvement-map")).casefold()
    agreed = "We leave job titles at the door." in on("joiner-pack")
    return agreed and own == ("nurse who has been a patient", "gardener") and not any(
        words in sheets for words in ("normal researcher", "them and us", "non-expert", "lay member"))


def nobody_is_called_representative():
    """In no activity, no sheet and no report; the list of hard words alone explains the word."""
    told = [str(activity) for activity in shelf().activities.values()] + [str(plan) for plan in shelf().plans.values()]
    told += [on(sheet) for sheet in ("joiner-pack", "bulletin", "programme-line", "attendance", "what-we-made")]
    world = made_up_world(8)
    told += [report(programme(P2), Wanted(kind, "text"), HOME / "reports", world).path.read_text("utf-8") for kind in KINDS]
    return len(told) > 90 and not any("representative" in words.casefold() for words in told)


def every_way_in():
    return all(a.in_room and a.by_post and a.from_elsewhere for a in shelf().activities.values())


def framework(name):
    return frameworks_at(None).by_id[name]


PROOFS = {
    1: all_stages_done,
    2: lambda: "after the drawing" in next(
        p.sheet.note for p in _parts("glossary", "sixty-minute-drawing")) and any(
            "draw" in r.content["prompt"].casefold() for r in left(P2, "drawing")),
    3: lambda: "No name, please." in on("survey") and left(P2, "feedback", "survey-answers"),
    4: lambda: "7 people answered" in on("survey-summary") and "What changed for you?" in on("survey-summary"),
    5: lambda: shelf().plans["sixty-minute-drawing"].minutes == 60 and sites_are_named(),
    6: lambda: {"Facilitator 1", "Facilitator 2"} <= set(on("run-sheet", "first-meeting").replace("\n", ": ").split(": ")),
    7: lambda: len({r.content["prompt"] for r in left(P2, "drawing")}) == 2 and all(r.origin.sheet for r in left(P2, "drawing")),
    8: lambda: "feel" in str(shelf().activities["draw-involvement"].steps) and on("support-card"),
    9: lambda: {r.content["shown"] for r in left(P2, "drawing")} == {True, False},
    10: lambda: [r.content["label"] for r in left(P2, "resonance")] and on("resonance-marks", sample=True),
    11: lambda: {r.content["label"] for r in left(P2, "caption")} <= {r.content["label"] for r in left(P2, "drawing")},
    12: lambda: left(P2, "theme", "sort-into-themes"),
    13: lambda: "Name or sign" in on("sign-up"),
    14: lambda: left(P2, "groups", "writing-partners") and on("pairing"),
    15: lambda: all(len(r.content["headings"]) == 4 for r in left(P2, "account")) and left(P2, "account"),
    16: lambda: "First drafts" in shelf().lines[P2].stages[6].due and "due" not in on("due-before").casefold()[:3],
    17: one_role_is_most,
    18: drawings_stand_again,
    19: lambda: left(P2, "groups", "comments-on-drafts") and left(P2, "change", "comments-on-drafts"),
    20: lambda: left(P2, "decision", "one-decision"),
    21: lambda: all(r.content["letter"] for r in left(P2, "account")) and left(P2, "account"),
    22: lambda: all(r.content["coder"] or r.content["by"] for r in left(P2, "coding")) and left(P2, "coding"),
    23: lambda: {r.content["level"] for r in left(P2, "coding")} >= {"evident", "partly"},
    24: lambda: any(r.content["own"] for r in left(P2, "coding")) or any(
        r.content["called"] == "Fits no principle" for r in left(P2, "coding")),
    25: lambda: all(r.content["cards"] for r in left(P2, "theme")) and left(P2, "theme"),
    26: themes_say_who_confirmed_them,
    27: a_card_in_two_themes,
    28: dissent_stands_beside,
    29: lambda: left(P2, "thought", "then-and-now"),
    30: lambda: left(P2, "thought", "who-is-not-here"),
    31: lambda: left(P2, "decision", "agree-on-a-text"),
    32: published_as_plain_files,
    33: lambda: "Who leads" in on("run-sheet", "first-meeting") and left("farr", "thought", "facilitator-speaks-last"),
    34: lambda: left(P2, "seating", "mix-the-tables") and on("table-cards", sample=True),
    35: lambda: left("course", "thought", "silent-writing-first") and left("course", "thought", "token-talk"),
    36: lambda: all(not r.maker for r in left("first-meeting", "skill")) and left("first-meeting", "skill"),
    37: lambda: "We did it" in on("you-said", "farr") or "Done." in on("you-said", "farr"),
    38: lambda: left("course", "need", "rotating-chair") and "Say" in on("chair-script", "first-meeting"),
    39: lambda: left("consensus-day", "rating-rule") and {r.content["round"] for r in left("consensus-day", "rating")} == {1, 2},
    40: lambda: left(P2, "thought", "comments-on-drafts") and left(P2, "change", "comments-on-drafts"),
    41: lambda: all(word in on("what-we-made", "first-meeting") for word in ("Who decided", "Why", "Decided")),
    42: lambda: "It cannot change the money" in on("agenda", "first-meeting"),
    43: lambda: "nobody asks why" in on("involvement-map") and all(
        stage.title in on("involvement-map") for stage in shelf().lines[P2].stages),
    44: lambda: any(r.content["what"] == "elsewhere" for r in left(P2, "carried")),
    45: lambda: "You said, we did" in on("bulletin", "farr"),
    46: lambda: {tuple(r.content["counts"]) for r in left("farr", "feedback", "closing-feedback")} == {RATINGS},
    47: lambda: by("words-we-use", *shelf().activities["words-we-use"].makes),
    48: who_came_by_role,
    49: lambda: all(word in on("venue-checklist") for word in ("A quiet room", "A door without steps")),
    50: lambda: all(word in on("joiner-pack") for word in (
        "Who we are", "How we work here", "Our group agreement", "What we decided", "Words we use")),
    51: asked_after_the_day_and_kept_as_each_chose,
    52: lambda: all(word in on("involvement-plan") for word in (
        "Principles", "Purpose", "Presence", "Process", "Impact", "Advisors", "Researchers", "Leaders",
        shelf().lines[P2].summary, shelf().lines[P2].stages[11].title)),
    53: lambda: all(a.load for a in shelf().activities.values()) and "emotional-work" in str(framework("partners2-2020")),
    54: lambda: all(set(r.content) == {"question", "counts"} and not r.maker for r in left("first-meeting", "check-in")),
    55: lambda: on("taking-part") and "You can pass." in on("agenda", "first-meeting"),
    56: lambda: left("farr", "parked", "power-map") and "We keep our turns short" in on("joiner-pack", "farr"),
    57: lambda: by("keep-change-question", *shelf().activities["keep-change-question"].makes),
    58: lambda: left("first-meeting", "dissent") and all("reasons" in r.content for r in left("first-meeting", "decision")),
    59: lambda: "You were away, and that is fine. Nobody asks why." in on("catch-up", "farr"),
    60: lambda: by("what-went-wrong", *shelf().activities["what-went-wrong"].makes),
    61: lambda: "We can step out, and we can come back." in on("agreement-poster", "first-meeting"),
    62: lambda: "Our group agreement" in on("joiner-pack", "farr") and any(
        r.content["what"] == "agreement" for r in left("farr", "carried")),
    63: meeting_time_is_protected,
    64: lambda: all(r.content["term"] in on("glossary", "first-meeting") for r in left("first-meeting", "term")),
    65: lambda: left("course", "thought", "learned-and-offered") or left("course", "skill", "learned-and-offered"),
    66: taken_back_for_good,
    67: lambda: by("two-hats", *shelf().activities["two-hats"].makes) and left(P2, "about-us"),
    68: a_role_is_in_peoples_own_words,
    69: lambda: counts_out_loud({"Carers": 1, "Researchers": 9})["Carers"] is None,
    70: lambda: member_of({"name": "Rosa", "role": "carer, researcher"}).roles == ("carer", "researcher"),
    71: nothing_named,
    72: lambda: left("closing-and-thanks", "thought", "who-gains"),
    73: lambda: "gender" in on("question-cards", sample=True).casefold() or left(P2, "thought", "who-is-not-here"),
    74: nobody_is_called_representative,
    75: lambda: all(task in on("role-cards") and all(does in on("role-cards") for does in what) for task, what in TASKS),
    76: lambda: "This is co-production in part" in on("joiner-pack"),
    77: lambda: len([one for one in standings(programme("farr"), shelf()) if one.runs]) == 5,
    78: lambda: by("tried-worked-did-not", *shelf().activities["tried-worked-did-not"].makes),
    79: lambda: left("farr", "carried"),
    80: lambda: on("resource-map", "farr"),
    81: lambda: on("question-cards", "farr"),
    82: every_way_in,
    83: lambda: len(standings(programme("course"), shelf())) == 5 and left("course", "feedback-words"),
    84: lambda: left("farr", "thought", "who-is-not-here"),
    85: lambda: {r.content["level"] for r in left(P2, "coding")} >= {"partly", "not yet"},
    86: lambda: left("farr", "thought", "power-map"),
    87: lambda: by("kinds-of-knowing", *shelf().activities["kinds-of-knowing"].makes),
    88: named_as_chosen,
    89: lambda: len([item for item in framework("soklaridis-2024").items if not item.parent]) == 4,
    90: lambda: any(item.parent for item in framework("partners2-2020").items),
    91: slowing_down_is_told,
    92: lambda: by("teach-back", *shelf().activities["teach-back"].makes),
    93: a_diary_stays_at_home,
    94: lambda: by("two-hats", *shelf().activities["two-hats"].makes),
    95: lambda: left("course", "thought", "plan-act-observe-reflect"),
    96: lambda: left(P2, "about-us") and all(r.content["text"] in on("joiner-pack") for r in left(P2, "about-us")),
    97: lambda: len(left("watch", "observation")[0].content["headings"]) == 4 and on("observer-sheet", "watch"),
    98: a_diary_stays_at_home,
    99: lambda: len(left("watch", "interview")[0].content["headings"]) == 4,
    100: lambda: all("roles" in r.content for r in left("watch", "decision")) and left("watch", "decision"),
    101: lambda: member_of({"name": "A", "role": "nurse; peer researcher; gardener"}).roles[1] == "peer researcher",
    102: asked_three_times,
    103: lambda: left("watch", "thought", "our-timeline"),
    104: lambda: by("helps-and-hinders", *shelf().activities["helps-and-hinders"].makes),
    105: lambda: by("what-changed-because-of-us", *shelf().activities["what-changed-because-of-us"].makes),
    106: lambda: left("watch", "thought", "what-it-means-to-me") and carried_to(read_history(programme("watch").folder)),
}
"""By the number of the practice: gives something true where the practice is served."""


def _parts(sheet, name):
    from kit.desk.paper import Order, parts_of

    return parts_of(programme(name), shelf(), Order(what=(sheet,)))[1]
