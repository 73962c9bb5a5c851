"""A stand-in for the program, with one fault or none: stand_in.py FAULT COMMAND…

It reads a text by a key a line, as little as the checks need to be held against it. Each fault is one that a reader at a terminal would
have, and is named where it is made; `none` has none.
"""
import os
import re
import select
import signal
import sys
import termios

FAULT = sys.argv[1]
TAKE, GIVE = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l", "\x1b[m\x1b[?7h\x1b[?2004l\x1b[999;1H\x1b[?25h\x1b[?1049l"
GIVE = {
    "leaves pastes marked": GIVE.replace("\x1b[?2004l", ""), "leaves the wheel": GIVE + "\x1b[?1007h", "leaves the mouse": "\x1b[?1000h" + GIVE,
    "leaves no cursor": GIVE.replace("\x1b[?25h", ""), "leaves colour": GIVE + "\x1b[1;31m",
    "leaves the other screen": GIVE.replace("\x1b[?1049l", ""),
}.get(FAULT, GIVE)
KEY = re.compile(rb"\x1b\[200~.*?\x1b\[201~|\x1b\[[0-?]*[@-~]|\x1bO.|\x1b.|[\x00-\x7f]|[\x80-\xff]+", re.DOTALL)
LINES = [f"\x1b[1m{number}\x1b[m is the number of this line." for number in range(1, 120)] + ["This is the end of the lesson."]


class Terminal:
    """A terminal that is taken over, and shows one frame after the other."""

    def __init__(self):
        self.settings = termios.tcgetattr(0)
        self.frame = None
        self.sizes = 0
        self.measure()
        self.news, wake = os.pipe()
        os.set_blocking(wake, False)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        self.take()
        signal.signal(signal.SIGWINCH, lambda *_: None)
        signal.signal(signal.SIGINT, lambda *_: self.end(130))
        signal.signal(signal.SIGTSTP, self.stop)
        for number in signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS:
            if number != signal.SIGTERM or FAULT != "does not know SIGTERM":
                signal.signal(number, self.end_by)

    def measure(self):
        size = os.get_terminal_size(1)
        self.columns, self.rows = size.columns, size.lines

    def take(self):
        raw = termios.tcgetattr(0)
        raw[0] &= ~(termios.ICRNL | termios.IXON)
        raw[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
        termios.tcsetattr(0, termios.TCSADRAIN, raw)
        write(TAKE)

    def give(self):
        write(GIVE)
        if FAULT != "leaves the settings":
            termios.tcsetattr(0, termios.TCSAFLUSH, self.settings)

    def end(self, status):
        self.give()
        os._exit(status)

    def end_by(self, number, _):
        self.give()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    def stop(self, *_):
        if FAULT != "keeps the terminal while it is stopped":
            self.give()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self.stop)
        self.take()
        self.frame = None

    def show(self, lines):
        """Shows as many lines as the window has rows, and no more of each than it has columns."""
        if lines == self.frame:
            return
        last, self.frame = self.frame, lines
        text = "\x1b[?25l" + ("" if last else "\x1b[?2004h\x1b[?7l")
        for row, line in enumerate(lines):
            if not last or changed(last[row]) != changed(line):
                clear = "" if last and FAULT == "does not clear what stood there" else "\x1b[K"
                text += f"\x1b[{row + 1};1H\x1b[m{clear}{line}\x1b[m"
        text += {"writes beside the window": f"\x1b[{self.rows + 1};1H.", "writes too wide": f"\x1b[1;1H{'.' * (self.columns + 1)}",
                 "scrolls": f"\x1b[{self.rows};1H\n", "speaks unheard of": "\x1b[1;2z"}.get(FAULT, "")
        if FAULT == "writes twice":
            write(text[:len(text) // 2])
            text = text[len(text) // 2:]
        write(text)
        if FAULT == "flickers":
            write("\x1b[?25l")

    def resize(self):
        os.read(self.news, 4096)
        self.sizes += 1
        if FAULT == "heeds two sizes only" and self.sizes > 2:
            return
        self.measure()
        self.frame = None


def changed(line):
    """What of a line is compared: all of it."""
    return re.sub("\x1b\\[[0-9;]*m", "", line) if FAULT == "overlooks attributes" else line


def write(text):
    data = text.encode()
    while data:
        data = data[os.write(1, data):]


class Reader:
    """Somebody before a page, which may be a lesson, the page of a course, or a training that runs on."""

    def __init__(self, page):
        self.page, self.terminal = page, Terminal()
        self.shown, self.typed, self.message = 3, None, ""
        self.is_running = self.is_inside = False

    def frame(self):
        """What is to be seen, the newest line underlined."""
        columns, rows = self.terminal.columns, self.terminal.rows
        lines = [*LINES[:self.shown - 1], f"\x1b[4m{LINES[self.shown - 1]}\x1b[m"][-max(1, rows - 2):]
        lines += [""] * (rows - 2 - len(lines))
        info = f": {self.typed}" if self.typed is not None else self.message
        colour = "32" if FAULT == "changes a colour" and os.environ.get("LONGHAND_RECORD") != "1" else "31"
        status = f"line {self.shown}{'  Space pause' if self.is_running else ''}{' of a lesson' if self.is_inside else ''}"
        lines += [f"\x1b[{colour}m{info}\x1b[m", f"\x1b[7m{status.ljust(columns)}\x1b[m"]
        return [cut(line, columns) for line in lines[-rows:]]

    def read(self):
        """Goes on until somebody leaves."""
        rest, count = b"", 0
        while True:
            self.terminal.show(self.frame())
            ready = select.select([0, self.terminal.news], [], [], 0.005 if self.is_running else None)[0]
            if self.terminal.news in ready:
                self.terminal.resize()
            if self.is_running and not ready:
                self.shown = self.shown % len(LINES) + 1
            if 0 not in ready:
                continue
            data = rest + os.read(0, 4096)
            if FAULT == "stops at 64 KB" and (count := count + len(data)) > 65536:
                while True:
                    signal.pause()
            if FAULT == "knows only UTF-8":
                data.decode()
            # A paste or a sequence that is not whole waits for the rest of it.
            whole = 0
            for key in KEY.finditer(data):
                if data.startswith(b"\x1b[200~", key.start()) and not key.group().endswith(b"\x1b[201~"):
                    break
                whole = key.end()
                self.press(key.group())
            rest = data[whole:]

    def press(self, key):
        """A key is pressed."""
        if FAULT == "dies of Delete" and key == b"\x1b[3~" and self.typed is None:
            os._exit(1)
        if FAULT == "falls silent" and key == b"]":
            signal.pause()
        self.message = ""
        if key == b"\x04" and not self.typed or key == b"q" and self.typed is None:
            self.leave()
        elif self.typed is not None:
            text = key.decode(errors="replace")
            self.typed = None if key in (b"\r", b"\x07") else self.typed + text if text.isprintable() else self.typed
        elif self.page == "course" and not self.is_inside and key in (b"\r", b"p"):
            self.open(True)
        elif key == b"\r":
            self.shown = self.shown if FAULT == "sticks" and self.shown > 20 else min(self.shown + 1, len(LINES))
        elif key in (b":", b"g", b"w", b"/", b"="):
            self.typed = ""
        elif key == b"b":
            self.shown = max(1, self.shown - 1)
        elif key == b" " and self.page == "play":
            self.is_running = not self.is_running
        elif key == b"." and self.page == "training":
            self.terminal.show(["epoch"] * self.terminal.rows)
            while True:
                signal.pause()
        else:
            self.message = f"{key!r:.20} does nothing here"

    def open(self, is_inside):
        """Goes into a lesson or out of it, at the same terminal."""
        self.is_inside = is_inside
        if FAULT == "shows the shell between pages":
            self.terminal.give()
            self.terminal.take()
            self.terminal.frame = None

    def leave(self):
        if self.is_inside and FAULT != "forgets the page":
            return self.open(False)
        self.terminal.end(1 if FAULT == "ends with 1" else 0)


def cut(line, columns):
    """As much of a line as has room."""
    visible, parts = 0, []
    for part in re.split("(\x1b\\[[0-9;]*m)", line):
        if not part.startswith("\x1b"):
            part = "".join(character for character in part if character.isascii())[:columns - visible]
            visible += len(part)
        parts.append(part)
    return "".join(parts)


def main(command="course", *arguments):
    if command == "list":
        print("neuron")
    else:
        page = command if command in ("course", "play") else arguments[-1]
        if page.startswith("nobody") or page.endswith(".md"):
            print(("\x1b[?25l" if FAULT == "errs in the dark" else "") + "error: no lesson of that name")
            sys.exit(2 if page.startswith("nobody") else 1)
        Reader(page).read()


main(*sys.argv[2:])
