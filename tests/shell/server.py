"""A server for the scripted tests: started, called as this or that account, and
spoken to byte by byte."""
import ctypes
import os
import pwd
import shutil
import signal
import socket
import struct
import subprocess
import threading

from replife import LOGIN, NOW, PROGRAM, TMP, Answer, Store

ROOT = os.geteuid() == 0	# only root can be several people
# Accounts that each Debian has; who is who in the tests.
PEOPLE = {"daemon": "rep", "bin": "rep", "sys": "marketer", "games": "marketer", "man": "marketer", "lp": "lifecycle",
          "mail": None, "news": "lifecycle"}
os.chmod(TMP, 0o755)
program = os.path.join(TMP, "replife-of-all")
shutil.copy(PROGRAM, program)
libc = ctypes.CDLL(None)
seat = threading.Lock()		# one euid at a time


def uid_of(login):
    return pwd.getpwnam(login).pw_uid


def staff(s):
    """Everybody of PEOPLE in the store, and a period that runs."""
    for login, role in PEOPLE.items():
        s.must("person", "add", login, "--name", login.title() + " Person", *(["--role", role] if role else []),
               "--zone", "Europe/Berlin")
    for rep in ("daemon", "bin"):
        s.must("roster", "invite", rep)
        s.must("--as", rep, "roster", "accept")
    s.must("period", "open", "2026-H2", "--from", "2026-07-01", "--to", "2026-12-31")
    s.must("program", "edit", "--active-limit", "0")
    return s


class Server:
    def __init__(self, store, name="socket", options=(), now=NOW, env=None, **more):
        self.store, self.path, self.options, self.now, self.more = store, os.path.join(TMP, name), options, now, more
        self.env = env or {}
        self.start()

    def start(self):
        env = {**os.environ, **({"REPLIFE_NOW": self.now} if self.now else {}), **self.env}
        self.p = subprocess.Popen([PROGRAM, "serve", "--store", self.store.path, "--socket", self.path, *self.options],
                                  env=env, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                                  preexec_fn=lambda: libc.prctl(1, signal.SIGKILL), **self.more)	# with the test
        line = self.p.stderr.readline().decode()
        assert "serving" in line, line + self.p.stderr.read().decode()

    def stop(self, sig=signal.SIGTERM):
        self.p.send_signal(sig)
        err = self.p.stderr.read().decode()
        return self.p.wait(), err

    def kill(self):
        self.p.kill()
        self.p.wait()
        self.p.stderr.close()

    def as_them(self, login, env=None):
        """How the program is started from somebody's account."""
        e = {"PATH": os.environ["PATH"], "HOME": TMP, "LC_ALL": "C.UTF-8", "TZ": "UTC",
             "REPLIFE_SOCKET": self.path, **(env or {})}
        who = {} if login == LOGIN else {"user": uid_of(login) if isinstance(login, str) else login,
                                         "group": 65534, "extra_groups": []}
        return {"env": e, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": TMP, **who}

    def __call__(self, login, *words, stdin=None, env=None):
        """The program, from somebody's account."""
        return Answer(subprocess.run([program, *map(str, words)], input=stdin.encode() if stdin is not None else b"",
                                     **self.as_them(login, env)))

    def begin(self, login, *words):
        """The same, and it is under way."""
        return subprocess.Popen([program, *map(str, words)], stdin=subprocess.PIPE, **self.as_them(login))

    def must(self, login, *words, **more):
        a = self(login, *words, **more)
        assert a.status == 0, "%s: %r: %r" % (login, words, a)
        return a


class Gone(Exception):
    pass


HELLO = None


def hello():
    """What a client of this build greets with, from its own mouth."""
    global HELLO
    if not HELLO:
        path = os.path.join(TMP, "ear")
        with socket.socket(socket.AF_UNIX) as ear:
            ear.bind(path)
            ear.listen()
            p = subprocess.Popen([PROGRAM, "--socket", path, "whoami"], stderr=subprocess.DEVNULL)
            with ear.accept()[0] as c:
                n = struct.unpack("<I", c.recv(8, socket.MSG_WAITALL)[:4])[0]
                HELLO = c.recv(n, socket.MSG_WAITALL)
            p.kill()
            p.wait()
    return HELLO


def frame(kind, content=b"", more=False):
    return struct.pack("<IcBH", len(content), kind, more, 0) + content


def field(kind, text):
    text = (text if isinstance(text, bytes) else text.encode()) + b"\0"
    return kind + struct.pack("<I", len(text)) + text


def call_of(op, args=(), key=None, yes=False, **more):
    """The content of a CALL: args are (name, text) pairs."""
    out = field(b"o", op) + (field(b"k", key) if key else b"") + (field(b"y", "") if yes else b"")
    for kind, text in more.items():
        out += field(kind.encode(), text)
    for name, text in args:
        out += field(b"n", name) + (field(b"t", text) if text is not None else b"")
    return out


def import_of(what, cols, key=None, file="rows.csv"):
    """The content of a CALL that rows follow."""
    return call_of("import csv", [("what", what), ("file", None)], key=key) + field(b"T", file) + \
        b"".join(field(b"c", c) for c in cols)


def rows_of(rows):
    """The content of ROWS, for rows of texts."""
    out = []
    for n, row in enumerate(rows):
        out.append(struct.pack("<I", n + 2))
        out += [struct.pack("<I", len(c) + 1) + c + b"\0" if c else b"\xff\xff\xff\xff" for c in (x.encode() for x in row)]
    return b"".join(out)


def in_frames(kind, content, size=1 << 20):
    parts = [content[i:i + size] for i in range(0, len(content), size)] or [b""]
    return b"".join(frame(kind, p, i + 1 < len(parts)) for i, p in enumerate(parts))


class Wire:
    """A connection from an account, frame by frame."""

    def __init__(self, path, login=None, greet=True):
        self.s = socket.socket(socket.AF_UNIX)
        self.s.settimeout(60)
        with seat:
            try:
                if login is not None:
                    os.seteuid(uid_of(login) if isinstance(login, str) else login)
                self.s.connect(path)
            finally:
                os.seteuid(0 if ROOT else os.getuid())
        if greet:
            self.send(frame(b"H", hello()))
            self.welcome = self.receive()

    def send(self, data):
        self.s.sendall(data)

    def bytes(self, n):
        out = b""
        while len(out) < n:
            part = self.s.recv(n - len(out))
            if not part:
                raise Gone()
            out += part
        return out

    def receive(self):
        """(kind, content) of the next message that is no beat."""
        content = b""
        while True:
            n, kind, more, zero = struct.unpack("<IcBH", self.bytes(8))
            content += self.bytes(n)
            if not more and kind != b"B":
                return kind, content

    def call(self, op, args=(), **more):
        self.send(frame(b"C", call_of(op, args, **more)))
        return self.receive()

    def close(self):
        self.s.close()
