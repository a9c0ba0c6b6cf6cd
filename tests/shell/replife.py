"""What the scripted tests share: calling the program, and saying ok or not."""
import json
import os
import pwd
import subprocess
import sys

PROGRAM = os.environ["REPLIFE"]
TMP = os.environ["TMP"]
ROOT = os.environ["ROOT"]
LOGIN = pwd.getpwuid(os.geteuid()).pw_name	# whoever runs the tests
NOW = "2026-11-23T09:00:00Z"	# a Monday
failed = 0


class Answer:
    def __init__(self, p):
        self.status, self.out, self.err = p.returncode, p.stdout.decode(), p.stderr.decode()

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def items(self):
        return self.json["items"]

    def __repr__(self):
        return "exit %d, out %r, err %r" % (self.status, self.out[:600], self.err[:600])


class Store:
    """A store of its own, at a time of its own."""

    def __init__(self, name="test.db", now=NOW, init=True):
        self.path, self.now = os.path.join(TMP, name), now
        if init:
            assert self("init").status == 0, self("init")

    def __call__(self, *words, stdin=None, now=None, env=None):
        e = {**os.environ, "REPLIFE_NOW": now or self.now, **(env or {})}
        return Answer(subprocess.run([PROGRAM, "--db", self.path, *map(str, words)], env=e,
                                     input=stdin.encode() if stdin is not None else b"",
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE))

    def must(self, *words, **more):
        a = self(*words, **more)
        assert a.status == 0, "%r: %r" % (words, a)
        return a

    def item(self, *words, **more):
        return self.must("--json", *words, **more).items[0]


def team(name="team.db", now=NOW):
    """Two reps, three marketers, a lifecycle person, a running period."""
    s = Store(name, now)
    for login, full, role in (("ana", "Ana Ruiz", "rep"), ("bo", "Bo Lind", "rep"),
                              ("dana", "Dana Weber", "marketer"), ("kim", "Kim Sato", "marketer"),
                              ("zoe", "Zoe Park", "marketer"), ("lea", "Lea Blum", "lifecycle")):
        s.must("person", "add", login, "--name", full, "--role", role, "--email",
               login + "@example.com", "--zone", "Europe/Berlin")
    for rep in ("ana", "bo"):
        s.must("roster", "invite", rep)
        s.must("--as", rep, "roster", "accept")
    s.must("period", "open", "2026-H2", "--from", "2026-07-01", "--to", "2026-12-31")
    return s


def slot(s, rep="ana", start="2026-11-24T10:00", end="2026-11-24T10:30", **more):
    extra = [x for k, v in more.items() for x in ("--" + k, str(v))]
    return s.item("--tz", "Europe/Berlin", "slot", "add", "--rep", rep, "--start", start,
                  "--end", end, *extra)["id"]


def check(name, good, why=""):
    global failed
    print("ok %s" % name if good else "not ok %s: %s" % (name, why))
    failed += not good


def refused(name, answer, status, reason=None, words=()):
    """Exit status, the typed reason, a sentence that says what to do."""
    text = answer.err + answer.out
    good = answer.status == status and all(w in text for w in words)
    if good and reason and answer.out.startswith("{"):
        good = answer.json["error"].get("reason") == reason
    check(name, good, answer)


def done():
    sys.exit(failed != 0)


def many_remarks(path):
    """Notes to import: some hundred remarks about five things, so that groups are large."""
    about = ["the price list", "the lead alert", "the webinar", "the case study", "the campaign mail"]
    ways = ["{} came {} after the call with {}", "nobody told {1} in {2} about {0}", "{} was {} out of date when {} asked",
            "{2} had seen {0} {1} before the rep", "a shorter version of {} would help {} in {}"]
    words = [["two days", "a week", "an hour"], ["reps", "partners", "new hires"], ["a month", "a year", "two versions"],
             ["days", "weeks", "hours"], ["reps", "partners", "new hires"]]
    whom = ["schools", "bakeries", "florists", "garages", "hotels"]
    rows = [w.format(a, x, y) for a in about for w, xs in zip(ways, words) for x in xs for y in whom]
    with open(path, "w") as f:
        f.write("text,date\n" + "".join("%s,2026-11-10\n" % r for r in rows))
    return path
