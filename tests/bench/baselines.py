"""What the server is measured against, in the same run; a part of bench."""
import os
import shutil
import subprocess
import sys
import tempfile

import __main__ as b

SESSIONS = 200000


def store():
    """People and sessions to book, as tests/bench/pg/schema.sql has them for PostgreSQL."""
    return b.store_of("serve.db", SESSIONS, 0, 0, 1000, 10000, True)


def fresh(name):
    """A copy that nobody has booked in, with a limit to count against as over there."""
    to = b.path(name)
    for end in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(to + end):
            os.remove(to + end)
    shutil.copy(store(), to)
    b.rep(to, "program", "edit", "--active-limit", 100)
    return to


def bare_commit(n=5000):
    """p50 and p99 in microseconds, commits a second: the same rows by SQLite alone."""
    tool = b.compile("bare_commit", "-l:libsqlite3.a", "-lm")
    rules = os.path.join(b.DATA, "rules", "booking.sql")
    out = subprocess.run([tool, fresh("bare-commit.db"), rules, str(n)], stdout=subprocess.PIPE, check=True)
    return [float(x) for x in out.stdout.split()]


def place_of_cluster():
    """On the store's disk where the account postgres can go there, for the same syncs."""
    if os.getuid() or not subprocess.run(["runuser", "-u", "postgres", "--", "test", "-x", b.PLACE],
                                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
        return b.PLACE
    other = tempfile.gettempdir()
    if os.stat(other).st_dev != os.stat(b.PLACE).st_dev:
        print("# PostgreSQL's files lie on another disk: %s" % other)
    return other


def postgres(variant, seconds, *clients):
    """{clients: (bookings a second, p50, p99)}; None where PostgreSQL is not there."""
    out = subprocess.run([os.path.join(b.HERE, "pg", "pg"), variant, str(seconds), *map(str, clients)],
                         env={**os.environ, "PG_PLACE": place_of_cluster()}, stdout=subprocess.PIPE)
    if out.returncode == 77:
        return None
    if out.returncode:
        sys.exit("bench: pg failed")
    rows = [[float(x) for x in line.split()] for line in out.stdout.decode().splitlines()]
    return {int(n): tuple(rest) for n, *rest in rows}


def baselines():
    """No figure to keep: what others are held against."""
    p50, p99, per_s = bare_commit()
    b.figure("a bare commit of a booking's rows, in ms", p50 / 1e3, None, "p99 %.2f ms, %.0f a second" % (p99 / 1e3, per_s))
    for variant in ("chained", "deferred", "loose"):
        got = postgres(variant, 8, 1, 32)
        if not got:
            print("PostgreSQL 15 is not there: SKIPPED, nothing to stand beside")
            return
        for n, (per_s, p50, p99) in got.items():
            b.figure("PostgreSQL, %s, %d client%s: a second" % (variant, n, "s" * (n > 1)), per_s, None,
                     "p50 %.2f ms, p99 %.2f" % (p50 / 1e3, p99 / 1e3))
