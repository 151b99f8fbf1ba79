"""How heavy a day is: breaks and long gaps rest, groups side by side weigh as the heaviest, and the stretch is counted."""

from kit.desk.weight_words import picture, sentences
from kit.model import Block, Plan, Script, Strand
from kit.model.weight import longest_without_rest, weights


def day(*blocks):
    return Script(Plan("p", "P", "S.", "10:00", blocks), ())


def work(title, minutes, load="", **more):
    return Block(title.lower(), title, "", minutes, load=load, time="work", **more)


def test_breaks_and_gaps_rest_and_a_short_gap_does_not():
    parts = weights(day(work("One", 20, "high"), Block("b", "Break", "", 15), work("Two", 20, "some", pin="10:40"),
                        work("Three", 10, "high", pin="11:30")))
    assert [(part.title, part.load, part.minutes) for part in parts] == [
        ("One", "high", 20), ("Break", "rest", 15), ("Two", "some", 20), ("", "rest", 30), ("Three", "high", 10)]
    assert longest_without_rest(parts) == 20


def test_groups_side_by_side_weigh_as_the_heaviest_of_them():
    strands = tuple(Strand(title, (work(title, 20, load),)) for title, load in (("Red", "low"), ("Blue", "high")))
    [part] = weights(day(Block("side", "Side by side", "", 0, strands=strands)))
    assert (part.load, part.minutes) == ("high", 20)


def test_one_heavy_part_after_another_is_one_stretch():
    parts = weights(day(work("One", 20, "high"), work("Two", 25, "some"), work("Three", 10, "low"), work("Four", 30, "high")))
    assert longest_without_rest(parts) == 45


def test_the_picture_and_the_sentences_say_the_same_of_each_part():
    script = day(work("Talk", 20, "high"), work("Tea [/]", 10, "low"), work("Nobody knows", 5))
    seen, heard = list(picture(script)), list(sentences(script))
    assert seen[0] == "10:00 ████ Talk"
    assert heard[0] == "10:00, 20 minutes, Talk: heavy."
    assert heard[2] == "10:30, 5 minutes, Nobody knows: nobody has said."
    assert seen[-3:] == heard[-3:]
    assert "20 minutes" in heard[-2]


def test_an_empty_day_can_be_looked_at():
    assert next(iter(sentences(day()))) == "Heavy: 0 minutes. Rest: 0 minutes."
