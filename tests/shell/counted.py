"""What a report counts, counted again from the raw rows by another way."""
import itertools
import math
from fractions import Fraction


class Counted:
    """A period in plain lists, with no SQL but to read the tables."""

    def __init__(self, db, program, period, as_of=None):
        self.id, self.name, begin, end = period
        get = lambda sql: db.execute(sql).fetchall()
        self.slots = {i: dict(rep=r, kind=k, seats=n, taken=t, at=b) for i, r, k, n, t, b, state, pr in get(
            "SELECT id, rep_id, kind, seats, taken, begin_s, state, program_id FROM slot")
            if begin <= b < end and state == "open" and pr == program}
        self.bookings = {i: dict(slot=s, who=w, state=st, excused=x) for i, s, w, st, x in get(
            "SELECT id, slot_id, marketer_id, state, excused FROM booking") if s in self.slots}
        self.notes = {i: dict(booking=b, who=w, side=sd, at=at) for i, b, w, sd, at, st, pr in get(
            "SELECT id, booking_id, author_id, side, said_s, state, program_id FROM note")
            if begin <= at < end and st == "submitted" and pr == program}
        self.remarks = {i: dict(note=n, area=a, aside=x) for i, n, a, x in get(
            "SELECT id, note_id, area, set_aside FROM observation") if n in self.notes}
        self.codings = [(o, t, by) for o, t, by, st in get("SELECT observation_id, theme_id, by_whom, state FROM coding")
                        if o in self.remarks and st == "active" and self.remarks[o]["aside"] is None]
        self.words = {}		# remark: {person: {theme that it is in}}
        for o, t, who, st in get("SELECT observation_id, theme_id, person_id, state FROM coding WHERE by_whom = 'person'"):
            if o in self.remarks and self.remarks[o]["aside"] is None:
                self.words.setdefault(o, {}).setdefault(who, set()).update({t} if st in ("active", "said_in") else set())
        self.themes = dict(get("SELECT id, name FROM theme"))
        self.held = {b["slot"] for b in self.bookings.values() if b["state"] in ("attended", "customer_absent", "stepped_out")}
        self.begun = {i: x for i, x in self.slots.items() if as_of is None or x["at"] <= as_of or i in self.held}
        self.ahead = [x for i, x in self.slots.items() if i not in self.begun]
        said = {r["note"] for r in self.remarks.values()}
        self.written = {self.slot_of(n) for n, x in self.notes.items() if self.slot_of(n) and
                        (n in said or self.bookings[x["booking"]]["state"] in ("attended", "customer_absent", "stepped_out"))}

    def slot_of(self, note):
        b = self.bookings.get(self.notes[note]["booking"])
        return b and b["slot"]

    def of_theme(self, theme, after=None, until=None):
        remarks = {o for o, t, by in self.codings if t in theme and by != "suggested" and
                   (after is None or self.notes[self.remarks[o]["note"]]["at"] > after) and
                   (until is None or self.notes[self.remarks[o]["note"]]["at"] <= until)}
        notes = {self.remarks[o]["note"] for o in remarks}
        slots = {self.slot_of(n) for n in notes} - {None}
        return dict(remarks=len(remarks), sessions=len(slots), reps=len({self.slots[x]["rep"] for x in slots}),
                    marketers=len({self.notes[n]["who"] for n in notes if self.notes[n]["side"] != "rep"} - {None}))

    def by_two(self):
        """How alike the pair is that read most of the same remarks: pooled kappa, in exact fractions."""
        pairs = {}
        for said in self.words.values():
            for x, y in itertools.combinations(sorted(said), 2):
                pairs.setdefault((x, y), []).append((said[x], said[y]))
        if not pairs:
            return None
        both = max(pairs.values(), key=len)
        seen, chance = [], []
        for t in set().union(*(x | y for x, y in both)):
            one, other = (Fraction(sum(t in x[k] for x in both), len(both)) for k in (0, 1))
            seen.append(Fraction(sum((t in x) == (t in y) for x, y in both), len(both)))
            chance.append(one * other + (1 - one) * (1 - other))
        p, q = sum(seen) / len(seen), sum(chance) / len(chance)
        return {"remarks": len(both), "pairs": len(pairs), "alike_in_100": min(math.floor(p * 100 + Fraction(1, 2)), 100 if p == 1 else 99),
                **({"kappa_in_100": math.floor((p - q) / (1 - q) * 100 + Fraction(1, 2))} if q < 1 else {})}
