"""The app as lines (--accessible) on a terminal of its own: a line in, what is
said out. Waits for the prompt, never for time."""
import fcntl
import os
import select
import struct
import subprocess
import termios

from replife import PROGRAM, check

PATIENCE_S = 60


class Lines:
    """`cols` wide; `whole`: the terminal hands over whole lines, as most do."""

    def __init__(self, store, who, cols=1000, env=None, whole=True, command=None):
        self.fd, theirs = os.openpty()
        mode = termios.tcgetattr(theirs)
        mode[1] &= ~termios.OPOST
        mode[3] &= ~termios.ECHO
        if not whole:
            mode[3] &= ~termios.ICANON
        termios.tcsetattr(theirs, termios.TCSANOW, mode)
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, cols, 0, 0))
        e = {**os.environ, "TERM": "dumb", "LC_ALL": "C.UTF-8", **({"REPLIFE_NOW": store.now} if store else {}), **(env or {})}
        e = {k: v for k, v in e.items() if v is not None}
        command = command or [PROGRAM, "--db", store.path, *(["--as", who] if who else [])]
        self.p = subprocess.Popen([*command, "--accessible"], env=e, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        self.ended = False
        self.all = self.said = self.read()

    def read(self):
        """All that is said until the next prompt, or the end."""
        out = b""
        while out != b"> " and not out.endswith(b"\n> "):
            if not select.select([self.fd], [], [], PATIENCE_S)[0]:
                check("the app answers", False, out[-300:])
                break
            try:
                more = os.read(self.fd, 65536)
            except OSError:
                more = b""
            if not more:
                self.ended = True
                break
            out += more
        return out.decode("utf-8", "replace").removesuffix("> ")

    def write(self, raw):
        while raw:
            raw = raw[os.write(self.fd, raw[:1024]):]

    def __call__(self, *typed):
        """What is said after these lines, to all of them."""
        self.said = ""
        for t in typed:
            try:
                self.write(t + b"\n" if isinstance(t, bytes) else t.encode() + b"\n")
            except OSError:
                break
            self.said += self.read()
        self.all += self.said
        return self.said

    def __contains__(self, words):
        return words in self.said

    def end(self, *typed):
        """The exit status, after these lines and the end of all input."""
        self(*typed)
        try:
            self.write(b"\x04")
        except OSError:
            pass
        self.all += self.read()
        return self.close()

    def close(self):
        os.close(self.fd)
        return self.p.wait()

    def __repr__(self):
        return "\n" + self.said
