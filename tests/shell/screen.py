"""The app on a terminal: keys in, the screen out. Waits for conditions, never
for time: after each key the program says when it has shown the result."""
import difflib
import os
import re
import shutil
import subprocess
import unicodedata

from replife import PROGRAM, ROOT, TMP, Store, check

HOST = os.path.join(os.environ["BUILD"], "tests", "screen")
GOLDEN = os.path.join(ROOT, "tests", "data", "screens")
NOW = "2026-11-24T08:00:00Z"	# a Tuesday
KEYS = {
    "Enter": "\r", "Esc": "\x1b", "Tab": "\t", "S-Tab": "\x1b[Z", "Space": " ", "Bs": "\x7f",
    "Up": "\x1bOA", "Down": "\x1bOB", "Right": "\x1bOC", "Left": "\x1bOD", "Home": "\x1bOH",
    "End": "\x1bOF", "PgUp": "\x1b[5~", "PgDn": "\x1b[6~", "Del": "\x1b[3~", "F1": "\x1bOP",
    "F2": "\x1bOQ", "F3": "\x1bOR", "F4": "\x1bOS", "F5": "\x1b[15~", "F6": "\x1b[17~", "F7": "\x1b[18~", "F8": "\x1b[19~", "F9": "\x1b[20~",
}
SIZES = [(30, 100), (24, 80), (20, 60), (12, 40)]
_demo = None


def demo(name="demo.db", now=NOW):
    """The demo organisation, made once and copied."""
    global _demo
    if not _demo:
        _demo = Store("screen-demo.db", NOW, init=False)
        _demo.must("init", "--demo")
    s = Store(name, now, init=False)
    shutil.copy(_demo.path, s.path)
    return s


def key_bytes(k):
    if k in KEYS:
        return KEYS[k]
    if len(k) == 2 and k[0] == "^":
        return chr(ord(k[1]) & 31)
    return k


class Screen:
    def __init__(self, store, *words, rows=24, cols=80, env=None, program=None):
        e = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **(env or {})}
        if store:
            e["REPLIFE_NOW"] = store.now
            words = ("--db", store.path) + words
        e = {k: v for k, v in e.items() if v is not None}
        self.rows, self.cols = rows, cols
        self.p = subprocess.Popen([HOST, str(rows), str(cols), *(program or [PROGRAM]), *words], env=e,
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.state = self.sync() if not program else "ok"

    def ask(self, line):
        """The lines of the answer; self.state is how it went."""
        state = getattr(self, "state", "ok")
        self.p.stdin.write(line.encode() + b"\n")
        self.p.stdin.flush()
        out = []
        while True:
            text = self.p.stdout.readline().decode("utf-8", "replace").rstrip("\n")
            if text in ("ok", "gone", "late", ""):
                # Looking at it says nothing new of how it goes.
                self.state = state if line == "show" and text == "ok" else text
                if text == "late":
                    print("late after %r:\n%s" % (line[:80], self))
                return out
            out.append(text)

    def send(self, text):
        raw = text if isinstance(text, bytes) else text.encode()
        self.ask("send " + raw.hex())

    def sync(self):
        self.ask("sync")
        return self.state

    def keys(self, *keys):
        """Each by its name, or as it is typed; then the screen is up to date."""
        for k in keys:
            self.send(key_bytes(k))
            if k == "Esc":
                self.sync()
        self.sync()
        return self

    def type(self, text):
        self.send(text)
        self.sync()
        return self

    def wait(self, text):
        self.ask("wait " + text.encode().hex())
        return self.state == "ok"

    def click(self, row, col, again=1):
        for _ in range(again):
            self.send("\x1b[<0;%d;%dM\x1b[<0;%d;%dm" % (col + 1, row + 1, col + 1, row + 1))
            self.sync()
        return self

    def click_on(self, text, again=1):
        for r, line in enumerate(self.lines):
            if text in line:
                return self.click(r, line.index(text), again)
        check("there is a %r to click on" % text, False, self)
        return self

    def size(self, rows, cols):
        self.rows, self.cols = rows, cols
        self.ask("size %d %d" % (rows, cols))
        self.sync()
        return self

    @property
    def lines(self):
        return [x[1:] for x in self.ask("show") if x.startswith("|")]

    @property
    def cursor(self):
        return tuple(int(x) for x in next(x for x in self.ask("show") if x.startswith("cursor")).split()[1:])

    @property
    def text(self):
        return "\n".join(self.lines)

    def __contains__(self, words):
        return words in self.text

    def end(self):
        """How it ended: 0, or minus a signal."""
        out = self.ask("end")
        word, n = out[0].split() if out else ("exit", "999")
        self.close()
        return int(n) if word == "exit" else -int(n)

    def quit(self):
        """Back to the first screen and out; its exit status."""
        self.send("\x03" * 30)
        self.sync()
        self.send("q")
        return self.end()

    def close(self):
        self.p.stdin.close()
        self.p.wait()
        self.p.stdout.close()

    def svg(self, path):
        self.ask("svg " + path)

    def __repr__(self):
        return "\n" + self.text + "\n(cursor %r)" % (self.cursor,)

    def golden(self, name, login=None):
        """As it was kept; UPDATE=1 keeps it anew. Whose login the frame says
        is not kept where it is the machine's."""
        lines = self.lines
        if login:
            lines = [re.sub(r" +%s · \w+$" % re.escape(login), "", x) for x in lines]
        path = os.path.join(GOLDEN, "%s-%dx%d.txt" % (name, self.cols, self.rows))
        text = "".join(x + "\n" for x in lines) + "cursor %d %d %d\n" % self.cursor
        if os.environ.get("UPDATE"):
            os.makedirs(GOLDEN, exist_ok=True)
            with open(path, "w") as f:
                f.write(text)
        kept = open(path).read() if os.path.exists(path) else ""
        check("%s at %dx%d is as it was" % (name, self.cols, self.rows), kept == text,
              "\n" + "\n".join(difflib.unified_diff(kept.split("\n"), text.split("\n"), "kept", "now", lineterm="")))
        too_wide = [x for x in lines if sum(not unicodedata.combining(c) for c in x) > self.cols]
        check("%s at %dx%d stays in its lines" % (name, self.cols, self.rows), not too_wide, too_wide)
        return self


def said(screen):
    """What stands above the keys, over both of its lines."""
    return " ".join(screen.lines[screen.rows - 3:screen.rows - 1])
