"""Made-up rooms for tests, as the JSON that `kit seat` reads. They are made around a seating, so that there surely is one."""


ROLES = ("lived", "researcher", "carer")


def room(chance, most=24, rounds=4):
    """A room with wishes of every kind, all of which can be kept."""
    count = chance.randint(3, most)
    ids = [f"p{n}" for n in range(count)]
    tables = [f"t{n}" for n in range(chance.randint(1, max(1, min(count, count // chance.randint(1, 6) + 1))))]
    number = chance.randint(1, rounds)
    absent = {id_: sorted(chance.sample(range(1, number + 1), chance.randint(1, number)))
              for id_ in ids if chance.random() < 0.1}
    together = [chance.sample(ids, 2) for _ in range(chance.choice((0, 0, 1, 2, count // 6)))]
    seatings = [_seating(chance, [i for i in ids if r not in absent.get(i, ())], tables, together)
                for r in range(1, number + 1)]
    slack = chance.choice((0, 0, 1, 2))
    loads = {t: [sum(at == t for at in seating.values()) for seating in seatings] for t in tables}
    apart = [pair for pair in (chance.sample(ids, 2) for _ in range(chance.choice((0, 1, 2, count // 2))))
             if all(s.get(pair[0], 0) != s.get(pair[1], 1) for s in seatings)]
    return {
        "people": [{"id": id_, "roles": [r for r in ROLES if chance.random() < 0.3]} for id_ in ids],
        "tables": [{"id": t, "min": max(0, min(loads[t]) - slack), "max": max(loads[t]) + slack} for t in tables],
        "rounds": number,
        "constraints": {"together": together, "apart": apart, "seats": list(_seats(chance, ids, tables, seatings)),
                        "absent": [{"person": id_, "rounds": rounds} for id_, rounds in absent.items()]},
        "mix": [{"rule": chance.choice(("not-only", "not-alone", "at-least")), "role": chance.choice(ROLES), "weight": 5}
                for _ in range(chance.choice((0, 0, 1, 2)))],
    }


def _seating(chance, here, tables, together):
    """People at tables that are as even as their blocks allow. Those joined by anybody, here or not, share a table."""
    block = {id_: {id_} for pair in [*together, *([i] for i in here)] for id_ in pair}
    for a, b in together:
        joined = block[a] | block[b]
        block.update(dict.fromkeys(joined, joined))
    at = {}
    for people in sorted({tuple(sorted(b)) for b in block.values()}, key=lambda people: (-len(people), chance.random())):
        table = min(tables, key=lambda t: (list(at.values()).count(t), chance.random()))
        at.update({id_: table for id_ in people if id_ in here})
    return at


def _seats(chance, ids, tables, seatings):
    for _ in range(chance.choice((0, 1, 2, len(ids) // 3))):
        id_ = chance.choice(ids)
        rounds = sorted(chance.sample(range(1, len(seatings) + 1), chance.randint(1, len(seatings))))
        needs = {seatings[r - 1][id_] for r in rounds if id_ in seatings[r - 1]}
        if needs:
            yield {"person": id_, "tables": sorted(needs | set(chance.sample(tables, chance.randint(0, 1)))), "rounds": rounds}


def with_trouble(chance, data):
    """The same room with a few more wishes, which often collide."""
    ids = [p["id"] for p in data["people"]]
    asked = data["constraints"]
    for _ in range(chance.randint(0, 5)):
        match chance.randint(1, 5):
            case 1:
                asked["together"].append(chance.sample(ids, 2))
            case 2:
                asked["apart"].append(chance.sample(ids, 2))
            case 3:
                asked["seats"].append({"person": chance.choice(ids), "tables": [chance.choice(data["tables"])["id"]]})
            case 4:
                table = chance.choice(data["tables"])
                table["max"] = max(table["min"], table["max"] - 1)
            case 5:
                table = chance.choice(data["tables"])
                table["min"] = min(table["max"], table["min"] + 1)
    for rule in data["mix"]:
        rule["hard"] = chance.random() < 0.6
    return data
