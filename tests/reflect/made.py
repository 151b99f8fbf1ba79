"""Small programmes for tests of reflection: accounts, codings and themes, as short calls."""

from itertools import count

from kit.model import Framework, Item, Origin, Record, Visible, origins, standing
from kit.model.framework import NO_PRINCIPLE
from kit.reflect import Holdings
from kit.reflect.holdings import Meeting

OURS = Framework("ours", "Ours", "", 2026, "Us", "Ours", "A meeting", True, "", (
    Item("kind", "Kindness"), Item("slow", "Slowness"), Item("open", "Openness"), Item("fair", "Fairness")))
MEETINGS = (Meeting("w1", 1, "First", "2026-03-02T10:00:00+00:00", "North"),
            Meeting("w2", 2, "Second", "2026-04-06T10:00:00+00:00", "South"))


class Made:
    """Records as a programme would have them, one after another."""

    def __init__(self):
        self.all = []
        self._number = count(1)

    def record(self, kind, content, workshop="w1", replaces="", visible=Visible.GROUP, **origin):
        number = next(self._number)
        month = {"w1": "03", "w2": "04"}.get(workshop, "05")
        one = Record(f"r{number}", kind, f"2026-{month}-02T10:{number // 60:02}:{number % 60:02}+00:00",
                     Origin(workshop=workshop, device="laptop", **origin), content, visible, replaces=replaces)
        self.all.append(one)
        return one

    def account(self, letter, text, replaces="", key="", **given):
        content = {"letter": letter, "title": f"Account {letter}", "role": "", "writers": 1, "headings": [], "parts": [text],
                   "draft": 1} | ({"key": key} if key else {})
        return self.record("account", content, replaces=replaces, **given)

    def coding(self, of, code, level="evident", *, by="other", coder="", note="", quote="", start=0, own="", **given):
        framework = "" if code in (NO_PRINCIPLE, "") else "ours"
        return self.record("coding", {"of": of.content.get("key", of.id), "letter": "", "framework": framework, "code": code,
                                      "called": code, "own": own, "level": level, "note": note, "read_by": by, "coder": coder,
                                      "quote": quote, "start": start}, **given)

    def theme(self, name, cards=(), status="draft", replaces="", key="", **given):
        content = {"name": name, "cards": [card.id for card in cards], "status": status, "cross": False, "under": "", "into": "",
                   "confirmed_by": "", "why": ""} | given.pop("parts", {}) | ({"key": key} if key else {})
        return self.record("theme", content, replaces=replaces, **given)

    @property
    def held(self):
        count = standing(self.all)
        ids = {record.id for record in count}
        return Holdings(count, tuple(r for r in self.all if r.id not in ids), origins({r.id: r for r in self.all}),
                        {"ours": OURS}, MEETINGS)
