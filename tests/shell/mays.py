"""Who may do what to whose: a store in which each kind of person has one of
everything, what is typed for each case of the matrix that the program prints, and the
walk over all of it. How a call reaches the store is the driver's: Solo here, a server's
socket in may_wire.test. A driver has

	at(now)		a context: calls in it are made at that time; outside of it
			the store is nobody's
	call(person, op, args, now, dry_run)	an answer with status, out and err
	verdict(case, role)	what the matrix says, or "not served"
	unnoted		the commands whose refusal no store can note
"""
import os
import re
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from replife import LOGIN, TMP, Store, check, refused

LATER = "2026-11-26T%02d:00:00Z"	# the sessions are over
WRITES = "2026-11-25T09:00:00Z"
A_BATCH = 50	# cases an hour: the access log takes 60 of a person's


class Solo:
    """Calls as the person on their own computer: --as."""
    unnoted = {"db restore"}	# opens no store

    def __init__(self, store):
        self.store = store

    @contextmanager
    def at(self, now):
        yield

    def verdict(self, case, role):
        return case[role]

    def call(self, person, op, args, now=None, dry_run=False):
        store = self.store
        if dry_run and op.startswith("db "):	# these have transactions of their own
            path = os.path.join(TMP, "own-%s-%s.db" % (op[3:], person))
            shutil.copy(store.path, path)
            store, dry_run = Store(os.path.basename(path), init=False), False
        who = [] if person == LOGIN else ["--as", person]
        flags = ["--dry-run"] if dry_run else []
        return store("--json", "--yes", *who, *flags, *op.split(), *args, stdin="", now=now)


class World:
    """`people` is who is what; `helpers`, a rep and a marketer, are the others."""

    def __init__(self, store, people, helpers):
        self.s, self.people, self.solo = store, people, Solo(store)
        self.rep, self.marketer = helpers
        self.everybody = [*people.values(), *helpers]
        self.have = {}	# (object, how one stands to it) -> person -> ref
        self.seats = {}
        self.sessions = 0
        self.gather()
        self.give()
        self.write_up()
        self.choose()
        self.take_roles()
        self.learn()

    def did(self, person, op, *args, now=None):
        a = self.solo.call(person, op, args, now=now)
        assert a.status == 0, (person, op, args, a)
        return a.items[0] if a.items else a.json

    def rows(self, sql, *values):
        db = sqlite3.connect(self.s.path)
        with db:
            got = db.execute(sql, values).fetchall()
        db.close()
        return got

    # ---- everybody has, and does, all of it; then the roles go ----

    def gather(self):
        s = self.s
        s.must("program", "edit", "--active-limit", "0")
        s.must("period", "open", "2026-H2", "--from", "2026-07-01", "--to", "2026-12-31")
        for login in self.everybody:
            if login != LOGIN:
                s.must("person", "add", login, "--name", login.capitalize() + " Test", "--role", "marketer", "--role", "rep")
            s.must("roster", "invite", login)
            self.did(login, "roster accept")

    def session(self, rep):
        """The next half hour is theirs."""
        self.sessions += 1
        start = "2026-11-24T%02d:%02d" % (self.sessions // 2, self.sessions % 2 * 30)
        return self.did(LOGIN, "slot add", "--rep", rep, "--start", start, "--zone", "UTC")["id"]

    def has(self, noun, relation, person, ref):
        self.have.setdefault((noun, relation), {})[person] = ref

    def give(self):
        for p in self.everybody:
            hosted = self.session(p)
            self.has("session", "its rep", p, hosted)
            if p != self.marketer:
                self.seats[p, "rep"] = self.did(self.marketer, "book", hosted)["id"]
                self.has("booking", "its rep", p, self.seats[p, "rep"])
            if p != self.rep:
                self.seats[p, "marketer"] = self.did(p, "book", self.session(self.rep))["id"]
                self.has("booking", "who booked it", p, self.seats[p, "marketer"])
            self.has("action", "its owner", p, self.did(LOGIN, "action add", "An action of " + p, "--owner", p)["id"])
            self.has("weekly hours", "their rep", p, self.did(p, "hours add", "every fri 15-16")["id"])
            self.has("day off", "their rep", p, self.did(p, "hours skip", "2026-12-24")["id"])
            self.has("log entry", "who did it", p, self.solo.call(p, "person edit", [p, "--segment", "North"]).json["undo"])
            self.has("person", "oneself", p, p)

    def remark_of(self, note):
        return self.did(LOGIN, "note show", note)["observations"][-1]

    def write_up(self):
        for p in self.everybody:
            if p != self.rep:	# in the rep's words, which they have not cleared
                n = self.did(p, "note add", self.seats[p, "marketer"], "--alerts", "It came late", "--quote", "Too late for us",
                             "--words-of", "rep", now=WRITES)["id"]
                self.has("write-up", "its author", p, n)
                self.has("remark", "its author", p, self.remark_of(n))
            if p != self.marketer:
                n = self.did(self.marketer, "note add", self.seats[p, "rep"], "--quote", "Nobody told me", "--words-of", "rep",
                             "--may-quote", now=WRITES)["id"]
                self.has("write-up", "the session's rep", p, n)
                self.has("remark", "whose words it is", p, self.remark_of(n))

    def choose(self):
        """What is somebody else's."""
        have, rep, marketer = self.have, self.rep, self.marketer
        self.quoted = have["remark", "whose words it is"][rep]
        self.did(rep, "quote clear", self.quoted, now=WRITES)
        self.draft = self.session(rep)
        self.theirs = {
            ("session", False): have["session", "its rep"][rep], ("session", True): self.draft,
            ("booking", False): self.seats[rep, "rep"], ("person", False): marketer,
            ("write-up", False): have["write-up", "its author"][marketer],
            ("remark", False): self.quoted, ("remark", True): have["remark", "its author"][marketer]}
        for noun, relation in (("action", "its owner"), ("weekly hours", "their rep"), ("day off", "their rep"),
                               ("log entry", "who did it")):
            self.theirs[noun, False] = have[noun, relation][marketer]
        self.s.must("theme", "add", "Alerts")
        self.s.must("theme", "add", "Prices")
        for kind in ("csv", "json"):
            self.s.must("export", kind, "people", "-o", os.path.join(TMP, "people." + kind))
        self.s.must("export", "json", "all", "-o", os.path.join(TMP, "all.json"))
        self.rows("UPDATE slot SET state = 'draft' WHERE id = ?", self.draft[2:])

    def take_roles(self):
        for role, login in self.people.items():
            if login == LOGIN:
                continue
            if role == "lifecycle":
                self.s.must("person", "grant", login, "lifecycle")
            for other in ("marketer", "rep"):
                if role != other:
                    self.s.must("person", "revoke", login, other)

    # ---- the matrix, and what is typed for each of its cases ----

    def learn(self):
        self.cases = self.s.must("--json", "help", "matrix").items
        self.usage = {o["command"]: o["usage"] for o in self.s.must("--json", "help").items}
        self.usage.update({"draft save": "draft save WHAT TEXT", "draft show": "draft show WHAT",
                           "draft drop": "draft drop WHAT", "draft list": "draft list", "person bind": "person bind"})
        theirs = self.theirs
        self.sample = {
            "SESSION": theirs["session", False], "BOOKING": theirs["booking", False], "NOTE": theirs["write-up", False],
            "REMARK": self.quoted, "OBS": self.quoted, "ACTION": theirs["action", False], "THEME": "T-1", "FROM": "T-1",
            "INTO": "T-2", "PERIOD": "2026-H2", "REVISION": "1", "LOGIN": self.marketer, "ROLE": "rep", "DAY": "2026-12-28",
            "WHEN": "2026-12-28 10:00", "HOURS": "2027-01-04 15-16", "TEXT": "words", "TITLE": "A title", "NAME": "Some name",
            "WHAT": "people", "FILE": os.path.join(TMP, "people.csv")}
        self.special = {
            "import json": {"FILE": os.path.join(TMP, "people.json")}, "hours add": {"HOURS": "every sat 15-16"},
            "hours remove": {"NAME": "R-1"}, "person add": {"LOGIN": "new"}, "holiday remove": {"DAY": "2026-12-24"},
            "db backup": {"FILE": os.path.join(TMP, "copy.db")}, "db restore": {"FILE": os.path.join(TMP, "copy.db")},
            "period open": {"NAME": "2027-H1"}}

    def words_of(self, case, ref):
        op, param, usage = case["command"], case["parameter"], self.usage[case["command"]]
        put = {**self.sample, **self.special.get(op, {})}
        holder = HOLDER.get(case["object"])
        need = [w for w in re.findall(r"\[[^\]]*\]|\S+", usage)[len(op.split()):] if w[0] not in "[." and w != "..."]
        more = list(MORE.get(op, []))
        if case["value"] and "--%s " % param in usage:
            more += ["--" + param, case["value"]]
        elif case["value"]:
            put["WHAT"] = case["value"]
            if op == "import json":
                put["FILE"] = os.path.join(TMP, "all.json")
        elif param and "--" + param in need:
            need[need.index("--" + param) + 1] = str(ref)
        elif param and "--%s " % param in usage and holder != "PROGRAM":
            more += ["--" + param, ref]
        elif param and "--%s " % param in usage:	# person edit --team
            more += ["--" + param, {"status": "active", "uid": "4711"}.get(param, "West")]
        elif holder in need:
            put[holder] = ref
        elif param:
            more.insert(0, ref)
        return [str(put.get(w.rstrip("."), w)) for w in need] + [str(x) for x in more]

    def object_of(self, case, person):
        """Their own in the way that the case says, or somebody else's."""
        noun, relation = case["object"], case["relation"]
        if noun == "program":
            return "Rep Life"
        if not case["parameter"] or noun == "everything":
            return None
        return self.have[noun, relation][person] if relation else self.theirs[noun, case["hidden"]]

    def all_of_it(self):
        """Everything but the access log: rows, and the log's head."""
        return self.s.must("export", "json", "all").out, self.rows("SELECT count(*), max(seq), hex(max(hash)) FROM audit")


MORE = {"note add": ["--alerts", "It was late"], "note edit": ["--alerts", "It was late"], "slot edit": ["--place", "Room 4"],
        "theme edit": ["--definition", "words"]}
HOLDER = {"session": "SESSION", "booking": "BOOKING", "write-up": "NOTE", "remark": "REMARK", "action": "ACTION",
          "person": "LOGIN", "weekly hours": "NAME", "day off": "NAME", "program": "PROGRAM"}
# What it says of itself before it looks at what is asked: nothing of who may.
UNSAID = {"export csv": 2, "import csv": 2, "redo": 3, "holiday remove": 3, "customer remove": 3, "draft show": 3,
          "report changes": 3, "theme adopt": 3}


def gone(answer, ref):
    return (answer.status, (answer.out + answer.err).replace(str(ref), "REF"))


def none_such(ref):
    return "%s-99999" % ref[0] if isinstance(ref, str) else 99999


class Job:
    """A case, and who tries it on what."""

    def __init__(self, world, by, n, role):
        case = world.cases[n]
        self.world, self.by, self.case, self.login = world, by, case, world.people[role]
        self.ref, self.now = world.object_of(case, self.login), LATER % (9 + n // A_BATCH)
        self.verdict = by.verdict(case, role)
        self.name = " ".join(filter(None, (case["command"], case["value"], "of", case["relation"] or (
            "others" if case["object"] else "the program"), "hidden" if case["hidden"] else None, "as", role)))

    def call(self, ref, **more):
        return self.by.call(self.login, self.case["command"], self.world.words_of(self.case, ref), now=self.now, **more)

    def refuse(self):
        return self.call(self.ref), self.call(none_such(self.ref)) if self.verdict == "not_there" else None

    def do(self):
        return self.call(self.ref, dry_run=True), None


def in_batches(by, jobs, what):
    """Time goes on."""
    with ThreadPoolExecutor(4) as pool:
        for now in sorted({j.now for j in jobs}):
            batch = [j for j in jobs if j.now == now]
            with by.at(now):
                yield from zip(batch, pool.map(what, batch))


def walk(world, by):
    """Every case, by each kind of person."""
    jobs = [Job(world, by, n, role) for n in range(len(world.cases)) for role in world.people]
    check("the matrix has every command", {c["command"] for c in world.cases} >=
          {x for x in world.usage if not re.match("help|config|serve|kiosk", x)} and len(world.cases) > 200, len(world.cases))
    before = world.all_of_it()
    told_no = [j for j in jobs if j.verdict != "allowed"]
    for j, (a, none) in in_batches(by, told_no, Job.refuse):
        if j.verdict == "refused":
            check(j.name, a.status == 5, a)
        elif j.verdict == "not served":
            check(j.name + ": not served", a.status == 5 and "is not for a server's store" in a.out, a)
        else:
            check(j.name, a.status == 3 and gone(a, j.ref) == gone(none, none_such(j.ref)), (a, none))
    check("what was refused has changed nothing", world.all_of_it() == before)
    noted = set(world.rows("SELECT DISTINCT p.login, l.op FROM access_log l JOIN person p ON p.id = l.actor_id"
                           " WHERE l.outcome = 'denied'"))
    wanted = {(j.login, j.case["command"]) for j in told_no if j.verdict in ("refused", "not served")}
    wanted -= {w for w in wanted if w[1] in by.unnoted}
    check("each refusal is in the access log, and nothing else", noted == wanted, noted ^ wanted)
    world.s.must("db", "backup", os.path.join(TMP, "copy.db"))
    world.special["db backup"]["FILE"] = os.path.join(TMP, "again.db")
    before = world.all_of_it()
    for j, (a, _) in in_batches(by, [j for j in jobs if j.verdict == "allowed"], Job.do):
        good = a.status in (0, 4, 6, 65, 73) or a.status == UNSAID.get(j.case["command"])
        check(j.name, good, (world.words_of(j.case, j.ref), a))
    check("a dry run has changed nothing", world.all_of_it() == before)


def beyond(world, by, zed):
    """The same for what no argument names, and of another program, where `zed` is of lifecycle."""
    rep, theirs, now = world.rep, world.theirs, LATER % 20
    world.did(LOGIN, "note edit", world.have["write-up", "its author"][world.marketer], "--lead", "source=webinar", now=WRITES)
    world.s.must("program", "add", "Other")
    world.s.must("person", "add", zed, "--name", "Zed Ood", "--role", "lifecycle", "--program", "Other")
    world.everybody.append(zed)
    pages = [("mine", world.seats[rep, "rep"]), ("note list", theirs["write-up", False]), ("lead list", "L-1"),
             ("slot list", world.draft)]
    with by.at(now):
        for person, more in ((world.people["marketer"], []), (world.people["nobody"], []), (zed, ["--program", "Other"])):
            for op, ref in pages:
                a, none = (by.call(person, op, more + ["--after", r], now=now) for r in (ref, none_such(ref)))
                check("%s --after: nothing to be learnt for %s" % (op, person),
                      a.status == 3 and gone(a, ref) == gone(none, none_such(ref)), (a, none))
        for op, ref, *more in (
                ("cancel", world.seats[rep, "rep"]), ("note show", theirs["write-up", False]),
                ("quote star", theirs["remark", True]), ("slot show", world.draft), ("undo", theirs["log entry", False]),
                ("theme set-aside", theirs["remark", True]), ("note excuse", theirs["booking", False], "--reason", "x")):
            a, none = (by.call(zed, op, ["--program", "Other", r, *more], now=now) for r in (ref, none_such(ref)))
            check("%s: nothing to be learnt of another program" % op,
                  a.status == 3 and gone(a, ref) == gone(none, none_such(ref)), (a, none))
        a = by.call(zed, "slot show", ["--program", "Other", theirs["session", False]], now=now)
        check("what one can see there, one is led to", a.status == 3 and "--program 'Rep Life'" in a.out, a)
        for name, op, words, status in (
                ("another program's rules", "program edit", ["Rep Life", "--program", "Other", "--seats", "9"], 5),
                ("another program's day off", "hours remove", ["--program", "Other", theirs["day off", False]], 3),
                ("a role that holds everywhere", "person revoke", ["--program", "Other", LOGIN, "rep"], 5)):
            refused(name, by.call(zed, op, words, now=now), status)
        a = by.call(world.people["marketer"], "quote hold-back", [world.quoted], now=now)
        check("whose word somebody else's quote is, is not told",
              not re.search(r"\b(%s|%s)\b" % (rep, world.marketer), a.out + a.err, re.I), a)
