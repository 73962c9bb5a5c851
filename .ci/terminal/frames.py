"""A frame depends on what is to be seen, not on what was seen before, and comes in one write.

After every key, the window that has grown by the program's differences is held, cell by cell, against one that the program draws anew;
nothing stands outside of the window, and the terminal begins no line of its own. Between two keys there is one call to write at most, and
it is one frame.
"""
import itertools

from case import Case
from seat import FRAME

SIZES = [(80, 24), (40, 12), (200, 60)]
TINY = [(1, 1), (7, 3), (20, 2), (21, 5)]
LOOKS = {
    "24 bits": ({"COLORTERM": "truecolor"}, []), "16 colours": ({}, []), "no colour": ({"NO_COLOR": "1"}, []),
    "ASCII": ({"COLORTERM": "truecolor"}, ["--ascii"]),
}
LEFT, UP, DOWN, PAGE_UP, PAGE_DOWN, HOME = "\x1b[D", "\x1b[A", "\x1b[B", "\x1b[5~", "\x1b[6~", "\x1b[H"
# What comes beneath the page and goes again, goes back, jumps, scrolls, and is typed in lines that are longer than the window.
NEURON = ["\r"] * 12 + [
    "b", LEFT, "?", PAGE_UP, UP, DOWN, PAGE_DOWN, HOME, "\x1b[F", "w", "y", "\t", "\x07", "wE\r", "g", *"∂E/∂w", "\r", "/", *"漢字",
    "\r", "]", "]", "\r", *"0.5", "\r", ":hint\r", "e\u0301" * 60, "漢" * 50, "\x15", "\x07", ":w = 0.9\r", ":reset\r", ":table w, y\r", ".", ":give up\r",
    ":give up\r", "\x18", "b", "b"]
PLANE = ["\r"] * 30 + [HOME, PAGE_DOWN, "b", ":plot tanh(x)*y for x in -1...1\r", PAGE_UP]
LESSONS = {"neuron": NEURON, "plane": PLANE}


def cases(_):
    seats = [("24 bits", size) for size in SIZES] + list(zip(list(LOOKS)[1:], SIZES))
    for (look, size), (lesson, keys) in itertools.product(seats, LESSONS.items()):
        yield Case(f"{lesson}, {named(size)}, {look}", watched, (lesson, keys, size, *LOOKS[look]))
    yield from (Case(f"neuron, {named(size)}", watched, ("neuron", NEURON, size)) for size in TINY)


def named(size):
    """A size in words."""
    return f"{size[0]}×{size[1]}"


def watched(program, lesson, keys, size, environment=None, options=()):
    """Somebody reads, key by key, and each frame is held against the one that is drawn anew."""
    # Of a lesson with other numbers nothing is kept: no file is written meanwhile.
    number = {"neuron": "x=3", "plane": "x1=0.5"}[lesson]
    with program.step(lesson, "--set", number, *options, size=size, environment=environment) as seat:
        seat.begin()
        for index, key in enumerate(keys):
            faults = [*one_write(seat, key), *seat.history()]
            if faults:
                yield from (f"key {index + 1}, {key!r}: {fault}" for fault in faults)
                return
        yield from seat.leave("\x07\x04")


def one_write(seat, key):
    """Presses a key: what is wrong with how its frame comes."""
    since, before = len(seat.received), {name: seat.count(name) for name in ("syscw", "wchar")}
    seat.press(key)
    calls, count = seat.count("syscw") - before["syscw"], seat.count("wchar") - before["wchar"]
    data = bytes(seat.received[since:])
    # What else is written is no frame's.
    if count == len(data) and calls > 1:
        yield f"{calls} calls to write"
    if data.count(FRAME) > 1 or data and not data.startswith(FRAME):
        yield f"{data.count(FRAME)} frames, or pieces of one: {data[:40]!r}"
