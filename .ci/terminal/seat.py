"""A seat before a terminal: a program on a real pseudo-terminal, its keys, and the window that shows what it writes.

Nobody sleeps here. Linux tells how many bytes a process has read and written, in how many calls, and whether it waits: a program that
has read all that was typed, and waits, has shown all that it has to show.
"""
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time

from emulator import Window, differences, fresh, named

# Where a program is waited for, on a machine that has much else to do, in seconds.
PATIENCE = 60
# How every frame begins, by hiding the cursor, and one that does not build on the one before it: by setting modes, too.
FRAME = b"\x1b[?25l"
WHOLE = re.compile(rb"\x1b\[\?25l\x1b\[\?[0-9]+[hl]")
ENVIRONMENT = {"LANG": "C.UTF-8", "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"}
# How a terminal is given back.
GIVEN = b"\x1b[?1049l"
# What a shell has shown before; it fits any window.
BEFORE = "$"
# The key that stops a program.
STOP = "\x1a"


class Stuck(Exception):
    """A program does not answer any more."""


class Ended(Exception):
    """A program has ended where it should go on."""


class Seat:
    """A program that runs on a terminal of its own, some private modes of which may be on before."""

    def __init__(self, command, size=(80, 24), environment=None, folder=None, modes=()):
        self.master, self.slave = os.openpty()
        self.window = Window(*size)
        self.window.set_mode(*modes, private=True)
        self.modes = set(self.window.mode)
        self.window.feed(f"{BEFORE}\r\n".encode())
        self.set_size(size)
        self.settings = termios.tcgetattr(self.slave)
        self.received = bytearray()
        self.typed = 0
        # What was seen when it was asked last whether all is calm.
        self.seen = None
        # Whether the program may still write for a window of another size.
        self.is_resized = False
        # Whether what is read is not shown yet.
        self.is_held = False
        self.process = subprocess.Popen(
            command, stdin=self.slave, stdout=self.slave, stderr=self.slave, cwd=folder, env={**ENVIRONMENT, **(environment or {})},
            start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        # Whose keys and frames are counted: the program, wherever a shell has started it.
        self.pid = self.process.pid
        self.end = os.pidfd_open(self.process.pid)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in (self.master, self.slave, self.end):
            os.close(descriptor)

    # What somebody does.

    def type(self, keys):
        """Presses keys, without waiting for what comes of them."""
        rest = keys if isinstance(keys, bytes) else keys.encode()
        self.typed += len(rest)
        limit = time.monotonic() + PATIENCE
        while rest:
            # A terminal takes little at once, and the program has to have room for what it writes meanwhile.
            readable, writable, _ = select.select([self.master, self.end], [self.master], [], 1)
            if self.end in readable:
                return
            if self.master in readable:
                self.read()
            if writable:
                rest = rest[os.write(self.master, rest[:256]):]
                limit = time.monotonic() + PATIENCE
            if time.monotonic() > limit:
                raise Stuck(f"{len(rest)} bytes are not read")

    def press(self, keys, is_calm=True):
        """Presses keys, and waits until the window shows what comes of them; where something runs on, until they are read."""
        before = self.count("rchar")
        self.typed = 0
        self.type(keys)
        self.wait(lambda: self.count("rchar") - before >= self.typed, "an answer to a key")
        if is_calm:
            self.settle()

    def meet(self, bunch, is_calm=True):
        """Presses keys, stops the program, or, where it is a pair of numbers, makes the window that size."""
        if isinstance(bunch, tuple):
            self.resize(bunch)
        elif bunch == STOP:
            # Keys that are not read when it stops are dropped. Nobody lets it wait: it goes on at once.
            since = len(self.received)
            self.type(bunch)
            self.wait(lambda: GIVEN in self.received[since:], "the terminal for the shell")
            since += self.received[since:].index(GIVEN)
            self.wait(lambda: WHOLE.search(self.received, since), "a frame that is drawn anew")
            if is_calm:
                self.settle()
        else:
            self.press(bunch, is_calm)

    def set_size(self, size):
        """Makes the terminal another size, which it tells the program."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def resize(self, size):
        """Makes the window another size, without waiting for what comes of it."""
        self.is_resized = True
        self.set_size(size)
        self.window.resize(size[1], size[0])

    def signal(self, number):
        """Sends the program a signal."""
        os.kill(self.pid, number)

    # What comes of it.

    def read(self):
        """Shows what there is to read."""
        data = os.read(self.master, 65536)
        self.received += data
        if not self.is_held:
            self.window.feed(data)

    def drain(self):
        """Shows all that there is to read."""
        while select.select([self.master], [], [], 0)[0]:
            self.read()

    def wait(self, holds, what):
        """Waits until `holds()`."""
        limit = time.monotonic() + PATIENCE
        while not holds():
            readable = select.select([self.master, self.end], [], [], 0.001)[0]
            if self.master in readable:
                self.read()
            elif self.end in readable:
                raise Ended(f"the program has ended before {what}")
            elif time.monotonic() > limit:
                raise Stuck(f"{what} is not there after {PATIENCE} s")

    def settle(self):
        """Waits until the program waits for what is done next, and all that it has written is shown."""
        self.wait(self.is_calm, "an end of the work")
        self.drain()
        if self.is_resized:
            self.window.faults.clear()
            self.is_resized = False

    def settle_whole(self, since):
        """Waits until a frame that is drawn from nothing has come behind the first `since` bytes, and the program waits."""
        self.wait(lambda: WHOLE.search(self.received, since), "a frame that is drawn anew")
        self.settle()

    def begin(self):
        """Waits until the program has taken the window, and shows its first frame."""
        self.settle_whole(0)
        return self

    def count(self, name):
        """A number that Linux keeps of the process: the bytes that it has read (rchar) and written (wchar), and its calls to write (syscw)."""
        try:
            with open(f"/proc/{self.pid}/io") as lines:
                return next(int(line.split()[1]) for line in lines if line.startswith(name + ":"))
        except (ProcessLookupError, FileNotFoundError, PermissionError, StopIteration):
            raise Ended(f"the program has ended: {self.process.poll()}") from None

    def is_calm(self):
        """Whether the program waits, all that it has written is read, and it has written nothing since this was asked last."""
        # A program that waits because a terminal takes no more has not written yet.
        is_read = not select.select([self.master], [], [], 0)[0]
        now = is_read and self.is_waiting() and (self.count("wchar"), len(self.received))
        was, self.seen = self.seen, now
        return now and now == was

    def is_waiting(self):
        """Whether every thread of the program sleeps."""
        try:
            for thread in os.listdir(f"/proc/{self.pid}/task"):
                with open(f"/proc/{self.pid}/task/{thread}/stat") as line:
                    if line.read().rpartition(")")[2].split()[0] != "S":
                        return False
            return True
        except (ProcessLookupError, FileNotFoundError):
            return False

    # What must hold.

    def history(self):
        """In what the window differs from one that the program draws anew, and what else is wrong with how both were drawn.

        A program draws all anew when it is told that the window has another size; what it writes before that, and what it writes
        afterwards, belongs to the window that has grown.
        """
        self.settle()
        since = len(self.received)
        self.is_held = True
        self.signal(signal.SIGWINCH)
        self.settle_whole(since)
        self.is_held = False
        start = WHOLE.search(self.received, since).start()
        end = self.received.find(FRAME, start + 1)
        whole = self.received[start:end if end > 0 else None]
        self.window.feed(self.received[since:start])
        drawn = fresh(whole, self.window.columns, self.window.lines)
        faults = self.take_faults() + drawn.faults + differences(self.window, drawn)
        self.window.feed(self.received[start:])
        return faults

    def take_faults(self):
        """What was wrong with how the window was drawn, once."""
        faults, self.window.faults = self.window.faults, []
        return faults

    def leave(self, keys, ending=0):
        """Presses keys that leave the program, and holds the terminal against what it was before: a list of faults."""
        self.type(keys)
        return self.ended(ending)

    def ended(self, ending):
        """Waits for the end, and holds the terminal against what it was before: a list of faults."""
        limit = time.monotonic() + PATIENCE
        while self.end not in (readable := select.select([self.master, self.end], [], [], 1)[0]) or self.master in readable:
            if self.master in readable:
                self.read()
            elif time.monotonic() > limit:
                return [f"the program has not ended after {PATIENCE} s"]
        status = self.process.wait()
        faults = [] if status == ending else [f"the program has ended with {status}, not with {ending}"]
        return faults + self.terminal()

    def terminal(self):
        """In what the terminal differs from what it was before the program: a list of faults."""
        self.drain()
        window, faults = self.window, self.take_faults()
        if termios.tcgetattr(self.slave) != self.settings:
            faults.append(f"the settings are {termios.tcgetattr(self.slave)} and were {self.settings}")
        faults += [f"mode {named(mode)} is left on" for mode in sorted(window.mode - self.modes)]
        faults += [f"mode {named(mode)} is left off" for mode in sorted(self.modes - window.mode)]
        if window.cursor.hidden:
            faults.append("the cursor is hidden")
        if window.cursor.attrs != window.default_char:
            faults.append("what is written next is set off")
        if BEFORE not in window.scrolled + window.text():
            faults.append("what stood there before is gone")
        return faults
