"""Working in groups, as the room is taken through it."""

import pytest

from tests.rooms import begun, contents, refused, step, taken


def at_groups(how, people=7, **given):
    """A session where groups of this kind are shown to the facilitator, and the lines that are shown."""
    return begun(step("group", how=how, **given), people=people)


@pytest.mark.parametrize(("how", "sizes"), [("pairs", [2, 2, 3]), ("threes", [3, 4]), ("fours", [3, 4])])
def test_groups_are_read_out_only_after_the_facilitators_yes(how, sizes):
    session = at_groups(how)
    assert session.room.lines == ()
    taken(session.answer("again"))
    shown = session.prompt.ask.facts[1:]
    taken(session.answer("yes"))
    assert session.room.lines == shown
    [made] = contents(session, "groups")
    assert sorted(map(len, made["rounds"][0]["groups"])) == sizes
    taken(session.answer(""))
    assert session.over


def test_one_two_four_all_goes_round_after_round():
    session = at_groups("one-two-four-all", people=8)
    taken(session.answer("yes"))
    heard = []
    while not session.over:
        heard.append(session.room.lines)
        taken(session.answer(""))
    assert [len(lines) for lines in heard] == [1, 4, 2, 1]
    assert heard[0] == ("Each person alone.",)
    assert heard[-1] == ("Everybody together.",)


def test_the_topics_of_a_jigsaw_are_the_plans_or_the_rooms_own():
    planned = at_groups("jigsaw", topics=("Money", "Time"))
    assert planned.prompt.ask.facts[1].startswith("Money: ")
    asked = at_groups("jigsaw")
    for topic in ("Buses", "Bread"):
        taken(asked.answer(topic))
    taken(asked.done())
    assert [line.split(":")[0] for line in asked.prompt.ask.facts[1:3]] == ["Buses", "Bread"]


def test_topics_named_for_somebody_who_comes_meanwhile_are_no_more_than_there_are_people():
    session = at_groups("jigsaw", people=2)
    taken(session.arrived())
    for topic in ("Buses", "Bread", "Beds"):
        taken(session.answer(topic))
    assert session.prompt.ask.makes == "groups"


def test_partners_who_both_said_so_write_together():
    session = at_groups("partners", people=4)
    assert "two numbers" in refused(session.answer("1"))
    taken(session.answer("1 4"))
    taken(session.done())
    taken(session.answer("yes"))
    [made] = contents(session, "groups")
    assert ["card 1", "card 4"] in made["rounds"][0]["groups"]


def test_in_a_rota_every_group_comes_to_every_station():
    session = at_groups("rota", people=6, topics=("Tea", "Clay", "Song"))
    taken(session.answer("yes"))
    [made] = contents(session, "groups")
    visits = {(topic, tuple(group)) for one in made["rounds"] for topic, group in zip(one["topics"], one["groups"], strict=True)}
    assert len(visits) == len({group for _, group in visits}) * 3


def test_one_person_alone_is_told_that_there_are_too_few():
    session = at_groups("pairs", people=1)
    assert "too few people" in session.prompt.ask.question


def test_groups_after_groups_mix_people_again():
    session = begun(step("group", how="pairs"), step("group", how="pairs"), people=6)
    for _ in range(2):
        taken(session.answer("yes"))
        taken(session.answer(""))
    pairs = [frozenset(g) for c in contents(session, "groups") for one in c["rounds"] for g in one["groups"]]
    assert len(set(pairs)) == 6
