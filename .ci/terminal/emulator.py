"""An independent terminal: pyte's, taught the alternate screen and faint text, and strict about what a program may write.

Whatever would look different on some terminal, or spoil what is beyond the window, is a fault: a character behind the last column, a
place that the window does not have, a screen that scrolls, a sequence that is not understood.
"""
import functools
from typing import NamedTuple

import pyte
from pyte import graphics, modes
from pyte.screens import wcwidth

# pyte overlooks "faint"; its tables are where it learns attributes.
graphics.TEXT[2] = "+faint"

ALTERNATE = 1049 << 5
# The place by which programs mean "the last row, whichever that is".
LAST_ROW = 999


class Cell(NamedTuple):
    """A character and how it is set off: pyte's, with one attribute more."""
    data: str = " "
    fg: str = "default"
    bg: str = "default"
    bold: bool = False
    faint: bool = False
    italics: bool = False
    underscore: bool = False
    strikethrough: bool = False
    reverse: bool = False
    blink: bool = False


BLANK = Cell()


@functools.lru_cache(None)
def cell_of(attributes, character):
    """A cell with the attributes of another."""
    return attributes._replace(data=character)


@functools.lru_cache(None)
def width_of(character):
    """How many columns a character takes."""
    return max(0, wcwidth(character))


class Stream(pyte.ByteStream):
    """What a program writes, with a sequence that pyte does not know: the one that saves modes, of xterm (XTSAVE)."""
    csi = {**pyte.ByteStream.csi, "s": "save_modes"}
    events = pyte.ByteStream.events | {"save_modes"}


class Window(pyte.Screen):
    """What stands in a terminal's window, and what was wrong with the way it came there."""

    def __init__(self, columns, rows):
        self.faults = []
        # The main screen, while the alternate one is shown, and the lines that have left it at its top.
        self.main = None
        self.scrolled = []
        # The modes that are saved, and whether they are on.
        self.saved = {}
        super().__init__(columns, rows)
        self.stream = Stream(self)

    @property
    def default_char(self):
        return BLANK

    @property
    def is_alternate(self):
        return ALTERNATE in self.mode

    def feed(self, data):
        """Shows what a program writes."""
        self.stream.feed(data)

    def cells(self):
        """All cells, by rows."""
        return [[self.buffer[y][x] for x in range(self.columns)] for y in range(self.lines)]

    def text(self):
        """The lines without the spaces at their ends."""
        return ["".join(cell.data for cell in row).rstrip() for row in self.cells()]

    def last_line(self):
        """The line on the last row."""
        return "".join(self.buffer[self.lines - 1][x].data for x in range(self.columns)).rstrip()

    def place(self):
        """Where the cursor is, counted from 0, or None where it is not seen."""
        return None if self.cursor.hidden else (self.cursor.y, min(self.cursor.x, self.columns - 1))

    # What a program does to a terminal; the names are pyte's.

    def reset(self):
        super().reset()
        self.cursor.attrs = BLANK

    def draw(self, data):
        width = len(data) if data.isascii() else sum(map(width_of, data))
        column, attributes = self.cursor.x, self.cursor.attrs
        if self.is_alternate and column + width > self.columns:
            self.faults.append(f"row {self.cursor.y + 1} is wider than {self.columns} columns: …{data[-20:]!r}")
        if width == len(data) and column + width <= self.columns and modes.IRM not in self.mode and all(map(width_of, data)):
            # What is plain and fits, and that is nearly all, pyte would put down in the same way, but slowly.
            self.buffer[self.cursor.y].update(zip(range(column, column + width), (cell_of(attributes, character) for character in data)))
            self.cursor.x += width
        else:
            super().draw(data)

    def cursor_position(self, line=None, column=None):
        if ((line or 1) > self.lines and line != LAST_ROW) or (column or 1) > self.columns:
            self.faults.append(f"row {line}, column {column} is outside of the window")
        super().cursor_position(line, column)

    def index(self):
        if self.cursor.y == self.lines - 1:
            if self.is_alternate:
                self.faults.append("the window scrolls")
            else:
                self.scrolled.append(self.text()[0])
        super().index()

    def set_mode(self, *modes, **kwargs):
        enters = kwargs.get("private") and 1049 in modes and not self.is_alternate
        super().set_mode(*modes, **kwargs)
        if enters:
            self.main = {row: dict(line) for row, line in self.buffer.items()}, (self.cursor.y, self.cursor.x)
            self.buffer.clear()

    def reset_mode(self, *modes, **kwargs):
        leaves = kwargs.get("private") and 1049 in modes and self.is_alternate
        super().reset_mode(*modes, **kwargs)
        if leaves:
            rows, (self.cursor.y, self.cursor.x) = self.main
            self.buffer.clear()
            # In a window that is lower now, what is above it has scrolled away.
            hidden = max(0, self.cursor.y - self.lines + 1)
            for row in range(hidden):
                self.scrolled.append("".join(cell.data for cell in rows.get(row, {}).values()).rstrip())
            for row, line in rows.items():
                if row >= hidden:
                    self.buffer[row - hidden].update(line)
            self.cursor.y -= hidden
            self.ensure_hbounds()

    def save_modes(self, *modes, private=False):
        if not private:
            return self.debug("s", *modes)
        self.saved.update((mode, mode << 5 in self.mode) for mode in modes)

    def set_margins(self, *places, private=False):
        # With `?` it is the sequence that brings modes back (XTRESTORE).
        if not private:
            return super().set_margins(*places)
        for mode in places:
            (self.set_mode if self.saved.get(mode) else self.reset_mode)(mode, private=True)

    def debug(self, *args, **kwargs):
        self.faults.append(f"a sequence is not understood: {args} {kwargs}")


def fresh(data, columns, rows):
    """A window that has shown nothing but `data`, on the alternate screen."""
    window = Window(columns, rows)
    window.set_mode(1049, private=True)
    window.feed(data)
    return window


def differences(grown, drawn):
    """In what two windows differ, in words."""
    found = []
    for y, (left, right) in enumerate(zip(grown.cells(), drawn.cells())):
        for x, (one, other) in enumerate(zip(left, right)):
            if one != other:
                found.append(f"row {y + 1}, column {x + 1}: {described(one)} where {described(other)} belongs")
                break
    if grown.place() != drawn.place():
        found.append(f"the cursor is at {grown.place()} where {drawn.place()} is its place")
    return found


def described(cell):
    """A cell in words."""
    return " ".join([repr(cell.data)] + attributes(cell))


def attributes(cell):
    """The attributes of a cell, as words."""
    words = [name for name in ("bold", "faint", "italics", "underscore", "strikethrough", "reverse", "blink") if getattr(cell, name)]
    return words + [f"{name}={value}" for name, value in (("fg", cell.fg), ("bg", cell.bg)) if value != "default"]


def named(mode):
    """A mode as its sequence calls it: pyte keeps the private ones five bits higher."""
    return f"?{mode >> 5}" if mode >= 32 else str(mode)
