"""The figures of themes and of the report; a part of bench."""
import os
import random
import sqlite3
import subprocess
import sys
import time

import __main__ as b


def said(n):
    """Remarks of some forty kinds, of 8 to 40 words: each kind has its own words
    beside those of all."""
    rnd = random.Random(2)
    words = sorted(set(open(os.path.join(b.DATA, "demo", "notes.csv")).read().split()))
    kinds = [rnd.sample(words, 60) for _ in range(40)]
    for k in range(n):
        kind, length = kinds[min(int(rnd.expovariate(.08)), 39)], rnd.choice((8, 12, 16, 20, 25, 40))
        yield " ".join(rnd.choice(kind if rnd.random() < .5 else words) for _ in range(length)) + " %d" % (k % 50000)


SKLEARN = """
import sys, time
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
texts = [line.rstrip("\\n").split("\\t", 1)[1] for line in open(sys.argv[1])]
begin = time.process_time()
x = TfidfVectorizer(sublinear_tf=True, stop_words="english", ngram_range=(1, 2), min_df=2).fit_transform(texts)
KMeans(int(sys.argv[2]), n_init=4, random_state=0).fit(x)
print(time.process_time() - begin)
"""


def beside_sklearn(texts, groups, took):
    """No figure to keep: where the usual tool stands, which has to be told how many groups there are."""
    for python in (sys.executable, "/usr/bin/python3"):
        p = subprocess.run([python, "-c", SKLEARN, texts, str(groups)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if p.returncode == 0:
            b.figure("  beside scikit-learn, told that they are %d" % groups, took / float(p.stdout), None,
                     "scikit-learn %.2f s" % float(p.stdout))
            return
    print("scikit-learn is not there: nothing to stand beside")


def discover():
    tool = os.path.join(b.BUILD, "tests", "group")
    for n, seconds, mib in ((5000, 1, None), (1000000, 30, 512)):
        texts = b.path("said-%d.tsv" % n)
        with open(texts, "w") as f:
            f.writelines("%d\t%s\n" % (i, t) for i, t in enumerate(said(n)))
        p = subprocess.Popen([tool, texts, b.path("groups.tsv")], stderr=subprocess.PIPE, text=True)
        groups = int(p.stderr.readline().split()[2])
        p.stderr.read()
        _, status, use = os.wait4(p.pid, 0)
        assert status == 0, status
        took = use.ru_utime + use.ru_stime		# of its one core: other work may run beside it
        b.figure("groups of %s remarks, in shares of %d s" % ("{:,}".format(n), seconds), took / seconds, 1.0, "%.2f s" % took)
        if not mib:
            beside_sklearn(texts, groups, took)
        else:
            b.figure("their memory, in shares of %d MiB" % mib, use.ru_maxrss / 1024 / mib, 1.0, "%.0f MiB" % (use.ru_maxrss / 1024))


def report():
    """A period of 5,000 remarks."""
    store = b.store_of("report.db", 20000, 10000, 50000, 200, 2000)
    b.rep(store, "report", "themes", "--period", "2026-H1")
    begin = time.monotonic()
    n = [b.rep(store, "report", "themes", "--period", "2026-H1", "--format", f) for f in ("text", "md", "json")]
    took = (time.monotonic() - begin) / len(n)
    db = sqlite3.connect(store)
    remarks = db.execute("SELECT count(*) FROM note n JOIN observation o ON o.note_id = n.id JOIN period p ON "
                         "p.name = '2026-H1' AND n.said_s >= p.begin_s AND n.said_s < p.end_s").fetchone()[0]
    b.figure("the report of a period with %d remarks, in seconds" % remarks, took, 1.0)


def cpu_of(words):
    """Seconds of the processor that a command took: other work may run beside it."""
    pid = os.posix_spawnp(words[0], words, {**b.ENV, "LC_ALL": "C.UTF-8"},
                          file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
    _, status, use = os.wait4(pid, 0)
    if status:
        sys.exit("bench: %s failed" % (words,))
    return use.ru_utime + use.ru_stime


def codebook():
    """Stored remarks are in memory already: the matching alone is timed."""
    texts, themes, maker = b.path("remarks.txt"), b.path("remarks.themes"), os.path.join(b.HERE, "remarks")
    if not os.path.exists(texts) or os.path.getmtime(texts) < os.path.getmtime(maker):
        subprocess.run([maker, texts + ".new", themes], check=True)
        os.rename(texts + ".new", texts)
    libs = [os.path.join(b.BUILD, "lib%s.a" % x) for x in ("themes", "base")]
    tool = b.path("match")
    subprocess.run(["cc", "-O2", "-Wall", "-D_GNU_SOURCE", "-I" + os.path.join(b.HERE, "..", "..", "include"), "-o", tool,
                    os.path.join(b.HERE, "match.c"), *libs, "-l:libutf8proc.a", "-l:libstemmer.a"], check=True)
    cpu_of(["wc", "-w", texts])     # into the page cache
    took = []
    for _ in range(7):
        out = subprocess.run([tool, texts, themes], env=b.ENV, stdout=subprocess.PIPE, check=True).stdout.split()
        took.append((float(out[0]), cpu_of(["wc", "-w", texts])))
    mine, theirs = (sorted(x)[3] for x in zip(*took))
    b.figure("the codebook over %s remarks, against wc -w" % "{:,}".format(int(out[1])), mine / theirs, 1.0,
           "%.2f s, wc %.2f; %s themes, %s hits" % (mine, theirs, out[2].decode(), out[3].decode()))
