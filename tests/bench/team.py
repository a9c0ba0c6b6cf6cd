"""One host, many people: the server beside the same in one process, beside a bare
commit, and beside PostgreSQL with the same rules; a part of bench."""
import os
import shutil
import subprocess
import time

import __main__ as b
import baselines

LAYERS = ("serve", "ops", "report", "formats", "store", "themes", "when", "core", "base")
NOW_S = "1795424400"	# b.NOW
MILLION = int(os.environ.get("MILLION", 1000000))


def compile(name):
    """Against the program's own libraries."""
    out, src = b.path(name), os.path.join(b.HERE, name + ".c")
    libs = [os.path.join(b.BUILD, "lib%s.a" % x) for x in LAYERS]
    if not os.path.exists(out) or os.path.getmtime(out) < max(map(os.path.getmtime, [src, *libs])):
        root = os.path.join(b.HERE, "..", "..")
        subprocess.run(["cc", "-O2", "-Wall", "-D_GNU_SOURCE", '-DREPLIFE_VERSION="0.1.0"', "-I" + root + "/include",
                        "-I" + root + "/src/serve", "-static", "-o", out, src, *libs, "-lsqlite3", "-lutf8proc", "-lstemmer",
                        "-lmd", "-luuid", "-lm", "-lpthread"], check=True, stderr=subprocess.DEVNULL)
    return out


class Server:
    def __init__(self, store, *options):
        self.socket = b.path("team.socket")
        self.p = subprocess.Popen([b.PROGRAM, "serve", "--store", store, "--socket", self.socket, "--per-account", "20000",
                                   *options], env=b.ENV, stderr=subprocess.PIPE)
        self.p.stderr.readline()
        self.next = 1

    def __enter__(self):
        return self

    def __exit__(self, *why):
        self.p.terminate()
        self.p.wait()

    def rss_kib(self):
        with open("/proc/%d/status" % self.p.pid) as f:
            return next(int(x.split()[1]) for x in f if x.startswith("VmRSS"))

    def book(self, clients, seconds):
        """failed, calls, p50 us, p99 us, calls a second, the slowest client's, the fastest's"""
        out = subprocess.run([compile("callers"), self.socket, str(seconds), str(clients), str(self.next), "0"],
                             stdout=subprocess.PIPE, check=True).stdout.split()
        got = [float(x) for x in out]
        self.next += int(got[6] + 1) * clients
        return got


def op_us(how, where, times, *words):
    out = subprocess.run([compile("ops"), how, where, str(times), *words], env={**os.environ, "OPS_NOW_S": NOW_S, "REPLIFE_CONFIG": "/dev/null"},
                         stdout=subprocess.PIPE, check=True).stdout.split()
    return float(out[0])


def through_socket():
    store = baselines.fresh("team-ops.db")
    for times, words in ((1000, ["whoami"]), (500, ["find", "limit=50"]), (1000, ["mine"]), (10, ["find", "when=next week"])):
        alone = op_us("db", store, times, *words)
        with Server(store) as s:
            there = op_us("socket", s.socket, times, *words)
        b.figure("`%s` through the socket, against 1.3 x in-process + 100 us" % " ".join(words), there / (1.3 * alone + 100), 1.0,
                 "%.0f us, in-process %.0f" % (there, alone))


def one_client():
    """In turn, so that the disk's moods are everybody's."""
    mine, bare = [], []
    for _ in range(5):
        bare.append(baselines.bare_commit(2000)[0])
        with Server(baselines.fresh("team-one.db")) as s:
            s.book(1, 0.3)
            mine.append(s.book(1, 2)[2])
    ratio = sorted(m / x for m, x in zip(mine, bare))[2]
    b.figure("a booking through the socket, one client, against a bare commit, p50", ratio, 1.3,
             "%.0f us, bare %.0f" % (sorted(mine)[2], sorted(bare)[2]))


def many_clients():
    with Server(baselines.fresh("team-many.db")) as s:
        s.book(64, 1)
        failed, calls, _, p99, per_s, least, most = s.book(64, 5)
        b.figure("64 clients: calls that failed", failed, 0, "%d calls, %.0f a second" % (calls, per_s))
        b.figure("64 clients: p99 against 64 / throughput", p99 / 1e6 / (64 / per_s), 3, "%.1f ms" % (p99 / 1e3))
        b.figure("64 clients: the fastest against the slowest", most / max(least, 1), 2, "%d and %d" % (most, least))
    one, many, other = [], [], []
    for _ in range(3):
        with Server(baselines.fresh("team-many.db")) as s:
            s.book(32, 0.5)
            one.append(s.book(1, 2)[4])
            many.append(s.book(32, 3)[4])
        got = baselines.postgres("deferred", 5, 32)
        if got:
            other.append(got[32][0])
    one, many = sorted(one)[1], sorted(many)[1]
    b.figure("2 x one client's bookings a second against 32 clients'", 2 * one / many, 1.0, "%.0f, %.0f" % (one, many))
    if other:
        other = sorted(other)[1]
        b.figure("1.3 x PostgreSQL's against 32 clients'", 1.3 * other / many, 1.0, "%.0f a second there" % other)
    else:
        print("PostgreSQL 15 is not there: SKIPPED, nothing to stand beside")


def idle():
    with Server(baselines.fresh("team-idle.db")) as s:
        before = s.rss_kib()
        p = subprocess.Popen([compile("callers"), s.socket, "0", "0", "1", "5000"], stdout=subprocess.PIPE)
        p.stdout.readline()
        s.book(1, 0.3)	# they are all let in by now
        after = s.rss_kib()
        b.figure("5,000 idle connections: MiB", after / 1024, 64, "%.1f without them" % (before / 1024))
        p.kill()
        p.wait()


def many_sessions():
    """More than are booked in a minute."""
    return b.store_of("crowd.db", 600000, 0, 0, 3000, 10000, True)


def beside(name, store, work):
    """What others' bookings wait while `work` goes on, against without it."""
    with Server(store) as s:
        s.book(8, 0.5)
        quiet = s.book(8, 10)
        p = subprocess.Popen([b.PROGRAM, "--socket", s.socket, *work], env=b.ENV, stdout=subprocess.DEVNULL)
        others = subprocess.Popen([compile("callers"), s.socket, "1000", "8", str(s.next), "0"], stdout=subprocess.PIPE,
                                  env={**os.environ, "CALLERS_SESSIONS": "600000"})
        begin = time.monotonic()
        p.wait()
        took = time.monotonic() - begin
        others.terminate()
        failed, calls, _, p99, per_s, _, _ = map(float, others.communicate()[0].split())
        b.figure("%s: others' p99 against without it" % name, p99 / quiet[3], 2,
                 "%.1f ms, %.1f; %.0f and %.0f a second; %d failed, %.0f s, exit %d" % (
                     p99 / 1e3, quiet[3] / 1e3, per_s, quiet[4], failed, took, p.returncode))


def copy_of(store, name):
    to = b.path(name)
    shutil.copy(store, to)
    b.rep(to, "program", "edit", "--active-limit", 1000)
    return to


def long_report():
    half = [d for d in b.PAST if b.dt.date(2026, 7, 1) <= d < b.dt.date(2026, 11, 20)]
    store = b.store_of("crowd-said.db", 600000, 0, MILLION, 3000, 10000, True, half)
    beside("a report of 1,000,000 remarks", copy_of(store, "team-report.db"), ["report", "themes", "--period", "2026-H2"])


def long_import():
    words = b.write("million.csv", ("ref", "text", "area", "author", "date"), b.note_rows(MILLION, 10000))
    beside("an import of 1,000,000 rows", copy_of(many_sessions(), "team-import.db"), ["import", "csv", "notes", words])


def team():
    """TEAM=one_client,idle: some of it."""
    for part in os.environ.get("TEAM", "through_socket,one_client,many_clients,idle,long_report,long_import").split(","):
        globals()[part]()
