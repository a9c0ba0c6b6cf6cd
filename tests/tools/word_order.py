#!/usr/bin/env python3
"""word_order.py TEXT... < stopwords.txt > stopwords.new

The stop words of a list in classes by what stands beside them, and how often a
word of one class was followed by one of another. Classes are found by exchange:
each word goes where the mutual information of neighbouring classes is largest,
until none moves (Brown et al. 1992; Martin, Liermann and Ney 1998). The texts are
English prose: plain, or as fortune(6) keeps its sayings."""
import collections
import math
import re
import sys

CLASSES = 19		# and one for every other word, and one for a sentence's edge
EDGE = None		# before its first word and after its last
ROUNDS = 8
WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


def sentences(paths):
    for path in paths:
        with open(path, errors="replace") as f:
            text = f.read().lower().replace("\u2019", "'")
        for s in re.split(r"[.!?;:]\s|\n\n|\n%\n", text):
            words = WORD.findall(s)
            if len(words) > 2:
                yield words


def information(m):
    left, right = [sum(r) for r in m], [sum(c) for c in zip(*m)]
    total = sum(left)
    return sum(n * math.log(n * total / (left[i] * right[k]))
               for i, row in enumerate(m) for k, n in enumerate(row) if n)


def moved(m, of, pairs, word, to):
    """The counts of classes when `word` is of class `to`."""
    m, was = [row[:] for row in m], of[word]
    for (a, b), n in pairs[word].items():
        m[of[a]][of[b]] -= n
        m[to if a == word else of[a]][to if b == word else of[b]] += n
    of[word] = was
    return m


def main():
    listed = [w for line in sys.stdin if not re.match(r"[#\d]", line) for w in line.split()]
    known, n_sentences, n_words = set(listed), 0, 0
    often, count = collections.Counter(), collections.Counter()
    pairs = {w: collections.Counter() for w in listed}
    for s in sentences(sys.argv[1:]):
        n_sentences += 1
        n_words += len(s)
        s = [EDGE] + [w if w in known else "" for w in s] + [EDGE]
        often.update(s)
        count.update(zip(s, s[1:]))
    for (a, b), n in count.items():
        for w in {a, b} & known:
            pairs[w][a, b] = n
    order = sorted(listed, key=lambda w: (-often[w], w))
    of = {w: i % CLASSES for i, w in enumerate(order)}
    of[""], of[EDGE] = CLASSES, CLASSES + 1
    m = [[0] * (CLASSES + 2) for _ in range(CLASSES + 2)]
    for (a, b), n in count.items():
        m[of[a]][of[b]] += n
    for _ in range(ROUNDS):
        before = dict(of)
        for w in order:
            best = max(range(CLASSES), key=lambda c: (information(moved(m, of, pairs, w, c)), c == of[w]))
            m, of[w] = moved(m, of, pairs, w, best), best
        if of == before:
            break
    print("# English stop words, a line those that stand beside the same words; then how")
    print("# often a word of one line was followed by one of another, the last but one for")
    print("# all other words, the last for a sentence's edge. From tests/tools/word_order.py")
    print("# over the sayings of Debian's fortunes and fortunes-min: %d sentences, %d words." % (n_sentences, n_words))
    for c in range(CLASSES):
        print(" ".join(sorted(w for w in listed if of[w] == c)))
    for row in m:
        print(" ".join(map(str, row)))


main()
